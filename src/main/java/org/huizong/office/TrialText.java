package org.huizong.office;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Rule;
import org.huizong.model.Period;
import org.huizong.review.RuleDifference;
import org.huizong.review.RuleDifference.Kind;
import org.huizong.review.TrialOutcome;
import org.huizong.store.StoredFinding;
import org.huizong.store.StoredSubmission;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;

/** Says what changed rules would have found: the sum of it first, then rule by rule. */
public final class TrialText {
    private static final String INDENT = "  ";
    private static final String DEEPER = "    ";
    private static final Map<String, Function<Rule, Object>> COLUMNS = columns();

    private static Map<String, Function<Rule, Object>> columns() {
        Map<String, Function<Rule, Object>> columns = new LinkedHashMap<>();
        columns.put("scope", Rule::scope);
        columns.put("severity", Rule::severity);
        columns.put("formula", Rule::formula);
        columns.put("missing", Rule::missing);
        columns.put("locate", Rule::locate);
        columns.put("message", r -> List.of(r.message(), r.messageEn()));
        columns.put("basis", Rule::basis);
        columns.put("validity", Rule::validity);
        return columns;
    }

    private static final int SHOWN = 20;

    /** Takes what is said, a paragraph each, the deeper ones behind blanks; an empty one parts two rules. */
    public interface Reader {
        /** Takes one. */
        void read(String indent, String text);
    }

    private final Reader reader;
    private final Catalogue tried;
    private final Wording before;
    private final Wording after;

    /** Says it of two catalogues to that reader in that language. */
    public TrialText(Reader reader, MessageBundle words, Catalogue inForce, Catalogue tried) {
        this.reader = reader;
        this.tried = tried;
        this.before = new Wording(words, inForce);
        this.after = new Wording(words, tried);
    }

    /** Says what came of the rules of a file. */
    public void print(Path file, TrialOutcome outcome) {
        reader.read(
                "",
                after.text(
                        "cli.try.rules",
                        file.getFileName(),
                        tried.rules().stream().map(Rule::id).distinct().count(),
                        outcome.count(Kind.ADDED),
                        outcome.count(Kind.CHANGED),
                        outcome.count(Kind.DROPPED)));
        reader.read(
                "",
                after.text(
                        "cli.try.data",
                        outcome.periods().size(),
                        after.periods(outcome.periods()),
                        outcome.submissions()));
        reader.read(
                "",
                after.text(
                        "cli.try.counts",
                        count(outcome, RuleDifference::found),
                        count(outcome, RuleDifference::gone),
                        count(outcome, RuleDifference::same),
                        count(outcome, RuleDifference::undecided)));
        submissions("cli.try.sent", outcome.sentBack());
        submissions("cli.try.accepted", outcome.accepted());
        if (!outcome.closed().isEmpty()) {
            reader.read("", after.text("cli.try.closed", after.periods(outcome.closed())));
        }
        List<RuleDifference> different =
                outcome.rules().stream().filter(RuleDifference::isOne).toList();
        if (different.isEmpty()) {
            reader.read("", after.text("cli.try.same"));
        }
        different.forEach(d -> print(d, outcome.periods()));
    }

    private static int count(TrialOutcome outcome, Function<RuleDifference, List<StoredFinding>> which) {
        return outcome.rules().stream().mapToInt(d -> which.apply(d).size()).sum();
    }

    private void submissions(String key, List<StoredSubmission> submissions) {
        if (submissions.isEmpty()) {
            return;
        }
        Map<Sender, List<Period>> senders = submissions.stream()
                .collect(Collectors.groupingBy(
                        s -> new Sender(s.unit(), s.form()),
                        LinkedHashMap::new,
                        Collectors.mapping(StoredSubmission::period, Collectors.toList())));
        List<String> names = senders.entrySet().stream()
                .map(e -> after.text(
                        "cli.outcome.unit",
                        after.label(e.getKey().unit()),
                        after.label(e.getKey().form()),
                        after.periods(e.getValue())))
                .toList();
        reader.read("", after.text(key, submissions.size(), after.list(names, SHOWN)));
    }

    /** Who sends a return, period after period. */
    private record Sender(String unit, String form) {}

    private void print(RuleDifference difference, List<Period> periods) {
        boolean dropped = difference.kind() == Kind.DROPPED;
        List<Rule> rows = dropped ? difference.before() : difference.after();
        Wording wording = dropped ? before : after;
        Rule rule = rows.get(rows.size() - 1);
        reader.read("", "");
        reader.read(
                "",
                wording.text(
                        "cli.try.rule",
                        rule.id(),
                        wording.severity(rule),
                        wording.formula(rule.formula()),
                        after.text("cli.try." + difference.kind().name().toLowerCase(Locale.ROOT)),
                        columns(difference)));
        boolean ever = periods.stream()
                .anyMatch(p -> rows.stream().anyMatch(r -> r.validity().covers(p.last())));
        if (!ever) {
            reader.read(INDENT, after.text("cli.try.never"));
        }
        if (!difference.found().isEmpty()) {
            reader.read(INDENT, after.text("cli.try.found", difference.found().size()));
            difference.found().forEach(f -> reader.read(DEEPER, finding(f)));
        }
        if (!difference.gone().isEmpty()) {
            reader.read(INDENT, after.text("cli.try.gone", difference.gone().size()));
            units(difference.gone());
        }
        if (!difference.same().isEmpty()) {
            reader.read(INDENT, after.text("cli.try.kept", difference.same().size(), counts(difference.same())));
        }
        grouped(difference.undecided(), f -> after.sentence(f.finding(), f.period()))
                .forEach((reason, findings) -> {
                    reader.read(INDENT, after.text("cli.try.undecided", findings.size(), reason));
                    units(findings);
                });
        boolean nothing = difference.found().isEmpty()
                && difference.gone().isEmpty()
                && difference.same().isEmpty()
                && difference.undecided().isEmpty();
        if (ever && nothing) {
            reader.read(INDENT, after.text("cli.try.clean"));
        }
    }

    /** Which columns of a changed rule say something else; empty unless there is one row before and after. */
    private String columns(RuleDifference difference) {
        if (difference.kind() != Kind.CHANGED
                || difference.before().size() != 1
                || difference.after().size() != 1) {
            return "";
        }
        Rule old = difference.before().get(0);
        Rule now = difference.after().get(0);
        List<String> columns = new ArrayList<>();
        COLUMNS.forEach((column, value) -> {
            if (!value.apply(old).equals(value.apply(now))) {
                columns.add(after.text("cli.try.column." + column));
            }
        });
        return after.text("cli.try.columns", after.list(columns));
    }

    private String finding(StoredFinding found) {
        return after.text(
                "cli.try.finding",
                after.period(found.period()),
                unit(found),
                after.place(found.finding().where()),
                after.sentence(found.finding(), found.period()));
    }

    private String unit(StoredFinding found) {
        return after.label(found.unit().isEmpty() ? tried.top().code() : found.unit());
    }

    private void units(List<StoredFinding> findings) {
        grouped(findings, StoredFinding::period)
                .forEach((period, of) -> reader.read(
                        DEEPER,
                        after.text(
                                "cli.try.units",
                                after.period(period),
                                after.list(of.stream().map(this::unit).toList()))));
    }

    private String counts(List<StoredFinding> findings) {
        return after.list(grouped(findings, StoredFinding::period).entrySet().stream()
                .map(e -> after.text(
                        "cli.try.count", after.period(e.getKey()), e.getValue().size()))
                .toList());
    }

    private static <K> Map<K, List<StoredFinding>> grouped(
            List<StoredFinding> findings, Function<StoredFinding, K> key) {
        return findings.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }
}

package org.huizong.publish.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.huizong.aggregation.Comparison;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.catalogue.Indicator;
import org.huizong.publish.narrative.Statement.Base;
import org.huizong.publish.narrative.Statement.Change;
import org.huizong.publish.narrative.Statement.Share;

/** The briefing in the words of the office. */
public final class BriefingText {
    private static final int NAMED = 3;
    /** So much of an explanation is read aloud. */
    private static final int QUOTED = 30;

    private final Terms terms;

    public BriefingText(Terms terms) {
        this.terms = terms;
    }

    /** The sentences of a publication. */
    public List<String> all() {
        return of(statement -> true);
    }

    /** Those of its sentences that are of some kinds. */
    public List<String> of(Predicate<Statement> which) {
        return Briefing.of(terms).stream().filter(which).map(this::text).toList();
    }

    private String text(Statement statement) {
        if (statement instanceof Statement.Work work) {
            return work(work);
        }
        if (statement instanceof Statement.Incidents incidents) {
            return incidents(incidents);
        }
        if (statement instanceof Statement.Changes changes) {
            return changes(changes);
        }
        if (statement instanceof Statement.Filing filing) {
            return filing(filing);
        }
        return demands((Statement.Demands) statement);
    }

    private String work(Statement.Work work) {
        String period = terms.wording().period(terms.period());
        if (work.done().isEmpty()) {
            return terms.text("report.brief.work.none", period, terms.whole());
        }
        List<String> amounts = work.done().stream().map(this::amount).toList();
        return terms.text(
                "report.brief.work", period, terms.whole(), String.join(terms.text("report.brief.comma"), amounts));
    }

    private String amount(IndicatorFigures figures) {
        Indicator indicator = figures.indicator();
        Figure now = figures.now();
        String amount = terms.text(
                "report.brief.amount",
                terms.wording().label(indicator),
                number(now.value().orElseThrow(), indicator),
                terms.wording().measure(indicator.measure(), now.value().orElseThrow()));
        return amount + partly(now);
    }

    /** Says how much of what was owed a figure holds, if that is not all: （实报22/23）. */
    private String partly(Figure figure) {
        if (figure.isComplete()) {
            return "";
        }
        return figure.counted() < figure.owed()
                ? terms.text("report.brief.partly", figure.counted(), figure.owed())
                : terms.text("report.brief.partly.cells");
    }

    private String incidents(Statement.Incidents incidents) {
        List<String> parts = new ArrayList<>();
        if (!incidents.some().isEmpty()) {
            parts.add(terms.text(
                    "report.brief.incidents.some",
                    terms.list(incidents.some().stream().map(this::amount).toList())));
        }
        if (!incidents.none().isEmpty()) {
            List<String> labels = incidents.none().stream()
                    .map(i -> terms.wording().label(i.indicator()) + partly(i.now()))
                    .toList();
            parts.add(terms.text("report.brief.incidents.none", terms.list(labels)));
        }
        return sentence(parts);
    }

    private String changes(Statement.Changes changes) {
        String base = within(terms.base(changes.base() == Base.PRIOR ? "prior" : "yearago"));
        String named = changes.baseline() ? terms.text("report.brief.baseline", base) : base;
        if (changes.largest().isEmpty()) {
            return terms.text("report.brief.changes.none", named, Briefing.LEAST_PERCENT);
        }
        List<String> parts = changes.largest().stream().map(this::change).toList();
        return terms.text("report.brief.changes", named, String.join(terms.text("report.semicolon"), parts));
    }

    /** A name that begins with a capital as a head, as it stands within a sentence. */
    private static String within(String head) {
        return head.matches("[A-Z][a-z ].*") ? head.substring(0, 1).toLowerCase(Locale.ROOT) + head.substring(1) : head;
    }

    private String change(Change change) {
        Indicator indicator = change.figures().indicator();
        String percent = change.percent().abs().toPlainString();
        boolean up = change.comparison().kind() == Comparison.Kind.UP;
        String rate = terms.text(up ? "report.brief.rose" : "report.brief.fell", percent);
        String common = change.comparison()
                .common()
                .map(c -> terms.text("report.brief.common", c.units()))
                .orElse("");
        String said = terms.text(
                "report.brief.change",
                terms.wording().label(indicator),
                difference(change.comparison().difference().orElseThrow(), indicator),
                rate + common);
        return said + shares(change.shares(), indicator);
    }

    private String shares(List<Share> shares, Indicator indicator) {
        List<String> parts = new ArrayList<>();
        for (Share share : shares) {
            String unit = terms.label(share.unit());
            share.difference()
                    .map(d -> terms.text("report.brief.share", unit, difference(d, indicator)))
                    .ifPresent(parts::add);
        }
        String by = parts.isEmpty() ? "" : terms.text("report.brief.by", terms.list(parts));
        return by
                + shares.stream()
                        .filter(s -> !s.explanation().isEmpty())
                        .findFirst()
                        .map(s -> terms.text("report.brief.said", terms.label(s.unit()), quoted(s.explanation())))
                        .orElse("");
    }

    /** One line of what somebody wrote, without an end of its own. */
    private static String quoted(String explanation) {
        String line = explanation.strip().replaceAll("\\s+", " ").replaceFirst("[。.;；]+$", "");
        return line.codePointCount(0, line.length()) > QUOTED
                ? line.substring(0, line.offsetByCodePoints(0, QUOTED)) + '…'
                : line;
    }

    private String difference(BigDecimal difference, Indicator indicator) {
        return terms.text(
                difference.signum() < 0 ? "report.change.fewer" : "report.change.more",
                number(difference.abs(), indicator),
                terms.wording().measure(indicator.measure(), difference));
    }

    private String filing(Statement.Filing filing) {
        List<String> parts = new ArrayList<>();
        if (filing.owed() == 0) {
            parts.add(terms.text("report.brief.filing.nothing"));
        } else if (filing.lacking().isEmpty()) {
            parts.add(terms.text("report.brief.filing.all", filing.owed()));
        } else {
            parts.add(terms.text(
                    "report.brief.filing.lacking",
                    filing.owed(),
                    filing.owed() - filing.counted(),
                    terms.units(filing.lacking(), NAMED)));
        }
        if (filing.lateReturns() > 0) {
            parts.add(terms.text("report.brief.filing.late", filing.lateReturns(), terms.units(filing.late(), NAMED)));
        }
        if (filing.notDue() > 0) {
            parts.add(terms.text("report.brief.filing.notdue", filing.notDue()));
        }
        return sentence(parts);
    }

    private String demands(Statement.Demands demands) {
        List<String> parts =
                demands.all().stream().flatMap(a -> a.demand(terms).stream()).toList();
        return parts.isEmpty()
                ? terms.text("report.brief.demands.none")
                : terms.text("report.brief.demands", String.join(terms.text("report.semicolon"), parts));
    }

    private String sentence(List<String> parts) {
        return terms.text("report.brief.sentence", String.join(terms.text("report.semicolon"), parts));
    }

    private static String number(BigDecimal number, Indicator indicator) {
        return Terms.number(number, indicator.decimals());
    }
}

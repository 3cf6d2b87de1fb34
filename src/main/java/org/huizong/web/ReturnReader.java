package org.huizong.web;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.layout.FormLayout;
import org.huizong.model.Disposition;
import org.huizong.model.Finding;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.model.Value;
import org.huizong.store.Store;
import org.huizong.store.StoredFinding;
import org.huizong.store.StoredSubmission;
import org.huizong.text.Visible;

/** Works out what one return says, what is wrong with it and what was sent before. */
final class ReturnReader {
    private static final int MOST_RECORDS = 500;

    private final PageFrame frame;
    private final Catalogue catalogue;
    private final Store store;

    ReturnReader(PageFrame frame, Catalogue catalogue, Store store) {
        this.frame = frame;
        this.catalogue = catalogue;
        this.store = store;
    }

    /** The submission of that number, sent for a period or for one in it. */
    static StoredSubmission sent(Store store, Period period, long id) {
        return store.submissions().within(period).stream()
                .filter(s -> s.id() == id)
                .findFirst()
                .orElseThrow(() -> new NoSuchPageException("return"));
    }

    ReturnView read(long id) {
        StoredSubmission sent = sent(store, frame.period(), id);
        List<StoredSubmission> others = store.submissions().within(frame.period()).stream()
                .filter(s -> s.id() != id
                        && s.unit().equals(sent.unit())
                        && s.form().equals(sent.form())
                        && s.period().equals(sent.period()))
                .sorted(Comparator.comparing(StoredSubmission::revision))
                .toList();
        List<StoredFinding> findings = new ArrayList<>();
        List<StoredFinding> undecided = new ArrayList<>();
        store.findings().ofFiles(sent.period(), f -> {
            if (f.stored().submission().equals(Optional.of(id))) {
                (f.stored().finding().hasFailed() ? findings : undecided).add(f.stored());
            }
        });
        findings.sort(StoredFinding.TELLING_ORDER);
        undecided.sort(StoredFinding.TELLING_ORDER);
        boolean register = catalogue.isRegister(sent.form());
        List<Observation> values = store.submissions().observations(sent);
        boolean closed = store.events().isClosed(sent.period());
        boolean withdrawn = sent.disposition() == Disposition.WITHDRAWN;
        List<Item> items = catalogue.items(sent.form(), sent.period().last());
        Optional<ReturnForm> form =
                register ? Optional.empty() : layout(sent).map(layout -> new ReturnForm(frame, layout));
        return new ReturnView(
                id,
                frame.wording().label(sent.unit()),
                frame.wording().label(sent.form()),
                sent.disposition().code(),
                frame.wording().text("disposition." + sent.disposition().code()),
                Visible.line(sent.file()),
                facts(sent),
                form.map(ReturnForm::columns).orElse(List.of()),
                form.map(ReturnForm::heads).orElse(List.of()),
                form.map(ReturnForm::width).orElse(0),
                form.map(f -> lines(f, values, before(others, sent), findings)).orElse(List.of()),
                register ? items.stream().map(frame.wording()::label).toList() : List.of(),
                register ? records(items, values, findings) : List.of(),
                findings.stream().map(f -> found(f, !closed && !withdrawn)).toList(),
                undecided.stream().map(f -> found(f, false)).toList(),
                others.stream().map(this::revision).toList(),
                !closed && !withdrawn,
                !closed && withdrawn);
    }

    private List<ReturnView.Fact> facts(StoredSubmission sent) {
        List<ReturnView.Fact> facts = new ArrayList<>();
        facts.add(new ReturnView.Fact(frame.t("web.return.period"), frame.nameOf(sent.period())));
        facts.add(new ReturnView.Fact(
                frame.t("web.return.received"), sent.received().toString()));
        facts.add(new ReturnView.Fact(frame.t("web.return.sheet"), Visible.line(sent.sheet())));
        if (sent.revision() > 1) {
            facts.add(new ReturnView.Fact(frame.t("web.return.revision"), String.valueOf(sent.revision())));
        }
        return facts;
    }

    /** What the last sending before that one said, by item; empty if there was none. */
    private Map<String, String> before(List<StoredSubmission> others, StoredSubmission sent) {
        Map<String, String> values = new HashMap<>();
        others.stream()
                .filter(s -> s.revision() > 0 && s.revision() < sent.revision())
                .reduce((a, b) -> b)
                .ifPresent(s -> store.submissions().observations(s).forEach(o -> values.put(o.item(), show(o))));
        return values;
    }

    /** The form as it was asked then. */
    private Optional<FormLayout> layout(StoredSubmission sent) {
        YearMonth month = sent.period().last();
        return catalogue.form(sent.form(), month).map(form -> FormLayout.of(catalogue, form, month));
    }

    private List<ReturnView.Line> lines(
            ReturnForm form, List<Observation> values, Map<String, String> before, List<StoredFinding> findings) {
        Map<String, Observation> byItem = new LinkedHashMap<>();
        values.forEach(o -> byItem.putIfAbsent(o.item(), o));
        return form.lines(
                item -> cell(item, byItem, before, findings),
                places -> findings.stream()
                        .filter(f -> places.contains(f.finding().where().cell()))
                        .map(f -> found(f, false))
                        .toList());
    }

    private ReturnView.Cell cell(
            Item item, Map<String, Observation> byItem, Map<String, String> before, List<StoredFinding> findings) {
        Optional<Observation> said = Optional.ofNullable(byItem.get(item.code()));
        String value = said.map(this::show).orElse("");
        String place = said.map(o -> o.where().cell()).orElse("");
        return new ReturnView.Cell(
                item.code(),
                value,
                item.type().isNumeric(),
                place,
                Optional.of(before.getOrDefault(item.code(), "")).filter(b -> !before.isEmpty() && !b.equals(value)),
                place.isEmpty()
                        ? ""
                        : findings.stream()
                                .filter(f -> f.finding().where().cell().equals(place))
                                .map(f -> f.finding().severity().code())
                                .findFirst()
                                .orElse(""));
    }

    private List<List<ReturnView.Box>> records(
            List<Item> items, List<Observation> values, List<StoredFinding> findings) {
        Map<String, Map<String, Observation>> records = new LinkedHashMap<>();
        values.stream()
                .filter(o -> !o.record().isEmpty())
                .forEach(o -> records.computeIfAbsent(o.record(), r -> new HashMap<>())
                        .put(o.item(), o));
        Map<String, StoredFinding> byCell = new HashMap<>();
        findings.forEach(f -> byCell.putIfAbsent(f.finding().where().cell(), f));
        return records.values().stream()
                .limit(MOST_RECORDS)
                .map(record -> items.stream()
                        .map(item -> Optional.ofNullable(record.get(item.code())))
                        .map(said -> box(said, byCell))
                        .toList())
                .toList();
    }

    private ReturnView.Box box(Optional<Observation> said, Map<String, StoredFinding> byCell) {
        Optional<StoredFinding> found =
                said.flatMap(o -> Optional.ofNullable(byCell.get(o.where().cell())));
        return new ReturnView.Box(
                said.map(this::show).orElse(""),
                found.map(f -> f.finding().severity().code()).orElse(""),
                found.map(f -> frame.wording().sentence(f.finding(), f.period()))
                        .map(Visible::line)
                        .orElse(""));
    }

    /** A value as people write it; one of a list by its label. */
    private String show(Observation said) {
        if (said.value() instanceof Value.Quantity quantity) {
            BigDecimal number = quantity.number();
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        String text = said.value().show();
        if (catalogue.item(said.item()).filter(Item::isAcross).isPresent()) {
            return Visible.text(text);
        }
        return Visible.line(catalogue
                .item(said.item())
                .map(Item::choices)
                .filter(list -> !list.isEmpty())
                .map(list -> frame.wording().choice(list, text))
                .orElse(text));
    }

    /** By what a finding about a return is named on its page. */
    static String name(Finding finding) {
        return String.join("|", finding.rule(), finding.where().cell(), finding.record());
    }

    private FilesView.Found found(StoredFinding stored, boolean canExplain) {
        Finding finding = stored.finding();
        return new FilesView.Found(
                finding.severity().code(),
                frame.wording().text("severity." + finding.severity().code()),
                finding.where().cell(),
                Visible.line(frame.wording().sentence(finding, stored.period())),
                Optional.of(Visible.line(stored.explanation())).filter(e -> !e.isEmpty()),
                Optional.of(name(finding)).filter(n -> canExplain && stored.isUnexplained()));
    }

    private ReturnView.Revision revision(StoredSubmission s) {
        return new ReturnView.Revision(
                s.id(),
                frame.wording().text("disposition." + s.disposition().code()),
                Visible.line(s.file()),
                s.received().toString());
    }
}

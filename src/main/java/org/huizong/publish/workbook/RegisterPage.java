package org.huizong.publish.workbook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.huizong.aggregation.Figure;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.catalogue.Return;
import org.huizong.layout.RegisterLayout;
import org.huizong.model.Observation;
import org.huizong.model.Value;
import org.huizong.publish.narrative.DutyProgress;
import org.huizong.publish.narrative.Ledger;
import org.huizong.publish.narrative.Marks;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Terms;
import org.huizong.spreadsheet.write.TextWidth;

/** A register of the whole township: every unit's records one below the other, each with its source. */
final class RegisterPage {
    private static final int HEAD_ROW = 2;
    /** The last of the columns that stand on each sheet of paper. */
    private static final int KEY_COLUMN = 1;

    private static final double PLACES_A_PAGE = 170;
    /** The finding of a record that belongs to the unit which reported its number before. */
    private static final String ANOTHERS = "record.units";

    private final Terms terms;
    private final Page page;
    private final Return register;
    private final List<Item> items;
    private final Collection<Ledger.Entry> entries;
    private final Optional<DutyProgress> progress;
    private final Set<List<String>> notCounted;

    RegisterPage(Book book, Return register, Ledger ledger) {
        this.terms = book.terms();
        this.page = Page.list(book, SheetKey.of(register));
        this.register = register;
        this.items = RegisterLayout.of(
                        terms.catalogue(), register, terms.period().last())
                .items();
        this.entries = ledger.of(register);
        this.progress = DutyProgress.of(terms, items);
        this.notCounted = terms.publication().findings().stream()
                .filter(f -> f.form().equals(register.code()))
                .filter(f -> f.finding().rule().equals(ANOTHERS))
                .map(f -> List.of(f.unit(), f.finding().record()))
                .collect(Collectors.toSet());
    }

    void write() {
        page.widths(widths());
        int last = items.size() + 4 + (progress.isPresent() ? 3 : 0);
        int sheets = (int) Math.max(1, Math.round(page.places(0, last) / PLACES_A_PAGE));
        String title = terms.wording().label(register);
        page.title(0, first(title, Look.TITLE, sheets), Math.min(last, 10), title);
        String note = note();
        page.wide(1, first(note, Look.NOTE, sheets), Math.min(last, 10), note, Look.NOTE);
        List<String> heads = new ArrayList<>(List.of(terms.text("report.head.unit")));
        items.forEach(i -> heads.add(terms.wording().label(i)));
        progress.ifPresent(p -> heads.addAll(List.of(
                terms.text("report.head.measure"), terms.text("report.head.did"), terms.text("report.head.done"))));
        heads.add(terms.text("report.head.explanation"));
        heads.add(terms.text("report.head.file"));
        heads.add(terms.text("report.head.sheet"));
        heads.add(terms.text("report.head.row"));
        page.line(HEAD_ROW, Look.HEAD, heads.toArray(String[]::new));
        int row = HEAD_ROW + 1;
        for (Ledger.Entry entry : entries) {
            entry(row++, entry);
        }
        if (entries.isEmpty()) {
            page.text(row, 0, terms.text("report.register.none"), Look.PLAIN);
        } else {
            page.filter(HEAD_ROW, row - 1, last);
            sums(row);
        }
        page.sheet().createFreezePane(2, HEAD_ROW + 1);
        page.print(true, HEAD_ROW);
        // as many pages beside each other as it takes to be read; unit and key stand on each
        page.sheet().getPrintSetup().setFitWidth((short) sheets);
        page.sheet().setRepeatingColumns(new CellRangeAddress(-1, -1, 0, KEY_COLUMN));
        page.done();
    }

    /** The column in which a text begins: to the right of those that each sheet of paper repeats, if it would be cut there. */
    private int first(String text, Look look, int sheets) {
        boolean isWhole = TextWidth.of(text) * look.points() / 10.5 <= page.places(0, KEY_COLUMN) - 1;
        return sheets == 1 || isWhole ? 0 : KEY_COLUMN + 1;
    }

    private String note() {
        String period = terms.wording().period(terms.period());
        long others = entries.stream().filter(this::isOthers).count();
        String note = terms.text("report.register.note", period, entries.size() - others);
        String said = others == 0 ? note : note + " " + terms.text("report.register.others", others);
        return progress.flatMap(p -> new Marks(terms).note(entries.stream().map(e -> p.done(terms, e))))
                .map(marks -> said + " " + marks)
                .orElse(said);
    }

    /** Tells whether another unit reported its number before: such a row is counted nowhere. */
    private boolean isOthers(Ledger.Entry entry) {
        return notCounted.contains(List.of(entry.submission().unit(), entry.record()));
    }

    /** Below the records what is planned and done of each kind of measure. */
    private void sums(int first) {
        int row = first;
        for (DutyProgress.Sum sum : progress.map(p -> p.sums(terms, entries)).orElse(List.of())) {
            String measure = terms.wording().measure(sum.measure());
            page.text(row, 0, terms.text("report.register.sum", measure), Look.TOTAL_LABEL);
            int planned = items.indexOf(progress.orElseThrow().planned()) + 1;
            page.number(row, planned, sum.planned(), 0, Look.TOTAL);
            page.text(row, items.size() + 1, measure, Look.TOTAL_LABEL);
            page.figure(row, items.size() + 2, sum.done(), 0, Look.TOTAL);
            page.madeOf(row, items.size() + 3, sum.share(), sum.done(), 1, Look.TOTAL);
            row++;
        }
    }

    private double[] widths() {
        List<Double> widths = new ArrayList<>(List.of(14.0));
        items.forEach(i -> widths.add(
                i.type() == ItemType.DATE
                        ? 11.0
                        : i.type() == ItemType.IDENTITY
                                ? 20.0
                                : i.type() == ItemType.TEXT && i.required() ? 18.0 : 12.0));
        progress.ifPresent(p -> widths.addAll(List.of(10.0, 10.0, 10.0)));
        widths.addAll(List.of(22.0, 24.0, 16.0, 7.0));
        return widths.stream().mapToDouble(w -> w).toArray();
    }

    private void entry(int row, Ledger.Entry entry) {
        List<String> texts =
                new ArrayList<>(List.of(terms.label(entry.submission().unit())));
        for (Item item : items) {
            texts.add(value(entry, item)
                    .map(v -> terms.value(item.code(), v.show()))
                    .orElse(""));
        }
        progress.ifPresent(p -> texts.addAll(List.of(terms.wording().measure(p.measure(terms, entry)), "", "")));
        String explanation = Ledger.explanation(entry);
        texts.add(
                isOthers(entry)
                        ? terms.text("report.register.other", explanation).strip()
                        : explanation);
        texts.add(entry.submission().file());
        texts.add(entry.submission().sheet());
        texts.add(entry.values().values().stream()
                .findFirst()
                .map(o -> o.where().row())
                .orElse(""));
        page.line(row, Look.CELL, texts.toArray(String[]::new));
        progress.ifPresent(p -> {
            Figure done = p.done(terms, entry);
            page.figure(row, items.size() + 2, done, 0, Look.NUMBER);
            page.madeOf(row, items.size() + 3, p.share(terms, entry), done, 1, Look.NUMBER);
        });
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (value(entry, item).orElse(Value.Gap.BLANK) instanceof Value.Quantity q) {
                page.number(row, i + 1, q.number(), item.type().decimals(), Look.NUMBER);
            }
        }
    }

    private static Optional<Value> value(Ledger.Entry entry, Item item) {
        return Optional.ofNullable(entry.values().get(item.code())).map(Observation::value);
    }
}

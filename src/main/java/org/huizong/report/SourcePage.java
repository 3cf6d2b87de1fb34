package org.huizong.report;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.huizong.catalogue.Item;
import org.huizong.model.BaselineFigure;
import org.huizong.model.Below;
import org.huizong.model.OfficeTime;
import org.huizong.model.Value;
import org.huizong.store.MeasureStore.Counted;
import org.huizong.store.StoredBaseline;
import org.huizong.store.StoredCount;
import org.huizong.store.StoredObservation;
import org.huizong.store.StoredSubmission;

/** 数据来源: every submission with its file, and every counted value with its cell. */
final class SourcePage {
    /** More values than this are in observations.csv alone. */
    static final int MOST = 20_000;

    private static final int HEAD_ROW = 2;
    /** Row of the first submission. */
    static final int FIRST_ROW = HEAD_ROW + 1;
    /** With more submissions than this a spreadsheet would have too many links. */
    private static final int MOST_LINKS = 5_000;

    private static final int FILE = 4;
    private static final int LAST = 10;
    private static final int SHORT = 12;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Book book;
    private final Page page;
    private int row;

    SourcePage(Book book) {
        this.book = book;
        this.page = Page.list(book, Book.SOURCES);
    }

    void write() {
        page.widths(20, 40, 14, 8, 36, 16, 30, 18, 12, 12, 68);
        page.wide(0, 0, LAST - 1, book.text("report.sources.title"), Look.TITLE);
        page.wide(1, 0, LAST - 1, book.text("report.sources.note"), Look.NOTE);
        page.line(
                HEAD_ROW,
                Look.HEAD,
                book.text("report.head.unit"),
                book.text("report.head.return"),
                book.text("report.head.period"),
                book.text("report.head.revision"),
                book.text("report.head.file"),
                book.text("report.head.digest"),
                book.text("report.head.sheet"),
                book.text("report.head.saved"),
                book.text("report.head.received"),
                book.text("report.head.disposition"),
                book.text("report.head.digest.full"));
        row = FIRST_ROW;
        book.publication().submissions().forEach(this::submission);
        page.filter(HEAD_ROW, row - 1, LAST);
        int last = row - 1;
        baseline();
        measures();
        observations();
        book.workbook().setPrintArea(book.index(Book.SOURCES), 0, LAST - 1, 0, last);
        page.sheet().createFreezePane(0, HEAD_ROW + 1);
        page.print(true, HEAD_ROW);
        page.done();
    }

    private void submission(StoredSubmission s) {
        page.line(
                row,
                Look.CELL,
                book.label(s.unit()),
                book.label(s.form()),
                book.wording().period(s.period()),
                "",
                s.file(),
                s.sha256().substring(0, Math.min(SHORT, s.sha256().length())),
                s.sheet(),
                s.saved().map(SourcePage::local).orElse(""),
                s.received().toString(),
                book.text("report.disposition." + s.disposition().code()),
                s.sha256());
        page.count(row, 3, s.revision(), Look.NUMBER);
        if (book.publication().submissions().size() <= MOST_LINKS) {
            page.archived(row, FILE, s);
        }
        row++;
    }

    /** A moment as the office's clock shows it. */
    static String local(Instant instant) {
        return MINUTE.format(instant.atZone(OfficeTime.ZONE));
    }

    /** The figures that stand in for what was never collected: each with the line of its file. */
    private void baseline() {
        List<StoredBaseline> used = book.consolidation().baseline();
        if (used.isEmpty()) {
            return;
        }
        row++;
        page.text(row++, 0, book.text("report.sources.baseline", Marks.BASELINE), Look.SECTION);
        page.line(
                row++,
                Look.HEAD,
                book.text("report.head.unit"),
                book.text("report.head.item"),
                book.text("report.head.period"),
                book.text("report.head.line"),
                book.text("report.head.file"),
                book.text("report.head.digest"),
                book.text("report.head.source"),
                book.text("report.head.recorded"),
                book.text("report.head.value"),
                book.text("report.head.code"),
                book.text("report.head.digest.full"));
        used.forEach(this::baseline);
    }

    private void baseline(StoredBaseline stored) {
        BaselineFigure figure = stored.figure();
        page.line(
                row,
                Look.CELL,
                book.label(figure.unit()),
                book.words(figure.code()),
                book.wording().period(figure.period()),
                "",
                stored.file(),
                stored.sha256().substring(0, SHORT),
                figure.source(),
                local(stored.recorded()),
                "",
                book.catalogue().item(figure.code()).map(Item::row).orElse(""),
                stored.sha256());
        page.count(row, 3, figure.line(), Look.NUMBER);
        int decimals = Math.max(0, figure.value().stripTrailingZeros().scale());
        page.marked(row++, 8, figure.value(), decimals, Look.NUMBER);
    }

    /** Says what registers are counted for: each record with the row that it was counted from. */
    private void measures() {
        List<StoredCount> counts = new ArrayList<>();
        long[] all = {0};
        book.publication().observations().counts(c -> {
            if (all[0]++ < MOST) {
                counts.add(c);
            }
        });
        if (counts.isEmpty()) {
            return;
        }
        row++;
        page.text(row++, 0, book.text("report.sources.measures"), Look.SECTION);
        if (all[0] > MOST) {
            page.text(row++, 0, book.text("report.sources.measures.cut", all[0], MOST), Look.PLAIN);
        }
        heads();
        counts.forEach(this::count);
    }

    private void count(StoredCount stored) {
        Counted counted = stored.counted();
        StoredSubmission s = stored.submission();
        page.texts(
                row,
                0,
                Look.CELL,
                book.label(counted.unit()),
                label(counted.item()),
                book.wording().period(counted.period()),
                "",
                s.file(),
                "",
                s.sheet(),
                counted.record(),
                counted.cell(),
                book.catalogue().item(counted.item()).map(Item::row).orElse(""));
        page.count(row, 3, s.revision(), Look.NUMBER);
        int decimals = Math.max(0, counted.amount().stripTrailingZeros().scale());
        page.number(row, 5, counted.amount(), decimals, Look.NUMBER);
        page.fit(row++, "", label(counted.item()), "", "", s.file());
    }

    private void heads() {
        page.line(
                row++,
                Look.HEAD,
                book.text("report.head.unit"),
                book.text("report.head.item"),
                book.text("report.head.period"),
                book.text("report.head.revision"),
                book.text("report.head.file"),
                book.text("report.head.value"),
                book.text("report.head.sheet"),
                book.text("report.head.record"),
                book.text("report.head.cell"),
                book.text("report.head.code"));
    }

    private void observations() {
        long count = book.publication().observations().count();
        row++;
        page.text(row++, 0, book.text("report.sources.cells"), Look.SECTION);
        if (count > MOST) {
            page.text(row++, 0, book.text("report.sources.cut", count, MOST), Look.PLAIN);
        }
        heads();
        if (book.catalogue().isOfMany() && count > MOST) {
            // what was handed up for the units below would take the place of the returns' own values
            long[] left = {MOST};
            book.publication().observations().each(o -> {
                if (Below.item(o.observation().item()).isEmpty() && left[0]-- > 0) {
                    observation(o);
                }
            });
        } else {
            book.publication().observations().first(MOST, this::observation);
        }
    }

    private void observation(StoredObservation stored) {
        StoredSubmission s = stored.submission();
        String item = stored.observation().item();
        page.texts(
                row,
                0,
                Look.CELL,
                book.label(s.unit()),
                label(item),
                book.wording().period(s.period()),
                "",
                s.file(),
                "",
                stored.observation().where().sheet(),
                stored.observation().record(),
                stored.observation().where().cell(),
                book.catalogue().item(item).map(Item::row).orElse(""));
        page.count(row, 3, s.revision(), Look.NUMBER);
        Value value = stored.observation().value();
        if (value instanceof Value.Quantity q) {
            int decimals = Math.max(0, q.number().stripTrailingZeros().scale());
            page.number(row, 5, q.number(), decimals, Look.NUMBER);
        } else {
            page.text(row, 5, book.value(item, value.show()), Look.CELL);
        }
        page.fit(row++, "", label(item), "", "", s.file());
    }

    private String label(String item) {
        if (item.startsWith("explain.")) {
            return book.text("report.explanationof", item.substring("explain.".length()));
        }
        return switch (item) {
            case Below.OWED -> book.text("report.below.owed");
            case Below.COUNTED -> book.text("report.below.counted");
            case Below.MISSING -> book.text("report.below.missing");
            case Below.LACKING -> book.text("report.below.lacking");
            default ->
                Below.item(item)
                        .map(of -> book.text("report.below.item", book.label(of).strip()))
                        .orElseGet(() -> book.label(item).strip());
        };
    }
}

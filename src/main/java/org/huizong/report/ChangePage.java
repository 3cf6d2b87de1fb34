package org.huizong.report;

import java.util.Set;
import org.apache.poi.ss.usermodel.Sheet;
import org.huizong.catalogue.Indicator;
import org.huizong.period.Period;
import org.huizong.store.Edition;
import org.huizong.store.EditionChange;

/** 变更: what differs from the edition before, and which file caused it. */
final class ChangePage {
    private static final int LAST = 5;
    private static final Set<String> INDICATOR_KINDS =
            Set.of("indicator", "prior", "year_ago", "year_to_date", "year_to_date_ago");

    /** Those that are about a return of a period. */
    private static final Set<String> FORM_KINDS = Set.of("coverage", "below", "baseline");

    private final Book book;
    private final Page page;
    private int row;

    ChangePage(Book book, Sheet sheet) {
        this.book = book;
        this.page = new Page(book, sheet);
    }

    void write() {
        Edition edition = book.publication().edition();
        page.widths(12, 36, 22, 16, 16, 44);
        page.wide(row++, 0, LAST, book.text("report.changes.title"), Look.TITLE);
        String which = edition.number() == 1
                ? book.text("report.changes.first", edition.asOf())
                : edition.changes().isEmpty()
                        ? book.text("report.changes.none", edition.number(), edition.asOf())
                        : book.text(
                                "report.changes.note",
                                edition.number(),
                                edition.asOf(),
                                edition.number() - 1,
                                edition.changes().size());
        page.wide(row++, 0, LAST, which, Look.NOTE);
        edition.stale().ifPresent(why -> page.wide(row++, 0, LAST, stale(why), Look.NOTE));
        if (!book.publication().outdated().isEmpty()) {
            String periods = book.wording().periods(book.publication().outdated());
            page.wide(row++, 0, LAST, book.text("report.changes.outdated", periods), Look.NOTE);
        }
        int head = row++;
        if (!edition.changes().isEmpty()) {
            page.line(
                    head,
                    Look.HEAD,
                    book.text("report.head.kind"),
                    book.text("report.head.what"),
                    book.text("report.head.unit"),
                    book.text("report.head.before"),
                    book.text("report.head.after"),
                    book.text("report.head.cause"));
            edition.changes().forEach(this::line);
            page.filter(head, row - 1, LAST);
            page.sheet().createFreezePane(0, head + 1);
        }
        page.print(true, head);
    }

    /** Why the edition no longer fits what is on record. */
    String stale(String why) {
        String what = Period.tryParse(why).map(book.wording()::period).orElse(why);
        return book.text("report.changes.stale", what);
    }

    private void line(EditionChange change) {
        page.line(
                row++,
                Look.CELL,
                book.text("report.change.kind." + change.kind()),
                what(change),
                change.unit().isEmpty() ? book.wording().label(book.catalogue().top()) : book.label(change.unit()),
                figure(change, change.before()),
                figure(change, change.after()),
                change.cause());
    }

    private String what(EditionChange change) {
        String code = change.code();
        if (INDICATOR_KINDS.contains(change.kind())) {
            return book.catalogue().indicators().stream()
                    .filter(i -> i.code().equals(code))
                    .findFirst()
                    .map((Indicator i) -> book.wording().label(i))
                    .orElse(code);
        }
        if (FORM_KINDS.contains(change.kind())) {
            String[] formAndPeriod = code.split(" ", 2);
            String period = formAndPeriod.length > 1
                    ? Period.tryParse(formAndPeriod[1])
                            .map(book.wording()::period)
                            .orElse(formAndPeriod[1])
                    : "";
            return book.text("report.change.coverage", book.label(formAndPeriod[0]), period);
        }
        return book.label(code).strip();
    }

    /** Only what is not counted is on record as coverage, so nothing means counted; of all units together, that it is due. */
    private String figure(EditionChange change, String figure) {
        if (change.kind().equals("coverage")) {
            String counted = change.unit().isEmpty() ? "due" : "counted";
            return book.text("report.state." + (figure.isEmpty() ? counted : figure));
        }
        if (change.kind().equals("below")) {
            return figure.isEmpty() ? book.text("report.below.none") : book.text("report.missing", figure);
        }
        return figure.isEmpty() ? Page.NONE : book.value(change.code(), figure);
    }
}

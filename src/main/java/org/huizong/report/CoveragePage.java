package org.huizong.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.FilingStatus;
import org.huizong.catalogue.Unit;
import org.huizong.store.StoredSubmission;

/** 报送情况: how many of what each unit owes is there, then every owed return. */
final class CoveragePage {
    private static final int LAST = 8;

    private final Book book;
    private final Page page;
    private int row;

    CoveragePage(Book book) {
        this.book = book;
        this.page = Page.list(book, Book.COVERAGE);
    }

    void write() {
        Coverage coverage = book.consolidation().coverage();
        page.widths(14, 24, 30, 13, 13, 10, 10, 8, 40);
        page.wide(row++, 0, LAST, book.text("report.coverage.title"), Look.TITLE);
        page.wide(row++, 0, LAST, new Verdict(book).counts(), Look.NOTE);
        row++;
        counts();
        row++;
        page.text(row++, 0, book.text("report.coverage.each"), Look.SECTION);
        int head = row++;
        page.line(
                head,
                Look.HEAD,
                book.text("report.head.period"),
                book.text("report.head.unit"),
                book.text("report.head.return"),
                book.text("report.head.due"),
                book.text("report.head.received"),
                book.text("report.head.dayslate"),
                book.text("report.head.state"),
                book.text("report.head.revision"),
                book.text("report.head.file"));
        coverage.standings().forEach(this::line);
        coverage.leftOut().forEach(this::leftOut);
        page.filter(head, row - 1, LAST);
        page.print(true, head);
        page.done();
    }

    /** The township first, then a row a unit. */
    private void counts() {
        page.line(
                row++,
                Look.HEAD,
                book.text("report.head.number"),
                book.text("report.head.unit"),
                book.text("report.head.standing"),
                book.text("report.head.owed"),
                book.text("report.head.counted"),
                book.text("report.state.intime"),
                book.text("report.state.late"),
                book.text("report.head.open"),
                book.text("report.head.open.how"));
        count(
                "",
                book.text("report.coverage.all"),
                new Standings(book.consolidation().coverage().standings()));
        int number = 1;
        for (Unit unit : book.catalogue().units()) {
            Standings standings = book.states().of(unit.code());
            if (!standings.all().isEmpty()) {
                count(String.valueOf(number++), book.wording().label(unit), standings);
            }
        }
    }

    private void count(String number, String label, Standings standings) {
        String open = Stream.of(new Verdict(book).names(standings.all()), below(standings))
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(book.text("report.semicolon")));
        page.text(row, 0, number, Look.CENTRE);
        page.text(row, 1, label, Look.CELL);
        page.text(row, 2, book.states().text(standings), book.states().look(standings));
        page.count(row, 3, standings.owed(), Look.NUMBER);
        page.count(row, 4, standings.counted(), Look.NUMBER);
        page.count(row, 5, standings.inTime(), Look.NUMBER);
        page.count(row, 6, standings.late(), Look.NUMBER);
        page.count(row, 7, (long) standings.owed() - standings.counted(), Look.NUMBER);
        page.text(row, LAST, open, Look.CELL);
        page.fit(row++, "", label, book.states().text(standings), "", "", "", "", "", open);
    }

    /** How many of those counted lack somebody below; empty if none does. */
    private String below(Standings standings) {
        long count = standings.all().stream().filter(s -> s.below().isPresent()).count();
        return count == 0 ? "" : book.text("report.below.count", count);
    }

    /** What was accepted and is in no figure, because the catalogue says that nobody owes it. */
    private void leftOut(StoredSubmission sent) {
        String[] texts = {
            book.wording().period(sent.period()),
            book.label(sent.unit()),
            book.label(sent.form()),
            "",
            sent.received().toString(),
            "",
            book.text("report.state.left_out"),
            "",
            sent.file()
        };
        page.line(row, Look.CELL, texts);
        page.text(row, 6, texts[6], Look.POOR);
        page.count(row++, 7, sent.revision(), Look.NUMBER);
    }

    private void line(FilingStatus standing) {
        Optional<StoredSubmission> sent = standing.submission();
        List<String> texts = List.of(
                book.wording().period(standing.owed().period()),
                book.label(standing.owed().unit()),
                book.label(standing.owed().form()),
                standing.due().toString(),
                standing.received().map(LocalDate::toString).orElse(""));
        page.line(row, Look.CELL, texts.toArray(String[]::new));
        if (standing.isLate()) {
            page.count(row, 5, Standings.daysLate(standing), Look.NUMBER);
        } else {
            page.blank(row, 5, Look.NUMBER);
        }
        String state = standing.below()
                .map(b -> book.text("report.below.state", book.states().text(standing), b.counted(), b.owed()))
                .orElseGet(() -> book.states().text(standing));
        page.text(
                row,
                6,
                state,
                standing.below().isPresent() ? Look.NEAR : book.states().look(standing));
        sent.ifPresentOrElse(s -> page.count(row, 7, s.revision(), Look.NUMBER), () -> page.blank(row, 7, Look.NUMBER));
        String name = sent.map(StoredSubmission::file).orElse("");
        String file = standing.below()
                .map(b -> book.text("report.below.file", book.wording().few(b.names()), name))
                .orElse(name);
        page.text(row, LAST, file, Look.CELL);
        page.fit(row++, texts.get(0), texts.get(1), texts.get(2), "", "", "", state, "", file);
    }
}

package org.huizong.publish.workbook;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.aggregation.Coverage;
import org.huizong.catalogue.Unit;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Standings;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.narrative.Verdict;
import org.huizong.publish.table.CoverageList;
import org.huizong.publish.table.Listing;

/** 报送情况: how many of what each unit owes is there, then every owed return. */
final class CoveragePage {
    /** The counts by unit stand in the columns of the list. */
    private static final int LAST = 8;

    private final Terms terms;
    private final Page page;
    private final Listing<CoverageList.Filing> list;
    private int row;

    CoveragePage(Book book) {
        this.terms = book.terms();
        this.page = Page.list(book, SheetKey.COVERAGE);
        this.list = CoverageList.of(terms);
    }

    void write() {
        Coverage coverage = terms.consolidation().coverage();
        page.widthsOf(list);
        page.title(row++, LAST, terms.text("report.coverage.title"));
        page.wide(row++, 0, LAST, new Verdict(terms).counts(), Look.NOTE);
        row++;
        counts();
        row++;
        page.text(row++, 0, terms.text("report.coverage.each"), Look.SECTION);
        int head = row++;
        page.heads(head, list);
        CoverageList.rows(coverage).accept(filing -> page.row(row++, list, filing));
        page.filter(head, row - 1, LAST);
        page.print(true, head);
        page.done();
    }

    /** The township first, then a row a unit. */
    private void counts() {
        page.line(
                row++,
                Look.HEAD,
                terms.text("report.head.number"),
                terms.text("report.head.unit"),
                terms.text("report.head.standing"),
                terms.text("report.head.owed"),
                terms.text("report.head.counted"),
                terms.text("report.state.intime"),
                terms.text("report.state.late"),
                terms.text("report.head.open"),
                terms.text("report.head.open.how"));
        count(
                "",
                terms.text("report.coverage.all"),
                new Standings(terms.consolidation().coverage().standings()));
        int number = 1;
        for (Unit unit : terms.catalogue().units()) {
            Standings standings = terms.states().of(unit.code());
            if (!standings.all().isEmpty()) {
                count(String.valueOf(number++), terms.wording().label(unit), standings);
            }
        }
    }

    private void count(String number, String label, Standings standings) {
        String open = Stream.of(new Verdict(terms).names(standings.all()), below(standings))
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(terms.text("report.semicolon")));
        page.text(row, 0, number, Look.CENTRE);
        page.text(row, 1, label, Look.CELL);
        page.text(row, 2, terms.states().text(standings), Look.of(terms.states().tone(standings)));
        page.count(row, 3, standings.owed(), Look.NUMBER);
        page.count(row, 4, standings.counted(), Look.NUMBER);
        page.count(row, 5, standings.inTime(), Look.NUMBER);
        page.count(row, 6, standings.late(), Look.NUMBER);
        page.count(row, 7, (long) standings.owed() - standings.counted(), Look.NUMBER);
        page.text(row, LAST, open, Look.CELL);
        page.fit(row++, "", label, terms.states().text(standings), "", "", "", "", "", open);
    }

    /** How many of those counted lack somebody below; empty if none does. */
    private String below(Standings standings) {
        long count = standings.all().stream().filter(s -> s.below().isPresent()).count();
        return count == 0 ? "" : terms.text("report.below.count", count);
    }
}

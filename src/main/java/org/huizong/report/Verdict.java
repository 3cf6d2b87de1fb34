package org.huizong.report;

import java.util.ArrayList;
import java.util.List;
import org.huizong.consolidation.Coverage;
import org.huizong.consolidation.Standing;

/** Who is in the figures and who is not, in sentences. */
final class Verdict {
    private static final int NAMED = 8;

    private final Book book;

    Verdict(Book book) {
        this.book = book;
    }

    /** 应报37份,实报36份(其中迟报2份),缺报1份 … */
    String counts() {
        Coverage coverage = book.consolidation().coverage();
        return book.text(
                "report.verdict.counts",
                coverage.owed(),
                coverage.count(Standing.State.COUNTED),
                coverage.late(),
                coverage.count(Standing.State.MISSING),
                coverage.count(Standing.State.REJECTED),
                coverage.count(Standing.State.CONFLICT));
    }

    /** Whether all is there, and if not who is not in the figures. */
    String completeness() {
        Coverage coverage = book.consolidation().coverage();
        return coverage.isComplete()
                ? book.text("report.verdict.complete")
                : book.text("report.verdict.incomplete", open(new Standings(coverage.standings())));
    }

    /** Those that are not counted, the first eight by name; empty if there are none. */
    String open(Standings standings) {
        List<Standing> open = standings.all().stream()
                .filter(s -> s.state() != Standing.State.COUNTED)
                .toList();
        List<String> names = new ArrayList<>();
        for (Standing standing : open.stream().limit(NAMED).toList()) {
            String form = book.catalogue()
                    .form(standing.owed().form(), standing.owed().period().last())
                    .map(book::shortLabel)
                    .orElse(standing.owed().form());
            String what = standing.owed().period().equals(book.period())
                    ? form
                    : book.text(
                            "report.verdict.of",
                            form,
                            book.wording().period(standing.owed().period()));
            names.add(book.text(
                    "report.verdict.one",
                    book.label(standing.owed().unit()),
                    what,
                    book.states().text(standing)));
        }
        String list = String.join(book.text("report.comma"), names);
        return open.size() > NAMED ? book.text("report.verdict.more", list, open.size()) : list;
    }
}

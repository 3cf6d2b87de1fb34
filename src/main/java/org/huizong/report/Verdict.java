package org.huizong.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.FilingStatus;
import org.huizong.aggregation.MissingFiling;
import org.huizong.model.Period;
import org.huizong.store.StoredSubmission;

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
                coverage.count(FilingStatus.State.COUNTED),
                coverage.late(),
                coverage.count(FilingStatus.State.MISSING),
                coverage.count(FilingStatus.State.REJECTED),
                coverage.count(FilingStatus.State.CONFLICT));
    }

    /** Whether all is there; if not, what the figures do not hold, and why. */
    String completeness() {
        Coverage coverage = book.consolidation().coverage();
        if (book.consolidation().isWhole()) {
            return book.text("report.verdict.complete");
        }
        List<String> sentences = new ArrayList<>();
        List<FilingStatus> open =
                coverage.open().stream().filter(s -> !s.neverRun()).toList();
        if (!open.isEmpty()) {
            sentences.add(book.text("report.verdict.incomplete", names(open)));
        }
        List<FilingStatus> neverRun =
                coverage.open().stream().filter(FilingStatus::neverRun).toList();
        if (!neverRun.isEmpty()) {
            sentences.add(
                    book.text("report.verdict.neverrun", book.wording().periods(coverage.neverRun()), neverRun.size()));
        }
        if (coverage.open().isEmpty() && coverage.owed() > 0) {
            sentences.add(book.text("report.verdict.uptodate"));
        }
        new Beneath(book).all().ifPresent(who -> sentences.add(book.text("report.verdict.below", who)));
        coverage.partlyDue()
                .forEach((period, count) -> sentences.add(
                        book.text("report.verdict.notdue.some", book.wording().period(period), count)));
        if (!coverage.notDue().isEmpty()) {
            long count = coverage.standings().stream()
                    .filter(s -> coverage.notDue().contains(s.owed().period()))
                    .count();
            sentences.add(book.text("report.verdict.notdue", book.wording().periods(coverage.notDue()), count));
        }
        if (!coverage.leftOut().isEmpty()) {
            sentences.add(book.text("report.verdict.leftout", coverage.leftOut().size(), leftOut(coverage.leftOut())));
        }
        List<MissingFiling> earlier = book.consolidation().earlierGaps();
        if (!earlier.isEmpty()) {
            sentences.add(book.text("report.verdict.yeartodate", new Gaps(book).text(earlier, book.period())));
        }
        return String.join(book.text("report.gap"), sentences);
    }

    /** Who sent what no figure holds: 西街社区（普法宣传与学法情况，2025年1月至9月）. */
    private String leftOut(List<StoredSubmission> all) {
        Map<List<String>, List<Period>> byReturn = new LinkedHashMap<>();
        all.forEach(s -> byReturn.computeIfAbsent(List.of(s.unit(), s.form()), k -> new ArrayList<>())
                .add(s.period()));
        List<String> names = byReturn.entrySet().stream()
                .limit(NAMED)
                .map(e -> book.text(
                        "report.verdict.one",
                        book.label(e.getKey().get(0)),
                        form(e.getKey().get(1), e.getValue().get(0)),
                        book.wording().periods(e.getValue())))
                .toList();
        String list = String.join(book.text("report.comma"), names);
        return byReturn.size() > NAMED ? book.text("report.verdict.more", list, all.size()) : list;
    }

    private String form(String code, Period period) {
        return book.catalogue().form(code, period.last()).map(book::shortLabel).orElse(code);
    }

    /** Those that are owed by now and not counted, the first eight by name; empty if there are none. */
    String names(List<FilingStatus> standings) {
        List<FilingStatus> open =
                standings.stream().filter(FilingStatus::isOpen).toList();
        List<String> names = new ArrayList<>();
        for (FilingStatus standing : open.stream().limit(NAMED).toList()) {
            String form = form(standing.owed().form(), standing.owed().period());
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

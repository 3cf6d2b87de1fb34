package org.huizong.publish.narrative;

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
public final class Verdict {
    private static final int NAMED = 8;

    private final Terms terms;

    public Verdict(Terms terms) {
        this.terms = terms;
    }

    /** 应报37份,实报36份(其中迟报2份),缺报1份. */
    public String counts() {
        Coverage coverage = terms.consolidation().coverage();
        String others = part("late", coverage.late())
                + part("missing", coverage.count(FilingStatus.State.MISSING))
                + part("rejected", coverage.count(FilingStatus.State.REJECTED))
                + part("conflict", coverage.count(FilingStatus.State.CONFLICT));
        return terms.text("report.verdict.counts", coverage.owed(), coverage.count(FilingStatus.State.COUNTED), others);
    }

    /** What there is none of is not spoken of. */
    private String part(String state, int count) {
        return count == 0 ? "" : terms.text("report.verdict.counts." + state, count);
    }

    /** Whether all is there; if not, what the figures do not hold, and why. */
    public String completeness() {
        Coverage coverage = terms.consolidation().coverage();
        if (terms.consolidation().isWhole()) {
            return terms.text("report.verdict.complete");
        }
        List<String> sentences = new ArrayList<>();
        List<FilingStatus> open =
                coverage.open().stream().filter(s -> !s.neverRun()).toList();
        if (!open.isEmpty()) {
            sentences.add(terms.text("report.verdict.incomplete", names(open)));
        }
        List<FilingStatus> neverRun =
                coverage.open().stream().filter(FilingStatus::neverRun).toList();
        if (!neverRun.isEmpty()) {
            sentences.add(terms.text(
                    "report.verdict.neverrun", terms.wording().periods(coverage.neverRun()), neverRun.size()));
        }
        if (coverage.open().isEmpty() && coverage.owed() > 0) {
            sentences.add(terms.text("report.verdict.uptodate"));
        }
        new Beneath(terms).all().ifPresent(who -> sentences.add(terms.text("report.verdict.below", who)));
        coverage.partlyDue()
                .forEach((period, count) -> sentences.add(
                        terms.text("report.verdict.notdue.some", terms.wording().period(period), count)));
        if (!coverage.notDue().isEmpty()) {
            long count = coverage.standings().stream()
                    .filter(s -> coverage.notDue().contains(s.owed().period()))
                    .count();
            sentences.add(terms.text("report.verdict.notdue", terms.wording().periods(coverage.notDue()), count));
        }
        if (!coverage.leftOut().isEmpty()) {
            sentences.add(
                    terms.text("report.verdict.leftout", coverage.leftOut().size(), leftOut(coverage.leftOut())));
        }
        List<MissingFiling> earlier = terms.consolidation().earlierGaps();
        if (!earlier.isEmpty()) {
            sentences.add(terms.text("report.verdict.yeartodate", new Gaps(terms).text(earlier, terms.period())));
        }
        return String.join(" ", sentences);
    }

    /** Who sent what no figure holds: 西街社区（普法宣传与学法情况，2025年1月至9月）. */
    private String leftOut(List<StoredSubmission> all) {
        Map<List<String>, List<Period>> byReturn = new LinkedHashMap<>();
        all.forEach(s -> byReturn.computeIfAbsent(List.of(s.unit(), s.form()), k -> new ArrayList<>())
                .add(s.period()));
        List<String> names = byReturn.entrySet().stream()
                .limit(NAMED)
                .map(e -> terms.text(
                        "report.verdict.one",
                        terms.label(e.getKey().get(0)),
                        form(e.getKey().get(1), e.getValue().get(0)),
                        terms.wording().periods(e.getValue())))
                .toList();
        String list = terms.list(names);
        return byReturn.size() > NAMED ? terms.text("report.verdict.more", list, all.size()) : list;
    }

    private String form(String code, Period period) {
        return terms.catalogue()
                .form(code, period.last())
                .map(terms::shortLabel)
                .orElse(code);
    }

    /** Those that are owed by now and not counted, the first eight by name; empty if there are none. */
    public String names(List<FilingStatus> standings) {
        List<FilingStatus> open =
                standings.stream().filter(FilingStatus::isOpen).toList();
        List<String> names = new ArrayList<>();
        for (FilingStatus standing : open.stream().limit(NAMED).toList()) {
            String form = form(standing.owed().form(), standing.owed().period());
            String what = standing.owed().period().equals(terms.period())
                    ? form
                    : terms.text(
                            "report.verdict.of",
                            form,
                            terms.wording().period(standing.owed().period()));
            names.add(terms.text(
                    "report.verdict.one",
                    terms.label(standing.owed().unit()),
                    what,
                    terms.states().text(standing)));
        }
        String list = terms.list(names);
        return open.size() > NAMED ? terms.text("report.verdict.more", list, open.size()) : list;
    }
}

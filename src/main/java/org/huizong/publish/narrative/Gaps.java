package org.huizong.publish.narrative;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huizong.aggregation.FilingStatus;
import org.huizong.aggregation.MissingFiling;
import org.huizong.catalogue.Obligation;
import org.huizong.model.Period;

/** What a figure lacks, in words: 缺 石桥村; of a longer period 2025年3月未汇总;2025年5月缺 石桥村. */
public final class Gaps {
    private static final int UNITS = 5;
    private static final int PERIODS = 3;

    private final Terms terms;

    public Gaps(Terms terms) {
        this.terms = terms;
    }

    /**
     * The gaps of one figure; empty if there are none.
     *
     * @param whole the period of the figure, which is not said again
     */
    public String text(List<MissingFiling> gaps, Period whole) {
        List<String> parts = new ArrayList<>();
        List<Period> never = periods(gaps, MissingFiling.Why.NEVER_RUN);
        if (!never.isEmpty()) {
            parts.add(terms.text("report.lacks.neverrun", terms.wording().periods(never)));
        }
        Map<Period, List<String>> open =
                byPeriod(gaps, MissingFiling.Why.OPEN, g -> g.owed().unit());
        open.entrySet().stream()
                .limit(PERIODS)
                .forEach(e -> parts.add(of(terms, e.getKey(), whole, units(e.getValue()))));
        if (open.size() > PERIODS) {
            parts.add(terms.text("report.lacks.more", open.size() - PERIODS));
        }
        if (gaps.stream().anyMatch(g -> g.why() == MissingFiling.Why.BELOW)) {
            parts.add(new Beneath(terms).lacking(gaps, whole));
        }
        blank(gaps, whole).forEach(parts::add);
        List<Period> notDue = new ArrayList<>(periods(gaps, MissingFiling.Why.NOT_DUE));
        for (Period period : periods(gaps, MissingFiling.Why.NOT_DUE)) {
            List<Obligation> waiting = gaps.stream()
                    .filter(g -> g.why() == MissingFiling.Why.NOT_DUE)
                    .map(MissingFiling::owed)
                    .filter(o -> o.period().equals(period))
                    .distinct()
                    .toList();
            if (hasBegun(period, waiting)) {
                notDue.remove(period);
                parts.add(terms.text("report.lacks.notdue.some", terms.wording().period(period), waiting.size()));
            }
        }
        if (!notDue.isEmpty()) {
            parts.add(terms.text("report.lacks.notdue", terms.wording().periods(notDue)));
        }
        return String.join(terms.text("report.semicolon"), parts);
    }

    /** Tells whether others have reported or should have what these are waited for. */
    private boolean hasBegun(Period period, List<Obligation> waiting) {
        Set<String> forms = waiting.stream().map(Obligation::form).collect(Collectors.toSet());
        return terms.consolidation().coverage().standings().stream()
                .filter(s -> s.owed().period().equals(period)
                        && forms.contains(s.owed().form()))
                .anyMatch(s -> s.state() != FilingStatus.State.NOT_DUE);
    }

    /** Who left the cell blank, by period. */
    private List<String> blank(List<MissingFiling> gaps, Period whole) {
        return byPeriod(gaps, MissingFiling.Why.BLANK, g -> g.owed().unit()).entrySet().stream()
                .limit(PERIODS)
                .map(e -> of(terms, e.getKey(), whole, terms.text("report.lacks.blank", names(e.getValue()))))
                .toList();
    }

    /** Those that are lacking for one reason, by period. */
    static Map<Period, List<String>> byPeriod(
            List<MissingFiling> gaps, MissingFiling.Why why, Function<MissingFiling, String> who) {
        return gaps.stream()
                .filter(g -> g.why() == why)
                .collect(Collectors.groupingBy(
                        g -> g.owed().period(), LinkedHashMap::new, Collectors.mapping(who, Collectors.toList())));
    }

    /** What is said of a period, with its name unless it is the whole that is spoken of. */
    static String of(Terms terms, Period period, Period whole, String said) {
        return period.equals(whole)
                ? said
                : terms.text("report.lacks.of", terms.wording().period(period), said);
    }

    private static List<Period> periods(List<MissingFiling> gaps, MissingFiling.Why why) {
        return gaps.stream()
                .filter(g -> g.why() == why)
                .map(g -> g.owed().period())
                .distinct()
                .sorted()
                .toList();
    }

    /** 缺 and the units, the first five by name. */
    private String units(List<String> codes) {
        int all = (int) codes.stream().distinct().count();
        return all > UNITS
                ? terms.text("report.missing.more", names(codes), all)
                : terms.text("report.missing", names(codes));
    }

    /** The first five by name. */
    private String names(List<String> codes) {
        return terms.list(
                codes.stream().distinct().limit(UNITS).map(terms::label).toList());
    }
}

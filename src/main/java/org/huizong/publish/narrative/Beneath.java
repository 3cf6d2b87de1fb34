package org.huizong.publish.narrative;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.aggregation.FilingStatus;
import org.huizong.aggregation.Lacking;
import org.huizong.aggregation.MissingFiling;
import org.huizong.catalogue.Obligation;
import org.huizong.model.Period;

/** Whom the counted returns of units that report for many lack themselves, in words: 青溪镇(石桥村). */
public final class Beneath {
    private static final int NAMED = 3;

    private final Terms terms;

    public Beneath(Terms terms) {
        this.terms = terms;
    }

    /** How many returns lack somebody, and whom; empty if none does. */
    Optional<String> all() {
        List<FilingStatus> below = terms.consolidation().coverage().below();
        return below.isEmpty()
                ? Optional.empty()
                : Optional.of(terms.text(
                        "report.below.all",
                        below.size(),
                        names(below.stream().map(this::name).toList())));
    }

    /** Who is not in these returns: units that have not reported, and those that reported without some of theirs. */
    public String without(List<FilingStatus> standings) {
        List<String> names = standings.stream()
                .filter(s -> s.isOpen() || s.below().isPresent())
                .map(s -> s.isOpen() ? terms.label(s.owed().unit()) : name(s))
                .distinct()
                .toList();
        return terms.list(names);
    }

    /**
     * What a figure lacks below: 下级缺 青溪镇(石桥村), or of a month that is not the period's own the unit alone.
     *
     * @param gaps those of the figure, of whatever kind
     * @param whole the period of the figure, which is not said again
     */
    String lacking(List<MissingFiling> gaps, Period whole) {
        Map<Obligation, FilingStatus> standings = new LinkedHashMap<>();
        terms.consolidation().coverage().below().forEach(s -> standings.put(s.owed(), s));
        List<String> parts = new ArrayList<>();
        Gaps.byPeriod(
                        gaps,
                        MissingFiling.Why.BELOW,
                        g -> Optional.ofNullable(standings.get(g.owed()))
                                .map(this::name)
                                .orElseGet(() -> terms.label(g.owed().unit())))
                .forEach((period, who) ->
                        parts.add(Gaps.of(terms, period, whole, terms.text("report.below.lacks", names(who)))));
        return String.join(terms.text("report.semicolon"), parts);
    }

    private String names(List<String> all) {
        List<String> names = all.stream().distinct().toList();
        String first = terms.list(names.stream().limit(NAMED).toList());
        return names.size() > NAMED ? terms.text("report.below.more", first) : first;
    }

    private String name(FilingStatus standing) {
        return terms.text(
                "report.below.of",
                terms.label(standing.owed().unit()),
                standing.below().map(Lacking::names).map(terms.wording()::few).orElse(""));
    }
}

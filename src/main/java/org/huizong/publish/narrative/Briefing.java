package org.huizong.publish.narrative;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.aggregation.Comparison;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.FilingStatus;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.catalogue.Indicator.Direction;
import org.huizong.publish.narrative.Statement.Base;
import org.huizong.publish.narrative.Statement.Change;

/**
 * What a period came to in three to five sentences that can be read aloud: what was done, what should not happen, what
 * changed most and by whom, who has not reported, what must be decided.
 *
 * <p>An indicator of which neither more nor less is better is never spoken of, because fines and penalties are no merit
 * (行政处罚法 74).
 */
public final class Briefing {
    /** A change below so many per cent is not spoken of. */
    public static final int LEAST_PERCENT = 20;

    private static final int AMOUNTS = 5;
    private static final int CHANGES = 2;
    private static final int DEMANDS = 3;

    private final Terms terms;
    private final List<IndicatorFigures> headlines;

    private Briefing(Terms terms) {
        this.terms = terms;
        this.headlines = Headlines.of(terms);
    }

    /** The sentences of a publication, in the order in which they are read. */
    public static List<Statement> of(Terms terms) {
        Briefing briefing = new Briefing(terms);
        return Stream.of(
                        Optional.of(briefing.work()),
                        briefing.incidents(),
                        briefing.changes(),
                        Optional.of(briefing.filing()),
                        Optional.of(briefing.demands()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Statement work() {
        return new Statement.Work(headlines.stream()
                .filter(i -> i.indicator().direction() == Direction.UP)
                .filter(i -> i.now().value().filter(v -> v.signum() > 0).isPresent())
                .limit(AMOUNTS)
                .toList());
    }

    /** What is not among the headlines is spoken of if it happened. */
    private Optional<Statement> incidents() {
        List<IndicatorFigures> known = terms.consolidation().indicators().stream()
                .filter(i -> i.indicator().direction() == Direction.DOWN)
                .filter(i -> i.now().value().isPresent())
                .toList();
        List<IndicatorFigures> some =
                known.stream().filter(i -> !isZero(i.now())).toList();
        List<IndicatorFigures> none = known.stream()
                .filter(i -> isZero(i.now()))
                .filter(headlines::contains)
                .toList();
        return some.isEmpty() && none.isEmpty() ? Optional.empty() : Optional.of(new Statement.Incidents(none, some));
    }

    private static boolean isZero(Figure figure) {
        return figure.value().filter(v -> v.signum() != 0).isEmpty();
    }

    private Optional<Statement> changes() {
        return Stream.of(Base.PRIOR, Base.YEAR_AGO)
                .filter(base -> base == Base.YEAR_AGO || terms.period().isMonth())
                .flatMap(base -> changes(base).stream())
                .findFirst();
    }

    /** The changes against one base; empty if nothing can be held against it. */
    private Optional<Statement> changes(Base base) {
        List<IndicatorFigures> compared = headlines.stream()
                .filter(i -> i.indicator().direction() != Direction.NONE)
                .filter(i -> !i.indicator().isShare())
                .filter(i -> comparison(i, base).difference().isPresent())
                .toList();
        if (compared.isEmpty()) {
            return Optional.empty();
        }
        Shares shares = new Shares(terms);
        List<Change> largest = compared.stream()
                .map(i -> new Change(i, comparison(i, base), List.of()))
                .filter(c -> c.percent().abs().intValue() >= LEAST_PERCENT)
                .sorted(Comparator.comparing((Change c) -> c.percent().abs()).reversed())
                .limit(CHANGES)
                .map(c -> new Change(c.figures(), c.comparison(), base == Base.PRIOR ? shares.of(c) : List.of()))
                .toList();
        boolean baseline = (largest.isEmpty()
                        ? compared.stream()
                        : largest.stream().map(Change::figures))
                .anyMatch(i -> (base == Base.PRIOR ? i.prior() : i.yearAgo()).isBaseline());
        return Optional.of(new Statement.Changes(base, baseline, largest));
    }

    private static Comparison comparison(IndicatorFigures figures, Base base) {
        return base == Base.PRIOR ? figures.againstPrior() : figures.againstYearAgo();
    }

    private Statement filing() {
        Coverage coverage = terms.consolidation().coverage();
        return new Statement.Filing(
                coverage.owed(),
                coverage.count(FilingStatus.State.COUNTED),
                coverage.late(),
                units(coverage.standings().stream().filter(FilingStatus::isLate)),
                units(coverage.open().stream()),
                coverage.count(FilingStatus.State.NOT_DUE));
    }

    private static List<String> units(Stream<FilingStatus> standings) {
        return standings.map(s -> s.owed().unit()).distinct().toList();
    }

    private Statement demands() {
        List<Attention> all = new ArrayList<>(Attention.all(terms));
        all.removeIf(a -> a.demand(terms).isEmpty());
        return new Statement.Demands(all.subList(0, Math.min(DEMANDS, all.size())));
    }
}

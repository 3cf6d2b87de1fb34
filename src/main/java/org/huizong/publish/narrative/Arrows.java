package org.huizong.publish.narrative;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.huizong.aggregation.Comparison;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.catalogue.Indicator;

/** Changes as 首页 shows them: an arrow and the word for it, ▲ 增长6.3% or ▼ 减少3起. */
public final class Arrows {
    private final Terms terms;
    private final Remarks remarks;
    private final Marks marks;

    public Arrows(Terms terms) {
        this.terms = terms;
        this.remarks = new Remarks(terms);
        this.marks = new Marks(terms);
    }

    /** The change against the period before; without an arrow where there is none. */
    public String againstPrior(IndicatorFigures f) {
        return words(f.againstPrior(), f.indicator(), f.now(), f.prior()).orElseGet(() -> remarks.againstPrior(f));
    }

    /** The change against the same period a year ago. */
    public String againstYearAgo(IndicatorFigures f) {
        return words(f.againstYearAgo(), f.indicator(), f.now(), f.yearAgo())
                .orElseGet(() -> remarks.againstYearAgo(f));
    }

    private Optional<String> words(Comparison comparison, Indicator indicator, Figure now, Figure then) {
        boolean moved = comparison.kind() == Comparison.Kind.UP || comparison.kind() == Comparison.Kind.DOWN;
        return moved ? moved(comparison, indicator).map(w -> marks.change(w, comparison, now, then)) : Optional.empty();
    }

    /** Empty if the change is nothing once it is rounded. */
    private Optional<String> moved(Comparison comparison, Indicator indicator) {
        String way = comparison.kind() == Comparison.Kind.UP ? "up" : "down";
        Optional<BigDecimal> percent = indicator.isShare() ? Optional.empty() : comparison.percent();
        BigDecimal amount = percent.orElseGet(() -> comparison
                        .difference()
                        .orElse(BigDecimal.ZERO)
                        .setScale(indicator.decimals(), RoundingMode.HALF_UP))
                .abs();
        if (amount.signum() == 0) {
            return Optional.empty();
        }
        String kind = percent.isPresent() ? "percent" : indicator.isShare() ? "points" : "amount";
        return Optional.of(terms.text(
                "report.arrow." + way + '.' + kind,
                amount.toPlainString(),
                terms.wording().measure(indicator.measure(), amount)));
    }
}

package org.huizong.office;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.huizong.assessment.Mark;
import org.huizong.catalogue.Criterion;
import org.huizong.catalogue.Unit;
import org.huizong.intake.parse.NumberText;
import org.huizong.model.Period;
import org.huizong.wording.Wording;

/** Points of the assessment that the office gives by hand, and what speaks against it: for a command and for the page. */
public final class Marking {
    private static final int DECIMALS = 2;
    private static final String MEASURE = "分";

    private final Wording wording;
    private final Unit unit;
    private final Period period;
    private final Criterion criterion;

    /** Of a unit by a criterion in a period. */
    public Marking(Wording wording, Unit unit, Period period, Criterion criterion) {
        this.wording = wording;
        this.unit = unit;
        this.period = period;
        this.criterion = criterion;
    }

    /**
     * Why points are not given or taken back.
     *
     * @param code ends the key of the sentence that says so
     * @param values what goes into that sentence
     */
    public record Refusal(String code, List<Object> values) {
        public Refusal {
            values = List.copyOf(values);
        }

        private static Refusal of(String code, Object... values) {
            return new Refusal(code, List.of(values));
        }
    }

    /**
     * Puts points on record.
     *
     * @param typed the points as somebody typed them
     * @return why it was not done; empty if it was
     */
    public Optional<Refusal> give(OfficeActs acts, String typed, String reason) {
        Optional<BigDecimal> points = points(typed);
        Optional<Refusal> refused = refused(acts)
                .or(() -> points.isPresent()
                        ? Optional.empty()
                        : Optional.of(
                                Refusal.of("points", typed, criterion.full().toPlainString())));
        if (refused.isEmpty()) {
            acts.assess(unit, period, criterion, points, reason);
        }
        return refused;
    }

    private Optional<Refusal> refused(OfficeActs acts) {
        if (criterion.frequency() != period.frequency()) {
            String often =
                    wording.text("report.frequency." + criterion.frequency().code());
            return Optional.of(Refusal.of("frequency", wording.label(criterion), often, period));
        }
        if (!criterion.isUsed(unit, period)) {
            return Optional.of(Refusal.of("unused", wording.label(unit), wording.label(criterion), period));
        }
        return acts.store().events().isClosed(period) ? Optional.of(Refusal.of("closed", period)) : Optional.empty();
    }

    /**
     * Puts on record that points are taken back.
     *
     * @return why it was not done; empty if it was
     */
    public Optional<Refusal> takeBack(OfficeActs acts, String reason) {
        Optional<Mark> standing = acts.mark(unit, period, criterion);
        Optional<Refusal> refused = refused(acts)
                .or(() -> standing.isPresent()
                        ? Optional.empty()
                        : Optional.of(Refusal.of("none", wording.label(unit), period, wording.label(criterion))));
        if (refused.isEmpty()) {
            acts.assess(unit, period, criterion, Optional.empty(), reason);
        }
        return refused;
    }

    /** Points as typed, from 0 to the full score: 18.5, １８．５, 18分. That there is nothing, 无, is no score. */
    private Optional<BigDecimal> points(String text) {
        boolean hasDigit = text.chars().anyMatch(Character::isDigit);
        return (hasDigit ? NumberText.read(text, MEASURE) : Optional.<BigDecimal>empty())
                .map(BigDecimal::stripTrailingZeros)
                .map(p -> p.setScale(Math.max(p.scale(), 0)))
                .filter(p -> p.signum() >= 0 && p.compareTo(criterion.full()) <= 0 && p.scale() <= DECIMALS);
    }
}

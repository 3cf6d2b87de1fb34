package org.huizong.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.assessment.Operand.Known;
import org.huizong.assessment.Operand.NotOwed;
import org.huizong.assessment.Operand.Unknown;
import org.huizong.assessment.Operand.Why;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Obligation;
import org.huizong.catalogue.TwoForms;
import org.huizong.model.Period;
import org.huizong.store.EventStore.Event;
import org.junit.jupiter.api.Test;

/** Facts in, scores with their evidence out. */
class AssessorTest {
    private static final Period MARCH = Period.parse("2026-03");
    private static final Period HALF = Period.parse("2026-H1");

    private final Map<String, Operand> known = new HashMap<>();
    private final List<Event> events = new ArrayList<>();

    @Test
    void takesNothingOffWhereNothingIsToBlame() {
        late(0, 0);

        var score = score("late,month,20,filing.late*3+filing.days_late,,mean", MARCH);

        assertThat(score.taken()).isEqualByComparingTo("0");
        assertThat(score.score()).isEqualByComparingTo("20");
        assertThat(score.deductions()).isEmpty();
    }

    @Test
    void takesOffWhatTheFormulaSaysAndNamesWhatItComesFromWithItsPart() {
        late(2, 3);

        var score = score("late,month,20,filing.late*3+filing.days_late,,mean", MARCH);

        assertThat(score.taken()).isEqualByComparingTo("12");
        assertThat(score.deductions().stream().map(d -> d.points().orElseThrow()))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("6"), new BigDecimal("6"));
    }

    @Test
    void takesOffNoMoreThanTheCapAndNeverLessThanNothing() {
        late(9, 3);

        assertThat(score("late,month,20,filing.late*3,8,mean", MARCH).taken()).isEqualByComparingTo("8");
        assertThat(score("late,month,20,filing.late*3,,mean", MARCH).taken()).isEqualByComparingTo("20");
        assertThat(score("late,month,20,1-filing.late,,mean", MARCH).taken()).isEqualByComparingTo("0");
    }

    @Test
    void saysOfEachFactWhatLessWouldBeTakenOffWithoutItUnderTheCapToo() {
        late(3, 3);

        var score = score("late,month,20,filing.late*3,8,mean", MARCH);
        var far = score("late,month,20,filing.late*3,5,mean", MARCH);

        assertThat(score.deductions().stream().map(d -> d.points().map(BigDecimal::toPlainString)))
                .containsExactly(Optional.of("2.00"), Optional.of("2.00"), Optional.of("2.00"));
        assertThat(far.deductions().stream().map(d -> d.points()))
                .containsExactly(Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void namesNoEvidenceWithoutWhichAsMuchWouldBeTakenOff() {
        Fact other = fact(Map.of("queries.open", BigDecimal.ONE, "queries.PUB", BigDecimal.ONE));
        Fact own = fact(Map.of("queries.open", BigDecimal.ONE));
        known.put("queries.open", new Known(new BigDecimal("2"), List.of(other, own)));
        known.put("queries.PUB", new Known(BigDecimal.ONE, List.of(other)));

        var score = score("late,month,20,queries.open-queries.PUB,,mean", MARCH);

        assertThat(score.taken()).isEqualByComparingTo("1");
        assertThat(score.deductions().stream().map(Score.Deduction::evidence)).containsExactly(own.evidence());
    }

    @Test
    void leavesOpenWhatIsNotKnownAndSaysWhichName() {
        known.put("filing.late", new Unknown(Why.NEVER_RUN));

        var score = score("late,month,20,filing.late,,mean", MARCH);

        assertThat(score.state()).isEqualTo(Score.State.OPEN);
        assertThat(score.unknown()).containsExactly(new Score.Missing(MARCH, "filing.late", Why.NEVER_RUN));
        assertThat(assessment("late,month,20,filing.late,,mean", MARCH).open()).isEqualByComparingTo("20");
        assertThat(assessment("late,month,20,filing.late,,mean", MARCH).full()).isEqualByComparingTo("0");
    }

    @Test
    void asksNothingOfAUnitThatOwesNothingOfIt() {
        known.put("filing.late", new NotOwed());

        var of = assessment("late,month,20,filing.late,,mean", MARCH);

        assertThat(of.scores().get(0).state()).isEqualTo(Score.State.NOT_APPLICABLE);
        assertThat(of.full()).isEqualByComparingTo("0");
        assertThat(of.open()).isEqualByComparingTo("0");
        assertThat(of.rate()).isEmpty();
    }

    @Test
    void makesTheHalfYearOfItsMonthsAsTheTableSays() {
        IntMonths months = new IntMonths(1, 0, 2, 0, 0, 3);

        assertThat(months.half("mean").taken()).isEqualByComparingTo("1");
        assertThat(months.half("mean").full()).isEqualByComparingTo("20");
        assertThat(months.half("sum").taken()).isEqualByComparingTo("6");
        assertThat(months.half("sum").full()).isEqualByComparingTo("120");
        assertThat(months.half("last").taken()).isEqualByComparingTo("3");
        assertThat(months.half("last").full()).isEqualByComparingTo("20");
    }

    @Test
    void makesAHalfYearOfTheMonthsThatAreKnownAndNamesTheOthers() {
        IntMonths months = new IntMonths(4, -1, 2, -1, -1, -1);

        var half = months.half("mean");

        assertThat(half.taken()).isEqualByComparingTo("3");
        assertThat(half.unknown().stream().map(m -> m.period().code()))
                .containsExactly("2026-02", "2026-04", "2026-05", "2026-06");
        assertThat(months.half("sum").full()).isEqualByComparingTo("40");
        assertThat(months.half("last").taken()).isEqualByComparingTo("2");
    }

    @Test
    void waitsForTheOfficeWhereThereIsNoFormula() {
        var score = score("late,month,20,,,mean", MARCH);

        assertThat(score.state()).isEqualTo(Score.State.OPEN);
        assertThat(score.unknown()).containsExactly(new Score.Missing(MARCH, "", Why.NO_MARK));
    }

    @Test
    void takesTheOfficesPointsInPlaceOfTheFormulaUntilTheyAreTakenBack() {
        late(2, 1);
        String criterion = "late,month,20,filing.late*3,,mean";

        mark(Optional.of("18.5"), "2026-04-10T02:00:00Z");
        var marked = score(criterion, MARCH);
        mark(Optional.empty(), "2026-04-11T02:00:00Z");
        var again = score(criterion, MARCH);

        assertThat(marked.score()).isEqualByComparingTo("18.5");
        assertThat(marked.mark().orElseThrow().reason()).isEqualTo("核实过");
        assertThat(again.score()).isEqualByComparingTo("14");
        assertThat(again.marks()).isEmpty();
    }

    @Test
    void readsBackWhatItPutOnRecord() {
        Mark mark = new Mark("v01", "late", MARCH, Optional.of(new BigDecimal("7.5")), "核实过", "zhang", Instant.EPOCH);

        assertThat(Mark.of(mark.event())).contains(mark);
        assertThat(Mark.of(new Event(Instant.EPOCH, "zhang", "close", MARCH, "", "")))
                .isEmpty();
    }

    /** So many late returns in each month from January on; nobody knows of a negative one. */
    private final class IntMonths {
        private final List<Integer> late;

        IntMonths(Integer... late) {
            this.late = List.of(late);
        }

        Score half(String time) {
            Catalogue catalogue = catalogue("late,month,20,filing.late,," + time);
            Facts facts = (criterion, unit, period, name) -> {
                int count = late.get(period.last().getMonthValue() - 1);
                return count < 0 ? new Unknown(Why.NEVER_RUN) : new Known(BigDecimal.valueOf(count), List.of());
            };
            return of(new Assessor(catalogue, facts, events).assess(HALF))
                    .scores()
                    .get(0);
        }
    }

    private void late(int returns, int days) {
        List<Fact> facts = Stream.iterate(1, n -> n + 1)
                .limit(returns)
                .map(n -> new Fact(
                        new Evidence.OfFiling(
                                Evidence.Filing.LATE, new Obligation("v01", "form" + n, MARCH), Optional.empty(), days),
                        Map.of("filing.late", BigDecimal.ONE, "filing.days_late", BigDecimal.valueOf(days))))
                .toList();
        known.put("filing.late", new Known(BigDecimal.valueOf(returns), facts));
        known.put("filing.days_late", new Known(BigDecimal.valueOf((long) returns * days), facts));
    }

    private static Fact fact(Map<String, BigDecimal> counts) {
        return new Fact(
                new Evidence.OfFiling(
                        Evidence.Filing.MISSING,
                        new Obligation("v01", counts.keySet().toString(), MARCH),
                        Optional.empty(),
                        0),
                counts);
    }

    private void mark(Optional<String> points, String when) {
        events.add(new Mark("v01", "late", MARCH, points.map(BigDecimal::new), "核实过", "zhang", Instant.parse(when))
                .event());
    }

    private Score score(String criterion, Period period) {
        return assessment(criterion, period).scores().get(0);
    }

    private Assessment.OfUnit assessment(String criterion, Period period) {
        Facts facts = (of, unit, asked, name) -> known.getOrDefault(name, new Unknown(Why.NOT_REPORTED));
        return of(new Assessor(catalogue(criterion), facts, events).assess(period));
    }

    private static Assessment.OfUnit of(Assessment assessment) {
        return assessment.units().stream()
                .filter(u -> u.unit().code().equals("v01"))
                .findFirst()
                .orElseThrow();
    }

    /** A catalogue in which villages have one criterion: code, frequency, full score, formula, cap, time. */
    private static Catalogue catalogue(String criterion) {
        String[] parts = criterion.split(",", -1);
        String table = "criterion,label,kinds,frequency,full,formula,cap,time,basis,note,from,until\n"
                + String.join(",", parts[0], "迟报", "village", parts[1], parts[2], parts[3], parts[4], parts[5], ",,,")
                + "\n";
        Map<String, byte[]> tables = new HashMap<>(TwoForms.tables());
        tables.put("assessment.csv", table.getBytes(StandardCharsets.UTF_8));
        return CatalogueLoader.load(tables);
    }
}

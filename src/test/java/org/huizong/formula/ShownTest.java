package org.huizong.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {
    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '§', textBlock = """
                    food.fixed<=food.found                  => {food.fixed} ≤ {food.found}
                    food.fixed>=prior.food.found*0.5        => {food.fixed} ≥ {prior.food.found} × 0.5
                    food.fixed<>food.found/3                => {food.fixed} ≠ {food.found} ÷ 3
                    food.fixed-(food.found-food.open)=0     => {food.fixed} - ({food.found} - {food.open}) = 0
                    (food.fixed-food.found)-food.open=0     => {food.fixed} - {food.found} - {food.open} = 0
                    (food.fixed+food.found)*2>1             => ({food.fixed} + {food.found}) × 2 > 1
                    food.fixed/(food.found*2)<1             => {food.fixed} ÷ ({food.found} × 2) < 1
                    -food.fixed<-5                          => -{food.fixed} < -5
                    ABS(food.fixed-food.found)<=10          => |{food.fixed} - {food.found}| ≤ 10
                    SUM(food.fixed,food.found)>0            => {food.fixed} + {food.found} > 0
                    SUM(food.fixed)*2>0                     => {food.fixed} × 2 > 0
                    MAX(10,food.fixed*0.1)>food.found       => {#max}(10, {food.fixed} × 0.1) > {food.found}
                    OR(food.fixed=0,food.found>0)           => {food.fixed} = 0 {#or} {food.found} > 0
                    OR(food.fixed=0,AND(food.found>0,food.open>0)) => {food.fixed} = 0 {#or} ({food.found} > 0 {#and} {food.open} > 0)
                    NOT(OR(food.fixed=0,food.found>0))      => {#not}({food.fixed} = 0 {#or} {food.found} > 0)
                    IF(food.open=0,food.fixed=0,food.found>0) => {#if} {food.open} = 0 {#then} {food.fixed} = 0 {#else} {food.found} > 0
                    IF(food.open=0,food.fixed=0)            => {#if} {food.open} = 0 {#then} {food.fixed} = 0
                    OR(ISBLANK(food.fixed),food.kind="处罚")  => {food.fixed} {#isblank} {#or} {food.kind} = “处罚”
                    NETWORKDAYS(food.day,as_of,holidays)<=7 => {#networkdays}({food.day}, {as_of}) ≤ 7
                    IFERROR(food.fixed/food.found,1)<=1     => {#iferror}({food.fixed} ÷ {food.found}, 1) ≤ 1
                    """)
    void writesAFormulaForPeople(String formula, String shown) {
        assertThat(Formula.parse(formula).shown(part -> Optional.empty())).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    MONTH(period_end)-1<food.found                        | 2 < {food.found}
                    IF(MONTH(period_end)=1,TRUE,food.fixed<=food.found)   | {food.fixed} ≤ {food.found}
                    IF(MONTH(period_end)=3,food.fixed<=food.found,TRUE)   | {food.fixed} ≤ {food.found}
                    OR(MONTH(period_end)=1,food.fixed<=food.found)        | {food.fixed} ≤ {food.found}
                    AND(MONTH(period_end)=3,food.fixed=1,food.found=1)    | {food.fixed} = 1 {#and} {food.found} = 1
                    AND(MONTH(period_end)=1,food.fixed=1)                 | {#false} {#and} {food.fixed} = 1
                    food.day<=period_end                                  | {food.day} ≤ {period_end}
                    """)
    void putsWhatIsKnownInItsPlaceAndLeavesOutWhatMakesNoDifference(String formula, String shown) {
        var evaluator = new Evaluator(List.of());
        var march = new Operand.Day(LocalDate.of(2025, 3, 31));

        assertThat(Formula.parse(formula)
                        .shown(part -> part.operands().equals(Set.of("period_end"))
                                ? Optional.of(evaluator.evaluate(part, name -> march))
                                : Optional.empty()))
                .isEqualTo(shown);
    }

    @Test
    void writesANumberThatIsKnownWithoutAnExponent() {
        var thousands = new Answer.Numeric(new BigDecimal("1E+3"));

        assertThat(Formula.parse("food.fixed<=10*100")
                        .shown(part -> part.operands().isEmpty() ? Optional.of(thousands) : Optional.empty()))
                .isEqualTo("{food.fixed} ≤ 1000");
    }

    @Test
    void namesWhatAFormulaDividesBy() {
        var formula = Formula.parse("food.fixed/food.found+food.open/(food.day-1)<=1");

        assertThat(formula.divisors()).extracting(Formula::text).containsExactly("food.found", "(food.day-1)");
    }
}

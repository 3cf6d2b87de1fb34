package org.huizong.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    private final Evaluator evaluator = new Evaluator(List.of(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 2)));

    @Test
    void listsEveryNameOnceInTheOrderOfTheText() {
        var formula = Formula.parse("ABS(food.found-prior.food.found)<=food.found*ytd.food.found");

        assertThat(formula.operands()).containsExactly("food.found", "prior.food.found", "ytd.food.found");
    }

    @Test
    void writesAnAddressForEachName() {
        var formula = Formula.parse("IF(food.found>0,food.fixed/food.found,0)");

        assertThat(formula.render(name -> name.equals("food.found") ? "$B$2" : "'表 1'!C3"))
                .isEqualTo("IF($B$2>0,'表 1'!C3/$B$2,0)");
    }

    @Test
    void writesAddInFunctionsAsTheyAre() {
        var formula = Formula.parse("NETWORKDAYS(cases.filed,EDATE(cases.filed,1),holidays)<=IFERROR(cases.days,7)");

        assertThat(formula.render(name -> name.replace("cases.", "x_")))
                .isEqualTo("NETWORKDAYS(x_filed,EDATE(x_filed,1),holidays)<=IFERROR(x_days,7)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    food.found+            | syntax
                    INDIRECT("A1")>0       | function
                    TODAY()>0              | function
                    SUMM(food.found)>0     | function
                    A1>0                   | address
                    SUM(A1:B2)>0           | address
                    Sheet2!A1>0            | sheet
                    food.found^2>0         | token
                    SUM({1,2,3})>0         | array
                    """)
    void refusesWhatTheCatalogueMayNotSay(String text, String kind) {
        assertThat(Formula.faults(text)).extracting(FormulaFault::kind).contains(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    food.found=food.fixed                     | food.found           | food.fixed
                    food.found+food.left>=(food.fixed-1)*2    | food.found+food.left | (food.fixed-1)*2
                    (food.found<food.fixed)                   | food.found           | food.fixed
                    ABS(food.found-food.fixed)<=food.left*0.1 | food.found           | food.fixed
                    IF(food.left>0,food.found,0)=food.fixed   | IF(food.left>0,food.found,0) | food.fixed
                    NETWORKDAYS(food.found,food.left,holidays)<=7 | NETWORKDAYS(food.found,food.left,holidays) | 7
                    """)
    void takesAComparisonApart(String text, String left, String right) {
        var sides = Formula.parse(text).sides().orElseThrow();

        assertThat(sides.left().text()).isEqualTo(left);
        assertThat(sides.right().text()).isEqualTo(right);
        assertThat(sides.left().render(name -> name.replace("food.", "x_"))).isEqualTo(left.replace("food.", "x_"));
        assertThat(sides.left().operands()).doesNotContain("food.fixed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AND(food.found=1,food.fixed=2)", "food.found+food.fixed", "IF(food.found=1,TRUE,FALSE)"})
    void findsNoSidesInWhatIsNoComparison(String text) {
        assertThat(Formula.parse(text).sides()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    food.found                             | true
                    food.found+food.fixed-food.left        | true
                    (food.found+food.fixed)/10000          | true
                    2*food.found-SUM(food.fixed,food.left) | true
                    SUM(food.found)                        | true
                    food.found/food.fixed*100              | false
                    food.found+1                           | false
                    MIN(food.found,food.fixed)             | false
                    food.found*food.fixed                  | false
                    100/food.found                         | false
                    """)
    void knowsWhichFormulasAddUpOverUnits(String text, boolean addsUp) {
        assertThat(Formula.parse(text).addsUp()).isEqualTo(addsUp);
    }

    @Test
    void countsWorkingDaysWithoutHolidays() {
        var days = Map.<String, Operand>of(
                "cases.from",
                new Operand.Day(LocalDate.of(2025, 9, 30)),
                "cases.until",
                new Operand.Day(LocalDate.of(2025, 10, 3)));

        var answer = evaluator.evaluate(Formula.parse("NETWORKDAYS(cases.from,cases.until,holidays)"), days::get);

        assertThat(answer).isEqualTo(new Answer.Numeric(BigDecimal.valueOf(2.0)));
    }

    @Test
    void evaluatesTheSameFormulaAnewWithOtherValues() {
        var formula = Formula.parse("food.fixed<=food.found");

        var five = evaluator.evaluate(formula, name -> number(name.equals("food.fixed") ? 5 : 3));
        var two = evaluator.evaluate(formula, name -> number(name.equals("food.fixed") ? 2 : 3));

        assertThat(five).isEqualTo(new Answer.Verdict(false));
        assertThat(two).isEqualTo(new Answer.Verdict(true));
    }

    @Test
    void countsABlankAsExcelDoes() {
        var sum = evaluator.evaluate(Formula.parse("food.found+1"), name -> Operand.Empty.EMPTY);
        var smallest = evaluator.evaluate(
                Formula.parse("MIN(food.found,food.fixed)"),
                name -> name.equals("food.found") ? Operand.Empty.EMPTY : number(4));

        assertThat(sum).isEqualTo(new Answer.Numeric(BigDecimal.valueOf(1.0)));
        assertThat(smallest).isEqualTo(new Answer.Numeric(BigDecimal.valueOf(4.0)));
    }

    @Test
    void saysWhyThereIsNoAnswer() {
        var divided = evaluator.evaluate(Formula.parse("food.fixed/food.found"), name -> number(0));
        var mixed = evaluator.evaluate(Formula.parse("food.fixed+1"), name -> new Operand.Words("约三十"));

        assertThat(divided).isEqualTo(new Answer.Failure("#DIV/0!"));
        assertThat(mixed).isEqualTo(new Answer.Failure("#VALUE!"));
    }

    private static Operand number(long number) {
        return new Operand.Numeric(BigDecimal.valueOf(number));
    }
}

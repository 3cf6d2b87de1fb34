package org.huizong.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;
import org.huizong.model.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    private final Evaluator evaluator = new Evaluator(
            List.of(
                    LocalDate.of(2025, 10, 1),
                    LocalDate.of(2025, 10, 2),
                    LocalDate.of(2026, 10, 1),
                    LocalDate.of(2026, 10, 2),
                    LocalDate.of(2026, 10, 5),
                    LocalDate.of(2026, 10, 6),
                    LocalDate.of(2026, 10, 7),
                    LocalDate.of(2028, 10, 2)),
            List.of(LocalDate.of(2026, 9, 20), LocalDate.of(2026, 10, 10)));

    @Test
    void listsEveryNameOnceInTheOrderOfTheText() {
        var formula = Formula.parse("ABS(food.found-prior.food.found)<=food.found*ytd.food.found");

        assertThat(formula.operands()).containsExactly("food.found", "prior.food.found", "ytd.food.found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.kind=\"村\" | true",
                "OR(ISBLANK(a.kind),a.kind<>\"村\",b.count>2) | true",
                "a.kind=b.kind | false",
                "IF(a.kind=\"\",b.kind,a.kind)=\"村\" | false",
                "a.kind&b.kind=\"村镇\" | false",
                "LEN(a.kind)=2 | false",
                "a.kind | false"
            })
    void tellsWhetherANameIsComparedWithTextsAlone(String formula, boolean alone) {
        assertThat(Formula.parse(formula).isComparedWithTextsAlone("a.kind")).isEqualTo(alone);
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
                    SUM(A1:B2)>0           | range
                    Sheet2!A1>0            | sheet
                    food.found^2>0         | token
                    SUM({1,2,3})>0         | array
                    SUM(food.found:food.fixed)>0    | range
                    SUM((food.found,food.fixed))>0  | range
                    food.found<=50%        | token
                    =food.found>0          | equals
                    food.found≤3           | wide
                    food.found=（3）        | wide
                    SUM()>0                | arguments
                    IF(food.found)         | arguments
                    EDATE(food.found)>0    | arguments
                    x.fee>0                | name
                    """)
    void refusesWhatTheCatalogueMayNotSay(String text, String kind) {
        assertThat(Formula.read(text).faults()).extracting(FormulaFault::kind).contains(kind);
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
    void refusesMoreThanAWorkbookTakes() {
        var lengthy = "food.found>0" + "+1".repeat(5000);
        var deep = "(".repeat(51) + "food.found" + ")".repeat(51) + ">0";
        var many = "SUM(food.found" + ",food.found".repeat(30) + ")>0";
        var wordy = "food.found=\"" + "字".repeat(256) + '"';

        assertThat(Stream.of(lengthy, deep, many, wordy).flatMap(t -> Formula.read(t).faults().stream()))
                .containsExactly(
                        new FormulaFault("long", Map.of("value", "10012", "most", "8192")),
                        new FormulaFault("deep", Map.of("value", "51", "most", "50")),
                        new FormulaFault("arguments", Map.of("value", "SUM")),
                        new FormulaFault("text", Map.of("value", "字".repeat(12), "most", "255")));
    }

    @Test
    void pointsAtTheLetterThatItStumblesOver() {
        assertThat(Formula.read("food.found==1").faults())
                .containsExactly(new FormulaFault("syntax", Map.of("value", "=1", "at", "12")));
        assertThat(Formula.read("food.found>1e5").faults())
                .containsExactly(new FormulaFault("syntax", Map.of("value", "e5", "at", "13")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    food.found+food.note>0                  | arithmetic
                    SUM(food.note)>0                        | argument
                    food.found="三"                          | comparison
                    food.note>food.found                    | comparison
                    (food.found>0)=1                        | comparison
                    food.found/0>1                          | zero
                    food.found+food.fixed                   | verdict
                    YEAR(food.found)>2000                   | argument.date
                    NETWORKDAYS(food.day,food.day,1)<7      | argument.holidays
                    holidays=1                              | comparison
                    """)
    void refusesWhatDoesNotGoTogether(String text, String kind) {
        assertThat(Formula.parse(text).faults(FormulaTest::kind, Kind.VERDICT))
                .extracting(FormulaFault::kind)
                .containsExactly(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "food.note=\"三\"",
                "LEN(food.note)>0",
                "EDATE(food.day,1)>food.day+30",
                "IF(food.found>0,food.note=\"有\",TRUE)",
                "IFERROR(food.fixed/food.found,0)<=1",
                "MAX(food.day,food.day)-food.day<15",
                "NETWORKDAYS(food.day,food.day,holidays)<7",
                "NOT(food.note&food.found=\"1\")"
            })
    void takesWhatGoesTogether(String text) {
        assertThat(Formula.parse(text).faults(FormulaTest::kind, Kind.VERDICT)).isEmpty();
    }

    private static Kind kind(String name) {
        return switch (name) {
            case "food.note" -> Kind.TEXT;
            case "food.day" -> Kind.DATE;
            case "holidays" -> Kind.HOLIDAYS;
            default -> Kind.NUMBER;
        };
    }

    @Test
    void countsWorkingDaysWithoutHolidays() {
        var days = Map.<String, Value>of(
                "cases.from",
                new Value.Date(LocalDate.of(2025, 9, 30)),
                "cases.until",
                new Value.Date(LocalDate.of(2025, 10, 3)));

        var answer = evaluator.evaluate(Formula.parse("NETWORKDAYS(cases.from,cases.until,holidays)"), days::get);

        assertThat(answer).isEqualTo(new Value.Quantity(BigDecimal.valueOf(2.0)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026-10-01 | 2026-10-12 | 4
                    2026-10-12 | 2026-10-01 | -4
                    2026-10-10 | 2026-10-10 | 1
                    2026-10-11 | 2026-10-11 | 0
                    2026-10-09 | 2026-10-10 | 2
                    2026-10-10 | 2026-10-09 | -2
                    2026-10-10 | 2026-09-20 | -12
                    2025-12-31 | 2026-01-01 | 2
                    """)
    void countsTheWeekendDaysWorkedInExchangeToo(LocalDate from, LocalDate until, double days) {
        var counted = workdays(from, until);

        assertThat(counted).isEqualTo(new Value.Quantity(BigDecimal.valueOf(days)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-31, 2027-01-04",
        "2027-01-04, 2026-12-31",
        "2026-10-09, 2028-10-09",
        "2027-03-01, 2027-03-02",
        "2024-12-31, 2025-01-02"
    })
    void cannotCountWorkingDaysOfAYearThatIsNotListed(LocalDate from, LocalDate until) {
        var counted = workdays(from, until);

        assertThat(counted).isEqualTo(new Value.CellError("#N/A"));
    }

    private Value workdays(LocalDate from, LocalDate until) {
        var days = Map.<String, Value>of("cases.from", new Value.Date(from), "cases.until", new Value.Date(until));
        return evaluator.evaluate(Formula.parse("WORKDAYS(cases.from,cases.until)"), days::get);
    }

    @Test
    void writesWorkdaysOutWhereACellIsToTakeIt() {
        var formula = Formula.parse("IF(ISBLANK(cases.from),TRUE,workdays(cases.from+1,cases.until)<=7)");

        assertThat(formula.operands()).containsExactly("cases.from", "cases.until");
        assertThat(formula.written())
                .isEqualTo(
                        "IF(ISBLANK(cases.from),TRUE,IF(AND(COUNTIF(holiday_years,YEAR(MIN(cases.from+1,cases.until)))>0,"
                                + "COUNTIF(holiday_years,\"<=\"&YEAR(cases.until))-COUNTIF(holiday_years,\"<=\"&YEAR(cases.from+1))"
                                + "=YEAR(cases.until)-YEAR(cases.from+1)),"
                                + "IF(cases.until<cases.from+1,-1,1)*"
                                + "(NETWORKDAYS(MIN(cases.from+1,cases.until),MAX(cases.from+1,cases.until),holidays)"
                                + "+COUNTIF(workdays,\"<=\"&MAX(cases.from+1,cases.until))"
                                + "-COUNTIF(workdays,\"<\"&MIN(cases.from+1,cases.until))),NA())<=7)");
        assertThat(formula.relabelled(n -> "[" + n + "]"))
                .isEqualTo("IF(ISBLANK([cases.from]),TRUE,workdays([cases.from]+1,[cases.until])<=7)");
    }

    @Test
    void refusesAFormulaThatIsTooLongOnceWorkdaysAreWrittenOut() {
        var one = "WORKDAYS(cases.from,cases.until)";
        var three = one;
        for (int i = 0; i < 3; i++) {
            three = "WORKDAYS(cases.from," + three + "+cases.from)";
        }

        assertThat(Formula.read(one + "<7").faults()).isEmpty();
        assertThat(Formula.read(three + "<7").faults())
                .extracting(FormulaFault::kind)
                .containsExactly("long");
    }

    @Test
    void evaluatesTheSameFormulaAnewWithOtherValues() {
        var formula = Formula.parse("food.fixed<=food.found");

        var five = evaluator.evaluate(formula, name -> number(name.equals("food.fixed") ? 5 : 3));
        var two = evaluator.evaluate(formula, name -> number(name.equals("food.fixed") ? 2 : 3));

        assertThat(five).isEqualTo(new Value.Logical(false));
        assertThat(two).isEqualTo(new Value.Logical(true));
    }

    @Test
    void countsABlankAsExcelDoes() {
        var sum = evaluator.evaluate(Formula.parse("food.found+1"), name -> Value.Gap.BLANK);
        var smallest = evaluator.evaluate(
                Formula.parse("MIN(food.found,food.fixed)"),
                name -> name.equals("food.found") ? Value.Gap.BLANK : number(4));

        assertThat(sum).isEqualTo(new Value.Quantity(BigDecimal.valueOf(1.0)));
        assertThat(smallest).isEqualTo(new Value.Quantity(BigDecimal.valueOf(4.0)));
    }

    @Test
    void saysWhyThereIsNoAnswer() {
        var divided = evaluator.evaluate(Formula.parse("food.fixed/food.found"), name -> number(0));
        var mixed = evaluator.evaluate(Formula.parse("food.fixed+1"), name -> new Value.Text("约三十"));

        assertThat(divided).isEqualTo(new Value.CellError("#DIV/0!"));
        assertThat(mixed).isEqualTo(new Value.CellError("#VALUE!"));
    }

    private static Value number(long number) {
        return new Value.Quantity(BigDecimal.valueOf(number));
    }

    @Test
    void saysHowManyTimesEachNameIsInASum() {
        var sum = Formula.parse("(food.x+SUM(food.y,food.x))/3-(2+4)*food.z/10000");

        assertThat(sum.weights())
                .containsOnly(
                        entry("food.x", new BigFraction(2, 3)),
                        entry("food.y", new BigFraction(1, 3)),
                        entry("food.z", new BigFraction(-6, 10000)));
    }

    @Test
    void saysOfARatioNotHowManyTimesANameIsInIt() {
        assertThat(Formula.parse("food.x/food.y").weights()).isEmpty();
    }
}

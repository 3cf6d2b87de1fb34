package org.huizong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.huizong.catalogue.Item.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the months of a unit make, as a number and as the formula of a template. */
class ItemTimeTest {
    private static final BigDecimal NOW = new BigDecimal("4");
    private static final List<Portion> MONTHS = portions("3", "9", "5.5");

    @ParameterizedTest
    @EnumSource
    void makesTheSameYearToDateInTheTemplateAsInTheRules(Time time) throws IOException {
        assertSame(time, MONTHS);
    }

    @ParameterizedTest
    @EnumSource
    void makesTheSameYearToDateWhereNothingWasOwedBefore(Time time) throws IOException {
        assertSame(time, List.of());
    }

    @Test
    void takesTheMeanOfThePeriodsThatAFigureIsOf() {
        var portions = List.of(new Portion(new BigDecimal("10"), 3), Portion.of(new BigDecimal("2")));

        assertThat(Time.MEAN.of(portions)).contains(new BigDecimal("8"));
        assertThat(Time.MEAN.of(List.of(new Portion(new BigDecimal("10"), 0)))).isEmpty();
    }

    private static void assertSame(Time time, List<Portion> before) throws IOException {
        Optional<Double> number =
                time.yearToDate(Optional.of(before), Optional.of(NOW)).map(BigDecimal::doubleValue);

        Optional<Double> formula = evaluated(time, before);

        assertThat(formula).isEqualTo(number);
    }

    private static Optional<Double> evaluated(Time time, List<Portion> before) throws IOException {
        Optional<Item.YearToDate> year = time.yearToDate("A1", Optional.of(before), "B1");
        if (year.isEmpty()) {
            return Optional.empty();
        }
        try (var book = new HSSFWorkbook()) {
            Row row = book.createSheet().createRow(0);
            time.of(before).ifPresent(v -> row.createCell(0).setCellValue(v.doubleValue()));
            row.createCell(1).setCellValue(NOW.doubleValue());
            boolean isKnown = year.get().needs().stream().allMatch(cell -> row.getCell(cell.charAt(0) - 'A') != null);
            row.createCell(2).setCellFormula(year.get().formula());
            var value = book.getCreationHelper().createFormulaEvaluator().evaluate(row.getCell(2));
            return isKnown && value.getCellType() == CellType.NUMERIC
                    ? Optional.of(value.getNumberValue())
                    : Optional.empty();
        }
    }

    private static List<Portion> portions(String... values) {
        return List.of(values).stream().map(BigDecimal::new).map(Portion::of).toList();
    }
}

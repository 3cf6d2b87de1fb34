package org.huizong.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a year of two small townships and their county must come to: worked out by hand from what the design says, before
 * there was code for it, in {@code expected.csv}. Each figure is held against every place where it is published: the
 * workbook, the tables and the summary, or the template that a unit is issued.
 *
 * <p>{@code —} stands for a figure that nobody knows: an empty cell of a table, null in the summary, no number in a cell.
 */
@Order(1)
class FiguresTest {
    private static final String UNKNOWN = "—";
    private static final Set<String> IN_TABLE = Set.of("now", "prior", "year_ago", "year_to_date");
    private static final List<String> MONTHS =
            Stream.iterate(1, m -> m + 1).limit(12).map("2025-%02d"::formatted).toList();
    /** The longer periods by the month after which they are consolidated. */
    private static final Map<String, List<String>> LONGER = Map.of(
            "2025-03", List.of("2025-Q1"),
            "2025-06", List.of("2025-Q2", "2025-H1"),
            "2025-09", List.of("2025-Q3"),
            "2025-12", List.of("2025-H2", "2025"));

    private static final Map<String, Town> TOWNS = new TreeMap<>();
    private static final Map<String, String> LABELS = new TreeMap<>();

    @TempDir
    private static Path home;

    /**
     * One cell.
     *
     * @param office code of the township or county that publishes it
     * @param unit whose it is; empty for all of the office
     * @param code of an indicator, item or return
     */
    record Case(String office, String period, String unit, String code, String column, String expected, String reason) {
        @Override
        public String toString() {
            return String.join(" ", office, period, unit, code, column, "=", expected, "(" + reason + ")");
        }

        boolean isItem() {
            return code.contains(".");
        }
    }

    @BeforeAll
    static void runTheYear() {
        for (String table : List.of("items", "indicators")) {
            Tables.read(Tables.beside("catalogue/" + table + ".csv"))
                    .forEach(row -> LABELS.put(row.get("code"), row.get("label")));
        }
        Town xikou = new Town(home.resolve("xikou"), "catalogue/units.csv");
        Town hekou = new Town(home.resolve("hekou"), "units-hekou.csv");
        Town qinghe = new Town(home.resolve("qinghe"), "units-qinghe.csv");
        TOWNS.putAll(Map.of("xikou", xikou, "hekou", hekou, "qinghe", qinghe));
        xikou.baseline("baseline.csv", "2025-01-05");
        for (String month : MONTHS) {
            xikou.month(month);
            LONGER.getOrDefault(month, List.of()).forEach(period -> xikou.consolidate(period, month));
        }
        for (String month : MONTHS.subList(0, 3)) {
            hekou.month(month);
            qinghe.rollUp(month, xikou, hekou);
        }
        qinghe.consolidate("2025-Q1", "2025-03").consolidate("2025-H1", "2025-06");
    }

    @AfterAll
    static void forgetTheWorkbooks() {
        TOWNS.clear();
    }

    static Stream<Arguments> cells() {
        return Tables.read(Tables.beside("expected.csv")).stream()
                .map(r -> new Case(
                        r.get("office"),
                        r.get("period"),
                        r.get("unit"),
                        r.get("code"),
                        r.get("column"),
                        r.get("expected"),
                        r.get("reason")))
                .map(Arguments::of);
    }

    @Test
    void holdsEveryCellOnce() {
        List<List<String>> cells = cells().map(a -> (Case) a.get()[0])
                .map(c -> List.of(c.office(), c.period(), c.unit(), c.code(), c.column()))
                .toList();

        assertThat(cells).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(120);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void showsTheRightNumberOrNone(Case cell) {
        try {
            check(cell);
        } catch (AssertionError e) {
            throw new AssertionError(cell + "\n" + e.getMessage(), e);
        }
    }

    /** In February food has not reported; in January one of the two land offices had not. */
    @Test
    void drawsNoFieldThatHasNotReportedAndHatchesWhatIsNotWhole() {
        Pages february = TOWNS.get("xikou").of("2025-02").pages();

        assertThat(february.chart("领域")).containsExactly(List.of("安监执法", "16"));
        assertThat(february.chart("月份"))
                .containsExactly(List.of("1月 3/4", "45", "55△"), List.of("2月 1/2、3/4", "16△", "23△"));
        assertThat(february.hatched("2025年各月走势")).containsExactly(List.of(1), List.of(0, 1));
    }

    @Test
    void printsNoOpeningAsWhatAddedUpSinceJanuary() {
        Pages january = TOWNS.get("xikou").of("2025-01").pages();

        assertThat(january.form("land.opening", "期初未结").number()).contains(BigDecimal.TEN.setScale(1));
        assertThat(january.formYearToDate("land.opening", "期初未结").text()).isEqualTo("—");
        assertThat(january.formYearToDate("land.filed", "立案").text()).isEqualTo("10△");
    }

    /** In July every return came, but the year to date lacks some of the months before. */
    @Test
    void callsAMonthCompleteOnlyIfNothingIsLackingFromJanuaryOn() {
        Published july = TOWNS.get("xikou").of("2025-07");

        assertThat(july.summary("coverage.counted")).isEqualTo(july.summary("coverage.owed"));
        assertThat(july.summary("verdict")).isEqualTo("incomplete");
        assertThat(july.pages().front("已到期限")).contains("本年累计不全");
    }

    private static void check(Case cell) {
        Town town = TOWNS.get(cell.office());
        if (cell.column().startsWith("template.")) {
            String which = cell.column().replace("template.", "");
            holds("template", cell, town.template(cell.unit(), cell.period()).cell(cell.code(), which), true);
            return;
        }
        Published published = town.of(cell.period());
        switch (cell.column()) {
            case "filing" ->
                assertThat(published
                                .row(
                                        "coverage.csv",
                                        "period",
                                        cell.period(),
                                        "unit",
                                        cell.unit(),
                                        "return",
                                        cell.code())
                                .get("state"))
                        .isEqualTo(cell.expected());
            case "owed", "missing", "rejected" ->
                assertThat(published.summary("coverage." + cell.column())).isEqualTo(cell.expected());
            case "counted" -> counted(cell, published);
            case "state", "as_at" -> assertThat(total(cell, published)).containsEntry(cell.column(), cell.expected());
            case "remark" -> assertThat(indicator(cell, published).text()).contains(cell.expected());
            case "remark_without" ->
                assertThat(published.pages().indicator(label(cell), "remark").text())
                        .doesNotContain(cell.expected());
            case "change_prior", "change_year_ago", "change_year_to_date" ->
                change(cell, indicator(cell, published).text());
            case "verdict" -> verdict(cell, indicator(cell, published).text());
            default -> figure(cell, town, published);
        }
    }

    private static void figure(Case cell, Town town, Published published) {
        if (!cell.unit().isEmpty()) {
            holds("page of units", cell, published.pages().unit(town.label(cell.unit()), label(cell)), true);
            return;
        }
        if (IN_TABLE.contains(cell.column())) {
            String value = total(cell, published).get(cell.column().equals("now") ? "value" : cell.column());
            assertThat(value).as("totals.csv").isEqualTo(cell.expected().equals(UNKNOWN) ? "" : cell.expected());
        }
        if (cell.isItem()) {
            form(cell, published.pages());
            return;
        }
        holds("主要指标", cell, indicator(cell, published), false);
        if (cell.column().equals("now")) {
            boolean known = !cell.expected().equals(UNKNOWN);
            assertThat(published.summary("totals." + cell.code()))
                    .as("summary.json")
                    .isEqualTo(known ? cell.expected() : "null");
            assertThat(!known || published.pages().isFormula(label(cell)))
                    .as("a figure of the period is a formula")
                    .isTrue();
            holds("formula of 主要指标", cell, published.pages().worked(label(cell)), false);
        }
    }

    private static void form(Case cell, Pages pages) {
        if (cell.column().equals("now")) {
            holds("form", cell, pages.form(cell.code(), label(cell)), false);
            holds("form, by its name", cell, pages.named(cell.code()), true);
        } else if (cell.column().equals("year_to_date")) {
            holds("form, 本年累计", cell, pages.formYearToDate(cell.code(), label(cell)), false);
        }
    }

    private static void counted(Case cell, Published published) {
        if (cell.code().equals("coverage")) {
            assertThat(published.summary("coverage.counted")).isEqualTo(cell.expected());
            return;
        }
        Map<String, String> total = total(cell, published);
        assertThat(total.get("counted") + "/" + total.get("owed"))
                .as("totals.csv")
                .isEqualTo(cell.expected());
        assertThat(indicator(cell, published).text()).as("主要指标").isEqualTo(cell.expected());
    }

    private static Map<String, String> total(Case cell, Published published) {
        return published.row("totals.csv", "code", cell.code());
    }

    private static Shown indicator(Case cell, Published published) {
        return published.pages().indicator(label(cell), cell.column());
    }

    /** A change without a base prints no number, whatever it says instead. */
    private static void change(Case cell, String printed) {
        switch (cell.expected()) {
            case UNKNOWN -> assertThat(printed).doesNotContainPattern("[0-9]");
            case "为0" -> assertThat(printed).startsWith(UNKNOWN).contains("为0").doesNotContain("%");
            // a figure of a baseline is marked
            default -> assertThat(printed.replace("*", "")).isEqualTo(cell.expected());
        }
    }

    private static void verdict(Case cell, String printed) {
        if (cell.expected().equals(UNKNOWN)) {
            assertThat(printed).doesNotContain("达到", "接近", "落后", "完成");
        } else {
            assertThat(printed).contains(cell.expected());
        }
    }

    private static void holds(String place, Case cell, Shown shown, boolean mayBeBlank) {
        if (cell.expected().equals(UNKNOWN)) {
            List<String> nothing = mayBeBlank ? Arrays.asList(UNKNOWN, "") : List.of(UNKNOWN);
            assertThat(shown.number()).as(place).isEmpty();
            assertThat(shown.text()).as(place).isIn(nothing);
            return;
        }
        BigDecimal expected = new BigDecimal(cell.expected());
        assertThat(shown.number().map(n -> n.setScale(expected.scale(), RoundingMode.HALF_UP)))
                .as(place + " shows " + shown.text())
                .contains(expected);
    }

    private static String label(Case cell) {
        return LABELS.getOrDefault(cell.code(), cell.code());
    }
}

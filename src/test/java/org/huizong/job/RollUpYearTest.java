package org.huizong.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.groups.Tuple;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.FormFigures;
import org.huizong.aggregation.SmallTown;
import org.huizong.catalogue.Catalogue;
import org.huizong.intake.Intake;
import org.huizong.intake.ReturnsFolder;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.publish.workbook.ReportWriter;
import org.huizong.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three small townships over three months, with items of every kind: what the units of a township make of a month is not
 * enough for a year of them all.
 */
class RollUpYearTest {
    private static final LocalDate APRIL = LocalDate.of(2025, 4, 10);
    private static final List<String> MONTHS = List.of("2025-01", "2025-02", "2025-03");
    private static final List<String> TOWNSHIPS = List.of("小河镇", "大河镇", "长河镇");
    private static final String HEAD = "code,label,label_en,kind,parent,returns,aliases,merged_into,from,until\n";

    @TempDir
    private Path home;

    @Test
    void comesToTheSameOfAQuarterAndAYearWhateverTheItem() throws IOException {
        Path returns = Files.createDirectories(home.resolve("returns"));
        try (SmallTown flat = town("flat", flatUnits())) {
            for (int t = 0; t < TOWNSHIPS.size(); t++) {
                try (SmallTown town = town("town" + t, townUnits(t, "", ""))) {
                    send(town, flat, t);
                    for (String month : MONTHS) {
                        hand(town, month, returns.resolve(month), TOWNSHIPS.get(t));
                    }
                    if (t == 0) {
                        hand(town, "2025-Q1", home.resolve("quarter"), TOWNSHIPS.get(t));
                    }
                }
            }
            MONTHS.forEach(flat::run);
            try (SmallTown county = town("county", countyUnits())) {
                for (String month : MONTHS) {
                    compare(flat, job(county, month, Optional.of(returns.resolve(month))), month);
                }
                Consolidation year = job(county, "2025", Optional.empty());
                compare(flat, year, "2025");
                Consolidation first = job(county, "2025-Q1", Optional.empty());
                compare(flat, first, "2025-Q1");
                FormFigures villages = first.form("village").orElseThrow();
                assertThat(villages.figure("t0", "village.residents").asAt()).isEmpty();
                assertThat(villages.figure("t1", "village.residents").asAt()).contains(YearMonth.of(2025, 2));
                Reading quarter = new Intake(county.catalogue())
                        .read(
                                ReturnsFolder.list(home.resolve("quarter"))
                                        .files()
                                        .get(0),
                                Period.parse("2025-Q1"));

                assertThat(year.total("village.sessions").value()).contains(BigDecimal.ONE);
                assertThat(year.coverage().below())
                        .extracting(
                                s -> s.owed().unit(),
                                s -> s.owed().period(),
                                s -> s.below().orElseThrow().missing())
                        .containsExactly(Tuple.tuple("t1", Period.parse("2025-03"), "南村"));
                assertThat(quarter.findings()).extracting(Finding::rule).containsExactly("below.longer");
            }
        }
    }

    private static void compare(SmallTown flat, Consolidation rolledUp, String period) {
        Consolidation all = flat.consolidate(period, APRIL);
        assertThat(figures(rolledUp)).as(period).isEqualTo(figures(all));
        assertThat(figures(all)).hasSize(51);
    }

    private static Map<String, String> figures(Consolidation all) {
        Map<String, String> figures = new TreeMap<>();
        all.indicators().forEach(i -> {
            String code = i.indicator().code();
            figures.put(code, text(i.now()));
            figures.put(code + " prior", text(i.prior()));
            figures.put(code + " to date", text(i.yearToDate()));
        });
        all.forms()
                .forEach(f -> f.items().forEach(i -> {
                    figures.put(i.code(), text(f.total(i.code())));
                    figures.put(i.code() + " prior", text(f.prior().get(i.code())));
                    figures.put(i.code() + " to date", text(f.yearToDate().get(i.code())));
                }));
        return figures;
    }

    private static String text(Figure figure) {
        return figure.value().map(v -> v.stripTrailingZeros().toPlainString()).orElse("—")
                + figure.asAt().map(m -> " as at " + m).orElse("");
    }

    /** The office and each village of a township, to its own township and to the office of all. */
    private static void send(SmallTown town, SmallTown flat, int t) {
        for (int m = 1; m <= MONTHS.size(); m++) {
            String month = MONTHS.get(m - 1);
            Map<String, Integer> office = Map.of(
                    "pension", 10 * t + m, "cases", t + m, "fines", 1000 * m, "takers", 20 + t, "passed", 10 + t + m);
            both(town, flat, t, "d01", "social", month, office);
            for (int v = 1; v <= 3; v++) {
                boolean gone = v == 3 && m == 3 && t != 1;
                boolean missing = v == 2 && m == 3 && t == 1;
                if (!gone && !missing) {
                    Map<String, Integer> village = new HashMap<>();
                    village.put("payers", 7 * t + 3 * v + m);
                    village.put("residents", 1000 * (t + 1) + 100 * v + m);
                    // each in a month of its own: of no month are there any in all
                    village.put("sessions", v + m == 4 ? 1 : 0);
                    village.put("peak", (7 * t + 5 * v + 3 * m) % 11);
                    village.put("top", (5 * t + 7 * v + 4 * m) % 13);
                    village.put("low", 2 + (3 * t + 5 * v + 9 * m) % 17);
                    both(town, flat, t, "v0" + v, "village", month, village);
                }
            }
        }
    }

    private static void both(
            SmallTown town,
            SmallTown flat,
            int t,
            String unit,
            String form,
            String month,
            Map<String, Integer> values) {
        town.send(unit, form, month, values);
        flat.send("t" + t + unit, form, month, values);
    }

    private SmallTown town(String name, String units) {
        return new SmallTown(home.resolve(name))
                .withTable("units.csv", HEAD + units)
                .withLine("items.csv", "village,village.sessions,学习,Study,03,,integer,人,,,,,,sum,min,,,,,")
                .withLine("items.csv", "village,village.peak,最多,Most,04,,integer,人,,,,,,max,sum,,,,,")
                .withLine("items.csv", "village,village.top,最高,Highest,05,,integer,人,,,,,,max,max,,,,,")
                .withLine("items.csv", "village,village.low,最低,Lowest,06,,integer,人,,,,,,last,min,,,,,")
                .withLine("indicators.csv", "sessions,people,60,学习,Study,人,village.sessions,0,up,6,,,,");
    }

    private static String countyUnits() {
        StringBuilder units = new StringBuilder("he,三河县,Sanhe,county,,,,,,\n");
        for (int t = 0; t < TOWNSHIPS.size(); t++) {
            units.append("t%d,%s,T%d,township,he,social;village,,,,\n".formatted(t, TOWNSHIPS.get(t), t));
        }
        return units.toString();
    }

    private static String flatUnits() {
        StringBuilder units = new StringBuilder("he,三河县,Sanhe,county,,,,,,\n");
        for (int t = 0; t < TOWNSHIPS.size(); t++) {
            units.append(villages("t" + t, TOWNSHIPS.get(t), "he", t));
        }
        return units.toString();
    }

    private static String townUnits(int t, String codes, String labels) {
        return "he,%s,T%d,township,,,,,,\n".formatted(TOWNSHIPS.get(t), t) + villages(codes, labels, "he", t);
    }

    /** In the first township the third village ends after February, in the third it is merged into the second. */
    private static String villages(String codes, String labels, String parent, int t) {
        String end = switch (t) {
            case 0 -> ",,2025-02";
            case 2 -> codes + "v02,,2025-02";
            default -> ",,";
        };
        return """
                %1$sd01,%2$s社会办,%1$sD,department,%3$s,social,,,,
                %1$sv01,%2$s东村,%1$sE,village,%3$s,village,,,,
                %1$sv02,%2$s南村,%1$sS,village,%3$s,village,,,,
                %1$sv03,%2$s北村,%1$sN,village,%3$s,village,,%4$s
                """.formatted(codes, labels, parent, end);
    }

    private static void hand(SmallTown town, String month, Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Catalogue catalogue = town.catalogue();
        try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".xlsx"))) {
            new ReportWriter(catalogue, County.wording(catalogue))
                    .write(town.publish(month, Period.parse(month).end().plusDays(5)), out);
        }
    }

    private Consolidation job(SmallTown county, String period, Optional<Path> returns) {
        Catalogue catalogue = county.catalogue();
        Store store = county.store();
        Path output = home.resolve("output").resolve(period);
        Outcome outcome = new MonthlyJob(catalogue, County.wording(catalogue), store)
                .run(new Request(Period.parse(period), returns, output, APRIL, Office.NOW, Set.of()), Progress.SILENT);
        List<String> refused = new ArrayList<>();
        outcome.publication().findings().stream()
                .filter(f -> f.finding().sendsBack())
                .forEach(f -> refused.add(f.toString()));
        assertThat(refused).isEmpty();
        return outcome.publication().consolidation();
    }
}

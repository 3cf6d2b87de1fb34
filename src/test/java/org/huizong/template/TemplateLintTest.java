package org.huizong.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Fault;
import org.huizong.catalogue.TwoForms;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateLintTest {
    @ParameterizedTest
    @EnumSource
    void findsRoomForEveryBuiltInRule(Lang lang) {
        var catalogue = CatalogueLoader.builtIn();

        assertThat(TemplateLint.faults(catalogue, wording(lang, catalogue))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void findsRoomForEveryBuiltInRuleWhereThousandsOfUnitsCanBeChosen(Lang lang) {
        var tables = CatalogueLoader.builtInTables();
        var units = new String(tables.get("units.csv"), StandardCharsets.UTF_8).strip();
        var village = units.lines()
                .filter(l -> l.contains(",village,"))
                .findFirst()
                .orElseThrow()
                .split(",", -1);
        var more = IntStream.rangeClosed(1, 3000).mapToObj(i -> {
            String[] cells = village.clone();
            cells[0] = "w" + i;
            cells[1] = "第%d村".formatted(i);
            cells[2] = "Village %d".formatted(i);
            cells[6] = "";
            return String.join(",", cells);
        });
        tables.put(
                "units.csv",
                Stream.concat(Stream.of(units), more)
                        .collect(Collectors.joining("\r\n"))
                        .getBytes(StandardCharsets.UTF_8));
        var catalogue = CatalogueLoader.load(tables);

        assertThat(TemplateLint.faults(catalogue, wording(lang, catalogue))).isEmpty();
    }

    @Test
    void namesARuleThatIsTooLongForACellOnceItsGuardIsAroundIt() {
        var formula =
                IntStream.range(0, 380).mapToObj(i -> "publicity.materials").collect(Collectors.joining("+", "", ">0"));
        var tables = TwoForms.tables();
        tables.put("rules.csv", ("""
                id,scope,severity,formula,missing,locate,message,message_en,basis,from,until
                PUB001,return,error,publicity.exam_passed<=publicity.exam_takers,skip,,请核对,please check,,,
                PUB002,return,query,%s,skip,publicity.materials,%s,please check,,,
                """.formatted(formula, "请核对".repeat(200))).getBytes(StandardCharsets.UTF_8));
        var catalogue = CatalogueLoader.load(tables);

        var faults = TemplateLint.faults(catalogue, wording(Lang.ZH, catalogue));

        assertThat(faults)
                .containsExactly(Fault.of(
                        "rules.csv", 3, "formula", "formula.template", Map.of("value", "8371", "most", "8192")));
    }

    @Test
    void namesARuleThatIsTooLongForARowOfARegister() {
        var tables = CatalogueLoader.builtInTables();
        var formula = IntStream.range(0, 120)
                .mapToObj(i -> "cases.kind=cases.kind")
                .collect(Collectors.joining("*", "", ">0"));
        var rules = new String(tables.get("rules.csv"), StandardCharsets.UTF_8);
        var heads =
                rules.lines().findFirst().orElseThrow().replace("\uFEFF", "").split(",");
        var line = Stream.of(heads)
                .map(head -> switch (head) {
                    case "id" -> "CAS901";
                    case "scope" -> "record";
                    case "severity" -> "error";
                    case "formula" -> formula;
                    case "missing" -> "zero";
                    case "locate" -> "cases.kind";
                    case "message" -> "请核对";
                    case "message_en" -> "please check";
                    default -> "";
                })
                .collect(Collectors.joining(","));
        tables.put("rules.csv", (rules.strip() + "\r\n" + line + "\r\n").getBytes(StandardCharsets.UTF_8));
        var catalogue = CatalogueLoader.load(tables);

        assertThat(TemplateLint.faults(catalogue, wording(Lang.ZH, catalogue)))
                .extracting(Fault::table, Fault::line, Fault::column, Fault::kind)
                .containsExactly(tuple("rules.csv", rules.strip().lines().count() + 1, "formula", "formula.template"));
    }

    private static Wording wording(Lang lang, Catalogue catalogue) {
        return new Wording(new MessageBundle(lang), catalogue);
    }
}

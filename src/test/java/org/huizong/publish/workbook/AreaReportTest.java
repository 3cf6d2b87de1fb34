package org.huizong.publish.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.huizong.aggregation.SmallTown;
import org.huizong.wording.Lang;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 分村 by area. */
class AreaReportTest {
    private static final String VILLAGES = "分村";

    @AutoClose
    private SmallTown town;

    @BeforeEach
    void makeTheTown(@TempDir Path folder) {
        town = new SmallTown(folder);
        town.with("units.csv", "aliases,merged_into", "aliases,area,merged_into")
                .with("units.csv", "township,,,,,,", "township,,,,,,,")
                .with("units.csv", "xiaohe,social,,,,", "xiaohe,social,,,,,")
                .with(
                        "units.csv",
                        "v01,东村,East Village,village,xiaohe,village,,",
                        "v01,东村,East Village,village,xiaohe,village,,a,")
                .with(
                        "units.csv",
                        "v02,南村,South Village,village,xiaohe,village,,",
                        "v02,南村,South Village,village,xiaohe,village,,b,")
                .with(
                        "units.csv",
                        "v03,北村,North Village,village,xiaohe,village,,",
                        "v03,北村,North Village,village,xiaohe,village,,a,")
                .withLine("choices.csv", "areas,a,东片区,East area")
                .withLine("choices.csv", "areas,b,南片区,South area");
    }

    @Test
    void listsVillagesByAreaWithTheirSums() {
        town.sendAll("2025-05", 3);

        try (var book = write(Lang.ZH)) {
            assertThat(book.rows(VILLAGES).stream()
                            .map(r -> r.isEmpty() ? "" : r.get(0))
                            .skip(3))
                    .containsExactly("东村", "北村", "东片区小计", "南村", "南片区小计", "以上合计", "全镇");
            assertThat(book.row(VILLAGES, "东片区小计").get(4)).isEqualTo("SUM($E$4:$E$5) = 6");
            assertThat(book.row(VILLAGES, "南片区小计").get(4)).isEqualTo("SUM($E$7:$E$7) = 3");
            assertThat(book.row(VILLAGES, "以上合计").get(4)).isEqualTo("SUM($E$6,$E$8) = 9");
            assertThat(book.workbook().getSheet(VILLAGES).getCTWorksheet().isSetAutoFilter())
                    .isFalse();
        }
    }

    @Test
    void putsVillagesOfNoAreaLast() {
        town.with("units.csv", "village,xiaohe,village,,b,", "village,xiaohe,village,,,");
        town.sendAll("2025-05", 3);

        try (var book = write(Lang.EN)) {
            assertThat(book.rows("Villages").stream()
                            .map(r -> r.isEmpty() ? "" : r.get(0))
                            .skip(3))
                    .containsExactly(
                            "East Village",
                            "North Village",
                            "East area: subtotal",
                            "South Village",
                            "Others: subtotal",
                            "Total of the above",
                            "Township");
        }
    }

    private Written write(Lang lang) {
        return new Written(town.publish("2025-05", LocalDate.of(2025, 6, 10)), town.catalogue(), lang);
    }
}

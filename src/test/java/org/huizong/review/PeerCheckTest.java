package org.huizong.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huizong.aggregation.SmallTown;
import org.huizong.model.Period;
import org.huizong.store.FindingStore.Entry;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerCheckTest {
    private static final Period MAY = Period.parse("2025-05");

    @TempDir
    private Path folder;

    private SmallTown town;

    @BeforeEach
    void makeATownOfSixVillagesAndCommunities() {
        town = new SmallTown(folder)
                .withLine("units.csv", "v04,西村,West Village,village,xiaohe,village,,,,")
                .withLine("units.csv", "c01,前街,Front Street,community,xiaohe,village,,,,")
                .withLine("units.csv", "c02,后街,Back Street,community,xiaohe,village,,,,");
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void asksAboutAFigureThatOutweighsAllOthers() {
        send(20, 10, 14, 12, 16, 101);

        Entry asked = asked().get(0);

        assertThat(asked.unit()).isEqualTo("c02");
        assertThat(asked.finding().where().cell()).isNotEmpty();
        assertThat(said(asked, Lang.ZH))
                .isEqualTo("缴费人数填了 101，占全部单位合计 173 的一半以上，超过同类单位中位数 15 的5倍。请核实是不是多填了一位或填成了累计数；属实的请说明。");
        assertThat(said(asked, Lang.EN))
                .isEqualTo("Payers is 101: more than half of the 173 of all units and over 5 times the 15 of the middle"
                        + " unit of its kind. Please verify that it has no digit too many and is not the year to date;"
                        + " if it is right, please explain.");
    }

    @ParameterizedTest
    @CsvSource({
        // 5 times the median, half of all, 100
        "20;20;20;19;19;100, 0",
        "20;20;20;19;19;103, 1",
        "30;30;20;15;15;110, 0",
        "21;21;21;21;21;105, 0",
        "1;1;1;1;1;99, 0",
        "1;1;1;1;1;100, 1",
        // who reports nothing has no part in the median
        "0;0;0;0;0;500, 0",
        "0;0;1;1;1;500, 0",
        "0;1;1;1;1;500, 1"
    })
    void isSilentUpToEachOfItsLimits(String payers, int asked) {
        send(Stream.of(payers.split(";")).mapToInt(Integer::parseInt).toArray());

        assertThat(asked()).hasSize(asked);
    }

    @Test
    void leavesAStockOutOfIt() {
        for (String unit : List.of("v01", "v02", "v03", "v04", "c01")) {
            town.send(unit, "village", "2025-05", Map.of("payers", 1, "residents", 300));
        }
        town.send("c02", "village", "2025-05", Map.of("payers", 1, "residents", 5_000));

        assertThat(asked()).isEmpty();
    }

    private List<Entry> asked() {
        return new PeerCheck(town.catalogue(), town.store(), MAY).run();
    }

    private String said(Entry asked, Lang lang) {
        return new Wording(new MessageBundle(lang), town.catalogue()).sentence(asked.finding(), MAY);
    }

    private void send(int... payers) {
        List<String> units = List.of("v01", "v02", "v03", "v04", "c01", "c02");
        for (int i = 0; i < payers.length; i++) {
            town.send(units.get(i), "village", "2025-05", Map.of("payers", payers[i]));
        }
    }
}

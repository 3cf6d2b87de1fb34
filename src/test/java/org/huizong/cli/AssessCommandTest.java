package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.huizong.aggregation.SmallTown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points that the office gives by hand. */
class AssessCommandTest {
    private static final String CRITERIA = """
            criterion,label,label_en,kinds,frequency,full,formula,cap,time,basis,note,from,until
            order,台账整理,Order,village,month,10,,,mean,本地要求,,,
            tidy,村容,Tidiness,village,month,20,,,mean,本地要求,,,
            yearly,全年印象,Impression,village,year,10,,,mean,本地要求,,,
            """;

    @TempDir
    private Path home;

    @BeforeEach
    void aMonthIsOnRecord() throws IOException {
        try (var town = new SmallTown(home.resolve("data"))) {
            town.withTable("assessment.csv", CRITERIA);
            town.write(home.resolve("catalogue"));
            town.send("v01", "village", "2025-01", Map.of("payers", 5)).run("2025-01");
        }
    }

    @Test
    void putsPointsOnRecordWithTheirReasonAndTakesThemBack() {
        var given = run("assess", "东村", "2025-01", "台账整理", "8.5", "--reason", "缺两页");
        var taken = run("assess", "v01", "2025-01", "order", "--take-back", "--reason", "打错了");
        var again = run("assess", "v01", "2025-01", "order", "--take-back", "--reason", "打错了");

        assertThat(given.exit()).isEqualTo(Exit.DONE);
        assertThat(given.out()).contains("东村 2025-01“台账整理”得 8.5 分（满分 10 分），已记录");
        assertThat(taken.out()).contains("东村 2025-01“台账整理”的打分已收回");
        assertThat(again.exit()).isEqualTo(Exit.USAGE);
        assertThat(again.err()).contains("没有可以收回的打分");
        assertThat(run("history", "2025-01", "--unit", "v01").out().lines().filter(l -> l.contains("考核")))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("考核打分")
                                .contains("东村 台账整理 8.5分")
                                .contains("缺两页"),
                        second -> assertThat(second).contains("撤销考核打分").contains("打错了"));
        assertThat(run("status", "2025-01", "--as-of", "2025-02-10").out()).contains("已过时");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    v01  2025-01 order 11            | 应是0到 10 的数
                    v01  2025-01 order 8.555         | 应是0到 10 的数
                    v01  2025-01 order 好            | 应是0到 10 的数
                    v01  2025-01 order 无            | 应是0到 10 的数
                    v01  2025-01 order 1e99999999   | 分数“1e99999999”应是0到 10 的数，最多两位小数。请直接写数字，如 2.5
                    v01  2025-01 order -1           | 应是0到 10 的数
                    v01  2025-01 ordre 8             | 没有考核项目“ordre”。是不是：order
                    v01  2025-01 yearly 8            | 每年评一次，2025-01 不是这样的报告期
                    d01  2025-01 order 8             | 社会办在 2025-01 不按“台账整理”考核
                    东林村 2025-01 order 8            | 没有
                    v01  2025-01 order               | 请写分数
                    v01  2025-01 order 8 --take-back | 请写分数
                    """)
    void refusesWhatCannotBeAScore(String arguments, String said) {
        var answer = run(Stream.concat(
                        Stream.of("assess"),
                        Stream.concat(Stream.of(arguments.split("\\s+")), Stream.of("--reason", "试")))
                .toArray(String[]::new));

        assertThat(answer.exit()).isEqualTo(Exit.USAGE);
        assertThat(answer.err()).contains(said);
    }

    @ParameterizedTest
    @CsvSource({"１８．５, 18.5", "18分, 18", "0, 0", "18.50, 18.5", "20.00, 20"})
    void readsPointsAsPeopleTypeThem(String typed, String points) {
        var given = run("assess", "v01", "2025-01", "tidy", typed, "--reason", "看过");

        assertThat(given.out()).contains("“村容”得 " + points + " 分（满分 20 分），已记录");
    }

    @Test
    void changesNoPointsOfAClosedMonth() {
        run("close", "2025-01", "--yes", "--reason", "定稿");

        var answer = run("assess", "v01", "2025-01", "order", "8", "--reason", "试");

        assertThat(answer.exit()).isEqualTo(Exit.USAGE);
        assertThat(answer.err()).contains("已封存");
    }

    private Terminal.Said run(String... args) {
        return Terminal.run(Stream.concat(
                        Stream.of(args),
                        Stream.of("--data", home.resolve("data") + "", "--catalogue", home.resolve("catalogue") + ""))
                .toArray(String[]::new));
    }
}

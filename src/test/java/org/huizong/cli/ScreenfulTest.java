package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.huizong.spreadsheet.write.TextWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenfulTest {
    @Test
    void showsOfEachListAsManyAsThereIsRoomFor() {
        Screenful screen = new Screenful();
        screen.say("审核问题：");
        screen.list(List.of("甲", "乙", "丙"), n -> "另有" + n + "处");
        screen.say("读数：");
        screen.list(List.of("丁", "戊", "己", "庚"), n -> "还有" + n + "处");

        assertThat(screen.lines(7)).containsExactly("审核问题：", "  甲", "  乙", "  丙", "读数：", "  丁", "  还有3处");
    }

    @Test
    void showsAllWhereThereIsRoomForAll() {
        Screenful screen = new Screenful();
        screen.list(List.of("甲", "乙", "丙"), n -> "另有" + n + "处");
        screen.say("汇总表：", Path.of("/别处/十月.xlsx"));

        assertThat(screen.lines(5)).containsExactly("  甲", "  乙", "  丙", "汇总表：", "  /别处/十月.xlsx");
    }

    @Test
    void namesAPlaceBelowTheFolderWeAreInFromThere() {
        Screenful screen = new Screenful();
        screen.say("汇总表：", Path.of("output", "2026-10").toAbsolutePath());

        assertThat(screen.lines()).containsExactly("汇总表：", "  " + Path.of("output", "2026-10"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void keepsToItsRoomAndItsWidthWhateverTheListsHold(long seed) {
        Random luck = new Random(seed);
        Screenful screen = new Screenful();
        for (int i = 0; i < 5; i++) {
            screen.say("第" + i + "段");
            screen.list(
                    IntStream.range(0, luck.nextInt(40))
                            .mapToObj(n -> "石桥村".repeat(1 + luck.nextInt(30)))
                            .toList(),
                    n -> "另有" + n + "处");
        }

        List<String> lines = screen.lines(21);

        assertThat(lines).hasSizeBetween(10, 21).allMatch(line -> TextWidth.of(line) <= 80);
        assertThat(lines).contains("第0段", "第4段");
    }
}

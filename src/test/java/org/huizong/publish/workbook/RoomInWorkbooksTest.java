package org.huizong.publish.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.huizong.spreadsheet.write.Room;
import org.huizong.wording.Lang;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What -Poffice sees on paper, cheaply: a month and a year. */
class RoomInWorkbooksTest {
    @TempDir
    private static Path folder;

    private static Qingxi qingxi;

    @BeforeAll
    static void makeTheTownship() {
        qingxi = new Qingxi(folder.resolve("data"));
    }

    @AfterAll
    static void close() {
        qingxi.close();
    }

    @ParameterizedTest
    @EnumSource
    void hasRoomForEveryTextOfAMonth(Lang lang) {
        try (var month = new Written(qingxi.october2(), qingxi.catalogue(), lang)) {
            assertThat(Room.lacking(month.workbook())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasRoomForEveryTextOfAYear(Lang lang) {
        try (var year = new Written(qingxi.of("2025"), qingxi.catalogue(), lang)) {
            assertThat(Room.lacking(year.workbook())).isEmpty();
        }
    }
}

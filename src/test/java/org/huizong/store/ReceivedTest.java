package org.huizong.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.huizong.model.Period;
import org.huizong.model.SourceFile;
import org.huizong.store.ReadingStore.Act;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On which day a file of January 2025 came that is read first on 10 February. */
class ReceivedTest {
    private static final Act READ =
            new Act(Period.parse("2025-01"), "1", 1, LocalDate.of(2025, 2, 10), Instant.parse("2026-01-01T00:00:00Z"));

    @ParameterizedTest
    @CsvSource({
        "2025-02-03T01:00:00Z, 2025-02-03, the day it was written",
        "2025-02-04T17:00:00Z, 2025-02-05, after midnight in China",
        "2025-02-10T15:59:59Z, 2025-02-10, the as-of day itself",
        "2025-02-10T16:00:00Z, 2025-02-10, written after the as-of day",
        "2026-11-29T00:00:00Z, 2025-02-10, copied long after",
        "2025-01-20T01:00:00Z, 2025-01-31, before the period was over",
        "                    , 2025-02-10, nobody knows when"
    })
    void takesTheDayOfTheFile(Instant modified, LocalDate received, String why) {
        var file = new SourceFile(Path.of("a.xlsx"), "a.xlsx", "0".repeat(64), 1, Optional.ofNullable(modified));

        LocalDate day = READ.received(file);

        assertThat(day).as(why).isEqualTo(received);
    }
}

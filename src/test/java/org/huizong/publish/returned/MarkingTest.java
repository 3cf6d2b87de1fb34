package org.huizong.publish.returned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.huizong.disk.DiskException;
import org.huizong.spreadsheet.mark.Unmarked;
import org.junit.jupiter.api.Test;

class MarkingTest {
    private static final OutOfMemoryError LACKING = new OutOfMemoryError("Java heap space");

    private static final Marking.Work LARGE = () -> {
        throw LACKING;
    };

    @Test
    void blamesNoCopyForTheMemoryThatSomethingElseMayHaveTaken() {
        assertThatThrownBy(() -> Marking.unmarked(LARGE, false)).isSameAs(LACKING);
    }

    @Test
    void saysThatACopyIsTooLargeIfTheMemoryDoesNotSufficeForItAlone() {
        assertThat(Marking.unmarked(LARGE, true)).contains(Unmarked.SIZE);
    }

    @Test
    void saysThatACopyCannotBeWrittenAgain() {
        Marking.Work odd = () -> {
            throw new IOException("odd");
        };

        assertThat(Marking.unmarked(odd, false)).contains(Unmarked.CONTENT);
    }

    @Test
    void blamesNoCopyForADiskThatIsFull() {
        DiskException full = new DiskException(Path.of("returned"), new IOException("No space left on device"));

        assertThatThrownBy(() -> Marking.unmarked(
                        () -> {
                            throw full;
                        },
                        false))
                .isSameAs(full);
    }

    @Test
    void saysNothingOfACopyThatWasMarked() {
        assertThat(Marking.unmarked(() -> {}, false)).isEmpty();
    }
}

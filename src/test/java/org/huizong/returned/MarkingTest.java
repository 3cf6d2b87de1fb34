package org.huizong.returned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.huizong.spreadsheet.write.Unmarked;
import org.junit.jupiter.api.Test;

class MarkingTest {
    private static final OutOfMemoryError LACKING = new OutOfMemoryError("Java heap space");

    private static final Marking.Work LARGE = out -> {
        throw LACKING;
    };

    @Test
    void blamesNoCopyForTheMemoryThatSomethingElseMayHaveTaken() {
        assertThatThrownBy(() -> Marking.of(LARGE, false)).isSameAs(LACKING);
    }

    @Test
    void saysThatACopyIsTooLargeIfTheMemoryDoesNotSufficeForItAlone() {
        assertThat(Marking.of(LARGE, true).why()).contains(Unmarked.SIZE);
    }

    @Test
    void saysThatACopyCannotBeWrittenAgain() {
        Marking.Work odd = out -> {
            throw new IOException("odd");
        };

        assertThat(Marking.of(odd, false).why()).contains(Unmarked.CONTENT);
    }

    @Test
    void holdsTheCopyThatWasMarked() {
        Marking marking = Marking.of(out -> out.write('x'), false);

        assertThat(marking.why()).isEmpty();
        assertThat(marking.copy()).hasToString("x");
    }
}

package org.huizong.publish.returned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.huizong.disk.DiskException;
import org.huizong.spreadsheet.mark.ClerkBook;
import org.huizong.spreadsheet.mark.FrontSheet;
import org.huizong.spreadsheet.mark.Package;
import org.huizong.spreadsheet.mark.Unmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkingTest {
    private static final OutOfMemoryError LACKING = new OutOfMemoryError("Java heap space");

    private static final Marking.Work LARGE = () -> {
        throw LACKING;
    };

    @TempDir
    private Path home;

    @Test
    void blamesNoCopyForTheMemoryThatSomethingElseMayHaveTaken() {
        assertThatThrownBy(() -> Marking.unmarked(LARGE, false)).isSameAs(LACKING);
    }

    @Test
    void saysThatACopyIsTooLargeIfTheMemoryDoesNotSufficeForItAlone() {
        assertThat(Marking.unmarked(LARGE, true)).contains(Unmarked.SIZE);
    }

    @Test
    void saysThatACopyIsTooLargeIfASheetHasMoreThanPeopleMake() throws IOException {
        Path file = Package.ordinary()
                .put(
                        "xl/worksheets/sheet1.xml",
                        Package.sheet("<cols>" + "<col/>".repeat(200_000) + "</cols><sheetData/>"))
                .write(home.resolve("报表.xlsx"));
        FrontSheet list = new FrontSheet("退回清单", List.of(20), List.of(), 0, "", true);

        try (ClerkBook book = (ClerkBook) Marking.open(file, true)) {
            assertThat(Marking.unmarked(() -> book.write(list, "汇总", List.of(), home.resolve("copy.xlsx")), false))
                    .contains(Unmarked.SIZE);
        }
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

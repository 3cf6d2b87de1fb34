package org.huizong.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void keepsAnotherFileThatStandsThereUnderTheFirstFreeName() throws IOException {
        Path place = Files.writeString(folder.resolve("a.docx"), "old");
        Files.writeString(folder.resolve("a-kept-1.docx"), "older");

        var kept = WholeFile.write(place, part -> Files.writeString(part, "new"));

        assertThat(kept).contains(folder.toRealPath().resolve("a-kept-2.docx"));
        assertThat(place).hasContent("new");
        assertThat(folder.resolve("a-kept-1.docx")).hasContent("older");
        assertThat(folder.resolve("a-kept-2.docx")).hasContent("old");
        assertThat(names()).containsExactly("a-kept-1.docx", "a-kept-2.docx", "a.docx");
    }

    @Test
    void keepsNothingThatSaysTheSame() throws IOException {
        Path place = Files.writeString(folder.resolve("a.csv"), "same");

        var kept = WholeFile.write(place, part -> Files.writeString(part, "same"));

        assertThat(kept).isEmpty();
        assertThat(names()).containsExactly("a.csv");
    }

    @Test
    void leavesWhatStandsThereIfTheDiskTakesHalfAlone() throws IOException {
        Path place = Files.writeString(folder.resolve("a.csv"), "old");

        assertThatThrownBy(() -> WholeFile.write(place, part -> {
                    Files.writeString(part, "ne");
                    throw new DiskException(part, new IOException("No space left on device"));
                }))
                .isInstanceOfSatisfying(
                        DiskException.class, e -> assertThat(e.place()).isEqualTo(place))
                .hasRootCauseMessage("No space left on device");

        assertThat(place).hasContent("old");
        assertThat(names()).containsExactly("a.csv");
    }

    @Test
    void leavesNothingOfWhatCannotBeWritten() throws IOException {
        assertThatThrownBy(() -> WholeFile.write(folder.resolve("a.csv"), part -> {
                    Files.writeString(part, "ne");
                    throw new IllegalStateException("unknown");
                }))
                .hasMessage("unknown");

        assertThat(names()).isEmpty();
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList().stream();
        }
    }
}

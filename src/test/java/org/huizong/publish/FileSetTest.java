package org.huizong.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.huizong.disk.DiskException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSetTest {
    /** So long that the name under which it would be kept is longer than a name may be. */
    private static final String LONG = "z".repeat(250) + ".md";

    @TempDir
    private Path folder;

    @Test
    void putsAllBackIfOneCannotBeKept() throws IOException {
        Files.writeString(folder.resolve("a.md"), "old a");
        Files.writeString(folder.resolve(LONG), "old z");

        assertThatThrownBy(() -> write("a.md", LONG))
                .isInstanceOfSatisfying(
                        DiskException.class, e -> assertThat(e.place()).isEqualTo(folder.resolve(LONG)));

        assertThat(names()).containsExactly("a.md", LONG);
        assertThat(folder.resolve("a.md")).hasContent("old a");
        assertThat(folder.resolve(LONG)).hasContent("old z");
    }

    private void write(String... names) {
        try (FileSet files = new FileSet(folder)) {
            Stream.of(names)
                    .forEach(name -> files.write(name, out -> out.write(name.getBytes(StandardCharsets.UTF_8))));
            files.publish();
            files.keepOthers();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}

package org.huizong.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemaTest {
    @Test
    void knowsItsNewestMigration() throws IOException {
        List<Integer> versions;
        try (Stream<Path> scripts = Files.list(Path.of("src/main/resources/org/huizong/store/migration"));
                Stream<Path> classes = Files.list(Path.of("src/main/java/org/huizong/store"))) {
            versions = Stream.concat(scripts, classes)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("V\\d+__.*"))
                    .map(name -> Integer.valueOf(name.substring(1, name.indexOf("__"))))
                    .sorted()
                    .toList();
        }

        assertThat(versions.get(versions.size() - 1)).isEqualTo(Schema.NEWEST);
    }
}

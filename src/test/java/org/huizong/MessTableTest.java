package org.huizong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/mess.md: what it says of each kind of mess is held by a test that exists. */
class MessTableTest {
    private static final int FEWEST = 60;

    @Test
    void namesATestThatExistsForEachKindOfMess() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/mess.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| kind"))
                .toList();
        Map<String, String> tests = tests();

        List<String> unheld = new ArrayList<>();
        for (String row : rows) {
            String[] cells = row.split(" \\| ");
            String[] test = cells[cells.length - 1].replace(" |", "").split("#");
            if (cells.length != 4
                    || test.length != 2
                    || !tests.getOrDefault(test[0], "").contains("void " + test[1] + "(")) {
                unheld.add(row);
            }
        }

        assertThat(unheld).isEmpty();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(FEWEST);
    }

    /** Every test's text by the name of its class; of two of one name both. */
    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new HashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith("Test.java")).toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                tests.merge(name, Files.readString(file), String::concat);
            }
        }
        return tests;
    }
}

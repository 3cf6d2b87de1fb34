package org.huizong.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProgramVersionTest {
    @Test
    void isThatOfTheBuildAndOfTheNewestEntryOfTheChangelog() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String changes = Files.readString(Path.of("CHANGELOG.md"));

        assertThat(pom).contains("<artifactId>huizong</artifactId>\n  <version>" + ProgramVersion.TEXT + "</version>");
        assertThat(changes.lines().filter(line -> line.startsWith("## ") && !line.equals("## Unreleased")))
                .first()
                .asString()
                .startsWith("## " + ProgramVersion.TEXT);
    }
}

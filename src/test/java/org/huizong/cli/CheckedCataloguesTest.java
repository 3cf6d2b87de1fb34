package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.huizong.catalogue.BrokenCatalogueException;
import org.huizong.catalogue.CatalogueLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckedCataloguesTest {
    @TempDir
    Path folder;

    private Path program;

    @BeforeEach
    void build() throws IOException {
        program = Files.writeString(folder.resolve("huizong.jar"), "a program");
    }

    @Test
    void looksForFaultsOnceInACatalogueThatHasNone() {
        Map<String, byte[]> tables = CatalogueLoader.builtInTables();
        String digest = CatalogueLoader.digest(tables);

        Huizong.checked(tables, CheckedCatalogues.of(program));

        assertThat(CheckedCatalogues.of(program).contains(digest)).isTrue();
        assertThat(folder).isDirectoryContaining("glob:**/checked-catalogues.txt");
        assertThat(folder.toFile().list()).hasSize(2);
    }

    @Test
    void takesTheWordOfAnEarlierStart() {
        Map<String, byte[]> tables = tablesWithAFaultOfAFormula();
        CheckedCatalogues.of(program).add(CatalogueLoader.digest(tables));

        assertThat(Huizong.checked(tables, CheckedCatalogues.of(program)).rules())
                .isNotEmpty();
    }

    @Test
    void neverRemembersACatalogueWithAFault() {
        Map<String, byte[]> tables = tablesWithAFaultOfAFormula();

        for (int start = 0; start < 2; start++) {
            assertThatExceptionOfType(BrokenCatalogueException.class)
                    .isThrownBy(() -> Huizong.checked(tables, CheckedCatalogues.of(program)));
        }
        assertThat(folder.toFile().list()).containsExactly("huizong.jar");
    }

    @Test
    void looksAgainWhenTheProgramIsAnother() throws IOException {
        CheckedCatalogues.of(program).add("one");
        CheckedCatalogues.of(program).add("two");
        assertThat(CheckedCatalogues.of(program).contains("one")).isTrue();

        Files.setLastModifiedTime(program, FileTime.fromMillis(1_700_000_000_000L));

        assertThat(CheckedCatalogues.of(program).contains("one")).isFalse();
        assertThat(CheckedCatalogues.of(program).contains("two")).isFalse();
    }

    @Test
    void forgetsTheOldestOfMany() {
        for (int i = 0; i <= 20; i++) {
            CheckedCatalogues.of(program).add("catalogue" + i);
        }

        assertThat(CheckedCatalogues.of(program).contains("catalogue0")).isFalse();
        assertThat(CheckedCatalogues.of(program).contains("catalogue1")).isTrue();
        assertThat(CheckedCatalogues.of(program).contains("catalogue20")).isTrue();
    }

    @Test
    void trustsNoMemoryThatIsDamagedAndBeginsItAnew() throws IOException {
        Files.write(folder.resolve("checked-catalogues.txt"), new byte[] {(byte) 0xff, '\n'});

        assertThat(CheckedCatalogues.of(program).contains("one")).isFalse();
        CheckedCatalogues.of(program).add("one");

        assertThat(CheckedCatalogues.of(program).contains("one")).isTrue();
        assertThat(CheckedCatalogues.of(program).contains("two")).isFalse();
    }

    @Test
    void remembersNothingWhereTheProgramIsAFolder() {
        CheckedCatalogues.of(folder).add("one");

        assertThat(CheckedCatalogues.of(folder).contains("one")).isFalse();
        assertThat(CheckedCatalogues.ofProgram().contains("one")).isFalse();
    }

    private static Map<String, byte[]> tablesWithAFaultOfAFormula() {
        Map<String, byte[]> tables = CatalogueLoader.builtInTables();
        tables.computeIfPresent("rules.csv", (name, bytes) -> {
            String sound = new String(bytes, StandardCharsets.UTF_8);
            String broken = sound.replaceFirst(
                    "safety\\.hazards_major_mines<=safety\\.hazards_found_mines", "safety.hazards_major_mines<=NOW()");
            assertThat(broken).isNotEqualTo(sound);
            return broken.getBytes(StandardCharsets.UTF_8);
        });
        return tables;
    }
}

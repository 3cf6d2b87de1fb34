package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.catalogue.BrokenCatalogueException;
import org.huizong.catalogue.BrokenCatalogues;
import org.huizong.catalogue.BrokenCatalogues.Broken;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Fault;
import org.huizong.catalogue.TwoForms;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenCatalogueTest {
    @TempDir
    Path folder;

    @Test
    void takesTheCataloguesThatAreSound() {
        assertThatCode(() -> Huizong.checked(TwoForms.tables())).doesNotThrowAnyException();
        assertThatCode(() -> Huizong.checked(CatalogueLoader.builtInTables())).doesNotThrowAnyException();
    }

    @Test
    void takesTablesWithTwoByteOrderMarks() {
        Map<String, byte[]> tables = TwoForms.tables();
        tables.replaceAll((name, bytes) ->
                ("\uFEFF" + new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));

        assertThat(Huizong.checked(tables).units()).hasSize(24);
    }

    @Test
    void endsWithThreeAndSaysWhereInBothLanguages() {
        BrokenCatalogues.write(folder);
        byName("a unit merged into itself").edit().accept(folder);
        byName("an escape in a return's name").edit().accept(folder);

        assertThat(run("zh")).isEqualTo("""
                units.csv 第12行 “merged_into”列：并来并去绕了一圈：v01 → v01。请改正，最后的单位不填 merged_into。
                returns.csv 第2行 “label”列：里面有看不见的控制字符（U+001B）。请删去，重新输入这一格。
                目录表有2处错误，没有运行。请改正后再试。
                """);
        assertThat(run("en")).isEqualTo("""
                units.csv line 12 column "merged_into": Units are merged in a circle: v01 → v01. Correct it; the last of them has no merged_into.
                returns.csv line 2 column "label": It holds a control character that nobody sees (U+001B). Delete it and type the cell again.
                The catalogue has 2 faults; nothing was run. Mend them and try again.
                """);
    }

    private String run(String lang) {
        var err = new StringWriter();
        String[] command = {"catalogue", "check", "--catalogue", folder.toString(), "--lang", lang};

        int exit = Main.run(
                command,
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true),
                Clock.systemUTC(),
                Optional.empty());

        assertThat(exit).isEqualTo(3);
        return err.toString();
    }

    private static Broken byName(String name) {
        return broken().stream().filter(b -> b.name().equals(name)).findFirst().orElseThrow();
    }

    static List<Broken> broken() {
        return BrokenCatalogues.all();
    }

    @ParameterizedTest
    @MethodSource("broken")
    @Timeout(30)
    void namesWhatIsWrongAndNothingElse(Broken broken) {
        BrokenCatalogues.write(folder);
        broken.edit().accept(folder);

        List<Fault> faults = catchThrowableOfType(
                        BrokenCatalogueException.class, () -> Huizong.checked(CatalogueLoader.tables(folder)))
                .faults();

        assertThat(faults)
                .extracting(f -> f.table() + ":" + f.line() + " " + f.column() + " " + f.kind())
                .containsExactlyElementsOf(broken.faults());
        assertThat(Stream.of(Lang.values()).flatMap(lang -> faults.stream().map(new MessageBundle(lang)::fault)))
                .allMatch(s -> s.codePoints().noneMatch(Character::isISOControl), "can be shown")
                .noneMatch(s -> s.length() > 900);
    }
}

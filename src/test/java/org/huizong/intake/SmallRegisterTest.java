package org.huizong.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.Catalogue;
import org.huizong.layout.Field;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.model.SourceFile;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.huizong.spreadsheet.read.Typing;
import org.huizong.template.Prefill;
import org.huizong.template.Shapes;
import org.huizong.template.TemplateWriter;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads registers of few columns, whose head and foot take more rows than those of others. */
class SmallRegisterTest {
    private static final Period MARCH = Period.parse("2025-03");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1, B14, B15", "3, B10, B11", "6, B10, B11", "8, B10, B11"})
    void readsItsRecordsWithTheNamesOfItsCellsAndWithout(int columns, String first, String second) throws IOException {
        var records = Map.of("shape.item_1#1", "甲一", "shape.item_1#2", "甲二");

        assertThat(keys(read(columns, records, true))).containsExactly(tuple("甲一", first), tuple("甲二", second));
        if (columns > 1) {
            assertThat(keys(read(columns, records, false))).containsExactly(tuple("甲一", first), tuple("甲二", second));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 8})
    void takesItForANilReturnOnceThatIsSaid(int columns) throws IOException {
        var silent = read(columns, Map.of(), true);
        var said = read(columns, Map.of(Field.NIL.definedName(), "是"), true);

        assertThat(silent.findings()).extracting(Finding::rule).containsExactly("register.empty");
        assertThat(said.findings()).isEmpty();
        assertThat(said.observations())
                .extracting(o -> o.item(), o -> o.value())
                .contains(tuple("nil", Value.of("yes")));
    }

    @Test
    void namesEachKeyThatARecordLacks() throws IOException {
        var submission = read(Shapes.register(4, 2), Map.of("shape.item_3#1", "7"), true);

        assertThat(submission.findings())
                .filteredOn(f -> f.rule().equals("record.key"))
                .extracting(Finding::rule, f -> f.subject().item())
                .containsExactly(tuple("record.key", "shape.item_1"), tuple("record.key", "shape.item_2"));
    }

    private static List<org.assertj.core.groups.Tuple> keys(Submission submission) {
        return submission.observations().stream()
                .filter(o -> o.item().equals("shape.item_1") && !o.value().isMissing())
                .map(o -> tuple(o.value().show(), o.where().cell()))
                .toList();
    }

    private Submission read(int columns, Map<String, String> values, boolean named) throws IOException {
        return read(Shapes.register(columns), values, named);
    }

    private Submission read(Catalogue catalogue, Map<String, String> values, boolean named) throws IOException {
        var out = new ByteArrayOutputStream();
        new TemplateWriter(catalogue, new Wording(new MessageBundle(Lang.ZH), catalogue))
                .filled(
                        catalogue.unit("d01").orElseThrow(),
                        MARCH,
                        Prefill.NONE,
                        Typing.of(Map.of("shape", values)),
                        Instant.EPOCH,
                        out);
        Path file = folder.resolve("台账.xlsx");
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
                var saved = Files.newOutputStream(file)) {
            if (!named) {
                List.copyOf(book.getAllNames()).forEach(book::removeName);
            }
            book.write(saved);
        }
        Reading reading =
                new Intake(catalogue).read(new SourceFile(file, "台账.xlsx", "0".repeat(64), Files.size(file)), MARCH);
        return ((Reading.Read) reading).submissions().get(0);
    }
}

package org.huizong.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Obligation;
import org.huizong.catalogue.Return;
import org.huizong.model.Period;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The blank templates in input-templates/ are what the catalogue says; ./huizong templates renews them. */
class InputTemplatesTest {
    private static final Path FOLDER = Path.of("input-templates");
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final TemplateWriter WRITER =
            new TemplateWriter(CATALOGUE, new Wording(new MessageBundle(Lang.ZH), CATALOGUE));

    @TestFactory
    Stream<DynamicTest> eachHoldsWhatTheCatalogueSays() {
        return CATALOGUE.forms(CATALOGUE.newest()).stream()
                .map(form -> DynamicTest.dynamicTest(form.code(), () -> {
                    var kept = parts(Files.readAllBytes(FOLDER.resolve(WRITER.fileName(form))));
                    var written = parts(written(form));

                    assertThat(written.keySet()).isEqualTo(kept.keySet());
                    assertThat(written.keySet())
                            .filteredOn(part -> !written.get(part).equals(kept.get(part)))
                            .as("parts that differ; run ./huizong templates to renew input-templates/")
                            .isEmpty();
                }));
    }

    @Test
    void thereIsOneForEachReturnAndNoOther() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(CATALOGUE.forms(CATALOGUE.newest()).stream()
                            .map(WRITER::fileName)
                            .toList());
        }
    }

    @TestFactory
    Stream<DynamicTest> noTemplateIsHeavierThanAClerkCanMail() {
        Map<String, Supplier<byte[]>> templates = new TreeMap<>();
        CATALOGUE.forms(CATALOGUE.newest()).forEach(form -> templates.put(form.code(), () -> written(form)));
        for (String period : List.of("2026-10", "2026-H2", "2026")) {
            Period owed = Period.parse(period);
            Map<List<String>, String> units = new LinkedHashMap<>();
            CATALOGUE.owed(owed).stream()
                    .collect(Collectors.groupingBy(
                            Obligation::unit, TreeMap::new, Collectors.mapping(Obligation::form, Collectors.toList())))
                    .forEach((unit, forms) -> units.putIfAbsent(forms, unit));
            units.forEach((forms, unit) -> templates.put(unit + " " + period + " " + forms, () -> issued(unit, owed)));
        }
        return templates.entrySet().stream()
                .map(t -> DynamicTest.dynamicTest(t.getKey(), () -> {
                    byte[] workbook = t.getValue().get();
                    boolean heavy = t.getKey().contains("cases");
                    int more = Math.max(0, registers(t.getKey()) - 1);

                    assertThat(workbook.length)
                            .as("bytes")
                            .isLessThanOrEqualTo(heavy ? 100_000 : 40_000 + 12_000 * more);
                    assertThat(parts(workbook).values().stream()
                                    .mapToInt(part -> part.getBytes(StandardCharsets.UTF_8).length)
                                    .sum())
                            .as("bytes of XML")
                            .isLessThanOrEqualTo(heavy ? 900_000 : 310_000 + 120_000 * more);
                }));
    }

    /** How many registers a workbook holds: a second and a third one need room of their own. */
    private static int registers(String returns) {
        return (int) CATALOGUE.forms(CATALOGUE.newest()).stream()
                .filter(form -> form.kind() == Return.Kind.REGISTER && returns.contains(form.code()))
                .count();
    }

    private static byte[] issued(String unit, Period period) {
        try {
            var out = new ByteArrayOutputStream();
            WRITER.issue(CATALOGUE.unit(unit).orElseThrow(), period, Prefill.NONE, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] written(Return form) {
        try {
            var out = new ByteArrayOutputStream();
            WRITER.blank(form, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parts of a workbook as text: how tightly a machine's Java packs them makes no difference. */
    private static Map<String, String> parts(byte[] workbook) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.put(part.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}

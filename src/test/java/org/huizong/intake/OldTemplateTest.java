package org.huizong.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.demo.SampleWriter;
import org.huizong.demo.SampleYear;
import org.huizong.demo.Sending;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.huizong.template.Prefill;
import org.huizong.template.TemplateWriter;
import org.huizong.validation.Checker;
import org.huizong.validation.Directory;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Returns on templates that were issued before the rows of a register shared their formulas, and today's templates filled
 * alike, come to the same values and verdicts. Where the files are from says the README beside them.
 */
class OldTemplateTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final YearMonth MARCH = YearMonth.of(2025, 3);

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"信访办-2025-03.xlsx", "柳溪村-2025-03.xlsx"})
    void isReadAndJudgedAsTodaysIs(String name) throws IOException {
        Path before = Files.createDirectories(home.resolve("before")).resolve(name);
        try (InputStream in = OldTemplateTest.class.getResourceAsStream("issued-before/" + name)) {
            Files.copy(in, before);
        }
        Path today = Files.createDirectories(home.resolve("today")).resolve(name);
        TemplateWriter templates = new TemplateWriter(CATALOGUE, new Wording(new MessageBundle(Lang.ZH), CATALOGUE));
        Sending sending = new SampleYear(CATALOGUE)
                .inTime(MARCH).stream()
                        .filter(s -> name.equals(templates.fileName(s.unit(), s.period())))
                        .findFirst()
                        .orElseThrow();

        new SampleWriter(templates).write(sending, Prefill.NONE, today.getParent());

        assertThat(sharesFormulas(before)).isFalse();
        Reading.Read old = read(before);
        Reading.Read now = read(today);
        assertThat(old.submissions()).isNotEmpty().isEqualTo(now.submissions());
        assertThat(old.findings()).isEqualTo(now.findings());
        assertThat(verdicts(old)).isNotEmpty().isEqualTo(verdicts(now));
    }

    private static Reading.Read read(Path file) {
        Reading reading =
                new Intake(CATALOGUE).read(ReturnsFolder.of(file).files().get(0), Period.month(MARCH));
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return (Reading.Read) reading;
    }

    private static List<Finding> verdicts(Reading.Read reading) {
        return reading.submissions().stream().flatMap(OldTemplateTest::verdicts).toList();
    }

    private static Stream<Finding> verdicts(Submission s) {
        return new Checker(CATALOGUE, MARCH.atEndOfMonth().plusDays(5))
                        .check(
                                s.unit(),
                                s.form(),
                                s.period(),
                                s.observations(),
                                s.sheet(),
                                s.findings(),
                                operand -> Value.Gap.BLANK,
                                Directory.NONE)
                        .findings()
                        .stream();
    }

    private static boolean sharesFormulas(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry part :
                    zip.stream().filter(e -> e.getName().contains("sheet")).toList()) {
                if (new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8)
                        .contains("t=\"shared\"")) {
                    return true;
                }
            }
        }
        return false;
    }
}

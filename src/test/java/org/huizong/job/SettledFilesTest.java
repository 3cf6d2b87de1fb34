package org.huizong.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.huizong.job.Office.DUE;
import static org.huizong.job.Office.JANUARY;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.huizong.aggregation.FilingStatus;
import org.huizong.model.Period;
import org.huizong.publish.PublicationPart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** January, with a notice in Word, a stamped paper, a document of a Mac and 石桥村's forms of December in its folder. */
class SettledFilesTest {
    private static final String MISPLACED = "石桥村-12月.xlsx";

    private Office office;

    @BeforeEach
    void receiveWhatIsNoReturnOfTheMonth(@TempDir Path home) throws IOException {
        office = new Office(home).receive(JANUARY);
        Path own = office.returns(JANUARY).resolve("石桥村-2025-01.xlsx");
        Map<String, String> december = Map.of("period", "2024年12月");
        office.correct(
                own,
                MISPLACED,
                Instant.parse("2025-02-01T01:00:00Z"),
                Map.of("publicity", december, "village", december));
        document("通知.docx", List.of("[Content_Types].xml", "word/document.xml"));
        document("石桥村(盖章).ofd", List.of("OFD.xml", "Doc_0/Document.xml"));
        document("考勤.numbers", List.of("考勤.numbers/Index.zip", "考勤.numbers/Metadata/BuildVersionHistory.plist"));
    }

    private void document(String name, List<String> parts) throws IOException {
        try (var zip = new ZipOutputStream(
                Files.newOutputStream(office.returns(JANUARY).resolve(name)))) {
            for (String part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write("<a/>".getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static List<String> errors(Outcome outcome) {
        return outcome.publication().findings().stream()
                .filter(f -> f.finding().sendsBack())
                .map(f -> f.finding().where().file() + " " + f.finding().rule())
                .toList();
    }

    @Test
    void asksNothingMoreAboutFilesOnceAllThatIsOwedIsCounted() {
        var outcome = office.writing(PublicationPart.COPIES).consolidate(JANUARY, DUE);

        assertThat(outcome.counts()).containsEntry("refused", 4L);
        assertThat(errors(outcome)).isEmpty();
        assertThat(outcome.isComplete()).isTrue();
        assertThat(office.output(JANUARY).resolve("returned/通知.xlsx")).doesNotExist();
    }

    @Test
    void countsThemAsErrorsWhileSomethingIsLackingAndSaysWhatCameInstead() {
        Office.remove(office.returns(JANUARY).resolve("石桥村-2025-01.xlsx"));

        var outcome = office.consolidate(JANUARY, DUE);

        assertThat(errors(outcome))
                .containsExactlyInAnyOrder(
                        MISPLACED + " period.other",
                        MISPLACED + " period.other",
                        "通知.docx file.word",
                        "石桥村(盖章).ofd file.ofd",
                        "考勤.numbers file.iwork");
        assertThat(outcome.isComplete()).isFalse();
        assertThat(outcome.publication().consolidation().coverage().open())
                .extracting(s -> s.owed().unit(), FilingStatus::misplaced)
                .containsOnly(tuple("v01", Optional.of(Period.parse("2024-12"))));
    }

    @Test
    void settlesAMisplacedFileByItsOwnReturnThoughOthersAreMissing() {
        Office.remove(office.returns(JANUARY).resolve("青山村-2025-01.xlsx"));

        var outcome = office.consolidate(JANUARY, DUE);

        assertThat(errors(outcome))
                .containsExactlyInAnyOrder("通知.docx file.word", "石桥村(盖章).ofd file.ofd", "考勤.numbers file.iwork");
        assertThat(outcome.isComplete()).isFalse();
    }

    @Test
    void neverSettlesAWorkbookThatDoesNotOpen() throws IOException {
        Path broken = office.returns(JANUARY).resolve("坏.xlsx");
        byte[] whole = Files.readAllBytes(office.returns(JANUARY).resolve("青山村-2025-01.xlsx"));
        Files.write(broken, Arrays.copyOf(whole, whole.length / 2));

        var outcome = office.consolidate(JANUARY, DUE);

        assertThat(errors(outcome)).containsExactly("坏.xlsx file.damaged");
        assertThat(outcome.isComplete()).isFalse();
    }
}

package org.huizong.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huizong.job.Office.DUE;
import static org.huizong.job.Office.JANUARY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.huizong.publish.OutputException;
import org.huizong.publish.PublicationPart;
import org.huizong.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
    private Office office;

    @BeforeEach
    void theOfficeHasTheReturnsOnRecord(@TempDir Path home) {
        office = new Office(home).receive(JANUARY).writing(PublicationPart.TABLES);
        office.consolidated();
    }

    @Test
    void keepsTheOldFolderWhenSomebodyHasPutSomethingIntoIt() throws IOException {
        office.consolidate(JANUARY, DUE);
        Files.writeString(office.output(JANUARY).resolve("领导批示.txt"), "请核对石桥村");

        var again = office.consolidate(JANUARY, DUE);

        assertThat(again.published().kept()).contains(office.output(JANUARY).resolveSibling("2025-01-kept-1"));
        assertThat(again.published().kept().orElseThrow().resolve("领导批示.txt")).hasContent("请核对石桥村");
        assertThat(office.output(JANUARY).resolve("领导批示.txt")).doesNotExist();
    }

    @Test
    void keepsWhatSomebodyHasPutIntoTheOldFolderWhenARunWasKilledBeforeItCould() throws IOException {
        var kept = office.output(JANUARY).resolveSibling("2025-01-kept-1");
        office.consolidate(JANUARY, DUE);
        Files.writeString(office.output(JANUARY).resolve("领导批示.txt"), "请核对石桥村");
        office.consolidate(JANUARY, DUE);
        Files.move(kept, movedAway());

        var again = office.consolidate(JANUARY, DUE);

        assertThat(again.published().kept()).contains(kept);
        assertThat(kept.resolve("领导批示.txt")).hasContent("请核对石桥村");
        assertThat(movedAway()).doesNotExist();
    }

    @Test
    void neverBringsBackAnOldFolderThatAKilledRunHasHalfDeleted() throws IOException {
        office.consolidate(JANUARY, DUE);
        Files.move(office.output(JANUARY), movedAway());
        Files.delete(movedAway().resolve("summary.json"));

        var again = office.publishing().consolidate(JANUARY, DUE);

        assertThat(again.workbook()).isRegularFile();
        assertThat(again.published().kept()).isEmpty();
        assertThat(movedAway()).doesNotExist();
    }

    @Test
    void leavesAloneAnOutputFolderThatItDidNotMake() throws IOException {
        var folder = Files.createDirectories(office.output(JANUARY));
        Files.writeString(folder.resolve("会议记录.txt"), "勿删");

        assertThatThrownBy(() -> office.consolidate(JANUARY, DUE))
                .isInstanceOfSatisfying(
                        OutputException.class, e -> assertThat(e.kind()).isEqualTo("foreign"));
        assertThat(folder.resolve("会议记录.txt")).hasContent("勿删");
    }

    @Test
    void refusesAPlaceThatItMayNotReplaceBeforeAnythingIsRead(@TempDir Path another) throws IOException {
        var late = new Office(another).receive(JANUARY).writing(PublicationPart.TABLES);
        Files.createDirectories(late.output(JANUARY).getParent());
        Files.writeString(late.output(JANUARY), "一月");

        assertThatThrownBy(() -> late.consolidate(JANUARY, DUE))
                .isInstanceOfSatisfying(
                        OutputException.class, e -> assertThat(e.kind()).isEqualTo("foreign"));
        assertThat(late.output(JANUARY)).hasContent("一月");
        try (Store store = Store.open(late.data())) {
            assertThat(store.submissions().within(JANUARY)).isEmpty();
        }
    }

    @Test
    void publishesIntoTheFolderThatALinkLeadsTo() throws IOException {
        Path share = Files.createDirectories(office.home().resolve("share"));
        Files.createDirectories(office.output(JANUARY).getParent());
        Files.createSymbolicLink(office.output(JANUARY), share);

        office.consolidate(JANUARY, DUE);

        assertThat(office.output(JANUARY)).isSymbolicLink();
        assertThat(share.resolve("summary.json")).isRegularFile();
    }

    private Path movedAway() {
        return office.output(JANUARY).resolveSibling(".2025-01.old");
    }
}

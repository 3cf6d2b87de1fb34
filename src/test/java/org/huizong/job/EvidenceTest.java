package org.huizong.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huizong.job.Office.DUE;
import static org.huizong.job.Office.JANUARY;
import static org.huizong.job.Office.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.intake.Delivery;
import org.huizong.intake.Intake;
import org.huizong.intake.ReturnsFolder;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Severity;
import org.huizong.model.Sha256;
import org.huizong.model.SourceFile;
import org.huizong.store.ReadingStore.Act;
import org.huizong.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceTest {
    @TempDir
    private Path home;

    private Store store;
    private SourceFile file;

    @BeforeEach
    void aFileIsOnRecord() throws IOException {
        store = Store.open(home.resolve("data"));
        Path path = Files.writeString(home.resolve("石桥村.xlsx"), "the content");
        file = SourceFile.of(path, "石桥村.xlsx", Files.readAllBytes(path));
        store.archive().keep(file);
        var act = new Act(JANUARY, "a reader", store.runs().begin(JANUARY, DUE), DUE, NOW);
        store.readings(Office.CATALOGUE).record(act, List.of(Intake.refused(file, "file.other", Map.of())));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Evidence evidence(SourceFile... delivered) {
        return new Evidence(store, JANUARY, new Delivery(new ReturnsFolder(List.of(delivered), List.of())));
    }

    private void replaceKept(String content) throws IOException {
        Path kept = store.archive().place(file.sha256());
        Files.delete(kept);
        Files.writeString(kept, content);
    }

    private static Finding found(String rule) {
        return Finding.failed(rule, Severity.NOTICE, CellRef.file("石桥村.xlsx"));
    }

    @Test
    void copiesAnewWhatWasDeletedAndSaysSo() throws IOException {
        Files.delete(store.archive().place(file.sha256()));
        var evidence = evidence(file);

        evidence.look();

        assertThat(evidence.found()).containsExactly(found("archive.mended"));
        assertThat(store.archive().place(file.sha256())).hasContent("the content");
    }

    @Test
    void keepsWhatIsNewWhileItIsListedAndSaysOfWhatIsOnRecordThatItWasMissing() throws IOException {
        Path returns = Files.createDirectories(home.resolve("returns"));
        Files.move(file.path(), returns.resolve("石桥村二.xlsx"));
        Files.writeString(returns.resolve("柳溪村.xlsx"), "of another size");
        Files.delete(store.archive().place(file.sha256()));
        Delivery delivery = Delivery.in(Optional.of(returns), Evidence.receiver(store, JANUARY));
        var evidence = new Evidence(store, JANUARY, delivery);
        assertThat(store.archive().place(Sha256.of("of another size"))).hasContent("of another size");
        assertThat(store.archive().place(file.sha256())).doesNotExist();

        evidence.look();

        assertThat(evidence.found()).extracting(Finding::rule).containsExactly("archive.mended");
        assertThat(store.archive().place(file.sha256())).hasContent("the content");
    }

    @Test
    void readsAnIntactReturnWhoseArchivedCopyWasEmptied() throws IOException {
        replaceKept("");
        var evidence = evidence(file);

        assertThat(evidence.keep(file)).isTrue();

        assertThat(evidence.found()).containsExactly(found("archive.mended"));
        assertThat(store.archive().place(file.sha256())).hasContent("the content");
    }

    @Test
    void noticesWhatWasAlteredWithinItsSizeWhenItIsReliedOn() throws IOException {
        replaceKept("the Content");
        var evidence = evidence(file);
        evidence.look();
        assertThat(evidence.found()).isEmpty();

        assertThat(evidence.intact(file.sha256())).isPresent();

        assertThat(evidence.found()).containsExactly(found("archive.mended"));
    }

    @Test
    void saysThatAFileIsLostWhichNobodyHasAnyMore() throws IOException {
        replaceKept("");
        var evidence = evidence();

        evidence.look();

        assertThat(evidence.found()).containsExactly(found("archive.lost"));
        assertThat(evidence.intact(file.sha256())).isEmpty();
    }

    @Test
    void saysOnceWhatIsFoundTwice() throws IOException {
        replaceKept("");

        evidence().look();
        evidence().look();

        assertThat(evidence().found()).containsExactly(found("archive.lost"));
    }

    @Test
    void saysNothingOfWhatIsAsItWas() {
        var evidence = evidence();

        evidence.look();

        assertThat(evidence.intact(file.sha256())).contains(store.archive().place(file.sha256()));
        assertThat(evidence.found()).isEmpty();
    }
}

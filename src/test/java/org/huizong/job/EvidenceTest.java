package org.huizong.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Severity;
import org.huizong.model.SourceFile;
import org.huizong.store.FileStore.OnRecord;
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
    private OnRecord onRecord;

    @BeforeEach
    void aFileIsOnRecord() throws IOException {
        store = Store.open(home.resolve("data"));
        Path path = Files.writeString(home.resolve("石桥村.xlsx"), "the content");
        file = SourceFile.of(path, "石桥村.xlsx", Files.readAllBytes(path));
        store.archive().keep(file);
        onRecord = new OnRecord(file.sha256(), file.name(), file.size());
    }

    @AfterEach
    void close() {
        store.close();
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
        var evidence = new Evidence(store.archive(), List.of(file));

        evidence.look(List.of(onRecord));

        assertThat(evidence.news()).containsExactly(found("archive.mended"));
        assertThat(evidence.news()).isEmpty();
        assertThat(store.archive().place(file.sha256())).hasContent("the content");
    }

    @Test
    void readsAnIntactReturnWhoseArchivedCopyWasEmptied() throws IOException {
        replaceKept("");
        var evidence = new Evidence(store.archive(), List.of(file));

        assertThat(evidence.keep(file)).isTrue();

        assertThat(evidence.found()).containsExactly(found("archive.mended"));
        assertThat(store.archive().place(file.sha256())).hasContent("the content");
    }

    @Test
    void noticesWhatWasAlteredWithinItsSizeWhenItIsReliedOn() throws IOException {
        replaceKept("the Content");
        var evidence = new Evidence(store.archive(), List.of(file));
        evidence.look(List.of(onRecord));
        assertThat(evidence.news()).isEmpty();

        assertThat(evidence.intact(file.sha256())).isPresent();

        assertThat(evidence.news()).containsExactly(found("archive.mended"));
    }

    @Test
    void saysThatAFileIsLostWhichNobodyHasAnyMore() throws IOException {
        replaceKept("");
        var evidence = new Evidence(store.archive(), List.of());

        evidence.look(List.of(onRecord));

        assertThat(evidence.news()).containsExactly(found("archive.lost"));
        assertThat(evidence.intact(file.sha256())).isEmpty();
    }

    @Test
    void saysNothingOfWhatIsAsItWas() {
        var evidence = new Evidence(store.archive(), List.of());

        evidence.look(List.of(onRecord));

        assertThat(evidence.intact(file.sha256())).contains(store.archive().place(file.sha256()));
        assertThat(evidence.found()).isEmpty();
    }
}

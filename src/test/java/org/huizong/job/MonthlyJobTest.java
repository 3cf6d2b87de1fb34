package org.huizong.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huizong.job.Office.DUE;
import static org.huizong.job.Office.JANUARY;
import static org.huizong.job.Office.errors;
import static org.huizong.job.Office.leaflets;
import static org.huizong.job.Office.total;
import static org.huizong.job.Office.totals;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.groups.Tuple;
import org.huizong.aggregation.FilingStatus;
import org.huizong.catalogue.Item;
import org.huizong.intake.Recast;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Severity;
import org.huizong.publish.PublicationPart;
import org.huizong.store.StoredFinding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonthlyJobTest {
    private static final Instant LATER = Instant.parse("2025-02-08T01:00:00Z");

    private Office office;

    @BeforeEach
    void theOfficeReceivesTheReturns(@TempDir Path home) {
        office = new Office(home).receive(JANUARY);
    }

    @Test
    void countsEveryReturnOfTheMonth() {
        var outcome = office.publishing().consolidate(JANUARY, DUE);

        assertThat(outcome.isComplete()).isTrue();
        assertThat(outcome.counts())
                .containsEntry("files", 23L)
                .containsEntry("read", 23L)
                .containsEntry("unchanged", 0L)
                .containsEntry("refused", 0L)
                .containsEntry("submissions", 48L);
        assertThat(outcome.publication().consolidation().coverage().owed()).isEqualTo(48);
        assertThat(outcome.workbook()).isRegularFile();
    }

    @Test
    void makesTheSameEditionAgainAfterTheOutputWasDeleted() {
        var first = office.consolidated();
        var second = office.publishing().consolidate(JANUARY, DUE.plusDays(1));
        Office.remove(office.output(JANUARY));
        var third = office.publishing().consolidate(JANUARY, DUE.plusDays(2));

        assertThat(List.of(second, third)).allSatisfy(again -> {
            assertThat(totals(again)).isEqualTo(totals(first));
            assertThat(again.publication().edition())
                    .isEqualTo(first.publication().edition());
            assertThat(again.counts()).containsEntry("read", 0L).containsEntry("unchanged", 23L);
            assertThat(again.workbook()).isRegularFile();
        });
    }

    @Test
    void countsATableInWhichEachRowIsAVillages(@TempDir Path home) throws IOException {
        Office villages = new Office(home);
        Files.createDirectories(villages.returns(JANUARY));
        List<String> heads = Office.CATALOGUE.items("publicity", JANUARY.last()).stream()
                .map(Item::label)
                .toList();
        String row = Office.CATALOGUE.items("publicity", JANUARY.last()).stream()
                .map(i -> i.choices().isEmpty() ? "0" : "是")
                .collect(Collectors.joining(","));
        Files.writeString(
                villages.returns(JANUARY).resolve("各村.csv"),
                String.join(
                        "\n",
                        "普法宣传与学法情况月报表",
                        "报告期：2025年1月",
                        "村名," + String.join(",", heads),
                        "石桥村," + row.replaceFirst("0", "31"),
                        "青山村," + row.replaceFirst("0", "47"),
                        "柳溪村," + row.replaceFirst("0", "43")));

        var first = villages.consolidate(JANUARY, DUE);
        var again = villages.consolidate(JANUARY, DUE.plusDays(1));

        assertThat(first.counts()).containsEntry("submissions", 3L).containsEntry("refused", 0L);
        assertThat(total(first, "materials")).isEqualByComparingTo("121");
        assertThat(leaflets(first, "v03")).isEqualByComparingTo("43");
        assertThat(again.counts()).containsEntry("read", 0L).containsEntry("submissions", 3L);
        assertThat(again.publication().edition()).isEqualTo(first.publication().edition());
    }

    @Test
    void countsOneLeafletMoreInTheTotalAndInNoOtherFigure() {
        var before = office.consolidated();
        var leaflets = leaflets(before, "v01");

        office.correct("石桥村-2025-01.xlsx", "石桥村(更正).xlsx", LATER, leaflets(leaflets.add(BigDecimal.ONE)));
        var after = office.consolidate(JANUARY, DUE);

        assertThat(total(after, "materials"))
                .isEqualTo(total(before, "materials").add(BigDecimal.ONE));
        assertThat(List.of("consultations", "slogans", "boards", "training_courses", "training_attendance"))
                .allSatisfy(other -> assertThat(total(after, other)).isEqualTo(total(before, other)));
    }

    @Test
    void namesTheVillageWhoseReturnsAreMissingAndStillCountsThemAsOwed() throws IOException {
        Files.delete(office.returns(JANUARY).resolve("石桥村-2025-01.xlsx"));

        var outcome = office.writing(PublicationPart.TABLES).consolidate(JANUARY, DUE);

        var coverage = outcome.publication().consolidation().coverage();
        assertThat(outcome.isComplete()).isFalse();
        assertThat(coverage.owed()).isEqualTo(48);
        assertThat(coverage.open())
                .extracting(s -> s.owed().unit(), s -> s.owed().form(), FilingStatus::state)
                .containsExactly(
                        Tuple.tuple("v01", "publicity", FilingStatus.State.MISSING),
                        Tuple.tuple("v01", "village", FilingStatus.State.MISSING));
        assertThat(Files.readString(office.output(JANUARY).resolve("data/coverage.csv")))
                .contains("2025-01,v01,石桥村,village,2025-02-05,missing");
    }

    @Test
    void countsTheSameWhateverTheOrderOfTheFiles() throws IOException {
        office.correct("石桥村-2025-01.xlsx", "石桥村(更正).xlsx", LATER, leaflets(BigDecimal.valueOf(70)));
        var inOrder = office.consolidate(JANUARY, DUE);
        var other = new Office(office.home().resolve("other"));
        other.receiveAs(office, JANUARY);
        try (Stream<Path> files = Files.list(other.returns(JANUARY))) {
            int place = 99;
            for (Path file : files.sorted().toList()) {
                Files.move(file, file.resolveSibling(place-- + ".xlsx"));
            }
        }

        var reversed = other.consolidate(JANUARY, DUE);

        assertThat(totals(reversed)).isEqualTo(totals(inOrder));
    }

    @Test
    void comesToTheSameTotalsWhenReturnsComeInOneZipAndSomeAsOldWorkbooks() throws IOException {
        var plain = office.consolidated();
        var other = new Office(office.home().resolve("other"));
        other.receiveAs(office, JANUARY);
        List<Path> sent;
        try (Stream<Path> files = Files.list(other.returns(JANUARY))) {
            sent = files.sorted().toList();
        }
        try (var zip =
                new ZipOutputStream(Files.newOutputStream(other.returns(JANUARY).resolve("全镇.zip")))) {
            for (Path file : sent) {
                boolean old = sent.indexOf(file) % 5 == 0;
                Path as = old ? file.resolveSibling(file.getFileName() + ".xls") : file;
                if (old) {
                    try (var book = new XSSFWorkbook(Files.newInputStream(file))) {
                        Recast.old(book, as);
                    }
                    Files.delete(file);
                }
                zip.putNextEntry(new ZipEntry("村/" + as.getFileName()));
                Files.copy(as, zip);
                Files.delete(as);
            }
        }

        var zipped = other.consolidate(JANUARY, DUE);

        assertThat(totals(zipped)).isEqualTo(totals(plain));
        assertThat(zipped.isComplete()).isTrue();
        assertThat(zipped.counts()).containsEntry("files", 23L).containsEntry("submissions", 48L);
    }

    @Test
    void notesTheSameBytesUnderAnotherNameAndCountsThemOnce() throws IOException {
        var folder = office.returns(JANUARY);
        Files.copy(folder.resolve("石桥村-2025-01.xlsx"), folder.resolve("石桥村副本.xlsx"));

        var outcome = office.consolidate(JANUARY, DUE);

        assertThat(outcome.isComplete()).isTrue();
        assertThat(outcome.counts()).containsEntry("files", 24L).containsEntry("read", 23L);
        assertThat(outcome.publication().findings())
                .extracting(StoredFinding::finding)
                .contains(Finding.failed("file.duplicate", Severity.NOTICE, CellRef.file("石桥村副本.xlsx"))
                        .with("other", Argument.name("石桥村-2025-01.xlsx")));
    }

    @Test
    void namesACellWithAnAbsurdNumberAndCountsTheOthers() {
        Office.remove(office.returns(JANUARY).resolve("青山村-2025-01.xlsx"));
        office.correct("石桥村-2025-01.xlsx", "石桥村(更正).xlsx", LATER, leaflets(new BigDecimal("1E40")));

        var outcome = office.publishing().consolidate(JANUARY, DUE);

        assertThat(outcome.publication().consolidation().coverage().count(FilingStatus.State.COUNTED))
                .isEqualTo(46);
        assertThat(errors(outcome))
                .extracting(Finding::rule, f -> f.where().cell())
                .containsExactly(Tuple.tuple("unreadable.large", "D9"));
    }

    @Test
    void goesOnWithTheRestWhenOneFileCannotBeOpened() throws IOException {
        Path link = office.returns(JANUARY).resolve("快捷方式.xlsx");
        Files.createSymbolicLink(link, office.home().resolve("nowhere.xlsx"));
        Path none = office.returns(JANUARY).resolve("a.xlsx");
        Outcome outcome;
        try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(none));

            outcome = office.writing(PublicationPart.TABLES, PublicationPart.COPIES)
                    .consolidate(JANUARY, DUE);
        }

        assertThat(outcome.isComplete()).isFalse();
        assertThat(outcome.counts()).containsEntry("files", 24L).containsEntry("refused", 1L);
        assertThat(outcome.publication().consolidation().coverage().isComplete())
                .isTrue();
        assertThat(outcome.publication().findings())
                .extracting(StoredFinding::finding)
                .contains(
                        Finding.failed("file.unreadable", Severity.ERROR, CellRef.file("a.xlsx")),
                        Finding.failed("file.link", Severity.NOTICE, CellRef.file("快捷方式.xlsx")));
    }

    @Test
    void recordsAReturnBelowFoldersOfAnyDepth() throws IOException {
        Path deep = office.returns(JANUARY);
        for (int i = 0; i < 6; i++) {
            deep = Files.createDirectory(deep.resolve("x".repeat(200)));
        }
        Files.move(office.returns(JANUARY).resolve("石桥村-2025-01.xlsx"), deep.resolve("石桥村-2025-01.xlsx"));

        assertThat(office.publishing().consolidate(JANUARY, DUE).isComplete()).isTrue();
    }

    @Test
    void leavesThePartsOfItsPublicationThatAreAskedFor() throws IOException {
        var known = office.consolidated();

        var unseen = office.consolidate(JANUARY, DUE.plusDays(1));
        assertThat(office.output(JANUARY)).doesNotExist();
        office.writing(PublicationPart.TABLES).consolidate(JANUARY, DUE.plusDays(2));

        assertThat(unseen.publication().edition()).isEqualTo(known.publication().edition());
        try (Stream<Path> files = Files.list(office.output(JANUARY))) {
            assertThat(files.map(f -> f.getFileName().toString()).filter(f -> !f.startsWith(".")))
                    .containsExactlyInAnyOrder("data", "summary.json");
        }
    }

    /** Their steps have the same numbers. */
    @Test
    void keepsTheJobsOfTwoStoresInOneProcessApart(@TempDir Path home) {
        Office other = new Office(home.resolve("other")).receive(JANUARY);

        var here = CompletableFuture.supplyAsync(() -> office.consolidate(JANUARY, DUE));
        var there = CompletableFuture.supplyAsync(() -> other.consolidate(JANUARY, DUE));

        assertThat(List.of(here.join(), there.join()))
                .allSatisfy(outcome -> assertThat(outcome.isComplete()).isTrue());
    }
}

package org.huizong.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.model.CellRef;
import org.huizong.model.Disposition;
import org.huizong.model.Finding;
import org.huizong.model.Observation;
import org.huizong.model.OfficeTime;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.model.Severity;
import org.huizong.model.SourceFile;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.huizong.store.FindingStore;
import org.huizong.store.ReadingStore;
import org.huizong.store.Store;
import org.huizong.store.SubmissionStore.Decision;
import org.huizong.text.Folding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leads over the turn of a year: in which month each was found, and which are still this year's. */
class LeadRegisterTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final Period NOVEMBER = Period.parse("2025-11");
    private static final Period DECEMBER = Period.parse("2025-12");
    private static final Period JANUARY = Period.parse("2026-01");
    private static final LocalDate OPEN = LocalDate.MAX;

    @TempDir
    private Path folder;

    private Store store;
    private final List<Observation> register = new ArrayList<>();

    @BeforeEach
    void open() {
        store = Store.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void countsALeadWhereItWasFoundFirstThoughAnEarlierYearAskedAlready() {
        asked(NOVEMBER, "a1");
        asked(JANUARY, "a1");
        asked(JANUARY, "a2");

        assertThat(known(JANUARY)).containsExactly("PRO001-d03-a1 2025-11", "PRO001-d03-a2 2026-01");
    }

    @Test
    void keepsOfAnEarlierYearWhatIsAskedAgainOrTheRegisterHasOpen() {
        asked(NOVEMBER, "nobody's");
        asked(NOVEMBER, "open");
        asked(NOVEMBER, "closed");
        asked(NOVEMBER, "closed and asked again");
        asked(JANUARY, "closed and asked again");
        registered("open", LocalDate.of(2025, 11, 30), OPEN);
        registered("closed", LocalDate.of(2025, 11, 30), LocalDate.of(2025, 12, 20));
        registered("closed and asked again", LocalDate.of(2025, 11, 30), LocalDate.of(2025, 12, 20));
        sent();

        assertThat(known(DECEMBER))
                .containsExactly(
                        "PRO001-d03-closed 2025-11",
                        "PRO001-d03-closed and asked again 2025-11",
                        "PRO001-d03-nobody's 2025-11",
                        "PRO001-d03-open 2025-11");
        assertThat(known(JANUARY))
                .containsExactly("PRO001-d03-closed and asked again 2025-11", "PRO001-d03-open 2025-11");
    }

    @Test
    void believesTheRegisterWhenALeadWasFound() {
        asked(NOVEMBER, "a1");
        asked(JANUARY, "a1");
        registered("a1", LocalDate.of(2025, 10, 9), OPEN);
        registered("by hand", LocalDate.of(2025, 12, 3), OPEN);
        sent();

        assertThat(known(JANUARY)).containsExactly("PRO001-d03-a1 2025-10", "PRO001-d03-by hand 2025-12");
    }

    private List<String> known(Period period) {
        return new LeadRegister(CATALOGUE, store)
                .known(period).stream()
                        .map(lead -> lead.key() + " "
                                + lead.found().map(Period::code).orElse(""))
                        .sorted()
                        .toList();
    }

    private void asked(Period period, String record) {
        var query = Finding.failed("PRO001", Severity.QUERY, CellRef.NOWHERE).ofRecord(record);
        var entry = new FindingStore.Entry(Optional.empty(), Optional.empty(), "d03", "cases", query, "");
        store.findings().add(period, FindingStore.Phase.CHECK, List.of(entry));
    }

    private void registered(String record, LocalDate found, LocalDate closed) {
        String key = "PRO001-d03-" + record;
        value(key, "leads.number", Value.of(key));
        value(key, LeadRegister.FOUND_ON, Value.of(found));
        if (!closed.equals(OPEN)) {
            value(key, LeadRegister.CLOSED_ON, Value.of(closed));
        }
    }

    private void value(String record, String item, Value value) {
        register.add(new Observation(item, Folding.key(record), value, new CellRef("线索.xlsx", "线索", "A9")));
    }

    /** Puts the office's register for December on record. */
    private void sent() {
        LocalDate day = LocalDate.of(2026, 1, 5);
        var submission = new Submission(
                "d06",
                LeadRegister.CODE,
                "1",
                DECEMBER,
                Optional.empty(),
                CellRef.sheet("线索.xlsx", "线索"),
                register,
                Map.of(),
                List.of());
        var file = new SourceFile(Path.of("线索.xlsx"), "线索.xlsx", "0".repeat(64), 16_000);
        long run = store.runs().begin(DECEMBER, day);
        store.submissions()
                .decide(store
                        .readings(CATALOGUE)
                        .record(
                                new ReadingStore.Act(DECEMBER, "1", run, day, OfficeTime.end(day)),
                                List.of(new Reading.Read(file, List.of(submission), List.of())))
                        .stream()
                        .map(id -> new Decision(id, 1, Disposition.ACCEPTED))
                        .toList());
    }
}

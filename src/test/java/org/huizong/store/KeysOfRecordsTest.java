package org.huizong.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.model.Argument;
import org.huizong.model.Below;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Observation;
import org.huizong.model.OfficeTime;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.model.Severity;
import org.huizong.model.SourceFile;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.huizong.store.ReadingStore.Act;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data folders that were made when 〔2025〕9号 and [2025]9号 were two cases. */
class KeysOfRecordsTest {
    private static final Period MAY = Period.parse("2025-05");

    private static final LocalDate JUNE = LocalDate.of(2025, 6, 5);

    @Test
    void foldsTheKeysThatAreOnRecordAsTheyAreReadToday(@TempDir Path data) throws Exception {
        try (Store store = Store.open(data)) {
            keep(
                    store,
                    record("cases.case_no", "青交罚〔2025〕第009号"),
                    record("cases.party", "青交罚〔2025〕第009号"),
                    record("cases.case_no", "青交罚[2025]8号"),
                    record("cases.case_no", "青交罚〔2025〕8号"),
                    record("cases.case_no", "7号"),
                    record(Below.ofUnits("safety.inspections"), "v01"));

            try (Connection connection = store.dataSource().getConnection()) {
                connection.createStatement().execute("""
                        UPDATE finding SET arguments =
                            '{"item":"cases.party","record":"' || record || '","value":"x"}'""");
                V9__keys_and_times.foldKeys(connection);
                V14__typed_arguments.type(connection);
            }

            assertThat(records(store))
                    .containsExactly(
                            "cases.case_no 青交罚〔2025〕9号",
                            "cases.party 青交罚〔2025〕9号",
                            "cases.case_no 青交罚〔2025〕8号#2",
                            "cases.case_no 青交罚〔2025〕8号",
                            "cases.case_no 7号",
                            "below.units.safety.inspections v01");
            assertThat(store.findings().within(List.of(MAY)))
                    .extracting(f -> f.finding().record())
                    .containsExactly("青交罚〔2025〕9号");
        }
    }

    private static Observation record(String item, String record) {
        return new Observation(item, record, Value.of("x"), new CellRef("a.xlsx", "台账", "B8"));
    }

    private static void keep(Store store, Observation... observations) {
        var finding = Finding.failed("doubtful.several", Severity.QUERY, observations[0].where())
                .ofRecord(observations[0].record())
                .ofItem("cases.party")
                .with("value", Argument.text("x"));
        var submission = new Submission(
                "d03",
                "cases",
                "1",
                MAY,
                Optional.empty(),
                new CellRef("a.xlsx", "台账", ""),
                List.of(observations),
                Map.of(),
                List.of(finding));
        store.readings(CatalogueLoader.builtIn())
                .record(
                        new Act(MAY, "6/old", store.runs().begin(MAY, JUNE), JUNE, OfficeTime.end(JUNE)),
                        List.of(new Reading.Read(
                                new SourceFile(Path.of("a.xlsx"), "a.xlsx", "0".repeat(64), 1),
                                List.of(submission),
                                List.of())));
    }

    private static List<String> records(Store store) {
        List<String> records = new ArrayList<>();
        store.submissions().within(MAY).stream()
                .flatMap(submission -> store.submissions().observations(submission).stream())
                .forEach(o -> records.add(o.item() + " " + o.record()));
        return records;
    }
}

package org.huizong.publish.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.huizong.aggregation.Publication;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Return;
import org.huizong.model.CellRef;
import org.huizong.model.Disposition;
import org.huizong.model.Finding;
import org.huizong.model.FindingWords;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.model.Severity;
import org.huizong.model.Value;
import org.huizong.publish.narrative.Tally.Line;
import org.huizong.store.StoredFinding;
import org.huizong.store.StoredObservation;
import org.huizong.store.StoredSubmission;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final LocalDate CLOSED = LocalDate.of(2025, 3, 20);

    private final List<StoredObservation> observations = new ArrayList<>();
    private final List<StoredFinding> findings = new ArrayList<>();
    private final Publication random = new RandomMonths(CATALOGUE, 1).publication();
    private final Period period = random.consolidation().period();

    @Test
    void countsPetitionsByTheLeaderInCharge() {
        petition("1", "王镇长", Optional.of(CLOSED), "good");
        petition("2", "王镇长", Optional.empty(), "");
        petition("3", "李书记", Optional.empty(), "");
        petition("4", "", Optional.of(CLOSED), "poor");
        petition("5", "王镇长", Optional.of(CLOSED), "none");
        late("PET002", "2");
        late("PET002", "5");
        late("PET001", "3");

        var tally = tally();
        var lines = tally.lines(ledger());

        assertThat(tally.entries()).extracting(e -> e.choice().label()).containsExactly("满意", "基本满意", "不满意", "未评价");
        assertThat(lines)
                .containsExactly(
                        new Line("李书记", 1, 1, 0, List.of(0, 0, 0, 0)),
                        new Line("王镇长", 3, 1, 1, List.of(1, 0, 0, 1)),
                        new Line("", 1, 0, 0, List.of(0, 0, 1, 0)));
        assertThat(tally.total(lines)).isEqualTo(new Line("", 5, 2, 1, List.of(1, 0, 1, 1)));
    }

    @Test
    void countsNothingWhereThereIsNoRecord() {
        var tally = tally();

        assertThat(tally.lines(ledger())).isEmpty();
        assertThat(tally.total(List.of())).isEqualTo(new Line("", 0, 0, 0, List.of(0, 0, 0, 0)));
    }

    @Test
    void countsByNoItemThatIsAskedNoMore() {
        var withoutLeader = catalogue("petitions.leader");
        var withoutSatisfaction = catalogue("petitions.satisfaction");

        assertThat(Tally.of(terms(withoutLeader), register())).isEmpty();
        assertThat(Tally.of(terms(withoutSatisfaction), register()))
                .hasValueSatisfying(tally -> assertThat(tally.by().code()).isEqualTo("petitions.leader"))
                .hasValueSatisfying(tally -> assertThat(tally.entries()).isEmpty());
    }

    /** The built-in catalogue with an item that was asked for the last time long ago. */
    private static Catalogue catalogue(String retired) {
        Map<String, byte[]> tables = CatalogueLoader.builtInTables();
        String items = new String(tables.get("items.csv"), StandardCharsets.UTF_8);
        tables.put(
                "items.csv",
                items.replaceFirst("(?m)^(petitions," + retired + ",.*),$", "$1,2020-12")
                        .getBytes(StandardCharsets.UTF_8));
        return CatalogueLoader.load(tables);
    }

    private void petition(String number, String leader, Optional<LocalDate> closed, String satisfaction) {
        value(number, "petitions.number", Value.of(number));
        if (!leader.isEmpty()) {
            value(number, "petitions.leader", Value.of(leader));
        }
        closed.ifPresent(day -> value(number, "petitions.closed_on", Value.of(day)));
        if (!satisfaction.isEmpty()) {
            value(number, "petitions.satisfaction", Value.of(satisfaction));
        }
    }

    private void value(String number, String item, Value value) {
        var submission = new StoredSubmission(
                1,
                "d07",
                "petitions",
                "1",
                period,
                1,
                "信访办.xlsx",
                "0".repeat(64),
                "信访",
                Optional.empty(),
                period.last().atEndOfMonth(),
                Disposition.ACCEPTED);
        observations.add(new StoredObservation(
                submission, new Observation(item, number, value, new CellRef("信访办.xlsx", "信访", "A9"))));
    }

    private void late(String rule, String number) {
        var finding = FindingWords.with(
                Finding.failed(rule, Severity.QUERY, CellRef.NOWHERE),
                "record",
                number,
                "ground",
                "petitions.closed_on>petitions.accepted_on+60");
        findings.add(new StoredFinding(period, "d07", "petitions", Optional.empty(), finding, ""));
    }

    private Collection<Ledger.Entry> ledger() {
        return new Ledger(terms()).of(register());
    }

    private Tally tally() {
        return Tally.of(terms(), register()).orElseThrow();
    }

    private Return register() {
        return CATALOGUE.form("petitions", period.last()).orElseThrow();
    }

    private Terms terms() {
        return terms(CATALOGUE);
    }

    private Terms terms(Catalogue catalogue) {
        var publication = new Publication(
                random.consolidation(),
                random.edition(),
                List.of(),
                List.of(),
                findings,
                List.of(),
                new Publication.Observations() {
                    @Override
                    public long count() {
                        return observations.size();
                    }

                    @Override
                    public void first(long most, Consumer<StoredObservation> reader) {
                        observations.forEach(reader);
                    }
                },
                Publication.Archived.NOWHERE);
        return new Terms(publication, catalogue, new Wording(new MessageBundle(Lang.ZH), catalogue));
    }
}

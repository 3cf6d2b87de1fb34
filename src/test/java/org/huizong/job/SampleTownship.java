package org.huizong.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.huizong.aggregation.Assessments;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.Consolidator;
import org.huizong.aggregation.Publication;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Obligation;
import org.huizong.catalogue.Unit;
import org.huizong.demo.SampleWriter;
import org.huizong.demo.SampleYear;
import org.huizong.demo.Sending;
import org.huizong.intake.Delivery;
import org.huizong.intake.ReturnsFolder;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.model.SourceFile;
import org.huizong.model.Value;
import org.huizong.register.Lead;
import org.huizong.register.LeadRegister;
import org.huizong.review.AcrossChecks;
import org.huizong.review.SubmissionChecks;
import org.huizong.store.Edition;
import org.huizong.store.ReadingStore.Act;
import org.huizong.store.Store;
import org.huizong.store.StoredFinding;
import org.huizong.store.StoredObservation;
import org.huizong.store.StoredSubmission;
import org.huizong.template.Prefill;
import org.huizong.template.TemplateWriter;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;

/**
 * The sample township's year on record, through the steps of the monthly job but for publishing.
 *
 * <p>What a clerk wrote as text where a number belongs is read from a real workbook. All else goes on record as reading
 * would put it there, in a tenth of the time; that reading does so is held by {@link MonthlyJobTest}.
 */
final class SampleTownship implements AutoCloseable {
    static final Catalogue CATALOGUE = CatalogueLoader.builtIn();

    private static final int DUE_DAY = 5;
    private static final int DAYS_LATER = 5;

    /** What stood in the findings of one period as of one day. */
    record Noted(Period period, boolean later, List<StoredFinding> findings) {}

    private final SampleYear sample = new SampleYear(CATALOGUE);
    private final SampleWriter clerks =
            new SampleWriter(new TemplateWriter(CATALOGUE, new Wording(new MessageBundle(Lang.ZH), CATALOGUE)));
    private final OnRecord typedIn = new OnRecord(CATALOGUE);
    private final Path home;
    private final Store store;

    SampleTownship(Path home) {
        this.home = home;
        this.store = Store.open(home.resolve("data"));
    }

    /** Takes in every month, as of the due day and five days later. */
    List<Noted> live() {
        List<Noted> noted = new ArrayList<>();
        for (YearMonth month : Period.year(SampleYear.YEAR).months()) {
            Period period = Period.month(month);
            LocalDate due = month.plusMonths(1).atDay(DUE_DAY);
            noted.add(new Noted(period, false, take(period, sample.inTime(month), due)));
            noted.add(new Noted(period, true, take(period, sample.later(month), due.plusDays(DAYS_LATER))));
            sample.longer().stream()
                    .filter(longer -> longer.last().equals(month))
                    .forEach(longer -> noted.add(
                            new Noted(longer, true, take(longer, sample.inTime(longer), due.plusDays(DAYS_LATER)))));
        }
        return noted;
    }

    /** What is published about a period: the findings of it and of every shorter one in it. */
    List<StoredFinding> published(Period period) {
        var periods = new TreeSet<Period>(Set.of(period));
        CATALOGUE.owedWithin(period).stream().map(Obligation::period).forEach(periods::add);
        return store.findings().within(List.copyOf(periods));
    }

    /** What a period came to. */
    Consolidation consolidate(Period period) {
        return new Consolidator(CATALOGUE, store).consolidate(period, LocalDate.of(SampleYear.YEAR + 1, 1, 10));
    }

    /** The leads that the office's register of a period begins with besides those that are open in it. */
    List<Lead> newLeads(Period period) {
        return new LeadRegister(CATALOGUE, store).fresh(period);
    }

    /** All that is published about a period but the values themselves. */
    Publication publication(Period period) {
        Consolidation consolidation = consolidate(period);
        List<StoredSubmission> submissions = store.submissions().within(period);
        return new Publication(
                consolidation,
                new Edition(period, 1, consolidation.asOf(), List.of(), Optional.empty()),
                List.of(),
                submissions,
                published(period),
                new LeadRegister(CATALOGUE, store).known(period),
                new Assessments(CATALOGUE, store)
                        .of(consolidation, store.submissions().within(period), published(period)),
                new Publication.Observations() {
                    @Override
                    public long count() {
                        return 0;
                    }

                    @Override
                    public void first(long most, Consumer<StoredObservation> reader) {
                        store.submissions().observations(submissions, most, reader);
                    }
                },
                Publication.Archived.NOWHERE);
    }

    @Override
    public void close() {
        store.close();
    }

    private List<StoredFinding> take(Period period, List<Sending> sendings, LocalDate asOf) {
        Request request = new Request(period, Optional.empty(), home, asOf, Office.NOW);
        Act act = new Act(period, "a test", store.runs().begin(period, asOf), asOf, Office.NOW);
        Set<Unit> corrected = sample.later(period).stream()
                .filter(Sending::correction)
                .map(Sending::unit)
                .collect(Collectors.toSet());
        var readings = sendings.stream().map(s -> read(s, corrected, request)).toList();
        store.together(() -> {
            store.readings(CATALOGUE).record(act, readings);
            new SubmissionChecks(CATALOGUE, store, period, asOf).run();
            new AcrossChecks(CATALOGUE, store, period, asOf).run();
        });
        return store.findings().within(List.of(period));
    }

    private Reading read(Sending sending, Set<Unit> corrected, Request request) {
        boolean register = sending.values().keySet().stream().anyMatch(CATALOGUE::isRegister);
        boolean typed = !(register && !sending.correction() && corrected.contains(sending.unit()))
                && sending.values().values().stream()
                        .flatMap(cells -> cells.entrySet().stream())
                        .allMatch(cell -> isTyped(cell.getKey(), cell.getValue()));
        return typed ? typedIn.read(sending) : fromWorkbook(sending, request);
    }

    private static boolean isTyped(String name, Value value) {
        boolean number = CATALOGUE.item(name).map(i -> i.type().isNumeric()).orElse(false);
        return !number || value.isMissing() || value instanceof Value.Quantity;
    }

    private Reading fromWorkbook(Sending sending, Request request) {
        try {
            Path folder = Files.createTempDirectory(home, "returns");
            clerks.write(sending, Prefill.NONE, folder);
            SourceFile file = ReturnsFolder.list(folder).files().get(0);
            return new ReturnReader(
                            CATALOGUE,
                            store,
                            new Assignment(request, 1, false, CATALOGUE.digest(), "", 0),
                            new Evidence(
                                    store, request.period(), new Delivery(new ReturnsFolder(List.of(file), List.of()))))
                    .process(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.huizong.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.Consolidator;
import org.huizong.aggregation.EarlierFigures;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Unit;
import org.huizong.demo.Sending;
import org.huizong.model.CellRef;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.model.Submission;
import org.huizong.review.AcrossChecks;
import org.huizong.store.Store;
import org.huizong.validation.Computed;

/**
 * Writes the figures of as many returns as asked for straight into a store, as if they had been read and counted, and times
 * what only asks the store: the figures of earlier months that returns are checked against, checking across and
 * consolidating. A return is all forms that one unit owes; registers are left out.
 */
public final class ManyFacts {
    private static final YearMonth JANUARY = YearMonth.of(2025, 1);
    private static final int BATCH = 200;
    private static final double SECOND = 1e9;

    private final Catalogue sample = CatalogueLoader.builtIn();
    private final List<Unit> senders = ManyReturns.senders(sample);
    private final Map<String, Map<String, Map<String, BigDecimal>>> figures = new LinkedHashMap<>();

    /** A moment, by the clock and by what the thread has had of the processor. */
    private record Lap(long wall, long processor) {
        static Lap now() {
            return new Lap(
                    System.nanoTime(), ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
        }

        String since(Lap before) {
            return String.format(
                    Locale.ROOT,
                    "| %.2f (%.2f)",
                    (wall - before.wall) / SECOND,
                    (processor - before.processor) / SECOND);
        }
    }

    private ManyFacts() {
        Computed computed = new Computed(sample);
        ManyReturns.sendings(sample, JANUARY).forEach((unit, sending) -> figures.put(unit, figures(computed, sending)));
    }

    /**
     * Arguments: an empty folder, and one or more numbers of returns, {@code 3000x12} with as many months of which the last
     * is timed; each gets a store of its own.
     */
    public static void main(String[] args) throws IOException, SQLException {
        ManyFacts facts = new ManyFacts();
        System.out.println("returns facts | write | earlier | checkAcross | consolidate: seconds (of the processor)");
        for (int i = 1; i < args.length; i++) {
            String[] size = args[i].split("x", 2);
            int months = size.length > 1 ? Integer.parseInt(size[1]) : 1;
            facts.measure(Integer.parseInt(size[0]), months, Path.of(args[0]).resolve(args[i]));
        }
    }

    private void measure(int count, int months, Path folder) throws IOException, SQLException {
        Catalogue catalogue = ManyReturns.enlarged(sample, folder, 0, count, form -> !sample.isRegister(form));
        try (Store store = Store.open(folder.resolve("data"))) {
            Period last = Period.month(JANUARY.plusMonths(months - 1L));
            LocalDate asOf = asOf(last);
            Lap begun = Lap.now();
            long written = 0;
            for (int month = 0; month < months; month++) {
                written += write(store, count, month);
            }
            Lap filled = Lap.now();
            new EarlierFigures(catalogue, store, last).prior(ManyReturns.code(0), "");
            Lap known = Lap.now();
            new AcrossChecks(catalogue, store, last, asOf).run();
            Lap checked = Lap.now();
            Consolidation all = new Consolidator(catalogue, store).consolidate(last, asOf);
            Lap ended = Lap.now();
            if (!all.coverage().open().isEmpty()) {
                throw new IllegalStateException(
                        "returns are missing: " + all.coverage().open().get(0));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s %d %s %s %s %s%n",
                    folder.getFileName(),
                    written,
                    filled.since(begun),
                    known.since(filled),
                    checked.since(known),
                    ended.since(checked));
        }
    }

    private static LocalDate asOf(Period month) {
        return month.end().plusDays(5);
    }

    /** The numbers of the forms that a unit sends, those that are computed among them, by return and item. */
    private Map<String, Map<String, BigDecimal>> figures(Computed computed, Sending sending) {
        Map<String, Map<String, BigDecimal>> figures = new LinkedHashMap<>();
        sending.values().forEach((form, values) -> {
            if (!sample.isRegister(form)) {
                List<Observation> observations = new ArrayList<>();
                values.forEach((item, value) -> observations.add(new Observation(item, "", value, CellRef.NOWHERE)));
                Submission sent = new Submission(
                        sending.unit().code(),
                        form,
                        "1",
                        Period.month(JANUARY),
                        Optional.empty(),
                        CellRef.NOWHERE,
                        observations,
                        Map.of(),
                        List.of());
                Map<String, BigDecimal> numbers = new LinkedHashMap<>();
                computed.fill(sent).observations().stream()
                        .filter(o -> sample.item(o.item()).isPresent())
                        .forEach(o -> o.value().asNumber().ifPresent(n -> numbers.put(o.item(), n)));
                figures.put(form, numbers);
            }
        });
        return figures;
    }

    private long write(Store store, int count, int place) throws SQLException {
        Period period = Period.month(JANUARY.plusMonths(place));
        long run = store.runs().begin(period, asOf(period));
        try (Connection connection = store.dataSource().getConnection();
                PreparedStatement file = connection.prepareStatement("""
                        INSERT INTO file (period, sha256, name, size, refused, present, read_by, first_run, read_run, received)
                        VALUES (?, ?, ?, 1, FALSE, TRUE, 'bench', ?, ?, ?)""");
                PreparedStatement submission = connection.prepareStatement("""
                        INSERT INTO submission (id, unit, form, version, period, first_month, last_month, sha256, sheet,
                            revision, disposition, withdrawn)
                        VALUES (?, ?, ?, '1', ?, ?, ?, ?, ?, 1, 'accepted', FALSE)""");
                PreparedStatement fact = connection.prepareStatement("""
                        INSERT INTO fact (unit, last_month, item, first_month, part, origin, period, form, amount,
                            submission, cell)
                        VALUES (?, ?, ?, ?, '', 'return', ?, ?, ?, ?, 'D9')""")) {
            connection.setAutoCommit(false);
            Date month = Date.valueOf(period.start());
            long number = (long) place * count * figures.size();
            long facts = 0;
            for (int i = 0; i < count; i++) {
                String unit = ManyReturns.code(i);
                String digest = "%064d".formatted(i);
                set(file, period.code(), digest, unit + ".xlsx", run, run, Date.valueOf(asOf(period)));
                var sent = figures.getOrDefault(senders.get(i % senders.size()).code(), Map.of());
                for (var form : sent.entrySet()) {
                    set(submission, ++number, unit, form.getKey(), period.code(), month, month, digest, form.getKey());
                    for (var item : form.getValue().entrySet()) {
                        set(
                                fact,
                                unit,
                                month,
                                item.getKey(),
                                month,
                                period.code(),
                                form.getKey(),
                                item.getValue(),
                                number);
                        facts++;
                    }
                }
                if (i % BATCH == 0 || i == count - 1) {
                    file.executeBatch();
                    submission.executeBatch();
                    fact.executeBatch();
                    connection.commit();
                }
            }
            return facts;
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}

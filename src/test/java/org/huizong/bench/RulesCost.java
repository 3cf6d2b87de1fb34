package org.huizong.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.huizong.aggregation.EarlierFigures;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.model.CellRef;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.model.Value;
import org.huizong.store.Store;
import org.huizong.store.StoredSubmission;
import org.huizong.validation.Checker;

/**
 * Measures the processor time of the checks alone, without reading from the store or writing to it: every submission that a
 * run of the job has left on record is checked once, in a new process, as the job does.
 */
public final class RulesCost {
    private static final double MILLISECOND = 1e6;

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final Set<String> files = new HashSet<>();
    private int submissions;
    private int findings;
    private long spent;

    private RulesCost() {}

    /** Arguments: the folders of the catalogue and of the data, the period and the day as of which it was run. */
    public static void main(String[] args) {
        Catalogue catalogue = CatalogueLoader.load(Path.of(args[0]));
        Period period = Period.parse(args[2]);
        RulesCost cost = new RulesCost();
        try (Store store = Store.open(Path.of(args[1]))) {
            cost.measure(catalogue, store, period, LocalDate.parse(args[3]));
        }
        System.out.printf(
                Locale.ROOT,
                "%d %d %d %.4f%n",
                cost.files.size(),
                cost.submissions,
                cost.findings,
                cost.spent / MILLISECOND / cost.files.size());
    }

    private void measure(Catalogue catalogue, Store store, Period period, LocalDate asOf) {
        long begun = clock.getCurrentThreadCpuTime();
        Checker checker = new Checker(catalogue, asOf);
        spent += clock.getCurrentThreadCpuTime() - begun;
        EarlierFigures history = new EarlierFigures(catalogue, store, period);
        store.submissions().each(period, form -> true, (submission, observations) -> {
            files.add(submission.sha256());
            submissions++;
            long before = clock.getCurrentThreadCpuTime();
            findings += check(checker, history, submission, observations);
            spent += clock.getCurrentThreadCpuTime() - before;
        });
    }

    private static int check(
            Checker checker, EarlierFigures history, StoredSubmission submission, List<Observation> observations) {
        Map<String, Value> now = new HashMap<>();
        observations.forEach(o -> now.put(o.item(), o.value()));
        return checker.check(
                        submission.form(),
                        submission.period(),
                        observations,
                        new CellRef(submission.file(), submission.sheet(), ""),
                        List.of(),
                        history.values(submission.unit(), item -> now.getOrDefault(item, Value.Gap.BLANK)))
                .findings()
                .size();
    }
}

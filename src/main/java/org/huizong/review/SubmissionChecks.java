package org.huizong.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.huizong.catalogue.Catalogue;
import org.huizong.edition.Editions;
import org.huizong.model.Period;
import org.huizong.register.RegisterFacts;
import org.huizong.register.Registry;
import org.huizong.store.FindingStore.Phase;
import org.huizong.store.Store;
import org.huizong.validation.Directory;

/**
 * Checks every submission of a period from the store, and decides which revision of each counts.
 *
 * <p>The registers that others point to are checked first: others are held against what counts of them.
 */
public final class SubmissionChecks {
    /** Filings that are put on record together, so that what is found need not all be held. */
    private static final int BATCH = 20;

    private final Catalogue catalogue;
    private final Store store;
    private final Period period;
    private final LocalDate asOf;
    private final Set<String> pointedTo;

    /** Checks that period on that day. */
    public SubmissionChecks(Catalogue catalogue, Store store, Period period, LocalDate asOf) {
        this.catalogue = catalogue;
        this.store = store;
        this.period = period;
        this.asOf = asOf;
        this.pointedTo = Registry.registers(catalogue);
    }

    /** Replaces findings and dispositions by what the catalogue and the other periods make of them now. */
    public void run() {
        checkRegisters();
        checkAll(filings(), checker());
        count();
    }

    /** Takes back what was found before, and checks the registers that others point to. */
    public void checkRegisters() {
        store.findings().clear(period, Phase.CHECK);
        var checker = new FilingChecker(catalogue, store, period, asOf, Directory.NONE);
        checkAll(Filing.of(store, period, pointedTo::contains), checker::check);
    }

    /** Returns all else that was sent, in an order that does not change while it is checked. */
    public List<Filing> filings() {
        return Filing.of(store, period, form -> !pointedTo.contains(form));
    }

    /** Returns what checks these, given what counts of the registers that they point to. */
    public Function<Filing, Verdict> checker() {
        return new FilingChecker(catalogue, store, period, asOf, Registry.of(catalogue, store, period))::check;
    }

    /** Puts on record what checks came to. */
    public void record(List<? extends Verdict> verdicts) {
        store.findings()
                .add(
                        period,
                        Phase.CHECK,
                        verdicts.stream().flatMap(v -> v.findings().stream()).toList());
        store.findings()
                .explain(verdicts.stream().flatMap(v -> v.explained().stream()).toList());
        store.submissions()
                .decide(verdicts.stream().flatMap(v -> v.decisions().stream()).toList());
    }

    /** Counts the registers anew that are others now, and marks the editions that say otherwise. */
    public void count() {
        new Editions(catalogue, store).markStale(new RegisterFacts(catalogue, store).refresh(), period);
    }

    private void checkAll(List<Filing> filings, Function<Filing, Verdict> checker) {
        for (int first = 0; first < filings.size(); first += BATCH) {
            record(filings.subList(first, Math.min(filings.size(), first + BATCH)).stream()
                    .map(checker)
                    .toList());
        }
    }
}

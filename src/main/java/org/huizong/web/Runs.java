package org.huizong.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.huizong.catalogue.Catalogue;
import org.huizong.job.MonthlyJob;
import org.huizong.job.Request;
import org.huizong.model.Period;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.jspecify.annotations.Nullable;

/** The runs of the monthly job that the page was asked for: one at a time, however many browsers look on. */
final class Runs implements AutoCloseable {
    private final OfficeSettings settings;
    private final StoreKeeper keeper;
    private final Activity activity;
    private final Map<Period, RunState> last = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> new Thread(work, "page-run"));
    private @Nullable RunState current;

    Runs(OfficeSettings settings, StoreKeeper keeper, Activity activity) {
        this.settings = settings;
        this.keeper = keeper;
        this.activity = activity;
    }

    /** The folder of a period's returns. */
    Path returns(Period period) {
        return settings.returns().resolve(period.code());
    }

    /** The folder of a period's results. */
    Path output(Period period) {
        return settings.output().resolve(period.code());
    }

    /** The run that goes on now. */
    synchronized Optional<RunState> current() {
        return Optional.ofNullable(current);
    }

    boolean isBusy() {
        return current().isPresent();
    }

    /** The last run of a period since the page was opened. */
    Optional<RunState> last(Period period) {
        return Optional.ofNullable(last.get(period));
    }

    /** Begins a run; empty if one goes on already. */
    synchronized Optional<RunState> begin(Period period, Lang lang) {
        if (current != null) {
            return Optional.empty();
        }
        RunState state = new RunState(period, settings.clock());
        current = state;
        last.put(period, state);
        worker.execute(() -> run(state, lang));
        return Optional.of(state);
    }

    private void run(RunState state, Lang lang) {
        try {
            Catalogue catalogue = settings.catalogue().get();
            Wording wording = new Wording(new MessageBundle(lang), catalogue);
            Path folder = returns(state.period());
            Request request = new Request(
                    state.period(),
                    Optional.of(folder).filter(Files::isDirectory),
                    output(state.period()),
                    settings.today().get(),
                    settings.clock().instant());
            state.complete(keeper.use(store -> new MonthlyJob(catalogue, wording, store).run(request, state)));
        } catch (Throwable e) {
            // whatever it is, who waits for the run is told that it has ended
            state.fail(e);
            settings.faults().accept(e);
        } finally {
            synchronized (this) {
                current = null;
            }
            activity.note();
        }
    }

    /** Lets a run that goes on end first: it would have to be done again. */
    @Override
    public void close() {
        worker.shutdown();
        try {
            worker.awaitTermination(1, TimeUnit.HOURS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

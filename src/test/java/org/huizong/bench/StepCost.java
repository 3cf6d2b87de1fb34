package org.huizong.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.job.MonthlyJob;
import org.huizong.job.Progress;
import org.huizong.job.Request;
import org.huizong.model.Period;
import org.huizong.spreadsheet.write.Scratch;
import org.huizong.store.Store;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;

/**
 * Runs the monthly job for one month after another within one process, from the loading of the catalogue to the closing of
 * the store as the command does, and measures it from within: every run but the first is in a warm program.
 *
 * <p>Prints a line for every run, {@code run MONTH WALL CPU}, and one for every step, {@code step MONTH NAME WALL CPU LIVE
 * MOST}: seconds by the clock and of the processor, what of the heap is in use when the step has ended and all garbage is
 * collected, and the most that was in use after any collection within the step, both in MB.
 */
public final class StepCost {
    private static final double SECOND = 1e9;
    private static final long MB = 1 << 20;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final AtomicLong most = new AtomicLong();
    private long collecting;
    private long collectingCpu;

    private StepCost() {}

    /** Arguments: the folders of the catalogue, the data, the returns and the output, and the months. */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        Scratch.prepare();
        StepCost cost = new StepCost();
        cost.listen();
        for (int i = 4; i < args.length; i++) {
            cost.run(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), Path.of(args[3]), args[i]);
        }
    }

    private void run(Path tables, Path data, Path returns, Path output, String month) {
        collecting = 0;
        collectingCpu = 0;
        long begun = System.nanoTime();
        long begunCpu = system.getProcessCpuTime();
        Catalogue catalogue = CatalogueLoader.load(CatalogueLoader.tables(tables));
        Wording wording = new Wording(new MessageBundle(Lang.ZH), catalogue);
        YearMonth of = YearMonth.parse(month);
        Request request = new Request(
                Period.month(of),
                Optional.of(returns.resolve(month)),
                output.resolve(month),
                of.plusMonths(1).atDay(3),
                Instant.now());
        try (Store store = Store.open(data)) {
            new MonthlyJob(catalogue, wording, store).run(request, new Steps(month));
        }
        System.out.printf(
                "run %s %.3f %.3f%n",
                month,
                (System.nanoTime() - begun - collecting) / SECOND,
                (system.getProcessCpuTime() - begunCpu - collectingCpu) / SECOND);
    }

    /** Notes how much is in use after each collection. */
    private void listen() {
        Set<String> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getName)
                .collect(Collectors.toSet());
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, nothing) -> {
                                long used = GarbageCollectionNotificationInfo.from(
                                                (CompositeData) notification.getUserData())
                                        .getGcInfo()
                                        .getMemoryUsageAfterGc()
                                        .entrySet()
                                        .stream()
                                        .filter(pool -> heap.contains(pool.getKey()))
                                        .mapToLong(pool -> pool.getValue().getUsed())
                                        .sum();
                                most.accumulateAndGet(used, Math::max);
                            },
                            null,
                            null);
        }
    }

    /** Tells of each step when the next one begins. */
    private final class Steps implements Progress {
        private final String month;
        private String step = "";
        private long begun;
        private long begunCpu;

        Steps(String month) {
            this.month = month;
        }

        @Override
        public void begin(String next, int total) {
            if (!next.equals(step)) {
                close();
                step = next;
                begun = System.nanoTime();
                begunCpu = system.getProcessCpuTime();
            }
        }

        @Override
        public void end() {
            close();
            step = "";
        }

        private void close() {
            long ended = System.nanoTime();
            long endedCpu = system.getProcessCpuTime();
            long before = most.get();
            System.gc();
            MemoryUsage live = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
            if (!step.isEmpty()) {
                System.out.printf(
                        "step %s %s %.3f %.3f %d %d%n",
                        month,
                        step,
                        (ended - begun) / SECOND,
                        (endedCpu - begunCpu) / SECOND,
                        live.getUsed() / MB,
                        Math.max(before, live.getUsed()) / MB);
            }
            most.set(0);
            collecting += System.nanoTime() - ended;
            collectingCpu += system.getProcessCpuTime() - endedCpu;
        }
    }
}

package org.huizong.job;

import java.nio.file.Files;
import java.nio.file.Path;
import org.huizong.publish.PublicationPart;

/** Runs January's job in a process of its own, which is killed in a step. */
final class KilledJob {
    static final int KILLED = 9;

    private KilledJob() {}

    /** Takes the office's folder and the name of the fault. */
    public static void main(String[] arguments) {
        Office office = new Office(Path.of(arguments[0])).writing(PublicationPart.TABLES);
        Fault fault = Fault.valueOf(arguments[1]);
        Runnable kill = () -> Runtime.getRuntime().halt(KILLED);
        if (fault == Fault.PUBLISH) {
            // in the middle of it: a table is there, nothing is in place
            Path table =
                    office.output(Office.JANUARY).resolveSibling(".2025-01.new").resolve("data/totals.csv");
            Thread watch = new Thread(() -> {
                while (!Files.exists(table)) {
                    Thread.onSpinWait();
                }
                kill.run();
            });
            watch.setDaemon(true);
            watch.start();
            office.consolidate(Office.JANUARY, Office.DUE);
        } else {
            office.consolidate(Office.JANUARY, Office.DUE, fault.doing(kill));
        }
    }
}

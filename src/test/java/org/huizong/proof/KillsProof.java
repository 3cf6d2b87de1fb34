package org.huizong.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.huizong.proof.Program.Ended;
import org.huizong.proof.Program.Running;
import org.huizong.proof.ProofTable.Tried;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Kills runs where the power may fail, and holds that an ordinary run afterwards leaves what an unbroken one does. */
@TestInstance(Lifecycle.PER_CLASS)
class KillsProof {
    private static final int EACH = Integer.getInteger("kills", 200) / 5;
    private static final long SEED = Long.getLong("seed", 20_251_129);
    private static final String PUBLISHING = "生成汇总表";

    private Path scratch;
    private Township township;

    @BeforeAll
    void theTownshipSendsItsReturns(@TempDir Path folder) throws IOException {
        scratch = folder;
        township = new Township(folder);
    }

    @Test
    void leavesWhatAnUnbrokenRunDoesWhenAFirstRunWasKilled() {
        var office = new Office(scratch.resolve("fresh"), h -> township.deliver(h.resolve("returns")));

        assertThat(kills("fresh runs", office, this::anywhere)).isEmpty();
    }

    @Test
    void leavesWhatAnUnbrokenRunDoesWhenARunWithACorrectionWasKilled() {
        var office = new Office(scratch.resolve("again"), home -> {
            township.deliver(home.resolve("returns"));
            Desk.at(home).consolidate();
            return township.correct(home.resolve("returns"));
        });

        assertThat(kills("re-runs with a correction", office, this::anywhere)).isEmpty();
    }

    @Test
    void leavesWhatAnUnbrokenRunDoesWhenARunFromAZipWasKilled() {
        var office = new Office(scratch.resolve("zip"), h -> township.deliverZipped(h.resolve("returns")));

        assertThat(kills("runs from a zip", office, this::anywhere)).isEmpty();
    }

    @Test
    void leavesWhatAnUnbrokenRunDoesWhenItWasKilledWhilePublishing() {
        var office = new Office(scratch.resolve("publish"), home -> {
            township.deliver(home.resolve("returns"));
            Desk.at(home).consolidate();
            return township.correct(home.resolve("returns"));
        });

        assertThat(kills("publishing", office, (home, random, length) -> {
                    Running run = Desk.at(home).program().start(Desk.at(home).consolidation());
                    if (run.waitFor(PUBLISHING)) {
                        Program.rest(random.nextLong(length / 2));
                    }
                    run.kill();
                }))
                .isEmpty();
    }

    @Test
    void leavesWhatAnUnbrokenRunDoesWhenABackupWasKilled() {
        var office = new Office(scratch.resolve("backup"), home -> {
            township.deliver(home.resolve("returns"));
            Desk.at(home).consolidate();
            return township.correct(home.resolve("returns"));
        });

        assertThat(kills("backups", office, (home, random, length) -> {
                    // one half while nobody holds the store, one half while a run does
                    boolean held = random.nextBoolean();
                    Running run =
                            held ? Desk.at(home).program().start(Desk.at(home).consolidation()) : null;
                    if (held) {
                        Program.rest(random.nextLong(length));
                    }
                    Path place = home.resolve("backup.zip");
                    Running backup = Desk.at(home)
                            .program()
                            .start(
                                    "backup",
                                    place.toString(),
                                    "--data",
                                    home.resolve("data").toString());
                    Program.rest(random.nextLong(length));
                    if (run != null && random.nextBoolean()) {
                        run.kill();
                    }
                    backup.kill();
                    if (run != null) {
                        run.end();
                    }
                    if (!Files.exists(place)) {
                        Ended again = Desk.at(home)
                                .program()
                                .run(
                                        "backup",
                                        place.toString(),
                                        "--data",
                                        home.resolve("data").toString());
                        check(again.code() == 0, "a second backup ended with " + again);
                    }
                    Path elsewhere = home.resolve("elsewhere");
                    Ended restored = Desk.at(home)
                            .program()
                            .run("restore-backup", place.toString(), "--data", elsewhere.toString());
                    check(restored.code() == 0, "restoring ended with " + restored);
                    Township.remove(elsewhere);
                    check(place.toFile().delete(), "no backup");
                    check(home.resolve("data/backup.txt").toFile().delete(), "no word of the backup");
                }))
                .isEmpty();
    }

    /** Kills a run at a moment of its life that the dice say. */
    private void anywhere(Path home, SplittableRandom random, long length) {
        Running run = Desk.at(home).program().start(Desk.at(home).consolidation());
        Program.rest(random.nextLong(length + length / 10));
        run.kill();
    }

    /** Breaks off what an office does. */
    private interface Kill {
        void strike(Path home, SplittableRandom random, long length);
    }

    private static List<String> kills(String part, Office office, Kill kill) {
        List<Callable<Tried>> attacks = new ArrayList<>();
        IntStream.range(0, EACH).forEach(i -> attacks.add(() -> office.killed(i, kill)));
        return ProofTable.attempt("kills: " + part, attacks);
    }

    private static void check(boolean holds, String fault) {
        if (!holds) {
            throw new IllegalStateException(fault);
        }
    }

    /** An office before the run that is killed, and what an unbroken run leaves. */
    private static final class Office {
        private final Path before;
        private final Trace unbroken;
        private final int code;
        private final long length;

        Office(Path scratch, Function<Path, Path> preparation) {
            before = scratch.resolve("before");
            preparation.apply(before);
            Path home = scratch.resolve("unbroken");
            Township.copy(before, home);
            long begun = System.nanoTime();
            code = Desk.at(home).consolidate().code();
            length = (System.nanoTime() - begun) / 1_000_000;
            unbroken = Desk.at(home).trace();
        }

        Tried killed(int number, Kill kill) {
            String name = "kill " + number;
            Path home = before.resolveSibling(name.replace(' ', '-'));
            try {
                Township.copy(before, home);
                kill.strike(home, new SplittableRandom(SEED + number), length);
                Ended ended = Desk.at(home).consolidate();
                return new Tried(name, fault(home, ended), ended.peak());
            } catch (RuntimeException e) {
                return new Tried(name, e.toString(), 0);
            } finally {
                Desk.at(home).clear();
            }
        }

        private String fault(Path home, Ended ended) {
            if (ended.code() != code || !ended.trace().isEmpty()) {
                return "ended with " + ended;
            }
            List<Path> left = Desk.at(home).left();
            return left.isEmpty() ? Desk.at(home).trace().differs(unbroken) : "left in the system's folder " + left;
        }
    }
}

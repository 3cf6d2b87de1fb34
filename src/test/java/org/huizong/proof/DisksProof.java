package org.huizong.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.huizong.proof.Program.Ended;
import org.huizong.proof.ProofTable.Tried;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program on disks that fill up, that nobody may write to, that belong to somebody else. */
@TestInstance(Lifecycle.PER_CLASS)
class DisksProof {
    private static final int REFUSED = 3;
    /** In percent of what an unbroken run needs. */
    private static final List<Integer> SIZES = List.of(2, 10, 20, 30, 40, 50, 60, 70, 80, 90, 97);
    /** In blocks of 512 bytes, of each file; what the program says needs one as well. */
    private static final List<Integer> BLOCKS = List.of(2, 8, 40, 100, 200, 400, 600, 900, 1_300, 2_000);

    /** A GB. */
    private static final long PLENTY = 1 << 20;

    private static final Pattern FULL = Pattern.compile("磁盘|空间|写不|写入|不能写");
    private static final Pattern FORBIDDEN = Pattern.compile("权限|只读|不能写|写不|不允许|打不开|无权");

    private Path scratch;
    private Township township;
    /** A desk before a correction comes. */
    private Desk before;

    @BeforeAll
    void aMonthIsOnRecordAndACorrectionComes(@TempDir Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        scratch = folder;
        township = new Township(folder);
        before = Desk.at(folder.resolve("before").resolve("home"));
        township.deliver(before.returns());
        before.consolidate();
        township.correct(before.returns());
    }

    @Test
    void publishesNothingHalfOnADataDiskThatFillsUpAndAllOfItOnceThereIsRoom() {
        assumeTrue(SmallDisk.isPossible(scratch), "no disk can be mounted here");

        assertThat(fillUp(
                        "data on a full disk",
                        d -> d.withData(d.home().resolve("disk").resolve("data"))))
                .isEmpty();
    }

    @Test
    void publishesNothingHalfOnAnOutputDiskThatFillsUpAndAllOfItOnceThereIsRoom() {
        assumeTrue(SmallDisk.isPossible(scratch), "no disk can be mounted here");

        assertThat(fillUp(
                        "output on a full disk",
                        d -> d.withOutput(d.home().resolve("disk").resolve("output"))))
                .isEmpty();
    }

    @Test
    void writesNoHalfBackupOnADiskThatFillsUp() throws IOException {
        assumeTrue(SmallDisk.isPossible(scratch), "no disk can be mounted here");
        long needed = backupKilobytes();
        List<Callable<Tried>> attacks = new ArrayList<>();
        for (int percent : List.of(2, 15, 40, 70, 95)) {
            int size = (int) Math.max(4, needed * percent / 100);
            attacks.add(() -> {
                String name = "backup on " + percent + " percent";
                Desk desk = Desk.at(scratch.resolve(name.replace(' ', '-')));
                Township.copy(before.home(), desk.home());
                try (SmallDisk disk = new SmallDisk(desk.home().resolve("disk"), size)) {
                    Path place = desk.home().resolve("disk").resolve("backup.zip");
                    String[] backup = {
                        "backup", place.toString(), "--data", desk.data().toString()
                    };
                    Ended ended = desk.program().run(backup);
                    String fault = refused(ended, FULL);
                    fault += Trace.below(place.getParent()).isEmpty() ? "" : " left " + Trace.below(place.getParent());
                    disk.resize(PLENTY);
                    fault += desk.program().run(backup).code() == 0 ? "" : " and no backup with more room";
                    return new Tried(name, fault, ended.peak());
                } finally {
                    desk.clear();
                }
            });
        }

        assertThat(ProofTable.attempt("disks: backup on a full disk", attacks)).isEmpty();
    }

    private long backupKilobytes() throws IOException {
        Desk desk = Desk.at(scratch.resolve("whole-backup"));
        try {
            Township.copy(before.home(), desk.home());
            Path backup = desk.home().resolve("backup.zip");
            desk.program()
                    .run("backup", backup.toString(), "--data", desk.data().toString());
            return Files.size(backup) / 1024;
        } finally {
            desk.clear();
        }
    }

    @Test
    void publishesNothingHalfWhereNoFileMayGrowBeyondASize() {
        Trace unbroken = unbroken(UnaryOperator.identity());
        SortedMap<String, String> first = Trace.tables(before.output());
        List<Callable<Tried>> attacks = new ArrayList<>();
        for (int blocks : BLOCKS) {
            attacks.add(() -> {
                String name = "no file above " + blocks + " blocks";
                Desk desk = Desk.at(scratch.resolve("blocks-" + blocks).resolve("home"));
                Township.copy(before.home(), desk.home());
                try {
                    Ended ended = desk.program()
                            .behind("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh")
                            .run(desk.consolidation());
                    String fault = ended.code() == REFUSED ? refused(ended, FULL) : "";
                    if (ended.code() == REFUSED && !Trace.tables(desk.output()).equals(first)) {
                        fault += " the edition before was changed";
                    }
                    return new Tried(name, fault + afterwards(desk, unbroken), ended.peak());
                } finally {
                    desk.clear();
                }
            });
        }

        assertThat(ProofTable.attempt("disks: files that may not grow", attacks))
                .isEmpty();
    }

    @Test
    void saysOfADiskThatNobodyMayWriteToWhatItIs() {
        assumeTrue(SmallDisk.isPossible(scratch), "no disk can be mounted here");
        List<Callable<Tried>> attacks = List.of(
                protectedDisk("data", d -> d.withData(d.home().resolve("disk").resolve("data"))),
                protectedDisk(
                        "output", d -> d.withOutput(d.home().resolve("disk").resolve("output"))));

        assertThat(ProofTable.attempt("disks: read-only", attacks)).isEmpty();
    }

    @Test
    void saysOfAFolderOfSomebodyElseWhoseItIs() {
        List<Callable<Tried>> attacks = new ArrayList<>();
        attacks.add(() -> foreign("data", true));
        attacks.add(() -> foreign("data", false));
        attacks.add(() -> foreign("output", true));
        attacks.add(() -> foreign("output", false));

        assertThat(ProofTable.attempt("disks: folders of somebody else", attacks))
                .isEmpty();
    }

    private List<String> fillUp(String part, UnaryOperator<Desk> placed) {
        Trace unbroken = unbroken(placed);
        long needed = needed(placed);
        SortedMap<String, String> first = Trace.tables(before.output());
        List<Callable<Tried>> attacks = new ArrayList<>();
        for (int size : SIZES) {
            attacks.add(() -> {
                String name = part + " of " + size + " %";
                Desk desk = placed.apply(
                        Desk.at(scratch.resolve(name.replaceAll("\\W", "-")).resolve("home")));
                try (SmallDisk disk = new SmallDisk(desk.home().resolve("disk"), PLENTY)) {
                    furnish(desk);
                    long there = size(desk.home().resolve("disk"));
                    disk.resize(there + (needed - there) * size / 100);
                    Ended ended = desk.consolidate();
                    String fault = ended.code() == REFUSED ? refused(ended, FULL) : "";
                    if (ended.code() == REFUSED && !Trace.tables(desk.output()).equals(first)) {
                        fault += " the edition before was changed";
                    }
                    disk.resize(PLENTY);
                    return new Tried(name, fault + afterwards(desk, unbroken), ended.peak());
                } finally {
                    desk.clear();
                }
            });
        }
        return ProofTable.attempt("disks: " + part, attacks);
    }

    private void furnish(Desk desk) {
        Township.copy(before.returns(), desk.returns());
        Township.copy(before.data(), desk.data());
        Township.copy(before.output(), desk.output());
    }

    /** What a run leaves that nothing is in the way of. */
    private Trace unbroken(UnaryOperator<Desk> placed) {
        Desk desk = placed.apply(Desk.at(scratch.resolve("unbroken").resolve("home")));
        try {
            furnish(desk);
            desk.consolidate();
            return desk.trace();
        } finally {
            desk.clear();
        }
    }

    /** The kilobytes that lie on the disk when a run ends, and some more that it needs on the way. */
    private long needed(UnaryOperator<Desk> placed) {
        Desk desk = placed.apply(Desk.at(scratch.resolve("needed").resolve("home")));
        try {
            furnish(desk);
            desk.consolidate();
            return size(desk.home().resolve("disk")) * 2;
        } finally {
            desk.clear();
        }
    }

    /** In kilobytes, whole pages. */
    private static long size(Path folder) {
        return Trace.below(folder).stream()
                .mapToLong(f -> (f.toFile().length() + 4_095) / 4_096 * 4)
                .sum();
    }

    private Callable<Tried> protectedDisk(String what, UnaryOperator<Desk> placed) {
        Trace unbroken = unbroken(placed);
        return () -> protectedDisk(what, placed, unbroken);
    }

    private Tried protectedDisk(String what, UnaryOperator<Desk> placed, Trace unbroken) {
        String name = what + " on a disk that is read-only";
        Desk desk = placed.apply(Desk.at(scratch.resolve("readonly-" + what).resolve("home")));
        try (SmallDisk disk = new SmallDisk(desk.home().resolve("disk"), PLENTY)) {
            furnish(desk);
            disk.protect();
            Ended ended = desk.consolidate();
            String fault = refused(ended, FORBIDDEN);
            disk.resize(PLENTY);
            return new Tried(name, fault + afterwards(desk, unbroken), ended.peak());
        } finally {
            desk.clear();
        }
    }

    /** A run of somebody who may not write to the folder, and perhaps not even read it. */
    private Tried foreign(String what, boolean readable) throws IOException {
        String name = what + (readable ? " that may be read" : " that may not be read");
        Desk desk = Desk.at(scratch.resolve("foreign-" + what + readable).resolve("home"));
        try {
            Township.copy(before.home(), desk.home());
            boolean root = "root".equals(System.getProperty("user.name"));
            Path closed = what.equals("data") ? desk.data() : desk.output();
            if (root) {
                new ProcessBuilder(
                                "chmod", "-R", "a+rwX", desk.home().getParent().toString())
                        .start()
                        .waitFor();
            }
            Program program = desk.program();
            new ProcessBuilder(
                            "chmod",
                            "a+rwx",
                            desk.home().resolveSibling("home-temp").toString())
                    .start()
                    .waitFor();
            new ProcessBuilder("chmod", "-R", readable ? "go-w,u-w" : "a-rwx", closed.toString())
                    .start()
                    .waitFor();
            if (what.equals("output")) {
                new ProcessBuilder("chmod", "a-w", desk.home().toString())
                        .start()
                        .waitFor();
            }
            Program stranger = root ? program.behind("setpriv", "--reuid=65534", "--clear-groups") : program;
            Ended ended = stranger.run(desk.consolidation());
            new ProcessBuilder("chmod", "-R", "u+rwX", desk.home().toString())
                    .start()
                    .waitFor();
            return new Tried(name, refused(ended, FORBIDDEN), ended.peak());
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            desk.clear();
        }
    }

    private static String refused(Ended ended, Pattern words) {
        boolean said = words.matcher(ended.said()).find() && ended.trace().isEmpty();
        return ended.code() == REFUSED && said ? "" : "ended with " + ended;
    }

    /** What an ordinary run does not mend. */
    private static String afterwards(Desk desk, Trace unbroken) {
        Ended ended = desk.consolidate();
        if (ended.code() != 1) {
            return " afterwards " + ended;
        }
        return desk.left().isEmpty() ? desk.trace().differs(unbroken) : " left " + desk.left();
    }
}

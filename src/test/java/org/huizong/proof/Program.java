package org.huizong.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged program, started in a process of its own as the launcher starts it, with less heap. */
final class Program {
    static final String HEAP = "-Xmx400m";

    private static final Path JAR = Path.of("target", "huizong.jar").toAbsolutePath();
    private static final Path ARCHIVE =
            Path.of("target", "proof", "huizong.jsa").toAbsolutePath();
    private static final Pattern TRACE =
            Pattern.compile("(?m)^\\s+at [\\w.$/]+\\(|\\b\\w+(Exception|Error)\\b|Exception in thread");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    /** No attack may take longer than this. */
    private static final long PATIENCE = 300;

    static {
        ProofTable.delete(ARCHIVE);
    }

    private static boolean trained;

    private final Path temp;
    private final List<String> before;

    /** A program whose system's folder of temporary files is that one. */
    Program(Path temp) {
        this(temp, List.of());
    }

    private Program(Path temp, List<String> before) {
        this.temp = temp;
        this.before = before;
    }

    /** The program behind another command, which runs what follows it. */
    Program behind(String... command) {
        return new Program(temp, List.of(command));
    }

    /**
     * What a run came to.
     *
     * @param peak memory that the process held at most, in MB
     */
    record Ended(int code, String said, long peak) {
        /** What a user must never be shown; empty if nothing of the kind. */
        String trace() {
            Matcher trace = TRACE.matcher(said);
            return trace.find() ? trace.group() : "";
        }
    }

    /** A run that has begun. */
    static final class Running {
        private final Process process;
        private final Path said;
        private long peak;

        private Running(Process process, Path said) {
            this.process = process;
            this.said = said;
        }

        /** Waits until the program has said something; false if it ended before. */
        boolean waitFor(String words) {
            while (process.isAlive()) {
                if (said().contains(words)) {
                    return true;
                }
                rest(10);
            }
            return false;
        }

        /** Kills the process as a power cut would; false if it had ended before. */
        boolean kill() {
            boolean alive = process.isAlive();
            process.destroyForcibly();
            end();
            return alive;
        }

        boolean hasEnded() {
            return !process.isAlive();
        }

        Ended end() {
            long begun = System.nanoTime();
            while (process.isAlive()) {
                peak = Math.max(peak, peakNow());
                rest(20);
                if (TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun) > PATIENCE) {
                    process.destroyForcibly();
                    throw new IllegalStateException("still running after " + PATIENCE + " s: " + said());
                }
            }
            Ended ended = new Ended(process.exitValue(), said(), peak);
            try {
                Files.deleteIfExists(said);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return ended;
        }

        private long peakNow() {
            try {
                Matcher matcher = PEAK.matcher(Files.readString(Path.of("/proc", process.pid() + "", "status")));
                return matcher.find() ? Long.parseLong(matcher.group(1)) >> 10 : 0;
            } catch (IOException e) {
                return 0;
            }
        }

        private String said() {
            try {
                return Files.exists(said) ? new String(Files.readAllBytes(said), StandardCharsets.UTF_8) : "";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Ended run(String... arguments) {
        synchronized (Program.class) {
            if (!trained) {
                // the first run leaves an archive of the classes behind, as the launcher's does
                trained = true;
                return launch("-XX:ArchiveClassesAtExit=" + ARCHIVE, arguments).end();
            }
        }
        return start(arguments).end();
    }

    Running start(String... arguments) {
        return launch("-XX:SharedArchiveFile=" + ARCHIVE, arguments);
    }

    private Running launch(String option, String... arguments) {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                HEAP,
                "-Xshare:auto",
                "-Xlog:disable",
                "-Djdk.console=java.base",
                "-Djava.io.tmpdir=" + temp,
                option,
                "-jar",
                JAR.toString()));
        command.addAll(List.of(arguments));
        try {
            Path said = Files.createTempFile(Files.createDirectories(ARCHIVE.getParent()), "said", ".txt");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().put("LC_ALL", "C.UTF-8");
            return new Running(builder.start(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void rest(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.huizong.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.huizong.proof.Program.Ended;

/**
 * Where the office works: its returns, its data, its output.
 *
 * @param home where all of it lies, but for what is said otherwise
 */
record Desk(Path home, Path returns, Path data, Path output) {
    static Desk at(Path home) {
        return new Desk(home, home.resolve("returns"), home.resolve("data"), home.resolve("output"));
    }

    Desk withData(Path place) {
        return new Desk(home, returns, place, output);
    }

    Desk withOutput(Path place) {
        return new Desk(home, returns, data, place);
    }

    /** The program; what it leaves in the system's folder of temporary files can be asked of {@link #left}. */
    Program program() {
        try {
            return new Program(Files.createDirectories(temp()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path temp() {
        return home.resolveSibling(home.getFileName() + "-temp");
    }

    /** What a run left in the system's folder of temporary files. */
    List<Path> left() {
        return Trace.below(temp());
    }

    Ended consolidate() {
        return program().run(consolidation());
    }

    String[] consolidation() {
        return new String[] {
            "consolidate",
            Township.PERIOD.code(),
            "--as-of",
            Township.AS_OF,
            "--returns",
            returns.toString(),
            "--data",
            data.toString(),
            "--to",
            output.toString()
        };
    }

    Trace trace() {
        return Trace.of(data, output, Township.PERIOD);
    }

    void clear() {
        Township.remove(home);
        Township.remove(temp());
    }
}

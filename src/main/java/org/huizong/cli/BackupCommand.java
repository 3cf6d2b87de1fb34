package org.huizong.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.huizong.store.Backup;
import org.huizong.store.BackupContents;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes one file of everything that the data folder keeps. */
@Command(name = "backup")
final class BackupCommand implements Callable<Integer> {
    private final Huizong program;

    @Parameters(paramLabel = "FILE.zip", descriptionKey = "FILE")
    Path file = Path.of("");

    @Option(names = "--replace")
    boolean replace;

    BackupCommand(Huizong program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Path place = file.toAbsolutePath().normalize();
        if (!program.hasStore()) {
            throw new UsageException(program.words().text("cli.no.data", program.data));
        }
        if (Files.isDirectory(place) || (Files.exists(place) && !replace)) {
            throw new UsageException(
                    program.words().text(Files.isDirectory(place) ? "cli.backup.folder" : "cli.backup.exists", place));
        }
        BackupContents contents = Backup.make(
                program.data,
                place,
                Instant.now(program.clock()),
                () -> program.err().println(program.words().text("cli.backup.waiting")));
        program.say("cli.backup.done", place, contents.files(), contents.submissions(), contents.editions());
        lacking(program, contents);
        program.next("backup", place);
        return Exit.DONE;
    }

    /** Names the originals that are not in a backup. */
    static void lacking(Huizong program, BackupContents contents) {
        if (!contents.lacking().isEmpty()) {
            program.say("cli.backup.lacking", contents.lacking().size());
            contents.lacking().forEach(file -> program.paragraph("  ", file));
        }
    }
}

package org.huizong.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.huizong.model.OfficeTime;
import org.huizong.store.Restoring;
import org.huizong.store.Restoring.Restored;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a backup in place of what the data folder holds, which is kept beside. */
@Command(name = "restore-backup")
final class RestoreBackupCommand implements Callable<Integer> {
    private final Huizong program;

    @Parameters(paramLabel = "FILE.zip", descriptionKey = "FILE")
    Path file = Path.of("");

    @Option(names = "--yes")
    boolean yes;

    RestoreBackupCommand(Huizong program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Path zip = file.toAbsolutePath().normalize();
        Path data = program.data.toAbsolutePath().normalize();
        if (!Files.isRegularFile(zip)) {
            throw new UsageException(program.words().text("cli.no.file", zip));
        }
        if (!yes && Restoring.isWhole(data) && !isMeant(data)) {
            program.say("cli.restore-backup.not");
            return Exit.OPEN;
        }
        boolean made = !Files.exists(data);
        Restored restored = Restoring.restore(data, zip);
        program.say(
                "cli.restore-backup.done",
                OfficeTime.day(restored.contents().made()),
                data,
                restored.contents().files(),
                restored.contents().submissions(),
                restored.contents().editions());
        if (made) {
            program.say("cli.restore-backup.new", data);
        }
        restored.aside().ifPresent(aside -> program.say("cli.restore-backup.aside", aside));
        BackupCommand.lacking(program, restored.contents());
        program.next("restore-backup");
        return Exit.DONE;
    }

    private boolean isMeant(Path data) {
        program.say("cli.restore-backup.whole", data);
        return program.ask("cli.restore-backup.ask")
                .orElseThrow(() -> new UsageException(program.words().text("cli.restore-backup.yes")));
    }
}

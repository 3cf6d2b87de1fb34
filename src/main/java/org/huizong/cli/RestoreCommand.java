package org.huizong.cli;

import java.util.concurrent.Callable;
import org.huizong.model.Disposition;
import org.huizong.office.OfficeActs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Undoes that a submission was taken back, with a reason on record. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {
    private final Huizong program;

    @Mixin
    SentFile sent = new SentFile();

    RestoreCommand(Huizong program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        return sent.change(program, "restore", s -> s.disposition() == Disposition.WITHDRAWN, OfficeActs::restore);
    }
}

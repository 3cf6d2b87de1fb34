package org.huizong.cli;

import java.util.concurrent.Callable;
import org.huizong.model.Disposition;
import org.huizong.office.OfficeActs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes one submission back, with a reason on record; also how a conflict is settled. */
@Command(name = "withdraw")
final class WithdrawCommand implements Callable<Integer> {
    private final Huizong program;

    @Mixin
    SentFile sent = new SentFile();

    WithdrawCommand(Huizong program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        return sent.change(program, "withdraw", s -> s.disposition() != Disposition.WITHDRAWN, OfficeActs::withdraw);
    }
}

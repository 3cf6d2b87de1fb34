package org.huizong.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
    CheckCommand(Huizong p) {}

    public Integer call() {
        return 0;
    }
}

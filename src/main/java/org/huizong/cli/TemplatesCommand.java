package org.huizong.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "templates")
final class TemplatesCommand implements Callable<Integer> {
    TemplatesCommand(Huizong p) {}

    public Integer call() {
        return 0;
    }
}

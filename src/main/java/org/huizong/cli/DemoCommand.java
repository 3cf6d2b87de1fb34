package org.huizong.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
    DemoCommand(Huizong p) {}

    public Integer call() {
        return 0;
    }
}

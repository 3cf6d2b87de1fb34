package org.huizong.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds what the commands that change one submission ask for: the period, the file it came in, and why. */
final class SentFile {
    @Parameters(index = "0", paramLabel = "PERIOD", descriptionKey = "PERIOD")
    String period = "";

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "sent")
    String file = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    String reason = "";
}

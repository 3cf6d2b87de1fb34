package org.huizong.cli;

import java.nio.charset.Charset;
import java.util.Optional;

/** The encoding in which Java gives names of files to the system: the locale's, and no option changes it. */
final class FileNames {
    private static final String SAMPLE = "汇总月报";

    private FileNames() {}

    /** The encoding that cannot write a Chinese name; empty if names can be written. */
    static Optional<String> narrow() {
        return narrow(System.getProperty("os.name", ""), System.getProperty("sun.jnu.encoding", "UTF-8"));
    }

    /** The same on that system; Windows takes names as they are. */
    static Optional<String> narrow(String system, String encoding) {
        boolean fits = system.startsWith("Windows")
                || (Charset.isSupported(encoding)
                        && Charset.forName(encoding).newEncoder().canEncode(SAMPLE));
        return fits ? Optional.empty() : Optional.of(encoding);
    }
}

package org.huizong.workbook;

import java.util.Map;

/**
 * Why a file can't be read.
 *
 * @param finding id of the finding, such as {@code file.encrypted}
 * @param arguments values for its message
 */
public record Unfit(String finding, Map<String, String> arguments) implements Contents, Verdict {
    public Unfit {
        arguments = Map.copyOf(arguments);
    }

    static Unfit of(String finding) {
        return new Unfit(finding, Map.of());
    }
}

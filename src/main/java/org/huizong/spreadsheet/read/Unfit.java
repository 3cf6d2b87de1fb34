package org.huizong.spreadsheet.read;

import java.util.Locale;
import java.util.Map;
import org.huizong.model.Argument;

/**
 * Why a file can't be read.
 *
 * @param finding id of the finding, such as {@code file.encrypted}
 * @param arguments values for its message
 */
public record Unfit(String finding, Map<String, Argument> arguments) implements Contents, Verdict, WrittenText {
    /** The file is damaged. */
    public static final String DAMAGED = "file.damaged";

    private static final String TOO_LARGE = "file.large";
    private static final int MEGABYTE = 20;

    public Unfit {
        arguments = Map.copyOf(arguments);
    }

    /** Why, where that takes no values. */
    public static Unfit of(String finding) {
        return new Unfit(finding, Map.of());
    }

    /** A file of any kind that is above {@link WorkbookReader#MAX_FILE}, judged by its name alone. */
    public static Unfit tooLarge(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".csv") || lower.endsWith(".txt")
                ? tooLarge(".text", Guard.MAX_TEXT)
                : lower.endsWith(".xls") || lower.endsWith(".et")
                        ? tooLarge(".xls", Guard.MAX_OLD)
                        : tooLarge("", WorkbookReader.MAX_FILE);
    }

    /** A written text of any kind that is above {@link Guard#MAX_WRITTEN}, judged by its name alone. */
    static Unfit tooLargeDocument(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".txt")
                ? tooLarge(".text", Guard.MAX_TEXT)
                : tooLarge(".written", Guard.MAX_WRITTEN);
    }

    /** A file that is above so many bytes; the sentence gives the advice that fits its kind. */
    static Unfit tooLarge(String kind, long limit) {
        return new Unfit(TOO_LARGE + kind, Map.of("limit", Argument.of(limit >> MEGABYTE)));
    }
}

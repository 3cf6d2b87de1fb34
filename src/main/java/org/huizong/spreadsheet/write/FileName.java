package org.huizong.spreadsheet.write;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of files that any system takes. */
public final class FileName {
    /** Most file systems take 255 bytes; a Chinese character is three. */
    private static final int MOST_BYTES = 200;

    /** Names that Windows keeps for devices, whatever stands behind a dot. */
    private static final Pattern DEVICE =
            Pattern.compile("(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?", Pattern.CASE_INSENSITIVE);

    private FileName() {}

    /** A text as part of a file name: without signs that some system refuses or obeys, and not too long. */
    public static String safe(String text) {
        String plain = text.replaceAll("[\\\\/:*?\"<>|\\p{Cc}\\p{Cf}\\p{Cs}\u2028\u2029]", "_")
                .strip();
        StringBuilder safe = new StringBuilder();
        int bytes = 0;
        for (int c : plain.codePoints().toArray()) {
            String letter = Character.toString(c);
            bytes += letter.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                break;
            }
            safe.append(letter);
        }
        String name = safe.toString().replaceAll("^\\.+|[. ]+$", "_");
        return DEVICE.matcher(name).matches() ? '_' + name : name;
    }

    /**
     * The first free name that begins so.
     *
     * @param ending such as {@code .xlsx}
     * @param taken the names that are taken, in lower case; the one that is given is added
     */
    public static String free(String text, String ending, Set<String> taken) {
        String safe = safe(text);
        String name = safe + ending;
        for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
            name = safe + "-" + n + ending;
        }
        return name;
    }
}

package org.huizong.spreadsheet.opc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts as they stand in XML. */
public final class XmlText {
    private static final Pattern REFERENCE = Pattern.compile("&(#\\d{1,7}|#x[0-9A-Fa-f]{1,6}|lt|gt|amp|quot|apos);");

    private static final Pattern ENCODING = Pattern.compile("^.{0,3}<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']*)");
    private static final Pattern READ = Pattern.compile("utf-8|us-ascii|ascii", Pattern.CASE_INSENSITIVE);

    private XmlText() {}

    /** Whether a part that begins so, each byte taken for a letter, is written in UTF-8. */
    static boolean isUtf8(String head) {
        Matcher declared = ENCODING.matcher(head);
        return head.indexOf('\0') < 0
                && (!declared.find() || READ.matcher(declared.group(1)).matches());
    }

    /** A text for an element or an attribute. */
    public static String encoded(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> encoded.append("&amp;");
                case '<' -> encoded.append("&lt;");
                case '>' -> encoded.append("&gt;");
                case '"' -> encoded.append("&quot;");
                case '\t', '\n', '\r' -> encoded.append("&#").append((int) c).append(';');
                default -> encoded.append(c);
            }
        }
        return encoded.toString();
    }

    static String decoded(String text) {
        return text.indexOf('&') < 0
                ? text
                : REFERENCE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(decoded(m.group(1), text)));
    }

    private static String decoded(String reference, String text) {
        return switch (reference) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> {
                int code = reference.startsWith("#x")
                        ? Integer.parseInt(reference.substring(2), 16)
                        : Integer.parseInt(reference.substring(1));
                if (!Character.isValidCodePoint(code)) {
                    throw new UnknownMarkup("a character that is none: " + text);
                }
                yield Character.toString(code);
            }
        };
    }
}

package org.huizong.formula;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.formula.FormulaParseException;

/** What a formula's text shows before it is parsed, and what a parser's complaint means. */
final class FormulaText {
    /** Excel's own limit for the text of a formula. */
    static final int LONGEST = 8192;

    /** Excel's own limit for a text within a formula. */
    private static final int LONGEST_TEXT = 255;

    /** Excel nests 64 deep; templates and workbooks put a few levels around a rule. */
    static final int DEEPEST = 50;

    /** How many operations may work on each other's results, as the signs of a long sum do. */
    static final int LONGEST_CHAIN = 500;

    /** The parser calls itself for each of them. */
    static final int MOST_OPERATIONS = 2000;

    private static final String OPERATORS = "+-*/&=<>^";

    /** Signs that people type where Excel wants another: full-width ones, and those of mathematics. */
    private static final String WIDE = "≤≥≠≦≧×÷−，（）＜＞＝＋－＊／＆“”‘’：；。、\u3000";

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]*+(?!\\s*[(!\\p{L}\\p{N}_.])");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z]{1,3}[0-9]{1,7}");
    private static final Pattern NEAR = Pattern.compile("near char (\\d+)");
    private static final Pattern UNUSED = Pattern.compile("Unused input \\[(.*)] after attempting", Pattern.DOTALL);
    private static final Pattern ARGUMENTS = Pattern.compile("(?:Too few|Too many) arguments to function '([^']+)'");
    /** POI takes a name that begins like a column for a range with dots. */
    private static final Pattern DOTTED = Pattern.compile("Dotted range .* expression '([^']+)'");

    private static final int SHOWN = 12;

    private FormulaText() {}

    /** What keeps it from being parsed at all. */
    static List<FormulaFault> faults(String text) {
        if (text.length() > LONGEST) {
            return List.of(more("long", text.length(), LONGEST));
        }
        if (text.startsWith("=")) {
            return List.of(new FormulaFault("equals", Map.of()));
        }
        List<FormulaFault> faults = new ArrayList<>();
        String bare = withoutTexts(text);
        Set<String> wide = new LinkedHashSet<>();
        bare.chars().filter(c -> WIDE.indexOf(c) >= 0).forEach(c -> wide.add(Character.toString(c)));
        if (!wide.isEmpty()) {
            faults.add(new FormulaFault("wide", Map.of("value", String.join(" ", wide))));
        }
        texts(text).stream()
                .filter(t -> t.length() > LONGEST_TEXT)
                .forEach(t -> faults.add(new FormulaFault(
                        "text", Map.of("value", t.substring(0, SHOWN), "most", String.valueOf(LONGEST_TEXT)))));
        int operations =
                (int) bare.chars().filter(c -> OPERATORS.indexOf(c) >= 0).count();
        if (operations > MOST_OPERATIONS) {
            faults.add(more("operations", operations, MOST_OPERATIONS));
        }
        int depth = Math.max(depth(bare), signs(bare));
        if (depth > DEEPEST) {
            faults.add(more("deep", depth, DEEPEST));
        }
        return faults;
    }

    /** More of something than there may be. */
    static FormulaFault more(String kind, int value, int most) {
        return new FormulaFault(kind, Map.of("value", String.valueOf(value), "most", String.valueOf(most)));
    }

    /** What stands in quotes, a doubled quote within taken for two. */
    private static List<String> texts(String text) {
        List<String> texts = new ArrayList<>();
        int from = -1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '"') {
                continue;
            }
            boolean doubled = from >= 0 && i + 1 < text.length() && text.charAt(i + 1) == '"';
            if (doubled) {
                i++;
            } else if (from < 0) {
                from = i + 1;
            } else {
                texts.add(text.substring(from, i));
                from = -1;
            }
        }
        return texts;
    }

    /** The longest run of signs before a number: the parser calls itself for each. */
    private static int signs(String bare) {
        int run = 0;
        int longest = 0;
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            run = c == '-' || c == '+' ? run + 1 : Character.isWhitespace(c) ? run : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** What the parser's complaint means, with the piece of the text that it stumbled over. */
    static FormulaFault complaint(String text, FormulaParseException complaint) {
        String message = String.valueOf(complaint.getMessage());
        Matcher arguments = ARGUMENTS.matcher(message);
        if (arguments.find()) {
            return new FormulaFault("arguments", Map.of("value", arguments.group(1)));
        }
        Matcher dotted = DOTTED.matcher(message);
        if (dotted.find()) {
            return new FormulaFault("name", Map.of("value", dotted.group(1)));
        }
        Matcher unused = UNUSED.matcher(message);
        Matcher near = NEAR.matcher(message);
        int at = 0;
        if (unused.find()) {
            at = text.length() - unused.group(1).length();
        } else if (near.find()) {
            at = Math.min(text.length(), Integer.parseInt(near.group(1)));
        }
        return syntax(text, at);
    }

    static FormulaFault syntax(String text, int at) {
        String shown = at >= text.length()
                ? text.substring(Math.max(0, text.length() - SHOWN))
                : text.substring(at, Math.min(text.length(), at + SHOWN));
        return new FormulaFault("syntax", Map.of("value", shown, "at", String.valueOf(at + 1)));
    }

    /** What looks like a name in a text that may not be parsed: neither a function nor a sheet nor within quotes. */
    static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        if (text.length() > LONGEST) {
            return names;
        }
        Matcher matcher = NAME.matcher(withoutTexts(text));
        while (matcher.find()) {
            if (!ADDRESS.matcher(matcher.group()).matches()) {
                names.add(matcher.group());
            }
        }
        return names;
    }

    private static int depth(String bare) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < bare.length(); i++) {
            depth += bare.charAt(i) == '(' ? 1 : bare.charAt(i) == ')' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    /** The formula with spaces for what stands in quotes, every other character in its place. */
    private static String withoutTexts(String text) {
        StringBuilder bare = new StringBuilder(text);
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            boolean quote = text.charAt(i) == '"';
            if (quoted || quote) {
                bare.setCharAt(i, ' ');
            }
            quoted ^= quote;
        }
        return bare.toString();
    }
}

package org.huizong.catalogue;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.huizong.model.Validity;

/**
 * A row of a table; a cell that cannot be read becomes a fault, and a harmless value stands in for it.
 *
 * @param heads where each column stands
 * @param cells without surrounding space and without what nobody sees; a row may be shorter than the heading
 */
public record Row(String table, long line, Map<String, Integer> heads, List<String> cells, Faults faults) {
    /** The cell's text without surrounding space; empty if the column is not there. */
    public String text(String column) {
        int at = heads.getOrDefault(column, Integer.MAX_VALUE);
        return at < cells.size() ? cells.get(at) : "";
    }

    /** The cell's text; that of another column if it is empty, as Chinese stands in for English that nobody wrote. */
    String text(String column, String otherwise) {
        String text = text(column);
        return text.isEmpty() ? text(otherwise) : text;
    }

    /** A text that must not be empty; a fault if it is. */
    public String needed(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            fault(column, "cell.empty", Map.of());
        }
        return text;
    }

    Optional<String> optional(String column) {
        return Optional.of(text(column)).filter(t -> !t.isEmpty());
    }

    /** Parts separated by semicolons, Western or Chinese. */
    List<String> list(String column) {
        return Arrays.stream(text(column).split("[;；]"))
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .toList();
    }

    /** Parts separated by line breaks or by " | ". */
    List<String> lines(String column) {
        return parts(text(column));
    }

    /** The same; those of another column if the cell is empty. */
    List<String> lines(String column, String otherwise) {
        return parts(text(column, otherwise));
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split("\\R|\\s\\|\\s"))
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .toList();
    }

    /** One of an enum's words in any case. */
    <E extends Enum<E>> E word(String column, Class<E> type, E otherwise) {
        return word(column, EnumSet.allOf(type), otherwise);
    }

    /** One of these words in any case. */
    <E extends Enum<E>> E word(String column, Set<E> allowed, E otherwise) {
        String text = text(column);
        if (text.isEmpty()) {
            return otherwise;
        }
        return allowed.stream()
                .filter(e -> e.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseGet(() -> {
                    String words = String.join(
                            ", ",
                            allowed.stream()
                                    .map(e -> e.name().toLowerCase(Locale.ROOT))
                                    .toList());
                    fault(column, "cell.word", Map.of("value", text, "words", words));
                    return otherwise;
                });
    }

    /** Several of an enum's words, separated by semicolons; a fault if there is none or one is unknown. */
    <E extends Enum<E>> List<E> words(String column, Class<E> type) {
        needed(column);
        List<String> known = Stream.of(type.getEnumConstants())
                .map(e -> e.name().toLowerCase(Locale.ROOT))
                .toList();
        return list(column).stream()
                .flatMap(text -> {
                    int at = known.indexOf(text.toLowerCase(Locale.ROOT));
                    if (at < 0) {
                        String near = faults.near(text, known);
                        String kind = near.isEmpty() ? "cell.word" : "cell.word.near";
                        fault(column, kind, Map.of("value", text, "words", String.join(", ", known), "near", near));
                    }
                    return at < 0 ? Stream.empty() : Stream.of(type.getEnumConstants()[at]);
                })
                .distinct()
                .toList();
    }

    /** 是, yes, y, true or 1; otherwise no; anything else is a fault. */
    boolean flag(String column) {
        String text = text(column).toLowerCase(Locale.ROOT);
        boolean yes = List.of("是", "yes", "y", "true", "1").contains(text);
        if (!yes && !List.of("", "否", "no", "n", "false", "0").contains(text)) {
            fault(column, "cell.flag", Map.of("value", text));
        }
        return yes;
    }

    int integer(String column, int otherwise) {
        return integer(column).orElse(otherwise);
    }

    Optional<Integer> integer(String column) {
        return parsed(column, Integer::valueOf, "cell.integer");
    }

    Optional<BigDecimal> number(String column) {
        Optional<BigDecimal> number = parsed(column, BigDecimal::new, "cell.number");
        return number.filter(n -> fits(column, "cell.number.range", isSensible(n)));
    }

    Optional<LocalDate> date(String column) {
        Optional<LocalDate> day = parsed(column, ExcelText::day, "cell.date");
        return day.filter(d -> fits(column, "cell.year", isSensible(d.getYear())));
    }

    /** The columns from and until. */
    Validity validity() {
        Optional<YearMonth> from = month("from");
        Optional<YearMonth> until = month("until");
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            fault("until", "validity.backwards", Map.of("from", from.get().toString()));
            return Validity.ALWAYS;
        }
        return new Validity(from, until);
    }

    private Optional<YearMonth> month(String column) {
        Optional<YearMonth> month = parsed(column, ExcelText::month, "cell.month");
        return month.filter(m -> fits(column, "cell.year", isSensible(m.getYear())));
    }

    private static boolean isSensible(int year) {
        return year >= TableLimits.FIRST_YEAR && year <= TableLimits.LAST_YEAR;
    }

    /** A spreadsheet keeps 15 digits; a power of ten may be written in a few letters and fill the memory. */
    private static boolean isSensible(BigDecimal number) {
        return Math.abs((long) number.scale()) <= 2 * TableLimits.MAX_DIGITS
                && number.precision() - number.scale() <= TableLimits.MAX_DIGITS
                && number.stripTrailingZeros().scale() <= TableLimits.MAX_DECIMALS;
    }

    private boolean fits(String column, String kind, boolean sensible) {
        if (!sensible) {
            fault(
                    column,
                    kind,
                    Map.of(
                            "value",
                            text(column),
                            "first",
                            String.valueOf(TableLimits.FIRST_YEAR),
                            "last",
                            String.valueOf(TableLimits.LAST_YEAR),
                            "digits",
                            String.valueOf(TableLimits.MAX_DIGITS),
                            "decimals",
                            String.valueOf(TableLimits.MAX_DECIMALS)));
        }
        return sensible;
    }

    /** Notes what is wrong in one of its cells. */
    public void fault(String column, String kind, Map<String, String> arguments) {
        faults.add(table, line, column, kind, arguments);
    }

    private <T> Optional<T> parsed(String column, Function<String, T> parse, String kind) {
        String text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(text));
        } catch (DateTimeException | NumberFormatException e) {
            fault(column, kind, Map.of("value", text));
            return Optional.empty();
        }
    }
}

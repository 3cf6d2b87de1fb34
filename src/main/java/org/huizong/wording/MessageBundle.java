package org.huizong.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huizong.catalogue.Fault;
import org.huizong.model.Period;

/** The sentences of one language that need no catalogue. */
public final class MessageBundle {
    private static final Pattern PLACE = Pattern.compile("\\{([^{}|]+)(?:\\|([^{}|]*)\\|([^{}|]*))?}");

    /** A command that a sentence proposes: `huizong status {0}`. */
    private static final Pattern COMMAND = Pattern.compile("`([^`]+)`");

    private final Lang lang;
    private final CommandSpelling commands;
    private final Properties bundle = new Properties();

    /** The words of that language, whatever the machine's own language is. */
    public MessageBundle(Lang lang) {
        this(lang, CommandSpelling.PLAIN);
    }

    /** The same, with the commands that they propose spelt like that. */
    public MessageBundle(Lang lang, CommandSpelling commands) {
        this(lang, commands, MessageBundle.class);
    }

    /** The words of one room, which has bundles of its own. */
    public MessageBundle(Lang lang, Class<?> room) {
        this(lang, CommandSpelling.PLAIN, room);
    }

    private MessageBundle(Lang lang, CommandSpelling commands, Class<?> room) {
        this.lang = lang;
        this.commands = commands;
        String file = "messages" + lang.suffix() + ".properties";
        try (InputStream in = room.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own file " + file);
            }
            bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the program's own file " + file, e);
        }
    }

    /** The language. */
    public Lang lang() {
        return lang;
    }

    /** Whether there is a sentence of that key. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** What follows the prefix in every key that has it, in order. */
    public List<String> keys(String prefix) {
        return bundle.stringPropertyNames().stream()
                .filter(k -> k.startsWith(prefix))
                .map(k -> k.substring(prefix.length()))
                .sorted()
                .toList();
    }

    /**
     * The text of a key with {0}, {1} … filled in.
     *
     * @throws IllegalArgumentException if there is no such key
     */
    public String text(String key, Object... values) {
        return sentence(pattern(key), name -> {
            int index = Integer.parseInt(name);
            return index < values.length ? String.valueOf(values[index]) : "";
        });
    }

    /** The text of a key with {name} filled in from the arguments. */
    public String text(String key, Map<String, String> arguments) {
        return sentence(pattern(key), name -> arguments.getOrDefault(name, ""));
    }

    /** A fault of the catalogue: table, line, column, and what to do. */
    public String fault(Fault fault) {
        String place = fault.table()
                + (fault.line() > 0 ? text(fault.isOfText() ? "fault.paragraph" : "fault.line", fault.line()) : "")
                + (fault.column().isEmpty() ? "" : text("fault.column", fault.column()));
        return text("fault.sentence", place, text("fault." + fault.kind(), fault.arguments()));
    }

    /** A period as people say it: 2026年10月, October 2026. */
    public String period(Period period) {
        int year = period.first().getYear();
        int month = period.first().getMonthValue();
        return switch (period.frequency()) {
            case MONTH -> text("period.month", year, text("month." + month));
            case QUARTER -> text("period.quarter", year, text("quarter." + (month + 2) / 3));
            case HALF -> text("period.half", year, text("half." + (month + 5) / 6));
            case YEAR -> text("period.year", year);
        };
    }

    /** Periods as people list them, months that follow each other in one year as a range: 2025年3月、2025年8月至12月. */
    public String periods(List<Period> periods) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < periods.size(); ) {
            int end = i;
            while (end + 1 < periods.size() && follows(periods.get(end), periods.get(end + 1))) {
                end++;
            }
            parts.add(end == i ? period(periods.get(i)) : range(periods.get(i), periods.get(end)));
            i = end + 1;
        }
        return list(parts);
    }

    /** Names in a row. */
    public String list(Collection<String> names) {
        return String.join(text("list.separator"), names);
    }

    /** Names in a row; of many the first ones, and how many more there are. */
    public String list(List<String> names, int most) {
        int more = names.size() - most;
        return more > 0 ? list(names.subList(0, most)) + text("list.more", more) : list(names);
    }

    private static boolean follows(Period one, Period next) {
        return one.isMonth()
                && next.isMonth()
                && next.prior().equals(one)
                && one.first().getYear() == next.first().getYear();
    }

    private String range(Period first, Period last) {
        return text(
                "period.months",
                first.first().getYear(),
                text("month." + first.first().getMonthValue()),
                text("month." + last.first().getMonthValue()));
    }

    String pattern(String key) {
        String pattern = bundle.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no sentence has the key " + key);
        }
        return pattern;
    }

    private String sentence(String pattern, Function<String, String> values) {
        Matcher matcher = COMMAND.matcher(pattern);
        StringBuilder text = new StringBuilder();
        int end = 0;
        while (matcher.find()) {
            text.append(fill(pattern.substring(end, matcher.start()), values));
            text.append(commands.command(fill(matcher.group(1), name -> commands.value(values.apply(name)))));
            end = matcher.end();
        }
        return text.append(fill(pattern.substring(end), values)).toString();
    }

    /** The names of the places in a pattern, in order: of {@code {0|error|errors}} it is 0. */
    static List<String> places(String pattern) {
        return PLACE.matcher(pattern).results().map(r -> r.group(1)).toList();
    }

    /** A pattern with its values: {@code {0}} is one, {@code {0|error|errors}} the word that goes with it as a number. */
    static String fill(String pattern, Function<String, String> values) {
        Matcher matcher = PLACE.matcher(pattern);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String value = values.apply(matcher.group(1));
            boolean isOne = value.equals("1");
            String word = matcher.group(2) == null ? value : matcher.group(isOne ? 2 : 3);
            matcher.appendReplacement(text, Matcher.quoteReplacement(word));
        }
        return matcher.appendTail(text).toString();
    }
}

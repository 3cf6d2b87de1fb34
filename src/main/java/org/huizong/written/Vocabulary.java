package org.huizong.written;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.FormFigures;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Name;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Unit;
import org.huizong.catalogue.UnitKind;
import org.huizong.text.FoldedText;

/** The words by which a catalogue's indicators, items, fields and units are called in a text. */
final class Vocabulary {
    /** What a label says of the form rather than of the thing. */
    private static final Pattern OF_FORM = Pattern.compile("^(?:其中:|of which )|^本月");

    /** What a label ends with that says how it is counted. */
    private static final Pattern COUNTED = Pattern.compile("(?:次数|人数|户数|件数|家数|金额|批次|人次)$");

    private static final Pattern COLUMN = Pattern.compile("^(.{2,})\\((.+)\\)$");
    /** Who does things beside a township, and beside a county. */
    private static final Pattern BESIDE_TOWNSHIP =
            others("[县省国]|市(?!场)|区(?![域间])", "县|市|省|国家|上", "(?:县|(?<!节)省)[\\p{IsHan}]{1,5}[局厅委]");

    private static final Pattern BESIDE_COUNTY = others("[省国]|市(?!场)", "市|省|国家|上", "(?<!节)省[\\p{IsHan}]{1,5}[厅委]");
    private static final String GAP = "…";

    private final Catalogue catalogue;
    private final Words<Term> terms = new Words<>();
    private final Words<String> fields = new Words<>();
    private final Words<String> units = new Words<>();
    private final Map<String, List<String>> wordsOfFields;
    private final Map<String, Subject> items = new HashMap<>();

    /** Others as they are named, not within other words (安全市场, 健全), nor as those who asked for it (落实上级要求). */
    private static Pattern others(String whole, String levels, String offices) {
        String ask = "(?:要求|部署|交办|安排|决定|精神|指示|通知|规定|文件)";
        String between = "(?:党委|政府|部门|机关|主管|会议|工作|统一|有关|相关|各项|的|[和、])*";
        return Pattern.compile("(?:(?<![健完齐保周]|(?<![公治])安)全(?:" + whole + ")|(?:" + levels + ")级(?!别)|" + offices
                + ")(?!" + between + ask + ")");
    }

    /** The words for all that is on record for a period. */
    Vocabulary(Catalogue catalogue, Consolidation consolidation) {
        this.catalogue = catalogue;
        this.wordsOfFields = catalogue.returns().stream()
                .collect(Collectors.toMap(
                        Return::code,
                        form -> form.aliases().stream().map(Vocabulary::fold).toList(),
                        (a, b) -> b));
        wordsOfFields.forEach((form, words) -> words.forEach(word -> fields.add(word, form)));
        for (Unit unit : catalogue.units()) {
            if (unit.parent().isPresent()) {
                Stream.concat(Stream.of(unit.label(), unit.labelEn()), unit.aliases().stream())
                        .map(Vocabulary::fold)
                        .forEach(name -> {
                            units.add(name, unit.code());
                            fieldOf(unit).ifPresent(form -> fields.add(name, form));
                        });
            }
        }
        catalogue.indicators(consolidation.period().months()).forEach(this::add);
        Stream.concat(consolidation.forms().stream(), consolidation.registers().stream())
                .forEach(this::add);
    }

    /** The field of an office that alone reports on one. */
    private Optional<String> fieldOf(Unit unit) {
        List<String> own = unit.returns().stream()
                .filter(form -> !wordsOfFields.getOrDefault(form, List.of()).isEmpty())
                .filter(form -> catalogue.units().stream()
                        .filter(u -> u.returns().contains(form))
                        .allMatch(unit::equals))
                .toList();
        return own.size() == 1 ? Optional.of(own.get(0)) : Optional.empty();
    }

    private static String fold(String text) {
        return FoldedText.of(text).text();
    }

    private void add(Indicator indicator) {
        List<String> operands =
                List.copyOf(catalogue.formula(indicator.formula()).operands());
        boolean adds = indicator.formula().matches("[\\w.+\\s]+");
        Subject subject = new Subject(
                indicator.code(),
                true,
                indicator.measure(),
                indicator.decimals(),
                indicator.target(),
                Set.copyOf(Name.forms(operands)),
                adds ? Set.copyOf(operands) : Set.of());
        Set<String> names = new LinkedHashSet<>(List.of(indicator.label(), indicator.labelEn()));
        names.addAll(indicator.aliases());
        for (String name : names) {
            add(name, Set.of(), subject);
            String counted = COUNTED.matcher(fold(name)).replaceFirst("");
            if (counted.length() >= 2 && !counted.equals(fold(name))) {
                add(counted, Set.of(), subject);
            }
            Matcher bracket = COLUMN.matcher(fold(name));
            if (bracket.matches()) {
                add(bracket.group(1), Set.of(), subject);
            }
        }
    }

    private void add(FormFigures form) {
        for (Item item : form.items()) {
            Subject subject = new Subject(
                    item.code(),
                    false,
                    item.measure(),
                    item.type().decimals(),
                    Optional.empty(),
                    Set.of(item.form()),
                    Set.of());
            items.put(item.code(), subject);
            for (String name : names(item)) {
                String label = OF_FORM.matcher(fold(name)).replaceFirst("");
                Matcher column = COLUMN.matcher(label);
                Set<String> also = column.matches() ? Set.of(column.group(2).split("[、()]")) : Set.of();
                String core = column.matches() ? column.group(1) : label;
                add(core, also, subject);
                String counted = COUNTED.matcher(core).replaceFirst("");
                if (counted.length() >= 2 && !counted.equals(core)) {
                    add(counted, also, subject);
                }
            }
        }
    }

    private static List<String> names(Item item) {
        return Stream.concat(Stream.of(item.label(), item.labelEn()), item.aliases().stream())
                .distinct()
                .toList();
    }

    private void add(String name, Set<String> also, Subject subject) {
        List<String> parts = Stream.of(name.split(GAP)).map(Vocabulary::fold).toList();
        if (parts.stream().anyMatch(String::isEmpty)) {
            return;
        }
        String last = parts.get(parts.size() - 1);
        List<String> before = parts.subList(0, parts.size() - 1);
        terms.add(last, new Term(last, before, also, subject, ""));
        if (subject.domains().size() == 1 && before.isEmpty()) {
            String field = subject.domains().iterator().next();
            for (String shorter : withoutField(last, wordsOfFields.getOrDefault(field, List.of()))) {
                terms.add(shorter, new Term(shorter, List.of(), also, subject, field));
            }
        }
    }

    /** A name without the word for its field: 违章 of 交通违章, where that field is spoken of. */
    private static List<String> withoutField(String name, List<String> words) {
        List<String> shorter = new ArrayList<>();
        words.stream()
                .filter(name::contains)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(word -> name.replace(word, ""))
                .filter(rest -> rest.length() >= 2)
                .forEach(shorter::add);
        return shorter;
    }

    /** The part of what an indicator adds up that is reported on one return. */
    Optional<Subject> within(Subject whole, String form) {
        List<String> parts =
                whole.operands().stream().filter(o -> o.startsWith(form + '.')).toList();
        return parts.size() == 1 ? Optional.ofNullable(items.get(parts.get(0))) : Optional.empty();
    }

    /**
     * All that is called by a half of a name and another half that was said before, or by a whole name that was said with
     * a word behind it.
     *
     * @param half the half of a name
     * @param before what was said before it
     * @param told names that were said before it
     */
    List<Term> composed(String half, String before, Set<String> told) {
        return terms.all()
                .filter(t -> completes(t.text(), half, before)
                        || (told.contains(t.text()) && t.also().stream().anyMatch(half::contains)))
                .toList();
    }

    private static boolean completes(String name, String half, String before) {
        if (name.length() < half.length() + 2) {
            return false;
        }
        String rest = name.startsWith(half)
                ? name.substring(half.length())
                : name.endsWith(half) ? name.substring(0, name.length() - half.length()) : "";
        return !rest.isEmpty() && before.contains(rest);
    }

    /** Where indicators and items are called by name. */
    List<Hit> terms(String text) {
        return terms.in(text, Context::isFiller).stream()
                .map(f -> new Hit(f.start(), f.end(), f.meanings(), ""))
                .toList();
    }

    /** Whether a text speaks of what others did than those of the catalogue. */
    boolean isOfOthers(String text) {
        Pattern others = catalogue.top().kind() == UnitKind.COUNTY ? BESIDE_COUNTY : BESIDE_TOWNSHIP;
        return others.matcher(text).find();
    }

    /** Where the fields of returns are spoken of. */
    List<Hit> fields(String text) {
        return fields.in(text).stream()
                .map(f -> new Hit(f.start(), f.end(), List.of(), f.meanings().get(0)))
                .toList();
    }

    /** Where units are named. */
    List<Hit> units(String text) {
        return units.in(text).stream()
                .map(f -> new Hit(f.start(), f.end(), List.of(), f.meanings().get(0)))
                .toList();
    }
}

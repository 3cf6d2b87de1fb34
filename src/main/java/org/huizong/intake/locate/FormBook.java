package org.huizong.intake.locate;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Choice;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Return;
import org.huizong.layout.FormLayout;
import org.huizong.layout.Head;
import org.huizong.layout.Line;
import org.huizong.text.Folding;

/** One return as intake looks for it: its layout, and what its lines and columns are called. May be asked by several threads. */
public final class FormBook {
    private static final List<String> ONLY_COLUMN =
            List.of("本月", "本期", "本月数", "本期数", "本季", "本季度", "本半年", "本年", "数量", "thismonth", "thisperiod", "value");
    /** What stands before the first of the parts of a line. */
    private static final List<String> PART = List.of("其中:", "ofwhich:", "ofwhich");

    private static final List<String> EXPLANATION = List.of("情况说明", "核实说明", "说明", "explanation");

    /** Texts whose meaning is remembered: those of the templates are the same in every return. */
    static final int MAX_REMEMBERED = 2_000;

    /**
     * What a printed text may be of the form.
     *
     * @param lines the lines that it may be the head of: several, if only the heads of their groups tell them apart
     * @param groupOfLines the lines beside which it stands as the head of their group
     * @param ofCode the line whose 代码 it is
     * @param columns the value columns that it may be the head of, from 0
     * @param groupOfColumns the value columns over which it stands as the head of their group
     * @param explains whether it is the head of the column in which queries are explained
     */
    record Meaning(
            Set<Line> lines,
            Set<Line> groupOfLines,
            Optional<Line> ofCode,
            Set<Integer> columns,
            Set<Integer> groupOfColumns,
            boolean explains) {}

    private final FormLayout layout;
    private final List<String> titles;
    private final Map<String, Meaning> meanings = new ConcurrentHashMap<>();
    private final Map<String, Set<Line>> byLabel = new HashMap<>();
    private final Map<String, Set<Line>> groupsOfLines = new HashMap<>();
    private final Map<String, Line> byCode = new HashMap<>();
    private final Map<String, Set<Integer>> heads = new HashMap<>();
    private final Map<String, Set<Integer>> groupsOfColumns = new HashMap<>();

    public FormBook(Catalogue catalogue, Return form, YearMonth month) {
        this.layout = FormLayout.of(catalogue, form, month);
        this.titles = Stream.of(form.formNo(), form.label(), form.labelEn())
                .map(Folding::fold)
                .filter(t -> !t.isEmpty())
                .toList();
        for (Line line : layout.lines()) {
            if (line.isHeading()) {
                continue;
            }
            byCode.put(withoutZeros(Folding.fold(line.code())), line);
            names(line).stream()
                    .flatMap(name -> Stream.of(name, Folding.letters(name)))
                    .forEach(name -> note(byLabel, name, line));
            groups(line.heads()).forEach(group -> note(groupsOfLines, label(group), line));
        }
        List<Choice> columns = layout.columns();
        if (columns.isEmpty()) {
            ONLY_COLUMN.forEach(head -> note(heads, head, 0));
        }
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            Choice head = columns.get(i);
            Head.Path path = new Head.Path(head.heads(), head.headsEn());
            Stream.of(Stream.of(head.label(), head.labelEn()), own(path), joined(path))
                    .flatMap(s -> s)
                    .forEach(name -> note(heads, Folding.fold(name), column));
            joined(path).forEach(name -> note(heads, Folding.letters(Folding.fold(name)), column));
            groups(path).forEach(group -> note(groupsOfColumns, Folding.fold(group), column));
        }
    }

    private static <T> void note(Map<String, Set<T>> names, String name, T of) {
        if (!name.isEmpty()) {
            names.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(of);
        }
    }

    /** The lowest heads, as a form shows them. */
    private static Stream<String> own(Head.Path path) {
        return Stream.of(path.lowest(true), path.lowest(false));
    }

    /** All heads in one, as people write them who have no cell above. */
    private static Stream<String> joined(Head.Path path) {
        return Stream.of(String.join("", path.labels()), String.join("", path.labelsEn()));
    }

    private static Stream<String> groups(Head.Path path) {
        return Stream.concat(path.groups(true).stream(), path.groups(false).stream());
    }

    private List<String> names(Line line) {
        List<String> names = new ArrayList<>();
        Stream.of(Stream.of(line.label(), line.labelEn()), own(line.heads()), joined(line.heads()))
                .flatMap(s -> s)
                .forEach(name -> names.add(label(name)));
        for (Item item : line.items()) {
            item.aliases().forEach(alias -> names.add(label(alias)));
            if (line.items().size() == 1) {
                names.add(label(item.label()));
                names.add(label(item.labelEn()));
            }
            if (!item.measure().isEmpty()) {
                names.add(label(line.label() + "(" + item.measure() + ")"));
            }
        }
        return names;
    }

    public FormLayout layout() {
        return layout;
    }

    /** Whether a folded text has the form's number or title in it, or is its code, which a template keeps hidden. */
    public boolean isTitled(String folded) {
        return folded.equals(layout.form().code()) || titles.stream().anyMatch(folded::contains);
    }

    /** How many lines have something to fill in. */
    public int lineCount() {
        return byCode.size();
    }

    /** The line that a folded text alone is the head of. */
    public Optional<Line> line(String folded) {
        return only(lines(folded));
    }

    private Set<Line> lines(String folded) {
        String bare = bare(folded);
        Set<Line> named = byLabel.getOrDefault(bare, Set.of());
        return named.isEmpty() ? byLabel.getOrDefault(Folding.letters(bare), Set.of()) : named;
    }

    /** The only one of these; empty if there are several, or none. */
    static <T> Optional<T> only(Set<T> candidates) {
        return candidates.size() == 1 ? candidates.stream().findFirst() : Optional.empty();
    }

    /** The line of a folded 代码, with or without its leading zeros. */
    Optional<Line> lineOfCode(String folded) {
        return Optional.ofNullable(byCode.get(withoutZeros(folded)));
    }

    /** What a text that is not folded may be. */
    Meaning meaning(String text) {
        Meaning known = meanings.get(text);
        if (known == null) {
            String folded = Folding.fold(text);
            known = new Meaning(
                    lines(folded),
                    groupsOfLines.getOrDefault(bare(folded), Set.of()),
                    lineOfCode(folded),
                    heads.getOrDefault(folded, Set.of()),
                    groupsOfColumns.getOrDefault(folded, Set.of()),
                    isExplanation(folded));
            if (meanings.size() < MAX_REMEMBERED) {
                meanings.put(text, known);
            }
        }
        return known;
    }

    /** Whether a folded text is the head of the column in which queries are explained. */
    static boolean isExplanation(String folded) {
        return EXPLANATION.contains(folded);
    }

    private static String label(String text) {
        return bare(Folding.fold(text));
    }

    /** Without 其中 before it and a colon behind. */
    private static String bare(String folded) {
        int start = PART.stream()
                .filter(folded::startsWith)
                .mapToInt(String::length)
                .findFirst()
                .orElse(0);
        return folded.substring(start, folded.endsWith(":") ? Math.max(start, folded.length() - 1) : folded.length());
    }

    private static String withoutZeros(String folded) {
        int start = 0;
        while (start < folded.length() - 1 && folded.charAt(start) == '0') {
            start++;
        }
        return folded.substring(start);
    }
}

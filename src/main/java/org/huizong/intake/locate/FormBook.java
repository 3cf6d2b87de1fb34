package org.huizong.intake.locate;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
import org.huizong.layout.Line;
import org.huizong.text.Folding;

/** One return as intake looks for it: its layout, and what its lines and columns are called. May be asked by several threads. */
public final class FormBook {
    private static final List<String> ONLY_COLUMN =
            List.of("本月", "本期", "本月数", "本期数", "本季", "本季度", "本半年", "本年", "数量", "thismonth", "thisperiod", "value");
    private static final List<String> EXPLANATION = List.of("情况说明", "核实说明", "说明", "explanation");

    /** Texts whose meaning is remembered: those of the templates are the same in every return. */
    static final int MAX_REMEMBERED = 2_000;

    /**
     * What a printed text may be of the form.
     *
     * @param line the line that it is the head of
     * @param ofCode the line whose 代码 it is
     * @param column the value column that it is the head of, from 0
     * @param explains whether it is the head of the column in which queries are explained
     */
    record Meaning(Optional<Line> line, Optional<Line> ofCode, Optional<Integer> column, boolean explains) {}

    private final FormLayout layout;
    private final List<String> titles;
    private final Map<String, Meaning> meanings = new ConcurrentHashMap<>();
    private final Map<String, Line> byLabel = new HashMap<>();
    private final Map<String, Line> byCode = new HashMap<>();
    private final Map<String, Integer> heads = new HashMap<>();

    public FormBook(Catalogue catalogue, Return form, YearMonth month) {
        this.layout = FormLayout.of(catalogue, form, month);
        this.titles = Stream.of(form.formNo(), form.label(), form.labelEn())
                .map(Folding::fold)
                .filter(t -> !t.isEmpty())
                .toList();
        Set<String> twice = new HashSet<>();
        for (Line line : layout.lines()) {
            if (line.isHeading()) {
                continue;
            }
            byCode.put(withoutZeros(Folding.fold(line.code())), line);
            names(line).stream()
                    .flatMap(name -> Stream.of(name, Folding.letters(name)))
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .forEach(name -> {
                        Line other = byLabel.put(name, line);
                        if (other != null && !other.code().equals(line.code())) {
                            twice.add(name);
                        }
                    });
        }
        byLabel.keySet().removeAll(twice);
        List<Choice> columns = layout.columns();
        if (columns.isEmpty()) {
            ONLY_COLUMN.forEach(head -> heads.put(head, 0));
        }
        for (int i = 0; i < columns.size(); i++) {
            heads.put(Folding.fold(columns.get(i).label()), i);
            heads.put(Folding.fold(columns.get(i).labelEn()), i);
        }
    }

    private List<String> names(Line line) {
        List<String> names = new ArrayList<>(List.of(label(line.label()), label(line.labelEn())));
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

    /** The line that a folded text is the head of. */
    public Optional<Line> line(String folded) {
        String bare = bare(folded);
        return Optional.ofNullable(byLabel.get(bare)).or(() -> Optional.ofNullable(byLabel.get(Folding.letters(bare))));
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
                    line(folded), lineOfCode(folded), Optional.ofNullable(heads.get(folded)), isExplanation(folded));
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
        int start = folded.startsWith("其中:") ? 3 : 0;
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

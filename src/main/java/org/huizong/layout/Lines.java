package org.huizong.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Choice;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Return;

/** Puts the items of a form into lines, in the order of their 代码. */
final class Lines {
    /** How a label says itself that it is that of a part, and the space by which one stands below it. */
    private static final Pattern PART = Pattern.compile("^[\\s\\u3000]*(其中[:：]|(?i:of which)[: ])?[\\s\\u3000]*");

    private final Return form;
    private final List<Choice> columns;
    private final int firstRow;
    private final Map<String, Choice> heads = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();
    /** The lines of which the next may be a part, the nearest first. */
    private final Deque<String> over = new ArrayDeque<>();

    private Lines(Catalogue catalogue, Return form, List<Choice> columns, int firstRow) {
        this.form = form;
        this.columns = columns;
        this.firstRow = firstRow;
        catalogue.choices(form.code() + ".rows").forEach(c -> heads.put(c.code(), c));
    }

    static List<Line> of(Catalogue catalogue, Return form, List<Choice> columns, int firstRow, List<Item> asked) {
        Lines lines = new Lines(catalogue, form, columns, firstRow);
        lines.place(asked);
        return List.copyOf(lines.lines);
    }

    private void place(List<Item> asked) {
        Map<String, List<Item>> byRow = new TreeMap<>();
        asked.forEach(
                i -> byRow.computeIfAbsent(i.row(), r -> new ArrayList<>()).add(i));
        TreeSet<String> rows = new TreeSet<>(byRow.keySet());
        rows.addAll(heads.keySet());
        for (String row : rows) {
            List<Item> left = new ArrayList<>(byRow.getOrDefault(row, List.of()));
            do {
                Line line = line(row, left, Optional.ofNullable(heads.get(row)));
                if (!left.isEmpty() && !left.removeAll(line.items())) {
                    throw new IllegalArgumentException("the form " + form.code() + " has no column for "
                            + left.get(0).code() + "; catalogue check names what is wrong with it");
                }
                lines.add(line);
            } while (!left.isEmpty());
        }
    }

    private Line line(String code, List<Item> items, Optional<Choice> head) {
        int row = firstRow + lines.size();
        if (items.isEmpty()) {
            Choice heading = head.orElseThrow();
            over.clear();
            return new Line(row, "", heading.label(), heading.labelEn(), Head.Path.NONE, Line.Part.NONE, "", List.of());
        }
        Item first = items.get(0);
        Line.Part part = part(code, first.under());
        return new Line(
                row,
                code,
                head.map(Choice::label).orElse(first.label()),
                head.map(Choice::labelEn).orElse(first.labelEn()),
                head.map(h -> new Head.Path(h.heads(), h.headsEn()))
                        .orElseGet(() -> new Head.Path(
                                List.of(shown(first.label(), part)), List.of(shown(first.labelEn(), part)))),
                part,
                first.measure(),
                cells(items));
    }

    private List<Optional<Item>> cells(List<Item> items) {
        Item first = items.get(0);
        if (columns.isEmpty() || first.isAcross()) {
            return List.of(Optional.of(first));
        }
        return columns.stream()
                .map(c -> items.stream()
                        .filter(i -> i.column().equals(c.code()) && !i.isAcross())
                        .findFirst())
                .toList();
    }

    /** Figures of several months may have lines between a part and its line that are never there together. */
    private Line.Part part(String code, String under) {
        if (under.isEmpty() || !over.contains(under)) {
            over.clear();
            over.push(code);
            return Line.Part.NONE;
        }
        boolean isFirst = under.equals(over.peek());
        while (!under.equals(over.peek())) {
            over.pop();
        }
        Line.Part part = new Line.Part(over.size(), isFirst);
        over.push(code);
        return part;
    }

    /** A label without its own sign of being a part, where the form draws one. */
    private static String shown(String label, Line.Part part) {
        return part.depth() == 0 ? label : PART.matcher(label).replaceFirst("");
    }
}

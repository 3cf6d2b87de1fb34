package org.huizong.written.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Puts the paragraphs of a document in order as they are read, and gives those in tables what they stand under. */
final class Gathering {
    /** What stands in a cell that holds a figure and no words. */
    private static final Pattern FIGURE = Pattern.compile("[\\s\\d０-９.,．，+%％△▲*—–\\-/()（）]*");

    private final List<Paragraph> paragraphs = new ArrayList<>();
    private final Map<Place.Part, Integer> counts = new EnumMap<>(Place.Part.class);
    private int characters;

    /** One piece of text in a cell, by its place among the paragraphs. */
    private record Held(int index, int row, int column, String text) {}

    /** A table as it is read. */
    final class Table {
        private final int number = count(Place.Part.TABLE);
        private final List<Held> cells = new ArrayList<>();

        private Table() {}

        /** Adds what stands in one paragraph of a cell, rows and columns from 1; gives its place among the paragraphs. */
        int add(String text, int row, int column) {
            int index = put(text, new Place(Place.Part.TABLE, 0, number, row, column));
            cells.add(new Held(index, row, column, text));
            return index;
        }

        /** Gives each of its cells what stands at the head of its column and before it in its row. */
        void end() {
            Map<Integer, StringBuilder> heads = new TreeMap<>();
            int first = cells.stream().mapToInt(Held::row).min().orElse(0);
            cells.stream()
                    .filter(c -> c.row() == first && !isFigure(c.text()))
                    .forEach(c -> heads.computeIfAbsent(c.column(), k -> new StringBuilder())
                            .append(c.text()));
            for (Held cell : cells) {
                StringBuilder lead = new StringBuilder();
                if (cell.row() != first && heads.containsKey(cell.column())) {
                    lead.append(heads.get(cell.column())).append('\t');
                }
                cells.stream()
                        .filter(c -> c.row() == cell.row() && c.column() < cell.column() && !isFigure(c.text()))
                        .forEach(c -> lead.append(c.text()).append('\t'));
                Paragraph plain = paragraphs.get(cell.index());
                paragraphs.set(cell.index(), new Paragraph(plain.text(), lead.toString(), plain.place()));
            }
        }
    }

    private static boolean isFigure(String text) {
        return FIGURE.matcher(text).matches();
    }

    private int count(Place.Part part) {
        return counts.merge(part, 1, Integer::sum);
    }

    private int put(String text, Place place) {
        characters += text.length();
        paragraphs.add(new Paragraph(text, "", place));
        return paragraphs.size() - 1;
    }

    /** Adds a paragraph that says something; gives its place among the paragraphs. */
    int add(String text, Place.Part part, int page) {
        return put(text, new Place(part, page, count(part), 0, 0));
    }

    /** Begins to count the paragraphs of a new page. */
    void newPage() {
        counts.remove(Place.Part.BODY);
    }

    Table table() {
        return new Table();
    }

    /** Whether there is more than is read of one document. */
    boolean isTooMuch() {
        return characters > WrittenDocument.MAX_CHARACTERS;
    }

    List<Paragraph> paragraphs() {
        return paragraphs;
    }
}

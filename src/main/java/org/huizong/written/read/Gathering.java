package org.huizong.written.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huizong.text.Folding;

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

        /**
         * Adds what stands in one paragraph of a cell, if it says something, rows and columns from 1; gives its place among
         * the paragraphs.
         */
        OptionalInt add(String text, int row, int column) {
            if (isBlank(text)) {
                return OptionalInt.empty();
            }
            int index = put(text, new Place(Place.Part.TABLE, 0, number, row, column));
            cells.add(new Held(index, row, column, text));
            return OptionalInt.of(index);
        }

        /** Gives each of its cells what stands at the head of its column and before it in its row. */
        void end() {
            Map<Integer, StringBuilder> heads = new TreeMap<>();
            int first = cells.stream().mapToInt(Held::row).min().orElse(0);
            cells.stream()
                    .filter(c -> c.row() == first && !isFigure(c.text()))
                    .forEach(c -> heads.computeIfAbsent(c.column(), k -> new StringBuilder())
                            .append(c.text()));
            Map<Integer, List<Held>> rows = cells.stream().collect(Collectors.groupingBy(Held::row));
            rows.forEach((row, own) -> end(own, row == first ? Map.of() : heads));
        }

        private void end(List<Held> row, Map<Integer, StringBuilder> heads) {
            StringBuilder before = new StringBuilder();
            StringBuilder here = new StringBuilder();
            int column = 0;
            for (Held cell : row) {
                if (cell.column() != column) {
                    before.append(here);
                    here.setLength(0);
                    column = cell.column();
                }
                String head = heads.containsKey(column) ? heads.get(column) + "\t" : "";
                Paragraph plain = paragraphs.get(cell.index());
                paragraphs.set(cell.index(), new Paragraph(plain.text(), head + before, plain.place()));
                if (!isFigure(cell.text())) {
                    here.append(cell.text()).append('\t');
                }
            }
        }
    }

    private static boolean isFigure(String text) {
        return FIGURE.matcher(text).matches();
    }

    /** Whether a text says nothing: in a copy of it, it would be no paragraph either. */
    private static boolean isBlank(String text) {
        return Folding.trim(text).isEmpty();
    }

    private int count(Place.Part part) {
        return counts.merge(part, 1, Integer::sum);
    }

    private int put(String text, Place place) {
        characters += text.length();
        paragraphs.add(new Paragraph(text, "", place));
        return paragraphs.size() - 1;
    }

    /** Adds a paragraph, if it says something; gives its place among the paragraphs. */
    OptionalInt add(String text, Place.Part part, int page) {
        return isBlank(text)
                ? OptionalInt.empty()
                : OptionalInt.of(put(text, new Place(part, page, count(part), 0, 0)));
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

    /** What was read of a file, or why that is no text to be had. */
    WrittenDocument document(Path file, WrittenDocument.Format format, int pictures, List<Integer> blankPages) {
        if (isTooMuch()) {
            return WrittenDocument.Refused.of("file.texts");
        }
        if (paragraphs.isEmpty()) {
            return WrittenDocument.Refused.of(
                    format == WrittenDocument.Format.PDF ? "file.scan" : pictures > 0 ? "file.pictures" : "file.blank");
        }
        return new WrittenDocument.Text(file, format, paragraphs, pictures, blankPages);
    }
}

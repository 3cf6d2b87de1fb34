package org.huizong.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Unit;

/**
 * The small tables that the sample year is made from.
 *
 * <p>An item that ends in {@code *} is a row for each item of the catalogue that begins so; a {@code *} elsewhere in the
 * row then stands for the same ending. Units are {@code all}, a kind of unit, or codes; the first row that names a unit
 * holds for it.
 */
final class SampleTables {
    private static final String REST = "*";

    private SampleTables() {}

    /** How the months of an item come about. */
    enum How {
        /** There is none of it, but for the cells set by hand. */
        NONE,
        /** A total of the year over units and months; with {@code of}, only where there is some of that and no more. */
        YEAR,
        /** Each month by itself between low and high; with {@code of}, so many times that item. */
        MONTH,
        /** Each unit's own total of the year between low and high, evenly over the months. */
        OWN,
        /** A level that begins between low and high and moves by no more than a step a month. */
        LEVEL,
        /** The sum of other units' figures. */
        SUM
    }

    /**
     * How an item runs through the year.
     *
     * @param item code of the item
     * @param units which units it holds for; with {@link How#SUM}, whose figures are added
     * @param year the year's total
     * @param of codes of the items that it depends on, added up; may be empty
     * @param step what the figure is a multiple of; with {@link How#LEVEL}, the largest change
     * @param peaks by month how many times as much there is of it
     */
    record Course(
            String item,
            Set<String> units,
            How how,
            int year,
            List<String> of,
            double low,
            double high,
            int step,
            Map<Integer, Double> peaks) {}

    /**
     * What is there at the start or end of a month and follows from what was there before and what came and went.
     *
     * @param item code of the stock
     * @param atStart whether the return asks what there is at the start of the month, else at its end
     * @param units which units it holds for
     * @param startLow least that the year begins with
     * @param startHigh greatest that the year begins with
     * @param in codes of what comes to it
     * @param out codes of what goes from it
     * @param solved that one of them which is worked out so that the stock stays between low and high; may be empty
     * @param last what is left at the end of the year, if that is given
     */
    record Stock(
            String item,
            boolean atStart,
            Set<String> units,
            int startLow,
            int startHigh,
            List<String> in,
            List<String> out,
            String solved,
            int low,
            int high,
            Optional<Integer> last) {
        boolean makes(String code) {
            return item.equals(code) || solved.equals(code);
        }
    }

    /** When a cell holds what it says. */
    enum Stage {
        /** In every sending of the month: it is what happened. */
        BOTH,
        /** Only in the first: a mistake, corrected later. */
        FIRST,
        /** No cell at all: the unit sends late. */
        LATE
    }

    /** One cell that is set by hand. */
    record Cell(YearMonth month, String unit, String item, String value, Stage stage) {}

    /** Whether a row names a unit. */
    static boolean names(Set<String> units, Unit unit) {
        return units.contains("all")
                || units.contains(unit.code())
                || units.contains(unit.kind().name().toLowerCase(Locale.ROOT));
    }

    static List<Course> courses(Catalogue catalogue) {
        return rows("figures.csv", catalogue)
                .map(r -> new Course(
                        r.text("item"),
                        Set.copyOf(r.list("units")),
                        word(How.values(), r.text("how")),
                        r.whole("year").orElse(0),
                        r.list("of"),
                        r.number("low"),
                        r.number("high"),
                        r.whole("step").orElse(1),
                        peaks(r.list("peaks"))))
                .toList();
    }

    static List<Stock> stocks(Catalogue catalogue) {
        return rows("stocks.csv", catalogue)
                .map(r -> new Stock(
                        r.text("item"),
                        r.text("at").equals("start"),
                        Set.copyOf(r.list("units")),
                        r.whole("start_low").orElse(0),
                        r.whole("start_high").orElse(0),
                        r.list("in"),
                        r.list("out"),
                        r.text("solved"),
                        r.whole("low").orElse(0),
                        r.whole("high").orElse(0),
                        r.whole("last")))
                .toList();
    }

    static List<Cell> cells() {
        return read("cells.csv").stream()
                .map(r -> new Cell(
                        YearMonth.parse(r.get("month")),
                        r.get("unit"),
                        r.get("item"),
                        r.get("value"),
                        word(Stage.values(), r.get("stage"))))
                .toList();
    }

    /** A row for one item of the catalogue, with the ending that its stars stand for. */
    private record Row(CSVRecord row, String ending) {
        String text(String column) {
            return row.get(column).replace(REST, ending);
        }

        List<String> list(String column) {
            return Arrays.stream(text(column).split(";"))
                    .filter(t -> !t.isEmpty())
                    .toList();
        }

        Optional<Integer> whole(String column) {
            return Optional.of(row.get(column)).filter(t -> !t.isEmpty()).map(Integer::valueOf);
        }

        double number(String column) {
            return row.get(column).isEmpty() ? 0 : Double.parseDouble(row.get(column));
        }
    }

    private static Stream<Row> rows(String name, Catalogue catalogue) {
        return read(name).stream().flatMap(r -> {
            String item = r.get("item");
            if (!item.endsWith(REST)) {
                return Stream.of(new Row(r, ""));
            }
            String beginning = item.substring(0, item.length() - REST.length());
            return catalogue.items().stream()
                    .filter(i -> !i.isComputed())
                    .map(Item::code)
                    .filter(c -> c.startsWith(beginning))
                    .map(c -> new Row(r, c.substring(beginning.length())));
        });
    }

    private static Map<Integer, Double> peaks(List<String> months) {
        return months.stream()
                .map(m -> m.split("="))
                .collect(Collectors.toMap(m -> Integer.valueOf(m[0]), m -> Double.valueOf(m[1])));
    }

    private static <E extends Enum<E>> E word(E[] words, String text) {
        return Arrays.stream(words)
                .filter(w -> w.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "the program's own table says " + text + ", not one of " + Arrays.toString(words)));
    }

    static List<CSVRecord> read(String name) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (InputStream in = SampleTables.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own file " + name);
            }
            return format.parse(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the program's own file " + name, e);
        }
    }
}

package org.huizong.intake.locate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huizong.layout.Field;
import org.huizong.layout.FormLayout;
import org.huizong.model.CellAddress;
import org.huizong.model.Value;
import org.huizong.spreadsheet.read.SheetCells;
import org.huizong.text.Folding;
import org.jspecify.annotations.Nullable;

/** Finds the cells of head and foot: by defined name, else by the printed word before them. */
public final class FieldFinder {
    /**
     * What stands in a field.
     *
     * @param address its cell
     * @param cell what stands there; empty if it is blank
     */
    public record Found(CellAddress address, Optional<Value> cell) {}

    private static final Map<Field, String> PRINTED = new EnumMap<>(Map.of(
            Field.UNIT, "填报单位|填表单位|报送单位|单位名称|reportingunit|unit",
            Field.PERIOD, "报告期别?|报表期|填报月份|所属期|reportingperiod|period",
            Field.NIL, "本期无|本月无|本年无|本期无记录|nil|nothing",
            Field.HEAD, "单位负责人|headofunit|head",
            Field.STATISTICIAN, "统计负责人|statistician",
            Field.FILLER, "填表人|制表人|filledinby|preparedby",
            Field.PHONE, "联系电话|电话|telephone|phone",
            Field.DATE, "报出日期|填报日期|填表日期|datesubmitted|date"));

    private static final Map<Field, Pattern> WORDS = new EnumMap<>(Field.class);
    /** The characters with which a printed word begins: few texts of a sheet do. */
    private static final Set<Character> BEGINNINGS = new HashSet<>();

    static {
        PRINTED.forEach((field, words) -> {
            WORDS.put(field, words(words));
            Stream.of(words.split("\\|")).forEach(word -> BEGINNINGS.add(word.charAt(0)));
        });
    }

    /** A period that stands alone in the middle of the head, as on printed forms. */
    private static final Pattern LOOSE_PERIOD = Pattern.compile("\\d{4}年(\\d{1,2}月份?|第?[一二三四1-4]季度|[上下]半年|度)");

    private static final int REACH = 6;

    private record Word(CellAddress address, Field field, String rest) {}

    private final SheetCells sheet;
    private final List<Word> words = new ArrayList<>();
    private @Nullable Found loosePeriod;
    private boolean searched;

    public FieldFinder(SheetCells sheet) {
        this.sheet = sheet;
    }

    /** Alone, or followed by a colon or a bracket and then perhaps by the value in the same cell. */
    private static Pattern words(String alternatives) {
        return Pattern.compile("(?:" + alternatives + ")(?:\\([^()]*\\):?|:|$)(.*)");
    }

    /** Tells whether a sheet is a consolidated form. */
    public static boolean isConsolidated(SheetCells sheet) {
        return sheet.named(Field.BELOW_COUNTED.definedName()).isPresent();
    }

    /** Tells whether they are those of a consolidated form. */
    public boolean isConsolidated() {
        return isConsolidated(sheet);
    }

    /** The cell of a field; empty if neither a name nor a printed word leads to it. */
    public Optional<Found> find(Field field) {
        Optional<Found> named = Locator.named(sheet, field.definedName()).map(this::at);
        return named.isPresent() ? named : labelled(field);
    }

    private Optional<Found> labelled(Field field) {
        search();
        return words.stream()
                .filter(w -> w.field() == field)
                .findFirst()
                .map(this::value)
                .or(() -> field == Field.PERIOD ? Optional.ofNullable(loosePeriod) : Optional.empty());
    }

    private Found at(CellAddress address) {
        return new Found(address, sheet.cell(address.row(), address.column()));
    }

    private Found value(Word word) {
        if (!word.rest().isEmpty()) {
            return new Found(word.address(), Optional.of(new Value.Text(word.rest())));
        }
        CellAddress next = new CellAddress(word.address().row(), word.address().column() + 1);
        for (int i = 0; i < REACH; i++) {
            CellAddress address = new CellAddress(next.row(), next.column() + i);
            Found found = at(address);
            if (found.cell().isPresent()) {
                boolean isWord = words.stream().anyMatch(w -> w.address().equals(address));
                return isWord ? at(next) : found;
            }
        }
        return at(next);
    }

    private void search() {
        if (searched) {
            return;
        }
        searched = true;
        sheet.visit(Labels.LAST_ROW, (row, column, cell) -> {
            if (cell instanceof Value.Text text && text.text().length() < 80) {
                String folded = Folding.fold(text.text());
                if (loosePeriod == null
                        && row < FormLayout.HEAD_ROW
                        && LOOSE_PERIOD.matcher(folded).matches()) {
                    loosePeriod = new Found(new CellAddress(row, column), Optional.of(cell));
                }
                if (!folded.isEmpty() && BEGINNINGS.contains(folded.charAt(0))) {
                    note(folded, row, column);
                }
            }
        });
    }

    private void note(String folded, int row, int column) {
        WORDS.forEach((field, pattern) -> {
            Matcher matcher = pattern.matcher(folded);
            if (matcher.matches()) {
                words.add(new Word(new CellAddress(row, column), field, matcher.group(1)));
            }
        });
    }

    /** The text without the printed word that someone wrote into the same cell. */
    public static String withoutWord(Field field, String text) {
        Pattern pattern = WORDS.get(field);
        if (pattern == null) {
            return text;
        }
        Matcher matcher = pattern.matcher(Folding.fold(text));
        return matcher.matches() ? matcher.group(1) : text;
    }
}

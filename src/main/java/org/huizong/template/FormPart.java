package org.huizong.template;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.OpeningStocks;
import org.huizong.catalogue.Return;
import org.huizong.layout.Field;
import org.huizong.layout.FormLayout;
import org.huizong.layout.Head;
import org.huizong.layout.Line;
import org.huizong.model.CellAddress;
import org.huizong.spreadsheet.write.Styles;
import org.huizong.spreadsheet.write.TextWidth;
import org.huizong.wording.Wording;

/** What the parts of a form's sheet have in common: where everything stands, and what is written with. */
class FormPart {
    private static final int MIN_GROUP_WIDTH = 6;
    private static final int MAX_GROUP_WIDTH = 16;

    final Catalogue catalogue;
    final Wording wording;
    final Styles styles;
    final YearMonth month;
    final FormLayout layout;
    final Optional<Recipient> to;
    final HelperCells backstage;
    final CheckFormulas checks;
    final CellWriter pen;
    final Limits limits;
    final List<Integer> widths;
    /** Opening stocks that are known by the closing ones before: they are filled in, and locked. */
    final Map<String, BigDecimal> given;

    /** Names of the lists of choices that have been written. */
    final List<String> lists;

    FormPart(
            Catalogue catalogue,
            Wording wording,
            Styles styles,
            XSSFSheet sheet,
            Return form,
            YearMonth month,
            Optional<Recipient> to) {
        this.catalogue = catalogue;
        this.wording = wording;
        this.styles = styles;
        this.month = month;
        this.layout = FormLayout.of(catalogue, form, month);
        this.to = to;
        this.backstage = new HelperCells(catalogue, layout, month);
        this.checks = new CheckFormulas(catalogue, wording, layout, backstage);
        this.pen = new CellWriter(sheet);
        this.limits = new Limits(sheet, wording);
        this.widths = widths(wording, layout);
        this.given = to.map(r -> given(r.prefill())).orElse(Map.of());
        this.lists = new ArrayList<>();
    }

    FormPart(FormPart of) {
        this.catalogue = of.catalogue;
        this.wording = of.wording;
        this.styles = of.styles;
        this.month = of.month;
        this.layout = of.layout;
        this.to = of.to;
        this.backstage = of.backstage;
        this.checks = of.checks;
        this.pen = of.pen;
        this.limits = of.limits;
        this.widths = of.widths;
        this.given = of.given;
        this.lists = of.lists;
    }

    private Map<String, BigDecimal> given(Prefill known) {
        Map<String, BigDecimal> given = new HashMap<>();
        OpeningStocks.of(catalogue, layout.items(), month)
                .forEach((opening, closing) -> known.closing(closing).ifPresent(stock -> given.put(opening, stock)));
        return given;
    }

    /** The hidden column that holds a list of choices, written when it is first asked for. */
    int list(String name, List<String> entries) {
        int index = lists.indexOf(name);
        if (index >= 0) {
            return backstage.list(index);
        }
        lists.add(name);
        int column = backstage.list(lists.size() - 1);
        IntStream.range(0, entries.size()).forEach(i -> pen.text(at(i, column), entries.get(i)));
        return column;
    }

    /** What is drawn at the left of a line: its own head, without those of its groups. */
    static String label(Wording wording, Line line) {
        return wording.part(
                line.head(wording.isChinese()), line.part().depth(), line.part().isFirst());
    }

    static String label(Wording wording, Head head) {
        return wording.isChinese() ? head.label() : head.labelEn();
    }

    /** The name of the column of a grid in which an item stands; empty if it stands in none. */
    static String column(Wording wording, Item item) {
        return wording.choice(item.form() + ".columns", item.column());
    }

    private static List<Integer> widths(Wording wording, FormLayout layout) {
        boolean chinese = wording.isChinese();
        int label = layout.lines().stream()
                .filter(l -> !l.isHeading())
                .mapToInt(l -> TextWidth.of(label(wording, l)))
                .max()
                .orElse(10);
        int measure = layout.lines().stream()
                .mapToInt(l -> TextWidth.of(wording.measure(l.measure())))
                .max()
                .orElse(4);
        List<Integer> all = new ArrayList<>();
        for (int level = 0; level < layout.labelColumn(); level++) {
            int of = level;
            all.add(layout.groupHeads().stream()
                    .filter(h -> h.level() == of)
                    .mapToInt(h -> Math.max(
                            Math.min(MAX_GROUP_WIDTH, TextWidth.of(label(wording, h)) + 3),
                            longestWord(label(wording, h)) + 1))
                    .max()
                    .orElse(MIN_GROUP_WIDTH));
        }
        all.addAll(List.of(Math.min(38, Math.max(18, label + (chinese ? 5 : 4))), Math.max(9, measure + 2), 6));
        int value = layout.width() == 1 ? 12 : 9;
        int first = Stream.of(Field.STATISTICIAN, Field.PHONE)
                .mapToInt(f -> TextWidth.of(wording.text("template." + f.definedName())) + 1)
                .max()
                .orElse(value);
        for (int i = 0; i < layout.width(); i++) {
            int word = layout.columns().isEmpty() ? 0 : longestWord(lowest(wording, layout, i)) + 1;
            all.add(Math.max(i == 0 ? Math.max(first, value) : value, word));
        }
        if (layout.showsPrior()) {
            all.add(11);
        }
        if (layout.showsYear()) {
            all.addAll(List.of(11, 11));
        }
        if (layout.showsChange()) {
            all.add(11);
        }
        all.addAll(List.of(layout.width() == 1 ? 40 : 58, 22));
        return all;
    }

    private static String lowest(Wording wording, FormLayout layout, int column) {
        List<String> heads = wording.isChinese()
                ? layout.columns().get(column).heads()
                : layout.columns().get(column).headsEn();
        return heads.get(heads.size() - 1);
    }

    /** Room for the longest word of a head: Chinese breaks anywhere, a Latin word nowhere. */
    static int longestWord(String head) {
        return Stream.of(head.split(" "))
                .filter(w -> TextWidth.of(w) == w.length())
                .mapToInt(w -> w.length() + 1)
                .max()
                .orElse(0);
    }

    static CellAddress at(int row, int column) {
        return new CellAddress(row, column);
    }
}

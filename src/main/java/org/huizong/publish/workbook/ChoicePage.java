package org.huizong.publish.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.aggregation.FormFigures;
import org.huizong.aggregation.MonthlyTrend;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.catalogue.Unit;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.table.TextList;
import org.huizong.store.StoredObservation;

/**
 * 选项填报 and 文字填报: what the forms ask that is no number, such as 五落实. The first says of each unit what it chose and
 * of each question who said no, the second has every text on a line of its own.
 */
final class ChoicePage {
    /** The entry of a list that means no. */
    private static final String NO = "no";

    private static final int MOST_ITEMS = 8;

    private final Book book;
    private final Terms terms;
    private final List<StoredObservation> texts = new ArrayList<>();
    /** What was chosen, by unit and item: how often each entry. */
    private final Map<List<String>, Map<String, Integer>> chosen = new HashMap<>();

    ChoicePage(Book book) {
        this.book = book;
        this.terms = book.terms();
    }

    /** Whether a form of the period asks for that, and not of more units than anybody reads of. */
    static boolean hasAny(Terms terms, ItemType type) {
        return forms(terms, type).findAny().isPresent();
    }

    private static Stream<FormFigures> forms(Terms terms, ItemType type) {
        return terms.consolidation().forms().stream()
                .filter(f -> f.units().size() <= MonthlyTrend.MOST_UNITS)
                .filter(f -> !items(terms, f, type).isEmpty());
    }

    private static List<Item> items(Terms terms, FormFigures figures, ItemType type) {
        return terms.catalogue().items(figures.form().code(), terms.period().last()).stream()
                .filter(i -> i.type() == type)
                .toList();
    }

    void write() {
        read();
        book.name(SheetKey.CHOICES).ifPresent(s -> choices());
        book.name(SheetKey.TEXTS).ifPresent(s -> texts());
    }

    private void read() {
        Set<String> forms = Stream.of(ItemType.CHOICE, ItemType.TEXT)
                .flatMap(type -> forms(terms, type))
                .map(f -> f.form().code())
                .collect(Collectors.toSet());
        TextList list = new TextList(terms);
        terms.publication().observations().of(forms, o -> {
            if (list.isText(o)) {
                texts.add(o);
            } else if (list.isChoice(o)) {
                chosen.computeIfAbsent(
                                List.of(o.submission().unit(), o.observation().item()), k -> new LinkedHashMap<>())
                        .merge(o.observation().value().show(), 1, Integer::sum);
            }
        });
    }

    private void texts() {
        Page page = Page.list(book, SheetKey.TEXTS);
        page.write(
                terms.text("report.texts.title"),
                terms.text("report.texts.note", terms.wording().period(terms.period()), texts.size()),
                new TextList(terms).listing(),
                texts,
                terms.text("report.texts.none"));
        page.done();
    }

    private void choices() {
        Page page = Page.list(book, SheetKey.CHOICES);
        double[] widths = new double[MOST_ITEMS + 1];
        Arrays.fill(widths, 14);
        widths[0] = 20;
        page.widths(widths);
        page.title(0, MOST_ITEMS, terms.text("report.choices.title"));
        page.wide(
                1,
                0,
                MOST_ITEMS,
                terms.text("report.choices.note", terms.wording().period(terms.period())),
                Look.NOTE);
        int row = 2;
        for (FormFigures figures : forms(terms, ItemType.CHOICE).toList()) {
            for (List<Item> items : Bands.cut(items(terms, figures, ItemType.CHOICE), MOST_ITEMS)) {
                page.text(++row, 0, terms.wording().label(figures.form()), Look.SECTION);
                row = form(page, row + 1, figures, items);
            }
        }
        page.sheet().createFreezePane(1, 0);
        page.print(true, -1);
        page.done();
    }

    /** The table of one form; the row behind it. */
    private int form(Page page, int top, FormFigures figures, List<Item> items) {
        int row = top;
        List<String> heads = new ArrayList<>(List.of(terms.text("report.head.unit")));
        items.forEach(i -> heads.add(terms.wording().label(i).strip()));
        page.line(row++, Look.HEAD, heads.toArray(String[]::new));
        List<String> no = new ArrayList<>(List.of(terms.text("report.choices.no")));
        items.forEach(i -> no.add(whoSaidNo(figures, i)));
        page.line(row++, Look.TOTAL_LABEL, no.toArray(String[]::new));
        for (Unit unit : figures.units()) {
            page.text(row, 0, terms.wording().label(unit), Look.CELL);
            for (int i = 0; i < items.size(); i++) {
                Map<String, Integer> said = said(unit, items.get(i));
                page.text(row, i + 1, words(items.get(i), said), said.containsKey(NO) ? Look.POOR : Look.CENTRE);
            }
            page.fit(row++);
        }
        return row;
    }

    private Map<String, Integer> said(Unit unit, Item item) {
        return chosen.getOrDefault(List.of(unit.code(), item.code()), Map.of());
    }

    /** The units by name that said no, or — if there are none. */
    private String whoSaidNo(FormFigures figures, Item item) {
        List<String> names = figures.units().stream()
                .filter(u -> said(u, item).containsKey(NO))
                .map(terms.wording()::label)
                .toList();
        return names.isEmpty() ? Terms.NONE : terms.list(names);
    }

    /** What was chosen; of several months how often each. */
    private String words(Item item, Map<String, Integer> said) {
        if (said.isEmpty()) {
            return Terms.NONE;
        }
        if (said.size() == 1) {
            return terms.value(item.code(), said.keySet().iterator().next());
        }
        return terms.list(said.entrySet().stream()
                .map(e -> terms.text("report.state.count", terms.value(item.code(), e.getKey()), e.getValue()))
                .toList());
    }
}

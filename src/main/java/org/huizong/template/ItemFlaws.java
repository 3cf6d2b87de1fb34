package org.huizong.template;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CellsRead;
import org.huizong.catalogue.Choice;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.formula.Formula;
import org.huizong.layout.FormLayout;
import org.huizong.layout.Line;
import org.huizong.model.CellAddress;
import org.huizong.wording.Wording;

/** Formulas that tell what is wrong with a cell of a form by itself, as {@link RecordFlaws} does for a register. */
final class ItemFlaws {
    private final Catalogue catalogue;
    private final Wording wording;
    private final FormLayout layout;
    private final HelperCells backstage;

    ItemFlaws(Catalogue catalogue, Wording wording, FormLayout layout, HelperCells backstage) {
        this.catalogue = catalogue;
        this.wording = wording;
        this.layout = layout;
        this.backstage = backstage;
    }

    /** Tells that an item is blank, of another kind, too small or too large; the formula is empty if nothing is wrong. */
    String flaw(Line line, Item item) {
        String x = layout.cell(item).text();
        String blank = item.required() ? "IF(" + backstage.begun() + ",\"" + VerdictMark.BLANK + "\",\"\")" : "\"\"";
        return "IF(" + x + "=\"\"," + blank + "," + kind(line, item) + ")";
    }

    /**
     * Tells that a computed item is less than it can be, with its parts; if a part is wrong, that is said there, and here a
     * space keeps the tick away. Empty where its parts leave no way to it.
     */
    Optional<String> least(Line line, Item item) {
        if (!canBeLess(item)) {
            return Optional.empty();
        }
        String x = layout.cell(item).text();
        String min = Excel.plain(item.min().get());
        String sentence = wording.text(
                "template.check.least",
                "{" + item.code() + "}",
                wording.formula(item.formula(), o -> part(line, o)),
                min);
        String said = Excel.sentence(VerdictMark.ERROR + " " + about(line, item, sentence), place -> place);
        String told = unlessFlawed(item.formula(), Optional.empty(), "\" \"", said);
        return Optional.of("IF(COUNT(" + x + ")=0,\"\",IF(" + x + "<" + min + "," + told + ",\"\"))");
    }

    /** Tells whether an item has a cell that says what is wrong with it. */
    boolean hasCell(Item item) {
        return !item.isComputed() || canBeLess(item);
    }

    /** Tells whether a computed item can be less than its least value, given those of its parts. */
    private boolean canBeLess(Item item) {
        Formula formula = catalogue.formula(item.formula());
        boolean never = formula.added().containsAll(formula.operands())
                && formula.operands().stream()
                        .flatMap(o -> backstage.item(o).stream())
                        .allMatch(p -> p.min().filter(m -> m.signum() >= 0).isPresent());
        return item.min().isPresent() && !never;
    }

    /**
     * Says something else as long as a cell that a formula reads has an error of its own: one cause is told once.
     *
     * @param formula as the catalogue writes it
     * @param blamed the cell that the formula itself finds fault with, if it can only be that one
     */
    String unlessFlawed(String formula, Optional<String> blamed, String instead, String verdict) {
        Set<CellAddress> flaws = new LinkedHashSet<>();
        gather(formula, flaws, blamed);
        return flaws.isEmpty()
                ? verdict
                : "IF(LEN(" + flaws.stream().map(CellAddress::text).collect(Collectors.joining("&")) + ")>0," + instead
                        + "," + verdict + ")";
    }

    /** Gathers the cells that say what is wrong with the cells that a formula reads, and with what those are made of. */
    private void gather(String formula, Set<CellAddress> flaws, Optional<String> blamed) {
        for (String operand : catalogue.formula(formula).operands()) {
            CellsRead.by(catalogue, operand).flatMap(backstage::item).ifPresent(item -> {
                if (item.isComputed()) {
                    gather(item.formula(), flaws, Optional.empty());
                }
                if (hasCell(item)) {
                    flaws.add(backstage.flaw(item));
                }
                if (!blamed.equals(Optional.of(item.code()))) {
                    backstage.blaming(item).forEach(flaws::add);
                }
            });
        }
    }

    /** Calls a part by the name of its column or line, whichever tells it from its whole, and gives its value. */
    private String part(Line line, String code) {
        String label = backstage
                .item(code)
                .map(i -> i.row().equals(line.code())
                        ? FormPart.column(wording, i)
                        : layout.lines().stream()
                                .filter(l -> l.items().contains(i))
                                .findFirst()
                                .map(l -> FormPart.label(wording, l))
                                .orElseGet(() -> wording.label(i)))
                .orElse(code);
        return label + " {" + code + "}";
    }

    private String kind(Line line, Item item) {
        String x = layout.cell(item).text();
        return switch (item.type()) {
            case TEXT, IDENTITY -> "\"\"";
            case DATE -> "IF(ISNUMBER(" + x + "),\"\"," + say(line, item, "date", "{0}") + ")";
            case CHOICE -> {
                List<Choice> entries = catalogue.choices(item.choices());
                String allowed = entries.stream()
                        .flatMap(c -> Stream.of(c.label(), c.labelEn(), c.code()))
                        .distinct()
                        .map(l -> x + "=" + Excel.literal(l))
                        .collect(Collectors.joining(","));
                String words = entries.stream().map(wording::label).collect(Collectors.joining(" / "));
                yield "IF(OR(" + allowed + "),\"\"," + say(line, item, "choice", "{0}", words) + ")";
            }
            default -> "IF(ISNUMBER(" + x + ")," + limits(line, item) + "," + say(line, item, "number", "{0}") + ")";
        };
    }

    private String limits(Line line, Item item) {
        String x = layout.cell(item).text();
        String checks = "\"\"";
        if (item.max().isPresent()) {
            String max = Excel.plain(item.max().get());
            checks = "IF(" + x + ">" + max + "," + say(line, item, "max", "{0}", max) + "," + checks + ")";
        }
        if (item.min().isPresent()) {
            String min = Excel.plain(item.min().get());
            checks = "IF(" + x + "<" + min + "," + say(line, item, "min", "{0}", min) + "," + checks + ")";
        }
        return item.type() == ItemType.INTEGER
                ? "IF(INT(" + x + ")<>" + x + "," + say(line, item, "integer", "{0}") + "," + checks + ")"
                : checks;
    }

    /** Says an error of an item in a sentence, in which {0} stands for what is in its cell. */
    private String say(Line line, Item item, String key, Object... values) {
        String sentence = wording.text("template.check." + key, values);
        return Excel.sentence(
                VerdictMark.ERROR + " " + about(line, item, sentence),
                place -> layout.cell(item).text());
    }

    private String about(Line line, Item item, String sentence) {
        String column = line.items().size() > 1 ? FormPart.column(wording, item) : "";
        return column.isEmpty() ? sentence : wording.text("template.check.column", column, sentence);
    }
}

package org.huizong.validation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Fault;
import org.huizong.catalogue.Faults;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Name;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Target;
import org.huizong.formula.Formula;
import org.huizong.formula.Kind;

/**
 * Checks every formula of a catalogue: what it is made of, which names it uses, and that no item computes itself; and that
 * somebody owes each return.
 */
public final class Lint {
    static final String RETURNS = "returns.csv";
    static final String ITEMS = "items.csv";
    static final String RULES = "rules.csv";
    static final String INDICATORS = "indicators.csv";
    static final String ASSESSMENT = "assessment.csv";
    static final String TARGETS = "targets.csv";

    private static final Set<String> MONEY = Set.of("元", "万元");

    private final Catalogue catalogue;
    private final Faults faults;
    private final FormulaLint formulas;

    private Lint(Catalogue catalogue, Faults faults) {
        this.catalogue = catalogue;
        this.faults = faults;
        this.formulas = new FormulaLint(catalogue, faults);
    }

    /**
     * The catalogue of these tables, each the bytes of a CSV file under its name.
     *
     * @throws org.huizong.catalogue.BrokenCatalogueException with every fault of shape and formulas, if it has any
     */
    public static Catalogue load(Map<String, byte[]> tables) {
        return CatalogueLoader.load(tables, Lint::check);
    }

    /** Every fault of every formula, and every return that nobody owes. */
    public static List<Fault> faults(Catalogue catalogue) {
        Faults faults = new Faults();
        check(catalogue, faults);
        return faults.all();
    }

    private static void check(Catalogue catalogue, Faults faults) {
        Lint lint = new Lint(catalogue, faults);
        lint.each(RETURNS, catalogue.returns().stream(), lint::owed);
        lint.each(RETURNS, catalogue.returns().stream(), lint::open);
        lint.each(ITEMS, catalogue.items().stream().filter(Item::isComputed), lint::item);
        lint.each(
                ITEMS,
                new CycleLint(catalogue).circular(),
                item -> lint.formulas.fault(ITEMS, item, "formula.cycle", Map.of("value", item.code())));
        RuleLint rules = new RuleLint(catalogue, lint.formulas);
        lint.each(RULES, catalogue.rules().stream(), rules::check);
        lint.each(INDICATORS, catalogue.indicators().stream(), lint::indicator);
        AssessmentLint assessment = new AssessmentLint(catalogue, lint.formulas);
        lint.each(ASSESSMENT, catalogue.criteria().stream(), assessment::check);
        lint.each(TARGETS, catalogue.targets().stream(), lint::target);
    }

    /** Nobody can come nearer to a target of what it never reports. */
    private void target(Target target) {
        catalogue
                .indicator(target.indicator())
                .ifPresent(indicator -> target.unit()
                        .flatMap(catalogue::unit)
                        .filter(u -> u.parent().isPresent() && !u.reportsForMany())
                        .filter(u -> catalogue
                                .parsed(indicator.formula())
                                .formula()
                                .filter(f -> f.operands().stream()
                                        .flatMap(code -> catalogue.item(code).stream())
                                        .noneMatch(item -> u.returns().contains(item.form())))
                                .isPresent())
                        .ifPresent(u -> faults.add(
                                TARGETS,
                                catalogue.line(target),
                                "unit",
                                "target.unit",
                                Map.of("value", u.code(), "indicator", indicator.code()))));
    }

    /** A table that has more faults than are listed is not checked to its end. */
    private <T> void each(String table, Stream<T> rows, Consumer<T> check) {
        rows.takeWhile(row -> !faults.isFull(table)).forEach(check);
    }

    /** A county owes no registers: they stay with its townships, and its indicators may speak of them all the same. */
    private void owed(Return form) {
        boolean owed = catalogue.units().stream()
                .anyMatch(u -> u.returns().contains(form.code()) && u.validity().overlaps(form.validity()));
        if (!owed && form.isOwed() && !(form.kind() == Return.Kind.REGISTER && catalogue.isOfMany())) {
            faults.add(RETURNS, catalogue.line(form), "code", "return.unowed", Map.of("value", form.code()));
        }
    }

    /** When a record is open is asked of what is filled in of it, and of nothing else. */
    private void open(Return register) {
        FormulaLint lint = formulas.in("open");
        lint.parse(RETURNS, register, register.open().orElse("")).ifPresent(formula -> {
            List<Item> operands = lint.items(RETURNS, register, formula, Set.of(), Set.of(Name.Span.NOW));
            operands.stream()
                    .filter(o -> !o.form().equals(register.code()) || o.isComputed())
                    .forEach(o -> lint.fault(RETURNS, register, "formula.form", Map.of("value", o.code())));
            lint.months(RETURNS, register, register.validity(), operands);
            lint.kinds(RETURNS, register, formula, Kind.VERDICT);
        });
    }

    private void item(Item item) {
        Optional<Formula> formula = formulas.parse(ITEMS, item, item.formula());
        if (formula.isEmpty()) {
            return;
        }
        Set<String> days = catalogue.isRegister(item.form()) ? FormulaLint.DAYS_OF_PERIOD : Set.of();
        List<Item> operands = formulas.items(ITEMS, item, formula.get(), days, Set.of(Name.Span.NOW));
        operands.stream()
                .filter(o -> !o.form().equals(item.form()))
                .forEach(o -> formulas.fault(ITEMS, item, "formula.form", Map.of("value", o.code())));
        formulas.months(ITEMS, item, item.validity(), operands);
        Kind wanted = switch (item.type().kind()) {
            case DATE -> Kind.DATE;
            case TEXT -> Kind.ANY;
            default -> Kind.NUMBER;
        };
        formulas.kinds(ITEMS, item, formula.get(), wanted);
    }

    private void indicator(Indicator indicator) {
        Optional<Formula> formula = formulas.parse(INDICATORS, indicator, indicator.formula());
        if (formula.isEmpty()) {
            return;
        }
        List<Item> items = formulas.items(INDICATORS, indicator, formula.get(), Set.of(), Set.of(Name.Span.NOW));
        items.stream()
                .filter(i -> !i.type().isNumeric() || i.across() == Item.Across.NONE)
                .forEach(i -> formulas.fault(INDICATORS, indicator, "formula.unadded", Map.of("value", i.code())));
        items.stream()
                .filter(i -> isOtherMoney(i.measure(), indicator.measure())
                        && !formula.get().hasConstant())
                .limit(1)
                .forEach(i -> formulas.fault(
                        INDICATORS,
                        indicator,
                        "formula.money",
                        Map.of("value", i.measure(), "measure", indicator.measure())));
        formulas.kinds(INDICATORS, indicator, formula.get(), Kind.NUMBER);
    }

    /** 元 and 万元 without the 10000 between them. */
    private static boolean isOtherMoney(String one, String other) {
        return MONEY.contains(one) && MONEY.contains(other) && !one.equals(other);
    }
}

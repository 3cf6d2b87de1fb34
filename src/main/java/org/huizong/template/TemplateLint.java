package org.huizong.template;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Fault;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Rule;
import org.huizong.catalogue.Unit;
import org.huizong.layout.FormLayout;
import org.huizong.layout.RegisterLayout;
import org.huizong.model.Frequency;
import org.huizong.spreadsheet.write.FileName;
import org.huizong.wording.Wording;

/**
 * Checks what a catalogue's templates would be: that every rule, with its guard and its message around it, fits into a
 * cell, that no file and no sheet takes another's name, and that a clerk can fill each.
 */
public final class TemplateLint {
    private static final String RETURNS = "returns.csv";
    private static final int MAX_ITEMS_DRAWN = 1_000;

    private final Catalogue catalogue;
    private final Wording wording;
    private final Set<Fault> faults = new LinkedHashSet<>();

    private TemplateLint(Catalogue catalogue, Wording wording) {
        this.catalogue = catalogue;
        this.wording = wording;
    }

    /**
     * What keeps templates from being made in the language of the wording, as far as that shows without making one.
     *
     * @param catalogue one whose shape and formulas are sound
     */
    public static List<Fault> faults(Catalogue catalogue, Wording wording) {
        TemplateLint lint = new TemplateLint(catalogue, wording);
        lint.names();
        lint.rules();
        return List.copyOf(lint.faults);
    }

    /**
     * What a clerk could not fill: draws the blank template of every version of a return, as it was or is asked last. Of
     * a catalogue with thousands of items only the first {@value #MAX_ITEMS_DRAWN} are drawn; {@link TemplateWriter}
     * looks at every workbook that it writes.
     *
     * @param catalogue one without other faults
     */
    public static List<Fault> unreachable(Catalogue catalogue, Wording wording) {
        List<Fault> faults = new ArrayList<>();
        YearMonth newest = catalogue.newest();
        int drawn = 0;
        for (Return form : catalogue.returns()) {
            YearMonth month =
                    form.validity().until().filter(u -> u.isBefore(newest)).orElse(newest);
            drawn += catalogue.items(form.code(), month).size();
            if (form.validity().covers(month) && drawn <= MAX_ITEMS_DRAWN) {
                faults.addAll(new TemplateWriter(catalogue, wording).unreachable(form, month));
            }
        }
        return faults;
    }

    private void names() {
        new NameClash<Unit>(Unit::validity)
                .of(catalogue.units(), u -> FileName.safe(wording.label(u)))
                .forEach((unit, clash) -> clash("units.csv", unit, "unit.file", clash));
        NameClash<Return> returns = new NameClash<>(Return::validity);
        returns.of(catalogue.returns(), r -> Titles.file(wording, r))
                .forEach((form, clash) -> clash(RETURNS, form, "return.file", clash));
        // only returns of one frequency ever stand in one workbook
        for (Frequency frequency : Frequency.values()) {
            List<Return> together = catalogue.returns().stream()
                    .filter(r -> r.frequency() == frequency)
                    .toList();
            returns.of(together, r -> Titles.sheet(wording, r))
                    .forEach((form, clash) -> clash(RETURNS, form, "return.sheet", clash));
        }
        String guide = wording.text("template.guide");
        catalogue.returns().stream()
                .filter(r -> Titles.sheet(wording, r).equalsIgnoreCase(guide))
                .forEach(r -> faults.add(
                        Fault.of(RETURNS, catalogue.line(r), label(), "return.guide", Map.of("value", guide))));
    }

    private void clash(String table, Object row, String kind, NameClash.Clash clash) {
        Map<String, String> arguments =
                Map.of("value", clash.name(), "line", String.valueOf(catalogue.line(clash.other())));
        faults.add(Fault.of(table, catalogue.line(row), label(), kind, arguments));
    }

    /** The column that names come from. */
    private String label() {
        return wording.isChinese() ? "label" : "label_en";
    }

    /** A template looks the same in many months; each rule is tried once with all items that are asked beside it. */
    private void rules() {
        for (Return one : catalogue.returns()) {
            List<Rule> own = catalogue.rules().stream()
                    .filter(r -> r.formula().contains(one.code() + "."))
                    .toList();
            Map<List<String>, Set<Rule>> tried = new HashMap<>();
            for (YearMonth month : months(one, own)) {
                List<String> items = catalogue.items(one.code(), month).stream()
                        .map(Item::code)
                        .toList();
                List<Rule> rules =
                        own.stream().filter(r -> r.validity().covers(month)).toList();
                Set<Rule> before = tried.computeIfAbsent(items, i -> new HashSet<>());
                if (!before.containsAll(rules)) {
                    before.addAll(rules);
                    look(one, month);
                }
            }
        }
    }

    /**
     * The months of its life in which a template looks for the first or the last time as it does, those with most rules
     * first.
     */
    private List<YearMonth> months(Return form, List<Rule> rules) {
        Set<YearMonth> months = new TreeSet<>(Set.of(catalogue.newest()));
        Stream.concat(Stream.of(form.validity()), rules.stream().map(Rule::validity))
                .flatMap(v -> Stream.of(v.from(), v.until()))
                .forEach(m -> m.ifPresent(months::add));
        months.removeIf(m -> !form.validity().covers(m));
        Map<YearMonth, Long> held = new HashMap<>();
        months.forEach(m ->
                held.put(m, rules.stream().filter(r -> r.validity().covers(m)).count()));
        return months.stream()
                .sorted(Comparator.comparingLong((YearMonth m) -> -held.getOrDefault(m, 0L)))
                .toList();
    }

    private void look(Return form, YearMonth month) {
        if (form.kind() == Return.Kind.FORM) {
            form(form, month);
        } else {
            register(form, month);
        }
    }

    private void form(Return form, YearMonth month) {
        FormLayout layout = FormLayout.of(catalogue, form, month);
        HelperCells backstage = new HelperCells(catalogue, layout, month);
        CheckFormulas checks = new CheckFormulas(catalogue, wording, layout, backstage);
        for (Rule rule : backstage.rules()) {
            measure(rule, checks.verdict(rule));
        }
    }

    /** The last ready row has the longest addresses. */
    private void register(Return register, YearMonth month) {
        RegisterLayout layout = RegisterLayout.of(catalogue, register, month);
        RegisterChecks checks = new RegisterChecks(catalogue, wording, layout, catalogue.rules(month));
        for (Rule rule : checks.rules()) {
            measure(rule, checks.verdict(rule, layout.lastReadyRow()));
        }
    }

    private void measure(Rule rule, String verdict) {
        if (verdict.length() > Excel.LONGEST) {
            Map<String, String> arguments =
                    Map.of("value", String.valueOf(verdict.length()), "most", String.valueOf(Excel.LONGEST));
            faults.add(Fault.of("rules.csv", catalogue.line(rule), "formula", "formula.template", arguments));
        }
    }
}

package org.huizong.template;

import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Fault;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Rule;
import org.huizong.layout.FormLayout;
import org.huizong.layout.RegisterLayout;
import org.huizong.period.Validity;
import org.huizong.wording.Wording;

/** Checks that every rule, with its guard and its message around it, fits into a cell of a template. */
public final class TemplateLint {
    private TemplateLint() {}

    /**
     * The rules whose formula in a template would be longer than a spreadsheet takes, in the language of the wording.
     *
     * @param catalogue one whose shape and formulas are sound
     */
    public static List<Fault> faults(Catalogue catalogue, Wording wording) {
        Set<Fault> faults = new LinkedHashSet<>();
        for (YearMonth month : months(catalogue)) {
            for (Return one : catalogue.forms(month)) {
                if (one.kind() == Return.Kind.FORM) {
                    form(catalogue, wording, one, month, faults);
                } else {
                    register(catalogue, wording, one, month, faults);
                }
            }
        }
        return List.copyOf(faults);
    }

    /** The months in which some template looks for the first or the last time as it does. */
    private static Set<YearMonth> months(Catalogue catalogue) {
        Set<YearMonth> months = new TreeSet<>(Set.of(catalogue.newest()));
        catalogue.rules().stream()
                .map(Rule::validity)
                .flatMap(v -> Stream.of(v.from(), v.until()))
                .forEach(m -> m.ifPresent(months::add));
        catalogue.returns().stream().map(Return::validity).map(Validity::until).forEach(m -> m.ifPresent(months::add));
        return months;
    }

    private static void form(Catalogue catalogue, Wording wording, Return form, YearMonth month, Set<Fault> faults) {
        FormLayout layout = FormLayout.of(catalogue, form, month);
        Backstage backstage = new Backstage(catalogue, layout, month);
        CheckFormulas checks = new CheckFormulas(catalogue, wording, layout, backstage);
        for (Rule rule : backstage.rules()) {
            measure(catalogue, rule, checks.verdict(rule), faults);
        }
    }

    /** The last ready row has the longest addresses. */
    private static void register(
            Catalogue catalogue, Wording wording, Return register, YearMonth month, Set<Fault> faults) {
        RegisterLayout layout = RegisterLayout.of(catalogue, register, month);
        RegisterChecks checks = new RegisterChecks(catalogue, wording, layout, catalogue.rules(month));
        for (Rule rule : checks.rules()) {
            measure(catalogue, rule, checks.verdict(rule, RegisterLayout.LAST_READY_ROW), faults);
        }
    }

    private static void measure(Catalogue catalogue, Rule rule, String verdict, Set<Fault> faults) {
        if (verdict.length() > Excel.LONGEST) {
            Map<String, String> arguments =
                    Map.of("value", String.valueOf(verdict.length()), "most", String.valueOf(Excel.LONGEST));
            faults.add(Fault.of("rules.csv", catalogue.line(rule), "formula", "formula.template", arguments));
        }
    }
}

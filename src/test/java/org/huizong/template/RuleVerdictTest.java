package org.huizong.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Rule;
import org.huizong.model.Finding;
import org.huizong.model.FindingWords;
import org.huizong.model.Value;
import org.huizong.template.VerdictCells.Verdict;
import org.huizong.validation.RuleCases;
import org.huizong.validation.RuleCases.Case;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The formula of every built-in rule in the template that is issued comes to the verdict of the batch: by the figures of
 * rule-cases.csv, which pass, fail and miss, and by the same with each figure left blank in turn. POI calculates them; that
 * LibreOffice comes to the same is held in the room {@code office}.
 */
@Order(1)
class RuleVerdictTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final Pattern NAME = Pattern.compile("[a-z_]+(?:[.][a-z0-9_]+)+");
    private static final Map<String, List<Case>> CASES = RuleCases.all().collect(Collectors.groupingBy(Case::rule));
    private static final Map<List<Object>, LiveTemplate> TEMPLATES = new LinkedHashMap<>();

    @AfterAll
    static void forgetTheTemplates() {
        TEMPLATES.clear();
    }

    static Stream<String> rules() {
        return live().stream();
    }

    /** What a template holds while it is typed: rules of one return, and those of one record that are no mere notices. */
    private static Set<String> live() {
        return CATALOGUE.rules().stream()
                .filter(r -> r.scope() == Rule.Scope.RETURN || (r.scope() == Rule.Scope.RECORD && !r.informs()))
                .filter(r -> NAME.matcher(r.formula())
                        .results()
                        .noneMatch(n -> CATALOGUE.reference(n.group()).isPresent()))
                .map(Rule::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void comesToTheVerdictOfTheBatch(String rule) {
        List<String> differences = new ArrayList<>();
        Set<String> outcomes = new TreeSet<>();

        for (Case example : CASES.get(rule)) {
            hold(example, differences, outcomes);
            example.values().keySet().forEach(name -> hold(example.without(name), differences, outcomes));
        }

        assertThat(differences).isEmpty();
        assertThat(outcomes).contains("passed", "failed");
    }

    @Test
    void leavesOutNoRuleOfATemplate() {
        Set<String> inTemplates = new TreeSet<>();
        CATALOGUE
                .forms(CATALOGUE.newest())
                .forEach(form -> inTemplates.addAll(LiveTemplate.rules(CATALOGUE, form, CATALOGUE.newest())));

        assertThat(inTemplates).isEqualTo(live());
    }

    private static void hold(Case example, List<String> differences, Set<String> outcomes) {
        Rule rule = CATALOGUE.rules().stream()
                .filter(r -> r.id().equals(example.rule()))
                .findFirst()
                .orElseThrow();
        String form = CATALOGUE.item(rule.locate().orElseThrow()).orElseThrow().form();
        LiveTemplate template = TEMPLATES.computeIfAbsent(
                List.of(form, example.period()),
                k -> LiveTemplate.of(CATALOGUE, form, example.period().last()));
        var finding = RuleCases.check(example);
        Verdict batch = finding.filter(f -> !isUncorrected(rule, form, example))
                .map(f -> verdict(rule, f))
                .orElse(Verdict.QUIET);
        Map<String, Value> typed = RuleCases.typed(example);
        // a form says nothing as long as it is empty
        bystander(rule, form, example).ifPresent(other -> typed.put(other, Value.of(0)));
        String text = template.verdict(rule, typed);
        outcomes.add(finding.map(f -> f.outcome().code()).orElse("passed"));
        if (!Verdict.of(text).filter(batch::equals).isPresent()) {
            differences.add(example + ": “" + text + "”, the batch " + batch);
        }
    }

    /** Tells whether a record is blank in what a rule reads and must be filled: that is the cause, and alone is told. */
    private static boolean isUncorrected(Rule rule, String form, Case example) {
        return CATALOGUE.isRegister(form)
                && CATALOGUE.formula(rule.formula()).operands().stream()
                        .filter(name -> example.values()
                                .getOrDefault(name, Value.Gap.BLANK)
                                .isMissing())
                        .flatMap(name -> CATALOGUE.item(name).stream())
                        .anyMatch(Item::required);
    }

    /** An item of a form that has no part in a rule, whichever way. */
    private static Optional<String> bystander(Rule rule, String form, Case example) {
        Set<String> parts = new TreeSet<>(CATALOGUE.formula(rule.formula()).operands());
        List<Item> items = CATALOGUE.items(form, example.period().last());
        for (int size = 0; size != parts.size(); ) {
            size = parts.size();
            items.stream()
                    .filter(i -> i.isComputed() && parts.contains(i.code()))
                    .forEach(i -> parts.addAll(CATALOGUE.formula(i.formula()).operands()));
        }
        return items.stream()
                .filter(i -> !CATALOGUE.isRegister(form)
                        && !i.isComputed()
                        && i.type().isNumeric())
                .map(Item::code)
                .filter(code -> !parts.contains(code))
                .findFirst();
    }

    /** What the batch found, in the words of a template: it is quiet too where an operand is missing. */
    private static Verdict verdict(Rule rule, Finding found) {
        if (!found.hasFailed()) {
            return FindingWords.reason(found).matches("error|zero.*|calendar.*") ? Verdict.UNDECIDED : Verdict.QUIET;
        }
        return switch (rule.severity()) {
            case ERROR -> Verdict.ERROR;
            case QUERY -> Verdict.QUERY;
            case NOTICE -> Verdict.NOTICE;
        };
    }
}

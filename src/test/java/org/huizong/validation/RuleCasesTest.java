package org.huizong.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Rule;
import org.huizong.model.Finding;
import org.huizong.model.FindingWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleCasesTest {
    @ParameterizedTest
    @MethodSource("org.huizong.validation.RuleCases#all")
    void comesToWhatItShould(RuleCases.Case example) {
        Optional<Finding> finding = RuleCases.check(example);

        assertThat(finding.map(f -> f.outcome().code()).orElse("passed")).isEqualTo(example.outcome());
        assertThat(finding.map(RuleCasesTest::because).orElse("")).isEqualTo(example.because());
    }

    @Test
    void hasACaseOfEachOutcomeForEveryRule() {
        for (String outcome : List.of("passed", "failed")) {
            Set<String> tried = RuleCases.all()
                    .filter(c -> c.outcome().equals(outcome))
                    .map(RuleCases.Case::rule)
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(tried)
                    .as("add a line with the outcome %s to rule-cases.csv", outcome)
                    .isEqualTo(CatalogueLoader.builtIn().rules().stream()
                            .map(Rule::id)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private static String because(Finding finding) {
        return finding.hasFailed() ? "" : FindingWords.reason(finding);
    }
}

package org.huizong.validation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.submission.Observation;
import org.huizong.submission.Submission;
import org.huizong.submission.Value;

/**
 * Counts a register: each measure is its formula summed over the records, TRUE being 1. A record for which the formula
 * comes to no number adds nothing.
 */
public final class Measures {
    private final Catalogue catalogue;
    private final ThreadLocal<Calculator> calculators;

    /** For the registers of that catalogue; usable by several threads. */
    public Measures(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.calculators = ThreadLocal.withInitial(() -> new Calculator(catalogue));
    }

    /** The submission with its measures; a form's is unchanged. */
    public Submission add(Submission submission) {
        boolean register = catalogue.isRegister(submission.form());
        if (!register) {
            return submission;
        }
        List<Observation> all = new ArrayList<>(submission.observations());
        Records records = new Records(submission.observations());
        catalogue.items(submission.form(), submission.period().last()).stream()
                .filter(Item::isComputed)
                .forEach(measure -> all.add(new Observation(
                        measure.code(), "", Value.of(sum(measure, submission, records)), submission.sheet())));
        return submission.with(all, submission.findings());
    }

    private BigDecimal sum(Item measure, Submission submission, Records records) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map<String, Observation> record : records.byKey().values()) {
            Map<String, Value> values = new HashMap<>(Map.of(
                    "period_start", Value.of(submission.period().start()),
                    "period_end", Value.of(submission.period().end())));
            record.forEach((code, observation) -> catalogue
                    .item(code)
                    .ifPresent(i -> values.put(code, Choices.inFormula(catalogue, i, observation.value()))));
            Optional<BigDecimal> one =
                    calculators.get().number(measure.formula(), name -> values.getOrDefault(name, Value.Gap.BLANK));
            sum = sum.add(one.orElse(BigDecimal.ZERO));
        }
        return sum;
    }
}

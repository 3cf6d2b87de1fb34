package org.huizong.publish.document;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.model.Period;
import org.huizong.publish.narrative.Leads;
import org.huizong.publish.narrative.Terms;
import org.huizong.register.Lead;

/**
 * What a text is about.
 *
 * @param prose how its figures are said
 * @param fits whether the figures are still those of the edition
 */
record Report(Terms terms, FigureProse prose, boolean fits) {
    /** The list of choices that says in a few words what each rule about procedure finds, by the rule's id. */
    private static final String MATTERS = "matters";

    /** One indicator of a report. */
    record Told(Report report, IndicatorFigures figures) {}

    /** The indicators of one section, in the order of the report. */
    record Section(Report report, String code, List<Told> indicators) {}

    /**
     * What the registers show of procedure about one article of the law.
     *
     * @param leads those that were found in the period
     */
    record Problem(Report report, String article, List<Lead> leads) {}

    List<Told> told(Predicate<IndicatorFigures> which) {
        return terms.consolidation().indicators().stream()
                .filter(which)
                .map(f -> new Told(this, f))
                .toList();
    }

    List<Section> sections() {
        Map<String, List<Told>> sections = told(f -> true).stream()
                .collect(Collectors.groupingBy(
                        t -> t.figures().indicator().section(), LinkedHashMap::new, Collectors.toList()));
        return sections.entrySet().stream()
                .map(s -> new Section(this, s.getKey(), s.getValue()))
                .toList();
    }

    /** The problems that the period's registers propose, those with most leads first. */
    List<Problem> problems() {
        return new Leads(terms)
                .byBasis().stream()
                        .map(a -> new Problem(
                                this,
                                a.basis(),
                                a.leads().stream().filter(this::isOfPeriod).toList()))
                        .filter(p -> !p.leads().isEmpty())
                        .sorted(Comparator.comparing((Problem p) -> p.leads().size())
                                .reversed())
                        .toList();
    }

    List<Lead> leads() {
        return problems().stream().flatMap(p -> p.leads().stream()).toList();
    }

    private boolean isOfPeriod(Lead lead) {
        Period period = terms.period();
        return lead.found()
                .filter(f -> !f.last().isBefore(period.first()) && !f.last().isAfter(period.last()))
                .isPresent();
    }

    long closed(List<Lead> leads) {
        return leads.stream()
                .filter(l -> l.isClosed(terms.consolidation().asOf()))
                .count();
    }

    /** What leads are about, in the words of the catalogue, with their number where there are several kinds. */
    String matters(List<Lead> leads) {
        Map<String, Long> kinds = leads.stream()
                .map(l -> l.key().substring(0, Math.max(0, l.key().indexOf('-'))))
                .map(rule -> terms.catalogue()
                        .choice(MATTERS, rule)
                        .map(terms.wording()::label)
                        .orElse(""))
                .filter(matter -> !matter.isEmpty())
                .collect(Collectors.groupingBy(m -> m, LinkedHashMap::new, Collectors.counting()));
        if (kinds.size() == 1) {
            return kinds.keySet().iterator().next();
        }
        return terms.list(kinds.entrySet().stream()
                .map(k -> terms.text("narrative.matter", k.getKey(), k.getValue()))
                .toList());
    }
}

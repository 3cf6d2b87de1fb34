package org.huizong.publish.document;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.FilingStatus;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Indicator;
import org.huizong.docx.Meaning;
import org.huizong.docx.Vocabulary;
import org.huizong.model.Frequency;
import org.huizong.publish.narrative.Terms;

/** The names that the text of the public page may use: none that could name a unit, a problem or a person. */
final class PublicNames {
    private PublicNames() {}

    /** A line of the page. */
    record Told(Report report, PublicFigures.Line line) {
        private Terms terms() {
            return report.terms();
        }

        private Indicator indicator() {
            return line.figures().indicator();
        }

        String label() {
            return terms().wording().label(indicator());
        }

        /** The figure with its measure, or that it is not told. */
        String amount() {
            return line.isWithheld()
                    ? terms().text("narrative.public.withheld")
                    : report.prose().amount(line.figures().now(), indicator(), terms().period());
        }

        /** What it counts, and its parts. */
        String explained() {
            String note = terms().wording().isChinese()
                    ? indicator().note()
                    : indicator().noteEn();
            String parts = parts();
            return Stream.of(note, parts)
                    .filter(t -> !t.isEmpty())
                    .reduce((a, b) -> terms().text("narrative.public.both", a, b))
                    .orElse("");
        }

        private String parts() {
            List<String> parts = line.parts().stream()
                    .map(p -> terms().text(
                                    "narrative.public.part",
                                    p.label(),
                                    report.prose().amount(p.value(), indicator())))
                    .toList();
            return parts.isEmpty() ? "" : terms().text("narrative.public.parts", terms().list(parts));
        }
    }

    static Vocabulary<Report> of(Catalogue catalogue) {
        Vocabulary<Report> names =
                new Vocabulary<Report>().eachParagraph(r -> r.prose().begin());
        ReportNames.about(names);
        names.field("coverage", r -> Meaning.of(coverage(r.terms())));
        names.list("public", line(), PublicNames::told);
        Vocabulary<Report> others = ReportNames.of(catalogue, Frequency.YEAR);
        Stream.concat(others.fields().stream(), others.lists().stream())
                .forEach(name -> names.refuse(name, new Vocabulary.Refusal("document.public", Map.of("value", name))));
        return names;
    }

    static List<Told> told(Report report) {
        return new PublicFigures(report.terms())
                .lines().stream().map(l -> new Told(report, l)).toList();
    }

    private static Vocabulary<Told> line() {
        return new Vocabulary<Told>()
                .eachParagraph(t -> t.report().prose().begin())
                .field("indicator", t -> Meaning.of(t.amount()))
                .field("indicator:label", t -> Meaning.of(t.label()))
                .field("indicator:explained", t -> Meaning.of(t.explained()))
                .field(
                        "indicator:change",
                        t -> Meaning.of(
                                t.line().isWithheld()
                                        ? ""
                                        : t.report()
                                                .prose()
                                                .againstYearAgo(t.line().figures())));
    }

    /** How much of what was owed is in the figures, in one sentence that names nobody. */
    static String coverage(Terms terms) {
        Coverage coverage = terms.consolidation().coverage();
        int counted = coverage.count(FilingStatus.State.COUNTED);
        return counted == coverage.owed()
                ? terms.text("narrative.public.coverage.all", coverage.owed())
                : terms.text("narrative.public.coverage.some", coverage.owed(), counted);
    }
}

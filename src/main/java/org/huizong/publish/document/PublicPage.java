package org.huizong.publish.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.huizong.aggregation.Figure;
import org.huizong.catalogue.Document;
import org.huizong.docx.Vocabulary;
import org.huizong.publish.narrative.Terms;

/**
 * The page of a period that anybody may read 政务公开: figures with what they count, and how much of what was owed is in
 * them. It names no unit that lacks or errs, no finding, no lead and no person.
 */
public final class PublicPage {
    private final Terms terms;

    public PublicPage(Terms terms) {
        this.terms = terms;
    }

    /**
     * One line of the page.
     *
     * @param label what is counted
     * @param number how many, where the figure is told and whole
     * @param decimals how many of it are shown
     * @param amount the figure with its measure, in words
     * @param measure its measure, where the number stands alone; else empty
     * @param explained what it counts and its parts; may be empty
     */
    public record Line(
            String label, Optional<BigDecimal> number, int decimals, String amount, String measure, String explained) {}

    /** What it is called, which is the name of its files too. */
    public String title() {
        return terms.text(
                "narrative.public.title",
                terms.wording().label(terms.catalogue().top()),
                terms.wording().period(terms.period()));
    }

    /** What stands above the lines. */
    public String subtitle() {
        return terms.text(
                "narrative.public.subtitle",
                ReportNames.day(terms.wording(), terms.consolidation().asOf()),
                terms.publication().edition().number());
    }

    /** The lines. */
    public List<Line> lines() {
        return PublicNames.told(report()).stream().map(this::line).toList();
    }

    private Line line(PublicNames.Told told) {
        Figure now = told.line().figures().now();
        var indicator = told.line().figures().indicator();
        Optional<BigDecimal> number =
                now.value().filter(v -> now.isComplete() && !told.line().isWithheld());
        // of several lines on a sheet none stands in the paragraph of another
        told.report().prose().begin();
        return new Line(
                told.label(),
                number,
                indicator.decimals(),
                told.amount(),
                number.map(v -> terms.wording().measure(indicator.measure(), v)).orElse(""),
                told.explained());
    }

    /** What stands below the lines. */
    public List<String> notes() {
        return List.of(PublicNames.coverage(terms), terms.text("narrative.public.few"));
    }

    /**
     * The bytes of the Word file, the same for the same content.
     *
     * @throws org.huizong.catalogue.BrokenCatalogueException if the text of the catalogue has a fault
     */
    public byte[] docx() {
        Document document =
                terms.catalogue().document(Document.ofPublic(terms.wording().isChinese()));
        Vocabulary<Report> names = PublicNames.of(terms.catalogue());
        return ReportDocument.filled(document, names, report(), title());
    }

    private Report report() {
        return new Report(terms, new FigureProse(terms, false), true);
    }
}

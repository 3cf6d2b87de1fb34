package org.huizong.publish.document;

import java.util.List;
import org.huizong.catalogue.BrokenCatalogueException;
import org.huizong.catalogue.Document;
import org.huizong.catalogue.Fault;
import org.huizong.docx.UnfitWordFileException;
import org.huizong.docx.Vocabulary;
import org.huizong.docx.WordText;
import org.huizong.publish.narrative.Terms;

/** The report on a period in words, as a Word file. */
public final class ReportDocument {
    private final Terms terms;
    private final boolean fits;

    /**
     * Of what was published.
     *
     * @param fits whether the figures are still those of the edition; the text says where they are not
     */
    public ReportDocument(Terms terms, boolean fits) {
        this.terms = terms;
        this.fits = fits;
    }

    /** What it is called, which is the name of its file too. */
    public String title() {
        return terms.text(
                "narrative.title",
                terms.wording().label(terms.catalogue().top()),
                terms.wording().period(terms.period()));
    }

    /**
     * The bytes of the file, the same for the same content.
     *
     * @throws BrokenCatalogueException if the text of the catalogue has a fault
     */
    public byte[] bytes() {
        Document document = terms.catalogue()
                .document(Document.ofReport(
                        terms.period().frequency(), terms.wording().isChinese()));
        return filled(
                document,
                ReportNames.of(terms.catalogue(), terms.period().frequency()),
                new Report(terms, new FigureProse(terms, true), fits),
                title());
    }

    static byte[] filled(Document document, Vocabulary<Report> names, Report report, String title) {
        List<Fault> faults = DocumentLint.faults(document, names);
        if (!faults.isEmpty()) {
            throw new BrokenCatalogueException(faults);
        }
        try {
            return WordText.read(document.content())
                    .fill(names, report, title, report.terms().consolidation().asOf());
        } catch (UnfitWordFileException e) {
            throw new IllegalStateException("a text that was checked cannot be read", e);
        }
    }
}

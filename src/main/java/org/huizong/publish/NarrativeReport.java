package org.huizong.publish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.Publication;
import org.huizong.aggregation.SettledFiles;
import org.huizong.catalogue.Catalogue;
import org.huizong.edition.EditionNow;
import org.huizong.edition.Editions;
import org.huizong.model.Period;
import org.huizong.publish.document.ReportDocument;
import org.huizong.publish.narrative.Terms;
import org.huizong.register.LeadRegister;
import org.huizong.spreadsheet.write.FileName;
import org.huizong.store.Edition;
import org.huizong.store.Store;
import org.huizong.wording.Wording;

/** The report in words on the last edition of a period, from what is on record. */
public final class NarrativeReport {
    private final Catalogue catalogue;
    private final Wording wording;
    private final Store store;

    /** From that store, in the words of that language. */
    public NarrativeReport(Catalogue catalogue, Wording wording, Store store) {
        this.catalogue = catalogue;
        this.wording = wording;
        this.store = store;
    }

    /**
     * A report that was written.
     *
     * @param files the report, then the public page if there is one
     * @param edition the edition whose figures it has
     * @param asOf the day as of which they are
     * @param fits whether nothing that the edition tells has changed since
     */
    public record Written(List<WrittenFile> files, int edition, LocalDate asOf, boolean fits) {
        public Written {
            files = List.copyOf(files);
        }
    }

    /**
     * Writes the report, and the public page beside it; empty if the period was never consolidated. There is no public page
     * while the figures are not those of the edition that it would name.
     *
     * @param isPublic whether the public page is asked for
     * @throws org.huizong.catalogue.BrokenCatalogueException if a text of the catalogue has a fault
     */
    public Optional<Written> of(Period period, boolean isPublic) {
        return store.editions()
                .latest(period)
                .map(new Editions(catalogue, store)::now)
                .map(now -> of(now, isPublic));
    }

    /** The same on an edition of which it is known what its period comes to now. */
    public Written of(EditionNow now, boolean isPublic) {
        Edition edition = now.edition();
        Terms terms = new Terms(publication(now.figures(), edition), catalogue, wording);
        var document = new ReportDocument(terms, now.fits());
        List<WrittenFile> files = new ArrayList<>();
        files.add(new WrittenFile(FileName.safe(document.title()) + ".docx", document.bytes()));
        if (isPublic && now.fits()) {
            files.addAll(PublicSummary.of(terms));
        }
        return new Written(files, edition.number(), edition.asOf(), now.fits());
    }

    private Publication publication(Consolidation figures, Edition edition) {
        SettledFiles files = new SettledFiles(figures.coverage());
        return new Publication(
                figures,
                edition,
                List.of(),
                List.of(),
                store.findings().within(Publisher.periods(catalogue, edition.period())).stream()
                        .map(files::published)
                        .toList(),
                new LeadRegister(catalogue, store).known(edition.period()),
                Publication.Observations.NONE,
                Publication.Archived.NOWHERE);
    }
}

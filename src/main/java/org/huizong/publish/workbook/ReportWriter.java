package org.huizong.publish.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.aggregation.Publication;
import org.huizong.catalogue.Catalogue;
import org.huizong.model.Period;
import org.huizong.publish.narrative.Ledger;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Tally;
import org.huizong.publish.narrative.Terms;
import org.huizong.spreadsheet.write.StreamedBook;
import org.huizong.store.Edition;
import org.huizong.wording.Wording;

/** Writes the consolidated workbook of a period, in one language. */
public final class ReportWriter {
    /** A page lets go of its rows itself. */
    private static final int ALL_ROWS = -1;

    private final Catalogue catalogue;
    private final Wording wording;

    /** A writer in the terms of that catalogue and the language of those words. */
    public ReportWriter(Catalogue catalogue, Wording wording) {
        this.catalogue = catalogue;
        this.wording = wording;
    }

    /** Name of the file for a period: 行政执法综合月报-2026-10.xlsx. */
    public String fileName(Period period) {
        return wording.text("report.file." + period.frequency().code(), period.code());
    }

    /**
     * Writes the workbook; the stream stays open.
     *
     * @throws TwoWaysException if a formula does not come to the figure it stands for; nothing is written then
     * @throws UncheckedIOException if the stream or a temporary file cannot be written
     */
    public void write(Publication publication, OutputStream out) {
        try (StreamedBook workbook = new StreamedBook(new XSSFWorkbook(), ALL_ROWS)) {
            Book book = new Book(workbook, new Terms(publication, catalogue, wording));
            properties(book);
            calculated(book);
            book.grid().clear();
            listed(book);
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot write the workbook of "
                            + publication.consolidation().period(),
                    e);
        }
    }

    /** The sheets with formulas, those first that others refer to. */
    private static void calculated(Book book) {
        new CalendarSheet(book).write();
        book.terms().consolidation().forms().forEach(f -> new FormPage(book, f).write());
        book.name(SheetKey.MEASURES).ifPresent(s -> new MeasurePage(book).write());
        int below = new IndicatorPage(book).write();
        Charts charts = new Charts(book);
        charts.write(below);
        book.name(SheetKey.TRENDS).ifPresent(s -> new TrendPage(book).write());
        book.name(SheetKey.DEPARTMENTS)
                .ifPresent(s -> new UnitPage(
                                book,
                                SheetKey.DEPARTMENTS,
                                u -> u.parent().isPresent() && !u.kind().isVillage())
                        .write());
        book.name(SheetKey.VILLAGES)
                .ifPresent(
                        s -> new UnitPage(book, SheetKey.VILLAGES, u -> u.kind().isVillage()).write());
        book.name(SheetKey.CROSS).ifPresent(s -> new CrossPage(book).write());
        book.name(SheetKey.UNIT_YEAR).ifPresent(s -> new UnitYearPage(book).write());
        new LineageSheet(book).write();
        new FrontPage(book).write(charts);
    }

    /** The sheets that only list what is on record, which may be long. */
    private static void listed(Book book) {
        book.name(SheetKey.TARGETS).ifPresent(s -> new TargetPage(book).write());
        Optional<Ledger> ledger =
                book.terms().registers().isEmpty() ? Optional.empty() : Optional.of(new Ledger(book.terms()));
        ledger.ifPresent(l -> book.terms().registers().forEach(r -> {
            new RegisterPage(book, r, l).write();
            Tally.of(book.terms(), r).ifPresent(t -> new TallyPage(book, r, t, l).write());
        }));
        book.name(SheetKey.PILLARS).ifPresent(s -> new PillarPage(book).write());
        if (book.name(SheetKey.CHOICES).or(() -> book.name(SheetKey.TEXTS)).isPresent()) {
            new ChoicePage(book).write();
        }
        new CoveragePage(book).write();
        new FindingPage(book).write();
        ledger.ifPresent(l -> new LeadPage(book, l).write());
        book.name(SheetKey.ASSESSMENT).ifPresent(s -> {
            new AssessmentPage(book).write();
            new DeductionPage(book).write();
        });
        new SourcePage(book).write();
        new ChangePage(book).write();
        new NotesPage(book).write();
        book.name(SheetKey.ROLL_UP).ifPresent(s -> new RollUpSheet(book).write());
    }

    /** Dated by the edition, not by the clock; of two editions of one day the later is the later for the level above too. */
    private static void properties(Book book) {
        POIXMLProperties.CoreProperties core = book.workbook().getProperties().getCoreProperties();
        Edition edition = book.terms().publication().edition();
        Date day = Date.from(edition.asOf()
                .atStartOfDay(ZoneOffset.UTC)
                .plusMinutes(edition.number())
                .toInstant());
        core.setTitle(book.terms().title());
        core.setCreator(book.terms().wording().label(book.terms().catalogue().top()));
        core.setCreated(Optional.of(day));
        core.setModified(Optional.of(day));
    }
}

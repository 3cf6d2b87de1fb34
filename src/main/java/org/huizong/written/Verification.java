package org.huizong.written;

import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.Publication;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Unit;
import org.huizong.model.Period;
import org.huizong.publish.narrative.Terms;
import org.huizong.store.Edition;
import org.huizong.text.FoldedText;
import org.huizong.wording.Wording;
import org.huizong.written.read.Paragraph;
import org.huizong.written.read.WrittenDocument;

/** Holds a written report against the figures of a period: what a command and the office's page call. */
public final class Verification {
    /** A title and the first sentences say whose report it is and of which period. */
    private static final int BEGINNING = 6;

    private static final int SHORT = 30;

    /** Who speaks in a title or at the end: 白云镇人民政府, 关于石板乡…的报告. */
    private static final Pattern SPEAKER = Pattern.compile(
            "(?:^|关于|[,、:\\s])([\\p{IsHan}]{2,4}?(?:镇|乡|街道))(?:人民政府|办事处|党委|20|\\d|司法所|综合|依法|行政|关于|年|$)");

    private final Catalogue catalogue;
    private final Wording wording;

    /** In the terms of that catalogue and the language of those words. */
    public Verification(Catalogue catalogue, Wording wording) {
        this.catalogue = catalogue;
        this.wording = wording;
    }

    /**
     * The period that a report says it is about.
     *
     * @param isToDate whether its numbers are those from January to the period where nothing else is said: 今年1至9月
     */
    public record Stated(Period period, boolean isToDate) {}

    /** The period that the title or the first sentences of a report say; empty if they say none. */
    public static Optional<Stated> stated(WrittenDocument.Text document, YearMonth today) {
        return Periods.stated(beginning(document), today);
    }

    /** Whether the title or the first sentences of a report name that year. */
    public static boolean names(WrittenDocument.Text document, int year) {
        return Periods.name(beginning(document), year);
    }

    private static List<String> beginning(WrittenDocument.Text document) {
        return document.paragraphs().stream()
                .limit(BEGINNING)
                .map(p -> FoldedText.of(p.text()).text())
                .toList();
    }

    /** The name of another township that speaks in the report; empty if none does. */
    public Optional<String> stranger(WrittenDocument.Text document) {
        Unit top = catalogue.top();
        Set<String> own = new LinkedHashSet<>();
        Stream.concat(Stream.of(top.label(), top.labelEn()), top.aliases().stream())
                .forEach(name -> own.add(FoldedText.of(name).text()));
        List<Paragraph> all = document.paragraphs();
        List<String> ends = Stream.concat(all.stream().limit(2), all.stream().skip(Math.max(2, all.size() - 3)))
                .map(p -> FoldedText.of(p.text()).text())
                .filter(text -> text.length() <= SHORT)
                .toList();
        if (ends.stream().anyMatch(text -> own.stream().anyMatch(text::contains))) {
            return Optional.empty();
        }
        for (String text : ends) {
            Matcher speaker = SPEAKER.matcher(text);
            if (speaker.find() && own.stream().noneMatch(name -> name.contains(speaker.group(1)))) {
                return Optional.of(speaker.group(1));
            }
        }
        return Optional.empty();
    }

    /**
     * Holds every number of a report against the figures.
     *
     * @param isToDate whether its numbers are those from January to the period where nothing else is said
     */
    public VerifiedReport verify(
            WrittenDocument.Text document, Consolidation figures, Edition edition, boolean isToDate) {
        Vocabulary vocabulary = new Vocabulary(catalogue, figures);
        Span usual = isToDate && figures.period().first().getMonthValue() > 1 ? Span.of(Span.Kind.TO_DATE) : Span.NOW;
        List<Claim> claims =
                new ClaimFinder(vocabulary, new Periods(figures.period()), usual).in(document.paragraphs());
        List<Verdict> verdicts = new Judge(new FigureBook(figures)).of(claims);
        Terms terms = new Terms(Publication.ofFigures(figures, edition), catalogue, wording);
        return new VerdictText(terms, document.paragraphs()).report(verdicts);
    }
}

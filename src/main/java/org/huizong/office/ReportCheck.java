package org.huizong.office;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.huizong.catalogue.Catalogue;
import org.huizong.edition.EditionNow;
import org.huizong.model.Argument;
import org.huizong.model.Period;
import org.huizong.spreadsheet.read.Unfit;
import org.huizong.store.Edition;
import org.huizong.store.Store;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.huizong.written.Outcome;
import org.huizong.written.ReportLine;
import org.huizong.written.Verification;
import org.huizong.written.VerifiedReport;
import org.huizong.written.mark.CommentedCopy;
import org.huizong.written.mark.Remark;
import org.huizong.written.read.DocumentReader;
import org.huizong.written.read.WrittenDocument;

/** Holds a written report against the figures on record, and says why it cannot: for a command and for the page. */
public final class ReportCheck {
    private final Catalogue catalogue;
    private final Wording wording;
    private final LocalDate today;

    /** In the terms of that catalogue and the language of those words, as of that day. */
    public ReportCheck(Catalogue catalogue, Wording wording, LocalDate today) {
        this.catalogue = catalogue;
        this.wording = wording;
        this.today = today;
    }

    /** What reading a report came to. */
    public sealed interface Reading {}

    /** What holding it against the figures came to. */
    public sealed interface Result {}

    /**
     * Nothing can be said of the report.
     *
     * @param code why: ends the key of the sentence that says so
     * @param values what goes into that sentence
     */
    public record Refused(String code, List<Object> values) implements Reading, Result {
        public Refused {
            values = List.copyOf(values);
        }

        private static Refused of(String code, Object... values) {
            return new Refused(code, List.of(values));
        }
    }

    /**
     * A report that was read.
     *
     * @param about the period that it is held against
     * @param said the period that it says itself, if it is another
     */
    public record Read(WrittenDocument.Text document, Verification.Stated about, Optional<Period> said)
            implements Reading {}

    /**
     * A report that was held against the figures of an edition.
     *
     * @param fits whether nothing that the edition tells has changed since
     */
    public record Checked(Read read, Edition edition, boolean fits, VerifiedReport report) implements Result {}

    /**
     * Reads a report.
     *
     * @param name what it is called in sentences
     * @param wanted the period to hold it against; empty for the one that it says itself
     */
    public Reading read(Path file, Object name, Optional<Period> wanted) {
        WrittenDocument read = DocumentReader.read(file);
        if (!(read instanceof WrittenDocument.Text document)) {
            var why = ((WrittenDocument.Refused) read).why();
            boolean isKnown = wording.words().has("written." + why.finding());
            return Refused.of(isKnown ? why.finding() : Unfit.DAMAGED, name, limit(why));
        }
        Optional<Verification.Stated> stated = Verification.stated(document, YearMonth.from(today));
        if (wanted.isEmpty()) {
            return stated.<Reading>map(s -> new Read(document, s, Optional.empty()))
                    .orElseGet(() -> Refused.of("no_period", name));
        }
        return read(document, stated, wanted.get());
    }

    private static String limit(Unfit why) {
        return why.arguments().get("limit") instanceof Argument.Plain limit
                ? limit.value().show()
                : "";
    }

    private Reading read(WrittenDocument.Text document, Optional<Verification.Stated> stated, Period wanted) {
        int year = wanted.last().getYear();
        Optional<Period> said = stated.map(Verification.Stated::period);
        boolean isOfAnotherYear =
                said.filter(p -> p.last().getYear() != year).isPresent() && !Verification.names(document, year);
        if (isOfAnotherYear) {
            return Refused.of(
                    "other_year", said.map(wording::period).orElse(""), wanted.code(), wording.period(wanted));
        }
        boolean isToDate = stated.filter(s -> s.period().equals(wanted))
                .map(Verification.Stated::isToDate)
                .orElse(false);
        return new Read(document, new Verification.Stated(wanted, isToDate), said.filter(p -> !p.equals(wanted)));
    }

    /**
     * Holds a report against the figures of the last edition of its period.
     *
     * @param figures gives what an edition comes to now
     */
    public Result check(Read read, Store store, Function<Edition, EditionNow> figures) {
        Verification verification = new Verification(catalogue, wording);
        Optional<String> stranger = verification.stranger(read.document());
        if (stranger.isPresent()) {
            return Refused.of("stranger", stranger.get(), wording.label(catalogue.top()));
        }
        Period period = read.about().period();
        return store.editions()
                .latest(period)
                .map(figures)
                .<Result>map(now -> new Checked(
                        read,
                        now.edition(),
                        now.fits(),
                        verification.verify(
                                read.document(),
                                now.figures(),
                                now.edition(),
                                read.about().isToDate())))
                .orElseGet(() -> Refused.of("not_consolidated", period.code(), wording.period(period)));
    }

    /** What is to be known beside the numbers: another period than the report says, and what of it was not read. */
    public List<String> notices(Checked checked) {
        Read read = checked.read();
        List<String> notices = new ArrayList<>();
        read.said()
                .ifPresent(said -> notices.add(wording.text(
                        "verified.other_period",
                        wording.period(said),
                        wording.period(read.about().period()))));
        if (read.document().pictures() > 0) {
            notices.add(wording.text("verified.pictures", read.document().pictures()));
        }
        List<Integer> blank = read.document().blankPages();
        if (!blank.isEmpty()) {
            notices.add(wording.text(
                    "verified.blank_pages",
                    wording.list(blank.stream().map(String::valueOf).toList())));
        }
        return notices;
    }

    /** How many numbers stand how, or that there are none. */
    public List<String> counts(VerifiedReport report) {
        if (report.lines().isEmpty()) {
            return List.of(wording.text("verified.none"));
        }
        List<String> counts = new ArrayList<>();
        counts.add(wording.text(
                "verified.counts",
                report.lines().size(),
                report.count(Outcome.AGREES),
                report.count(Outcome.DIFFERS),
                report.count(Outcome.SUM),
                report.count(Outcome.OPEN),
                report.count(Outcome.ABSENT)));
        if (report.contradicted() > 0) {
            counts.add(wording.text("verified.contradicted", report.contradicted()));
        }
        return counts;
    }

    /** How a number stands, in a word. */
    public String word(ReportLine line) {
        return wording.text("written.outcome." + line.outcome().name().toLowerCase(Locale.ROOT));
    }

    /** What the copy with comments is called. */
    public static String copyName(MessageBundle words, String file) {
        return plain(file) + words.text("verified.suffix") + ".docx";
    }

    /** What the table is called. */
    public static String tableName(MessageBundle words, String file) {
        return plain(file) + words.text("verified.suffix") + ".csv";
    }

    private static String plain(String file) {
        int ending = file.lastIndexOf('.');
        return ending > 0 ? file.substring(0, ending) : file;
    }

    /**
     * Writes the copy with a comment at each number.
     *
     * @return empty, with nothing written, if the document is made in a way that cannot be marked
     */
    public Optional<CommentedCopy> copy(Checked checked, Path to) {
        return CommentedCopy.write(
                checked.read().document(),
                checked.report().lines().stream().map(this::remark).toList(),
                wording.text("written.author"),
                to);
    }

    private Remark remark(ReportLine line) {
        List<String> said = new ArrayList<>();
        said.add(word(line));
        if (!line.ours().isEmpty()) {
            said.add(wording.text("written.comment.ours", line.ours()));
        }
        if (!line.source().isEmpty()) {
            said.add(wording.text("written.comment.source", line.source()));
        }
        if (!line.remark().isEmpty()) {
            said.add(line.remark());
        }
        return new Remark(line.paragraph(), line.start(), line.end(), tint(line), String.join("\n", said));
    }

    /** The colour of a number: one for what agrees, one for what is to be corrected, one for what is to be looked at. */
    public static Remark.Tint tint(ReportLine line) {
        return line.isWrong()
                ? Remark.Tint.BAD
                : line.outcome() == Outcome.AGREES ? Remark.Tint.GOOD : Remark.Tint.OPEN;
    }
}

package org.huizong.publish.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.FilingStatus;
import org.huizong.aggregation.Lacking;
import org.huizong.model.Period;
import org.huizong.publish.narrative.Standings;
import org.huizong.publish.narrative.States;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.narrative.Tone;
import org.huizong.store.StoredSubmission;

/** 报送情况 and coverage.csv: every return that is owed or will be and how it stands, then what nobody owes. */
public final class CoverageList {
    private final Terms terms;
    private final States states;

    private CoverageList(Terms terms) {
        this.terms = terms;
        this.states = terms.states();
    }

    /**
     * A return that is owed, or one that was accepted and is in no figure, because nobody owes it.
     *
     * @param status how it stands, if it is owed
     * @param sent what came last, if anything did
     */
    public record Filing(
            Period period, String unit, String form, Optional<FilingStatus> status, Optional<StoredSubmission> sent) {
        private static Filing of(FilingStatus status) {
            return new Filing(
                    status.owed().period(),
                    status.owed().unit(),
                    status.owed().form(),
                    Optional.of(status),
                    status.submission());
        }

        private static Filing leftOut(StoredSubmission sent) {
            return new Filing(sent.period(), sent.unit(), sent.form(), Optional.empty(), Optional.of(sent));
        }

        private String due() {
            return status.map(s -> s.due().toString()).orElse("");
        }

        private String received() {
            return status.isPresent()
                    ? status.flatMap(FilingStatus::received)
                            .map(LocalDate::toString)
                            .orElse("")
                    : sent.map(s -> s.received().toString()).orElse("");
        }

        private Optional<Lacking> below() {
            return status.flatMap(FilingStatus::below);
        }

        private String below(Function<Lacking, String> what) {
            return below().map(what).orElse("");
        }

        private String code() {
            return status.map(s -> s.isWithdrawn() ? s.word() : s.state().code())
                    .orElse("left_out");
        }

        private String flag(Function<FilingStatus, Boolean> what) {
            return status.map(what).orElse(false) ? "1" : "0";
        }
    }

    /** Hands over the rows. */
    public static Consumer<Consumer<Filing>> rows(Coverage coverage) {
        return reader -> {
            coverage.standings().forEach(s -> reader.accept(Filing.of(s)));
            coverage.leftOut().forEach(s -> reader.accept(Filing.leftOut(s)));
        };
    }

    /** Its columns. */
    public static Listing<Filing> of(Terms terms) {
        return new CoverageList(terms).listing();
    }

    private Listing<Filing> listing() {
        return new Listing<Filing>()
                .both(
                        "period",
                        14,
                        f -> f.period().code(),
                        f -> ListCell.of(terms.wording().period(f.period())))
                .both("unit", 24, Filing::unit, f -> ListCell.of(terms.label(f.unit())))
                .file(
                        "unit_label",
                        f -> terms.catalogue()
                                .unit(f.unit())
                                .map(terms.wording()::label)
                                .orElse(""))
                .both("return", 30, Filing::form, f -> ListCell.of(terms.label(f.form())))
                .both("due", 13, Filing::due)
                .both("state", 10, Filing::code, this::state)
                .file("late", f -> f.flag(FilingStatus::isLate))
                .both("received", 13, Filing::received)
                .sheet(
                        "dayslate",
                        10,
                        f -> ListCell.of(f.status()
                                .filter(FilingStatus::isLate)
                                .map(s -> BigDecimal.valueOf(Standings.daysLate(s)))))
                .both(
                        "revision",
                        8,
                        f -> f.sent().map(s -> String.valueOf(s.revision())).orElse(""),
                        f -> ListCell.of(f.sent().map(s -> BigDecimal.valueOf(s.revision()))))
                .both("file", 40, f -> f.sent().map(StoredSubmission::file).orElse(""), this::file)
                .file("never_run", f -> f.flag(FilingStatus::neverRun))
                .file("below_owed", f -> f.below(b -> String.valueOf(b.owed())))
                .file("below_counted", f -> f.below(b -> String.valueOf(b.counted())))
                .file("below_missing", f -> f.below(Lacking::missing))
                .ordered("period", "unit", "return", "due", "received", "dayslate", "state", "revision", "file");
    }

    private ListCell state(Filing filing) {
        if (filing.status().isEmpty()) {
            return ListCell.of(terms.text("report.state.left_out"), Tone.POOR);
        }
        FilingStatus status = filing.status().get();
        return filing.below()
                .map(b -> ListCell.of(
                        terms.text("report.below.state", states.text(status), b.counted(), b.owed()), Tone.NEAR))
                .orElseGet(() -> ListCell.of(states.text(status), states.tone(status)));
    }

    private ListCell file(Filing filing) {
        String name = filing.sent().map(StoredSubmission::file).orElse("");
        return ListCell.of(filing.below()
                .map(b -> terms.text("report.below.file", terms.wording().few(b.names()), name))
                .orElse(name));
    }
}

package org.huizong.publish.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.assessment.Evidence;
import org.huizong.assessment.Mark;
import org.huizong.assessment.Operand.Why;
import org.huizong.assessment.Score;
import org.huizong.catalogue.Criterion;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Name;
import org.huizong.model.Disposition;
import org.huizong.model.OfficeTime;
import org.huizong.model.Period;
import org.huizong.wording.Wording;

/** What is said of scores: what each deduction comes from and where that stands, what is not known, who gave points. */
public final class AssessmentText {
    private final Terms terms;
    private final Wording wording;

    /** In these terms. */
    public AssessmentText(Terms terms) {
        this.terms = terms;
        this.wording = terms.wording();
    }

    /** The name of a criterion. */
    public String label(Criterion criterion) {
        return wording.label(criterion);
    }

    /** The points, without decimals that say nothing. */
    public static String points(BigDecimal points) {
        return plain(points).toPlainString();
    }

    /** The same number, without decimals that say nothing. */
    public static BigDecimal plain(BigDecimal points) {
        BigDecimal stripped = points.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * One thing that is said of a score.
     *
     * @param points how much it costs, if that is known
     * @param evidence what it is about, if it is something on record
     */
    public record Said(String text, Optional<BigDecimal> points, Optional<Evidence> evidence) {
        private static Said of(String text) {
            return new Said(text, Optional.empty(), Optional.empty());
        }
    }

    /** What a score comes from, a line each, with what each costs. */
    public List<String> lines(Score score) {
        return said(score).stream()
                .map(s -> s.points()
                        .map(p -> terms.text("report.assessment.costs", s.text(), points(p)))
                        .orElse(s.text()))
                .toList();
    }

    /**
     * What a score comes from: what the office gave, what was taken off, what is not known. Where the office gave points it
     * is not said what each part would cost by the formula.
     */
    public List<Said> said(Score score) {
        List<Said> said = new ArrayList<>();
        score.marks().forEach(mark -> said.add(Said.of(mark(score, mark))));
        for (Score.Deduction deduction : score.deductions()) {
            Evidence evidence = deduction.evidence();
            boolean isMarked = score.marks().stream().anyMatch(m -> m.period().equals(evidence.period()));
            said.add(new Said(
                    capital(evidence(evidence)), deduction.points().filter(p -> !isMarked), Optional.of(evidence)));
        }
        if (said.isEmpty() && score.isAssessed() && score.taken().signum() > 0) {
            String how = wording.formula(score.criterion().formula());
            said.add(Said.of(terms.text("report.assessment.formula", how)));
        }
        unknown(score).forEach(text -> said.add(Said.of(text)));
        return said;
    }

    private static String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private String mark(Score score, Mark mark) {
        return capital(terms.text(
                "report.assessment.mark",
                wording.period(mark.period()),
                mark.points().map(AssessmentText::points).orElse(""),
                points(score.criterion().full()),
                mark.reason(),
                mark.who(),
                OfficeTime.day(mark.when()).toString()));
    }

    /** What is not known, one line for each reason. */
    private List<String> unknown(Score score) {
        return Stream.of(Why.values())
                .map(why -> new Object() {
                    final List<Score.Missing> of =
                            score.unknown().stream().filter(m -> m.why() == why).toList();
                    final String key = why.name().toLowerCase(Locale.ROOT);
                })
                .filter(reason -> !reason.of.isEmpty())
                .map(reason -> terms.text(
                        "report.assessment.unknown." + reason.key,
                        wording.periods(reason.of.stream()
                                .map(Score.Missing::period)
                                .distinct()
                                .sorted()
                                .toList()),
                        terms.list(reason.of.stream()
                                .map(m -> m.name().isEmpty() ? "" : wording.operand(m.name(), m.period()))
                                .filter(n -> !n.isEmpty())
                                .distinct()
                                .toList())))
                .toList();
    }

    /** What a piece of evidence says, with the file, the sheet and the cell. */
    public String evidence(Evidence evidence) {
        if (evidence instanceof Evidence.OfFiling filing) {
            return filing(filing);
        }
        if (evidence instanceof Evidence.OfFinding found) {
            String where = wording.place(found.stored().finding().where());
            return terms.text(
                    "report.assessment.finding",
                    wording.period(found.period()),
                    found.stored().finding().rule(),
                    wording.sentence(found.stored().finding(), found.period()),
                    where);
        }
        return figure((Evidence.OfFigure) evidence);
    }

    private String filing(Evidence.OfFiling filing) {
        String form = terms.shortLabel(filing.owed().form(), filing.period());
        String period = wording.period(filing.period());
        String file = filing.submission()
                .map(s -> s.file() + (s.sheet().isEmpty() ? "" : " [" + s.sheet() + "]"))
                .orElse("");
        return switch (filing.how()) {
            case LATE -> terms.text("report.assessment.late", period, form, filing.days(), file);
            case SENT_BACK -> terms.text("report.assessment.sent_back", period, form, file);
            case CORRECTED -> terms.text("report.assessment.corrected", period, form, file);
            case MISSING -> {
                String how = filing.submission()
                        .map(s -> s.disposition() == Disposition.REJECTED
                                ? "rejected"
                                : s.disposition() == Disposition.CONFLICT ? "conflict" : "withdrawn")
                        .orElse("none");
                yield terms.text("report.assessment.missing." + how, period, form, file);
            }
        };
    }

    private String figure(Evidence.OfFigure figure) {
        Period period = figure.period();
        String label = wording.operand(figure.operand(), period);
        String measure = terms.catalogue()
                .item(Name.of(figure.operand()).item())
                .map(Item::measure)
                .or(() -> terms.catalogue()
                        .indicator(Name.of(figure.operand()).item())
                        .map(i -> i.measure()))
                .map(m -> wording.measure(m, figure.value()))
                .orElse("");
        String said = terms.text(
                "report.assessment.figure",
                wording.period(period),
                label,
                points(figure.value()),
                measure.isEmpty() ? "" : wording.isChinese() ? measure : " " + measure);
        if (figure.cells().isEmpty()) {
            return said;
        }
        String cells = figure.cells().stream()
                .map(c -> terms.text(
                        "report.assessment.cell",
                        wording.period(c.submission().period()),
                        c.shown(),
                        wording.place(c.where())))
                .collect(Collectors.joining(terms.text("report.semicolon")));
        return terms.text("report.assessment.figure.cells", said, cells);
    }

    /** How a criterion is scored: of whom, how often, how many points, by what, and where that comes from. */
    public String method(Criterion criterion) {
        String kinds = terms.list(criterion.kinds().stream()
                .map(k -> terms.text("report.kind." + k.name().toLowerCase(Locale.ROOT)))
                .toList());
        String how = criterion.isManual()
                ? terms.text("report.assessment.method.manual")
                : terms.text("report.assessment.method.formula", wording.formula(criterion.formula()))
                        + criterion
                                .cap()
                                .map(cap -> terms.text("report.assessment.method.cap", points(cap)))
                                .orElse("");
        // it is cited in the words of the law, which are Chinese
        String basis = criterion.basis().isEmpty() || !wording.isChinese()
                ? ""
                : terms.text("report.assessment.method.basis", criterion.basis());
        String note = wording.isChinese() ? criterion.note() : criterion.noteEn();
        return terms.text(
                "report.assessment.method",
                label(criterion),
                kinds,
                terms.text("report.frequency." + criterion.frequency().code()),
                points(criterion.full()),
                how,
                terms.text("report.assessment.time." + criterion.time().name().toLowerCase(Locale.ROOT)),
                basis,
                note);
    }

    /** The points of a score, or the word for one that it has none. */
    public String shown(Score score) {
        return switch (score.state()) {
            case ASSESSED -> points(score.score());
            case OPEN -> terms.text("report.assessment.open");
            case NOT_APPLICABLE -> Terms.NONE;
        };
    }

    /** Whether the unit is to hear of a score: not of points alone that the office has yet to give. */
    public static boolean concerns(Score score) {
        return score.taken().signum() > 0
                || !score.marks().isEmpty()
                || score.unknown().stream().anyMatch(m -> m.why() == Why.NOT_REPORTED);
    }
}

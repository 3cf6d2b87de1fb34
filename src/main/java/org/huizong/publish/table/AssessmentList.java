package org.huizong.publish.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.huizong.assessment.Evidence;
import org.huizong.assessment.Score;
import org.huizong.publish.narrative.AssessmentText;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.narrative.Tone;

/** The scores in assessment.csv, a unit and a criterion a row, and on 考核明细, a row for each thing that one comes from. */
public final class AssessmentList {
    private final Terms terms;
    private final AssessmentText text;

    private AssessmentList(Terms terms) {
        this.terms = terms;
        this.text = new AssessmentText(terms);
    }

    /**
     * One thing that a score comes from.
     *
     * @param isFirst whether it is the first of the score: its points are shown there alone
     */
    public record Line(Score score, boolean isFirst, AssessmentText.Said said) {}

    /** The columns of the file. */
    public static Listing<Score> of(Terms terms) {
        return new AssessmentList(terms).scores();
    }

    /**
     * The columns of the sheet.
     *
     * @param place says where in the workbook a piece of evidence stands
     */
    public static Listing<Line> deductions(Terms terms, Function<Evidence, String> place) {
        return new AssessmentList(terms).lines(place);
    }

    /** The lines of the sheet: all that there is to say of scores beside their numbers. */
    public static List<Line> told(Terms terms) {
        AssessmentText text = new AssessmentText(terms);
        return terms.publication().assessment().scores().stream()
                .flatMap(score -> {
                    List<AssessmentText.Said> said = text.said(score);
                    return Stream.iterate(0, i -> i < said.size(), i -> i + 1)
                            .map(i -> new Line(score, i == 0, said.get(i)));
                })
                .toList();
    }

    private Listing<Score> scores() {
        return new Listing<Score>()
                .file("period", s -> s.period().code())
                .file("unit", Score::unit)
                .file("criterion", s -> s.criterion().code())
                .file("label", s -> text.label(s.criterion()))
                .file("state", s -> s.state().name().toLowerCase(Locale.ROOT))
                .file("full", s -> AssessmentText.points(s.full()))
                .file("taken_off", s -> points(s, Score::taken))
                .file("score", s -> points(s, Score::score))
                .file("evidence", s -> String.join(terms.text("report.semicolon"), text.lines(s)));
    }

    private Listing<Line> lines(Function<Evidence, String> place) {
        return new Listing<Line>()
                .sheet("unit", 12, l -> ListCell.of(terms.label(l.score().unit())))
                .sheet("criterion", 12, l -> ListCell.of(text.label(l.score().criterion())))
                .sheet("full", 7, l -> number(l, Score::full))
                .sheet("taken", 7, l -> number(l, Score::taken))
                .sheet(
                        "score",
                        7,
                        l -> l.score().isOpen() && l.isFirst()
                                ? ListCell.of(text.shown(l.score()), Tone.NEAR)
                                : number(l, Score::score))
                .sheet("evidence", 76, l -> ListCell.of(l.said().text()))
                .sheet("part", 7, l -> ListCell.of(l.said().points().map(AssessmentText::plain)))
                .sheet(
                        "goto",
                        17,
                        l -> ListCell.of(l.said().evidence().map(place).orElse("")));
    }

    private static String points(Score score, Function<Score, BigDecimal> which) {
        return score.isAssessed() ? AssessmentText.points(which.apply(score)) : "";
    }

    private static ListCell number(Line line, Function<Score, BigDecimal> which) {
        return ListCell.of(Optional.of(line.score())
                .filter(s -> line.isFirst() && s.isAssessed())
                .map(which)
                .map(AssessmentText::plain));
    }
}

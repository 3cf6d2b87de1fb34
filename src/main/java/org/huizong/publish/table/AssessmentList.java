package org.huizong.publish.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.huizong.assessment.Score;
import org.huizong.publish.narrative.AssessmentText;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.narrative.Tone;

/** The scores on 考核明细 and assessment.csv: of a unit by a criterion, with what each deduction comes from. */
public final class AssessmentList {
    private final Terms terms;
    private final AssessmentText text;

    private AssessmentList(Terms terms) {
        this.terms = terms;
        this.text = new AssessmentText(terms);
    }

    /** Its columns. */
    public static Listing<Score> of(Terms terms) {
        return new AssessmentList(terms).listing();
    }

    /** The scores of which there is more to say than the number: those that the sheet lists. */
    public static List<Score> told(Terms terms) {
        return terms.publication().assessment().scores().stream()
                .filter(AssessmentText::hasAnythingToSay)
                .toList();
    }

    private Listing<Score> listing() {
        return new Listing<Score>()
                .file("period", s -> s.period().code())
                .both("unit", 12, Score::unit, s -> ListCell.of(terms.label(s.unit())))
                .both("criterion", 12, s -> s.criterion().code(), s -> ListCell.of(text.label(s.criterion())))
                .file("label", s -> text.label(s.criterion()))
                .file("state", s -> s.state().name().toLowerCase(Locale.ROOT))
                .both("full", 7, s -> AssessmentText.points(s.full()), s -> ListCell.of(AssessmentText.plain(s.full())))
                .file("taken_off", s -> points(s, Score::taken))
                .sheet("taken", 7, s -> number(s, Score::taken))
                .file("score", s -> points(s, Score::score))
                .sheet(
                        "score",
                        7,
                        s -> s.isAssessed() ? number(s, Score::score) : ListCell.of(text.shown(s), Tone.NEAR))
                .file("evidence", s -> String.join(terms.text("report.semicolon"), text.lines(s)))
                .sheet("evidence", 92, s -> ListCell.of(String.join("\n", text.lines(s))));
    }

    private static String points(Score score, Function<Score, BigDecimal> which) {
        return score.isAssessed() ? AssessmentText.points(which.apply(score)) : "";
    }

    private static ListCell number(Score score, Function<Score, BigDecimal> which) {
        return ListCell.of(
                Optional.of(score).filter(Score::isAssessed).map(which).map(AssessmentText::plain));
    }
}

package org.huizong.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.aggregation.Assessments;
import org.huizong.aggregation.Publication;
import org.huizong.assessment.Assessment;
import org.huizong.assessment.Assessment.OfUnit;
import org.huizong.assessment.Mark;
import org.huizong.assessment.Score;
import org.huizong.catalogue.Catalogue;
import org.huizong.edition.EditionNow;
import org.huizong.model.Period;
import org.huizong.publish.letter.AssessmentLetters;
import org.huizong.publish.narrative.AssessmentText;
import org.huizong.publish.narrative.Terms;
import org.huizong.store.Store;
import org.huizong.text.Visible;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;

/** Says how the units score with the words of the workbook, and leads from each deduction to what it comes from. */
final class AssessmentReader {
    private final PageFrame frame;
    private final EvidenceLinks links;
    private final boolean isClosed;
    private final EditionNow shown;
    private final Terms terms;
    private final AssessmentText text;
    private final Assessment assessment;
    private final Downloads downloads;

    /** Speaks of the scores of an edition as they are now. */
    AssessmentReader(PageFrame frame, Catalogue catalogue, Store store, EditionNow shown, Downloads downloads) {
        this.frame = frame;
        this.links = new EvidenceLinks(frame, catalogue, store);
        this.isClosed = store.events().isClosed(frame.period());
        this.shown = shown;
        this.downloads = downloads;
        this.assessment = new Assessments(catalogue, store).of(shown.figures());
        this.terms = new Terms(
                Publication.ofScores(shown.figures(), shown.edition(), assessment), catalogue, frame.wording());
        this.text = new AssessmentText(terms);
    }

    AssessmentView all() {
        return new AssessmentView(
                frame.t(
                        "web.run.published",
                        shown.edition().number(),
                        shown.edition().asOf()),
                !shown.fits(),
                assessment.blocks(terms.catalogue().criteria()).stream()
                        .map(this::block)
                        .toList(),
                assessment.criteria().stream().map(text::method).toList(),
                downloads.of(frame, Downloads.LETTERS));
    }

    private AssessmentView.Block block(Assessment.Block block) {
        return new AssessmentView.Block(
                terms.text(block.isVillages() ? "report.assessment.villages" : "report.assessment.departments"),
                block.criteria().stream()
                        .map(c -> frame.t("web.assessment.head", text.label(c), AssessmentText.points(block.full(c))))
                        .toList(),
                block.units().stream()
                        .map(of -> new AssessmentView.Row(
                                assessment.rank(of).map(String::valueOf).orElse(Terms.NONE),
                                of.unit().code(),
                                terms.label(of.unit().code()),
                                block.criteria().stream()
                                        .map(c -> of.by(c)
                                                .map(this::cell)
                                                .orElseGet(() -> new AssessmentView.Cell(Terms.NONE, "plain")))
                                        .toList(),
                                AssessmentText.points(of.score()),
                                AssessmentText.points(of.full()),
                                open(of)))
                        .toList());
    }

    private static String open(OfUnit of) {
        return of.open().signum() > 0 ? AssessmentText.points(of.open()) : "";
    }

    private AssessmentView.Cell cell(Score score) {
        boolean isWarned = score.isOpen() || score.taken().signum() > 0;
        return new AssessmentView.Cell(text.shown(score), isWarned ? "warn" : "plain");
    }

    /** One unit. */
    AssessmentView.One one(String code) {
        OfUnit of = assessment.units().stream()
                .filter(u -> u.unit().code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NoSuchPageException("unit"));
        Period period = frame.period();
        return new AssessmentView.One(
                code,
                terms.label(code),
                sum(of),
                !shown.fits(),
                of.scores().stream().map(this::line).toList(),
                letter(of),
                of.scores().stream()
                        .filter(s -> s.criterion().isUsed(of.unit(), period) && (s.isAssessed() || s.isOpen()))
                        .map(s -> new AssessmentView.Choice(
                                s.criterion().code(),
                                frame.t(
                                        "web.assessment.head",
                                        text.label(s.criterion()),
                                        AssessmentText.points(s.criterion().full()))))
                        .toList(),
                of.scores().stream()
                        .filter(s -> s.mark().isPresent())
                        .map(s -> new AssessmentView.Choice(
                                s.criterion().code(), mark(s, s.mark().orElseThrow())))
                        .toList(),
                isClosed);
    }

    /** Its letter, in whatever language the edition speaks. */
    private Optional<ConsolidateView.Download> letter(OfUnit of) {
        List<String> names = Stream.of(Lang.values())
                .map(lang -> new Wording(new MessageBundle(lang), terms.catalogue()))
                .map(words -> new Terms(terms.publication(), terms.catalogue(), words))
                .map(other -> AssessmentLetters.fileName(other, of.unit()))
                .toList();
        return downloads.of(frame, Downloads.LETTERS).stream()
                .filter(d -> names.contains(d.name()))
                .findFirst();
    }

    private String mark(Score score, Mark mark) {
        return frame.t(
                "web.assessment.given",
                text.label(score.criterion()),
                mark.points().map(AssessmentText::points).orElse(""));
    }

    private String sum(OfUnit of) {
        String sum = frame.t("web.assessment.sum", AssessmentText.points(of.full()), AssessmentText.points(of.score()));
        return of.open().signum() > 0 ? frame.t("web.assessment.sum.open", sum, AssessmentText.points(of.open())) : sum;
    }

    private AssessmentView.Line line(Score score) {
        return new AssessmentView.Line(
                text.label(score.criterion()),
                AssessmentText.points(score.full()),
                score.isAssessed() ? AssessmentText.points(score.taken()) : "",
                cell(score),
                score.isAssessed(),
                text.said(score).stream()
                        .map(said -> new AssessmentView.Said(
                                Visible.line(said.text()),
                                said.points().map(this::costs).orElse(""),
                                said.evidence()
                                        .map(e -> links.of(score.unit(), e))
                                        .orElse(List.of())))
                        .toList());
    }

    private String costs(BigDecimal points) {
        return frame.t("web.assessment.costs", AssessmentText.points(points));
    }
}

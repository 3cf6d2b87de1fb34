package org.huizong.publish.workbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.huizong.assessment.Assessment;
import org.huizong.assessment.Assessment.OfUnit;
import org.huizong.assessment.Score;
import org.huizong.catalogue.Criterion;
import org.huizong.publish.narrative.AssessmentText;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Terms;

/** 考核: the scores of departments, then of villages and communities, a unit a line; below, how they are scored. */
final class AssessmentPage {
    private static final int NARROW = 9;
    private static final int MAX_UNITS_ON_A_PAGE = 50;

    private final Terms terms;
    private final Page page;
    private final Assessment assessment;
    private final List<Assessment.Block> blocks;
    private final AssessmentText text;
    private final int last;
    private int row;

    AssessmentPage(Book book) {
        this.terms = book.terms();
        this.page = Page.list(book, SheetKey.ASSESSMENT);
        this.assessment = terms.publication().assessment();
        this.text = new AssessmentText(terms);
        this.blocks = assessment.blocks(terms.catalogue().criteria());
        int most = blocks.stream().mapToInt(b -> b.criteria().size()).max().orElse(0);
        this.last = 2 + most + 2;
    }

    void write() {
        double[] widths = new double[last + 1];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = i == 0 ? 6 : i == 1 ? 20 : NARROW + 2;
        }
        page.widths(widths);
        page.title(row++, last, terms.text("report.assessment.title"));
        page.wide(row++, 0, last, terms.text("report.assessment.note"), Look.NOTE);
        blocks.forEach(this::block);
        row++;
        page.text(row++, 0, terms.text("report.assessment.methods"), Look.SECTION);
        assessment.criteria().forEach(c -> page.wide(row++, 0, last, text.method(c), Look.NOTE));
        if (assessment.units().size() <= MAX_UNITS_ON_A_PAGE) {
            page.printOnOnePage(false, last, row - 1);
        } else {
            page.print(false, -1);
        }
        page.done();
    }

    private void block(Assessment.Block block) {
        row++;
        page.text(
                row++,
                0,
                terms.text(block.isVillages() ? "report.assessment.villages" : "report.assessment.departments"),
                Look.SECTION);
        List<Criterion> criteria = block.criteria();
        String[] heads = new String[2 + criteria.size() + 3];
        heads[0] = terms.text("report.head.place");
        heads[1] = terms.text("report.head.unit");
        for (int i = 0; i < criteria.size(); i++) {
            heads[2 + i] = terms.text(
                    "report.assessment.head",
                    text.label(criteria.get(i)),
                    AssessmentText.points(block.full(criteria.get(i))));
        }
        heads[2 + criteria.size()] = terms.text("report.head.score");
        heads[3 + criteria.size()] = terms.text("report.head.full.assessed");
        heads[4 + criteria.size()] = terms.text("report.head.full.open");
        page.line(row++, Look.HEAD, heads);
        block.units().forEach(u -> line(u, criteria));
    }

    private void line(OfUnit of, List<Criterion> criteria) {
        Optional<Integer> rank = assessment.rank(of);
        page.text(row, 0, rank.map(String::valueOf).orElse(Terms.NONE), Look.CENTRE);
        page.text(row, 1, terms.label(of.unit().code()), Look.CELL);
        for (int i = 0; i < criteria.size(); i++) {
            score(2 + i, of.by(criteria.get(i)));
        }
        int column = 2 + criteria.size();
        points(column, of.score(), Look.TOTAL);
        points(column + 1, of.full(), Look.CENTRE);
        if (of.open().signum() > 0) {
            points(column + 2, of.open(), Look.NEAR);
        } else {
            page.blank(row, column + 2, Look.CENTRE);
        }
        page.fit(row++);
    }

    private void score(int column, Optional<Score> score) {
        if (score.filter(Score::isAssessed).isPresent()) {
            points(column, score.get().score(), score.get().taken().signum() > 0 ? Look.NEAR : Look.CENTRE);
        } else {
            String shown = score.map(text::shown).orElse(Terms.NONE);
            page.text(row, column, shown, score.filter(Score::isOpen).isPresent() ? Look.NEAR : Look.CENTRE);
        }
    }

    private void points(int column, BigDecimal points, Look look) {
        BigDecimal plain = AssessmentText.plain(points);
        page.number(row, column, plain, plain.scale(), look);
    }
}

package org.huizong.web;

import java.util.List;
import java.util.Optional;

/**
 * How the units score in a period.
 *
 * @param edition the published edition in words
 * @param stale whether its workbook is behind what is shown
 * @param blocks the units in the groups that are ranked together; none if nobody is assessed
 * @param methods how each criterion is scored
 * @param letters the letters of the edition
 */
public record AssessmentView(
        String edition,
        boolean stale,
        List<Block> blocks,
        List<String> methods,
        List<ConsolidateView.Download> letters) {
    public AssessmentView {
        blocks = List.copyOf(blocks);
        methods = List.copyOf(methods);
        letters = List.copyOf(letters);
    }

    /**
     * Units that are ranked together.
     *
     * @param heads the criteria with their full scores
     */
    public record Block(String name, List<String> heads, List<Row> rows) {
        public Block {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    /** A unit: its place, its score by each criterion, all of it, of how many points, and how many are open. */
    public record Row(
            String place, String code, String unit, List<Cell> cells, String score, String full, String open) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** A score, and in which tone it is shown. */
    public record Cell(String text, String tone) {}

    /**
     * How one unit scores.
     *
     * @param code its code
     * @param unit its name
     * @param sum what it comes to, in words
     * @param stale whether the workbook and the letters are behind what is shown
     * @param scores its score by each criterion
     * @param letter its letter of the edition; empty if it has none
     * @param criteria those by which the office may give it points in this period
     * @param marks the points that stand with it in this period
     * @param closed whether the period is closed
     */
    public record One(
            String code,
            String unit,
            String sum,
            boolean stale,
            List<Line> scores,
            Optional<ConsolidateView.Download> letter,
            List<Choice> criteria,
            List<Choice> marks,
            boolean closed) {
        public One {
            scores = List.copyOf(scores);
            criteria = List.copyOf(criteria);
            marks = List.copyOf(marks);
        }
    }

    /**
     * A score and what it comes from.
     *
     * @param isAssessed whether there is a score
     * @param said what is said of it, one thing after the other; none if nothing is
     */
    public record Line(String criterion, String full, String taken, Cell score, boolean isAssessed, List<Said> said) {
        public Line {
            said = List.copyOf(said);
        }
    }

    /** One thing that is said of a score, what it costs, and where it stands. */
    public record Said(String text, String points, List<Link> links) {
        public Said {
            links = List.copyOf(links);
        }
    }

    /** A way to another page. */
    public record Link(String name, String place) {}

    /** A criterion, by its code, and how it is called. */
    public record Choice(String code, String name) {}
}

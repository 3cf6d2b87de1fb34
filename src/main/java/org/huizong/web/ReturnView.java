package org.huizong.web;

import java.util.List;
import java.util.Optional;

/**
 * One return as it was sent.
 *
 * @param id its number
 * @param unit who sent it
 * @param form which return it is
 * @param state its disposition, and in words
 * @param file the file it came in
 * @param facts what else is known of it, each with its name
 * @param columns of a form: what its columns of values are called
 * @param columnHeads of a form: the heads of all columns, a row each
 * @param width of a form: how many columns its table has
 * @param lines of a form: those of its table, from top to bottom
 * @param heads of a register: the names of its columns
 * @param records of a register: a record each
 * @param findings what was found, the gravest first
 * @param undecided what could not be decided
 * @param revisions the other sendings of the same return
 * @param canWithdraw whether it may be taken back
 * @param canRestore whether that may be undone
 */
public record ReturnView(
        long id,
        String unit,
        String form,
        String state,
        String word,
        String file,
        List<Fact> facts,
        List<String> columns,
        List<List<Head>> columnHeads,
        int width,
        List<Line> lines,
        List<String> heads,
        List<List<Box>> records,
        List<FilesView.Found> findings,
        List<FilesView.Found> undecided,
        List<Revision> revisions,
        boolean canWithdraw,
        boolean canRestore) {
    public ReturnView {
        facts = List.copyOf(facts);
        columns = List.copyOf(columns);
        columnHeads = columnHeads.stream().map(List::copyOf).toList();
        lines = List.copyOf(lines);
        heads = List.copyOf(heads);
        records = List.copyOf(records);
        findings = List.copyOf(findings);
        undecided = List.copyOf(undecided);
        revisions = List.copyOf(revisions);
    }

    /** Something that is known, with its name. */
    public record Fact(String name, String value) {}

    /** A head, and over how many columns and rows it stands. */
    public record Head(String text, int columns, int rows) {}

    /**
     * A line of a form.
     *
     * @param groups the heads of the groups of lines that begin with it
     * @param group the groups that it is in, by their names
     * @param head its own head
     * @param cells empty where it asks nothing; a heading has none
     * @param span how many columns each of them takes
     * @param findings what is wrong with them
     */
    public record Line(
            List<Head> groups,
            String group,
            Head head,
            String measure,
            List<Optional<Cell>> cells,
            int span,
            List<FilesView.Found> findings) {
        public Line {
            groups = List.copyOf(groups);
            cells = List.copyOf(cells);
            findings = List.copyOf(findings);
        }

        /** Whether it only names the lines below it. */
        public boolean isHeading() {
            return cells.isEmpty();
        }
    }

    /**
     * A value of a form.
     *
     * @param code of its item
     * @param place the cell it was read from
     * @param before what the sending before said, if it was otherwise
     * @param severity the gravest of what is wrong with it; empty if nothing is
     */
    public record Cell(
            String code, String value, boolean isNumber, String place, Optional<String> before, String severity) {}

    /** A cell of a record, and the gravest of what is wrong with it; empty if nothing is. */
    public record Box(String value, String severity, String sentence) {}

    /** Another sending of the same return. */
    public record Revision(long id, String word, String file, String received) {}
}

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
 * @param lines of a form: a value each
 * @param heads of a register: the names of its columns
 * @param records of a register: a record each
 * @param findings what was found, the gravest first
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
        List<Line> lines,
        List<String> heads,
        List<List<Box>> records,
        List<FilesView.Found> findings,
        List<Revision> revisions,
        boolean canWithdraw,
        boolean canRestore) {
    public ReturnView {
        facts = List.copyOf(facts);
        lines = List.copyOf(lines);
        heads = List.copyOf(heads);
        records = List.copyOf(records);
        findings = List.copyOf(findings);
        revisions = List.copyOf(revisions);
    }

    /** Something that is known, with its name. */
    public record Fact(String name, String value) {}

    /** A value: what it is, how much, what the sending before said if it was otherwise, and what is wrong with it. */
    public record Line(
            String item,
            String value,
            String measure,
            String cell,
            Optional<String> before,
            List<FilesView.Found> findings) {
        public Line {
            findings = List.copyOf(findings);
        }
    }

    /** A cell of a record, and the gravest of what is wrong with it; empty if nothing is. */
    public record Box(String value, String severity, String sentence) {}

    /** Another sending of the same return. */
    public record Revision(long id, String word, String file, String received) {}
}

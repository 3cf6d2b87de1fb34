package org.huizong.web;

import java.util.List;
import java.util.Optional;

/**
 * The files of a period.
 *
 * @param answers what was found in the files that have just come
 * @param files what lies in the folder
 * @param closed whether the period takes no more files
 * @param limit the most bytes of one file
 * @param most the same in words
 */
public record FilesView(List<Answer> answers, List<Line> files, boolean closed, long limit, String most) {
    public FilesView {
        answers = List.copyOf(answers);
        files = List.copyOf(files);
    }

    /**
     * What is said of one file at once.
     *
     * @param file its name
     * @param readAs what was found in it, in words
     * @param state {@code good}, {@code warn} or {@code bad}
     * @param verdict the verdict in words
     * @param findings the first of what was found
     * @param more how many more there are
     */
    public record Answer(
            String file, List<String> readAs, String state, String verdict, List<Found> findings, int more) {
        public Answer {
            readAs = List.copyOf(readAs);
            findings = List.copyOf(findings);
        }
    }

    /**
     * A finding.
     *
     * @param severity how grave it is
     * @param word the same in words
     * @param place where
     * @param sentence what it says
     * @param explanation what the sender said to it
     * @param asked by what it is named when somebody puts an explanation on record; empty where nobody can
     */
    public record Found(
            String severity,
            String word,
            String place,
            String sentence,
            Optional<String> explanation,
            Optional<String> asked) {}

    /** A file of the folder, and what became of the returns in it. */
    public record Line(String id, String name, String size, String saved, String state, List<String> returns) {
        public Line {
            returns = List.copyOf(returns);
        }
    }
}

package org.huizong.model;

import java.util.List;

/** What reading one file came to. Bad content is a result, never an exception. */
public sealed interface Reading {
    /** The file that was read. */
    SourceFile source();

    /** What reading found about the file as a whole. */
    List<Finding> findings();

    /** At least one return was read; findings about its cells are in the submission. */
    record Read(SourceFile source, List<Submission> submissions, List<Finding> findings) implements Reading {
        public Read {
            submissions = List.copyOf(submissions);
            findings = List.copyOf(findings);
        }
    }

    /** Nothing of the file can be used, for the reasons given. */
    record Refused(SourceFile source, List<Finding> findings) implements Reading {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}

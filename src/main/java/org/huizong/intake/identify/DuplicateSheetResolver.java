package org.huizong.intake.identify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizong.model.Argument;
import org.huizong.model.Content;
import org.huizong.model.Finding;
import org.huizong.model.Severity;
import org.huizong.model.Submission;

/** Settles what happens when one file holds the same unit's same return twice. */
public final class DuplicateSheetResolver {
    private DuplicateSheetResolver() {}

    /** The submissions that can stand: of equal ones the first, of unequal ones none; findings say which. */
    public static List<Submission> resolve(List<Submission> submissions, List<Finding> findings) {
        Map<String, List<Submission>> byKey = new LinkedHashMap<>();
        submissions.forEach(s -> byKey.computeIfAbsent(s.unit() + ' ' + s.form(), key -> new ArrayList<>())
                .add(s));
        List<Submission> standing = new ArrayList<>();
        for (List<Submission> same : byKey.values()) {
            Submission first = same.get(0);
            boolean equal = same.size() == 1
                    || same.stream()
                                    .map(s -> Content.of(s.observations()))
                                    .distinct()
                                    .count()
                            == 1;
            if (equal) {
                standing.add(first);
            }
            for (Submission other : same.subList(1, same.size())) {
                findings.add(Finding.failed(
                                equal ? "sheet.same" : "sheet.twice",
                                equal ? Severity.NOTICE : Severity.ERROR,
                                other.sheet())
                        .ofUnit(first.unit())
                        .ofForm(first.form())
                        .with("first", Argument.name(first.sheet().sheet())));
            }
        }
        return standing;
    }
}

package org.huizong.office;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huizong.aggregation.FilingStatus;
import org.huizong.catalogue.Obligation;
import org.huizong.store.StoredFinding;
import org.huizong.wording.Wording;

/** What was found in each return, in the words that its sender finds on the marked copy. */
public final class ReturnFindings {
    /** Sentences about one return. */
    private static final int MOST = 2;

    /** What the rules about sendings that contradict each other begin with. */
    private static final String CONFLICT = "conflict";

    private final Wording wording;
    private final Map<Obligation, List<StoredFinding>> byReturn;

    /** What these findings say, in those words. */
    public ReturnFindings(Wording wording, List<StoredFinding> findings) {
        this.wording = wording;
        this.byReturn = findings.stream()
                .sorted(StoredFinding.TELLING_ORDER)
                .collect(Collectors.groupingBy(f -> new Obligation(f.unit(), f.form(), f.period())));
    }

    /** What was sent back for, or contradicts another sending. */
    public List<StoredFinding> errors(FilingStatus standing) {
        return byReturn.getOrDefault(standing.owed(), List.of()).stream()
                .filter(f -> f.finding().sendsBack())
                .toList();
    }

    /** What is asked about it and not explained. */
    public List<StoredFinding> unexplained(FilingStatus standing) {
        return byReturn.getOrDefault(standing.owed(), List.of()).stream()
                .filter(StoredFinding::isUnexplained)
                .toList();
    }

    /** The first sentence about two sendings that contradict each other; that of the other says the same. */
    public String contradiction(FilingStatus standing) {
        return said(errors(standing).stream()
                .filter(f -> f.finding().rule().startsWith(CONFLICT))
                .limit(1)
                .toList());
    }

    /** The first sentences of these findings, and how many more there are; of records only how many. */
    public String said(List<StoredFinding> findings) {
        List<String> sentences = findings.stream()
                .filter(f -> f.finding().record().isEmpty())
                .map(f -> wording.sentence(f.finding(), f.period()))
                .distinct()
                .limit(MOST)
                .toList();
        int more = findings.size() - sentences.size();
        String text = String.join(wording.isChinese() ? "" : " ", sentences);
        String rest =
                more == 0 ? "" : wording.text(text.isEmpty() ? "cli.status.said.many" : "cli.status.said.more", more);
        return text + rest;
    }
}

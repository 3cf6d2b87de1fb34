package org.huizong.written;

import java.util.Optional;

/**
 * One number of a report and how it stands, in words.
 *
 * @param outcome how it stands
 * @param isContradicted whether another number of the report says otherwise of the same
 * @param paragraph which paragraph of the document, from 0
 * @param start where the number begins in it
 * @param end where it ends in it
 * @param place where it stands, as people count
 * @param quote the words of the report
 * @param theirs what the report says
 * @param ours what is on record; empty if nothing is
 * @param source where that comes from; empty if nothing is on record
 * @param plain the same without the name of the table
 * @param indicator code of the indicator that it comes from; empty if it comes from none
 * @param remark what else is to be known; empty if nothing is
 */
public record ReportLine(
        Outcome outcome,
        boolean isContradicted,
        int paragraph,
        int start,
        int end,
        String place,
        String quote,
        String theirs,
        String ours,
        String source,
        String plain,
        Optional<String> indicator,
        String remark) {
    /** Whether somebody has to correct something. */
    public boolean isWrong() {
        return outcome.isWrong() || isContradicted;
    }
}

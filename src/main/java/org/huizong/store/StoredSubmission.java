package org.huizong.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.huizong.model.Disposition;
import org.huizong.model.Period;

/**
 * A submission as it is on record: a line of 数据来源.
 *
 * @param id its number in the store
 * @param unit code of the unit
 * @param form code of the return
 * @param version version of the form
 * @param period what it reports on
 * @param revision 1 for the first sent for this unit, return and period
 * @param file path below the returns folder when it was last seen
 * @param sha256 digest of the file, under which the archive keeps it
 * @param sheet the sheet it was read from
 * @param saved when the file was last saved, as it says itself
 * @param received the day on which its file came: by the time of the file, or as somebody put on record
 * @param disposition what became of it
 */
public record StoredSubmission(
        long id,
        String unit,
        String form,
        String version,
        Period period,
        int revision,
        String file,
        String sha256,
        String sheet,
        Optional<Instant> saved,
        LocalDate received,
        Disposition disposition) {
    /** Digits of a digest that tell two contents apart. */
    private static final int MARK = 8;

    /** Its file with the beginning of its digest, which tells two contents of one name apart. */
    public String fileWithMark() {
        return file + '#' + sha256.substring(0, MARK);
    }
}

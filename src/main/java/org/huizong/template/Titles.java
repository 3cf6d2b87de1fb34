package org.huizong.template;

import java.time.YearMonth;
import org.apache.poi.ss.util.WorkbookUtil;
import org.huizong.catalogue.Return;
import org.huizong.model.Frequency;
import org.huizong.model.Period;
import org.huizong.spreadsheet.write.FileName;
import org.huizong.wording.Wording;

/** What returns are called on sheets and files. */
final class Titles {
    private static final int LONGEST_SHEET = 31;

    private Titles() {}

    /** Name of a return's sheet: its label, or what stands before the colon if a sheet cannot be called that. */
    static String sheet(Wording wording, Return form) {
        String label = wording.label(form);
        int colon = label.indexOf(':');
        String shorter = colon > 0 ? label.substring(0, colon) : label;
        return WorkbookUtil.createSafeSheetName(
                        shorter.length() > LONGEST_SHEET ? shorter.substring(0, LONGEST_SHEET) : shorter)
                .strip();
    }

    /** Name of a return's blank template. */
    static String file(Wording wording, Return form) {
        String label = wording.label(form).replace(": ", " - ");
        return FileName.safe(wording.isChinese() ? form.formNo() + "-" + label : label) + ".xlsx";
    }

    /** 制定机关 of a return. */
    static String issuer(Wording wording, Return form) {
        return wording.isChinese() ? form.issuer() : form.issuerEn();
    }

    /** How a period of that length is written. */
    static String example(Frequency frequency) {
        return Period.holding(YearMonth.of(2026, 3), frequency).code();
    }
}

package org.huizong.intake;

import org.huizong.layout.Address;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Severity;

/**
 * The sheet that is being read, for saying where things are.
 *
 * @param file name of the file, as findings show it
 * @param sheet name of the sheet
 */
record SheetRef(String file, String sheet) {
    CellRef whole() {
        return new CellRef(file, sheet, "");
    }

    CellRef at(Address address) {
        return new CellRef(file, sheet, address.text());
    }

    Finding error(String rule, CellRef where) {
        return Finding.failed(rule, Severity.ERROR, where);
    }

    Finding notice(String rule, CellRef where) {
        return Finding.failed(rule, Severity.NOTICE, where);
    }
}

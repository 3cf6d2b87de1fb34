package org.huizong.spreadsheet.mark;

/** All that is said on one cell, in the gravest colour. */
record CellMark(Mark.Tint tint, String note) {
    CellMark and(CellMark other) {
        return new CellMark(tint.compareTo(other.tint) <= 0 ? tint : other.tint, note + "\n" + other.note);
    }
}

package org.huizong.publish.workbook;

/**
 * A formula of the workbook comes to something else than the figure it stands for. Nothing may be published then.
 *
 * <p>Its text names the indicator or item, the two figures, and the sheet and cell.
 */
public final class TwoWaysException extends RuntimeException {
    private final String code;
    private final String sheet;
    private final String cell;

    TwoWaysException(String code, String figure, String formula, String sheet, String cell) {
        super(code + " is " + figure + " by the store but " + formula + " by the formula in sheet " + sheet + ", cell "
                + cell + "; nothing was published");
        this.code = code;
        this.sheet = sheet;
        this.cell = cell;
    }

    /** Code of the indicator or item. */
    public String code() {
        return code;
    }

    /** Name of the sheet. */
    public String sheet() {
        return sheet;
    }

    /** Address of the cell, such as {@code C5}. */
    public String cell() {
        return cell;
    }
}

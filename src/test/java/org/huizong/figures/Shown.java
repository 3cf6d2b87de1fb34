package org.huizong.figures;

import java.math.BigDecimal;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What a reader sees in a cell.
 *
 * @param number its number, a formula's cached one; empty if it shows none
 * @param text as it is printed
 */
record Shown(Optional<BigDecimal> number, String text) {
    private static final Shown NOTHING = new Shown(Optional.empty(), "");

    static Shown of(@Nullable Cell cell) {
        if (cell == null) {
            return NOTHING;
        }
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> {
                var formatter = new DataFormatter();
                formatter.setUseCachedValuesForFormulaCells(true);
                yield new Shown(
                        Optional.of(BigDecimal.valueOf(cell.getNumericCellValue())), formatter.formatCellValue(cell));
            }
            case STRING -> new Shown(Optional.empty(), cell.getStringCellValue().strip());
            case ERROR -> new Shown(Optional.empty(), "an error");
            default -> NOTHING;
        };
    }
}

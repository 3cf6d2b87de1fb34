package org.huizong.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Fault;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Return;
import org.huizong.layout.Field;
import org.huizong.layout.RegisterLayout;
import org.huizong.model.CellAddress;

/**
 * Checks that a clerk can fill the sheet of a return: every cell whose name is that of something to fill is visible,
 * uncovered, unlocked and on paper.
 */
final class FillLint {
    private static final String EXPLAIN = "explain";

    private static final Set<String> FIELDS = Stream.concat(
                    Stream.of(Field.UNIT, Field.PERIOD, Field.NIL),
                    Stream.of(Field.values()).filter(Field::inFoot))
            .map(Field::definedName)
            .collect(Collectors.toSet());

    private final Catalogue catalogue;
    private final XSSFSheet sheet;
    private final Set<String> given;
    private final List<CellRangeAddress> merged;
    private final Optional<CellRangeAddress> paper;

    /**
     * A check of that sheet.
     *
     * @param given names of the cells that are filled in already, and may be locked
     */
    FillLint(Catalogue catalogue, XSSFSheet sheet, Set<String> given) {
        this.catalogue = catalogue;
        this.sheet = sheet;
        this.given = given;
        this.merged = sheet.getMergedRegions();
        int index = sheet.getWorkbook().getSheetIndex(sheet);
        this.paper = Optional.ofNullable(sheet.getWorkbook().getPrintArea(index))
                .map(area -> CellRangeAddress.valueOf(area.substring(area.lastIndexOf('!') + 1)));
    }

    /** Says of each such cell that cannot be filled the first reason, as a fault of the return. */
    List<Fault> faults(Return form, String month) {
        int index = sheet.getWorkbook().getSheetIndex(sheet);
        List<Fault> faults = new ArrayList<>();
        for (XSSFName name : sheet.getWorkbook().getAllNames()) {
            if (name.getSheetIndex() == index && isFilled(name.getNameName())) {
                List<CellAddress> corners = corners(name.getRefersToFormula());
                corners.stream()
                        .flatMap(cell -> trouble(cell, cell.equals(corners.get(0)), name.getNameName())
                                .map(why -> Fault.of(
                                        "returns.csv",
                                        catalogue.line(form),
                                        "code",
                                        "return.unreachable." + why,
                                        Map.of(
                                                "month", month,
                                                "cell", cell.text(),
                                                "value", name.getNameName())))
                                .stream())
                        .limit(1)
                        .forEach(faults::add);
            }
        }
        return faults;
    }

    private boolean isFilled(String name) {
        return FIELDS.contains(name)
                || name.equals(RegisterLayout.EXPLAIN)
                || name.startsWith(EXPLAIN + ".")
                || catalogue.item(name).filter(Predicate.not(Item::isComputed)).isPresent();
    }

    private static List<CellAddress> corners(String cells) {
        var area = new AreaReference(cells, SpreadsheetVersion.EXCEL2007);
        var first = area.getFirstCell();
        var last = area.getLastCell();
        return Stream.of(new CellAddress(first.getRow(), first.getCol()), new CellAddress(last.getRow(), last.getCol()))
                .distinct()
                .toList();
    }

    /** The rows of a register go on paper as far as they are filled, but each of its columns does. */
    private Optional<String> trouble(CellAddress at, boolean isFirst, String name) {
        XSSFRow row = sheet.getRow(at.row());
        XSSFCell cell = row == null ? null : row.getCell(at.column());
        if (sheet.isColumnHidden(at.column()) || (row != null && row.getZeroHeight())) {
            return Optional.of("hidden");
        }
        if (sheet.getColumnWidth(at.column()) == 0 || (row != null && row.getHeight() == 0)) {
            return Optional.of("narrow");
        }
        List<CellRangeAddress> over =
                merged.stream().filter(m -> m.isInRange(at.row(), at.column())).toList();
        if (over.size() > 1
                || over.stream().anyMatch(m -> m.getFirstRow() != at.row() || m.getFirstColumn() != at.column())) {
            return Optional.of("merged");
        }
        boolean locked = (cell == null ? sheet.getColumnStyle(at.column()) : cell.getCellStyle()).getLocked();
        if (locked && sheet.getProtect() && !given.contains(name)) {
            return Optional.of("locked");
        }
        return paper.filter(p -> p.isInRange(isFirst ? at.row() : p.getFirstRow(), at.column()))
                        .isPresent()
                ? Optional.empty()
                : Optional.of("paper");
    }
}

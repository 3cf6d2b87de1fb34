package org.huizong.publish.chart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.model.Value;
import org.huizong.spreadsheet.read.CellValues;
import org.huizong.spreadsheet.write.Saving;
import org.jspecify.annotations.Nullable;

/**
 * Columns of one kind for a text document: the part that draws them, and the workbook with their numbers, which Word opens
 * where somebody edits the chart.
 */
public final class DocumentChart {
    private static final String SHEET = "Sheet1";

    private final String part;
    private final byte[] workbook;

    private DocumentChart(String part, byte[] workbook) {
        this.part = part;
        this.workbook = workbook;
    }

    /** The chart; its relationship {@code rId1} leads to the workbook. */
    public String part() {
        return part;
    }

    /** The workbook with its numbers. */
    public byte[] workbook() {
        return workbook.clone();
    }

    /**
     * Draws numbers, which may be unknown.
     *
     * @param hatched places of the columns that show a part of what was owed, from 0
     * @param day what the workbook says about when it was saved
     */
    public static DocumentChart columns(
            String title,
            String series,
            List<String> labels,
            List<Optional<BigDecimal>> numbers,
            Set<Integer> hatched,
            LocalDate day) {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet(SHEET);
            sheet.createRow(0).createCell(1).setCellValue(series);
            List<@Nullable Double> drawn = new ArrayList<>();
            for (int i = 0; i < labels.size(); i++) {
                Row row = sheet.createRow(i + 1);
                row.createCell(0).setCellValue(labels.get(i));
                if (numbers.get(i).isPresent()) {
                    Cell cell = row.createCell(1);
                    CellValues.put(cell, Value.of(numbers.get(i).get()));
                    drawn.add(cell.getNumericCellValue());
                } else {
                    drawn.add(null);
                }
            }
            var bytes = new ByteArrayOutputStream(1 << 13);
            Saving.write(book, bytes, day.atStartOfDay().toInstant(ZoneOffset.UTC));
            BarChart chart = new BarChart(sheet, new Frame(0, 1, 1, 0, 1), title);
            chart.plain(
                    new BarChart.Column<>(cells('A', labels.size()), labels),
                    new BarChart.Series(
                            series, new BarChart.Column<>(cells('B', labels.size()), drawn), BarChart.DARK, hatched));
            return new DocumentChart(chart.part(), bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cells(char column, int rows) {
        return SHEET + "!$" + column + "$2:$" + column + '$' + (rows + 1);
    }
}

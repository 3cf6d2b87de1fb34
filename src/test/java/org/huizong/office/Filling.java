package org.huizong.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.layout.Field;
import org.huizong.spreadsheet.write.Styles;

/** Fills one template again and again, each time with other random values, and leaves the formulas' old results. */
final class Filling implements AutoCloseable {
    private static final List<String> TEXTS = List.of("约12", "若干", "见附表", "3至5");
    private static final List<String> REASONS = List.of("两次随县局检查", "宣传月集中开展", "上月数已更正", "核实无误", "属 实。", "ＯＫ", "　", "—");

    /** Some before the end of a period that is filled, some after it. */
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2025, 1, 30),
            LocalDate.of(2025, 2, 4),
            LocalDate.of(2025, 6, 29),
            LocalDate.of(2025, 7, 3),
            LocalDate.of(2026, 3, 31));

    private final XSSFWorkbook book;
    private final Map<String, Map<String, XSSFCell>> forms = new HashMap<>();

    Filling(byte[] template) throws IOException {
        this.book = new XSSFWorkbook(new ByteArrayInputStream(template));
        Map<Integer, Map<String, XSSFCell>> sheets = new HashMap<>();
        for (XSSFName name : book.getAllNames()) {
            if (name.getSheetIndex() >= 0 && !name.getNameName().startsWith("_")) {
                XSSFSheet sheet = book.getSheetAt(name.getSheetIndex());
                CellReference at = new CellReference(name.getRefersToFormula().replaceFirst(":[$A-Z0-9]+$", ""));
                sheets.computeIfAbsent(name.getSheetIndex(), i -> new HashMap<>())
                        .put(name.getNameName(), Styles.cell(sheet, at.getRow(), at.getCol()));
            }
        }
        sheets.values().forEach(cells -> forms.put(cells.get("return").getStringCellValue(), cells));
    }

    /** Fills one form: the luck of the draw decides how wild it is, and each cell's kind of content. */
    void fill(String form, List<Item> items, Random luck) {
        Map<String, XSSFCell> cells = forms.get(form);
        int wildness = luck.nextInt(4);
        int most = List.of(3, 12, 40, 400).get(luck.nextInt(4));
        for (Item item : items) {
            if (!item.isComputed()) {
                put(cells.get(item.code()), item, wildness, most, luck);
            }
        }
        XSSFCell day = cells.get(Field.DATE.definedName());
        day.setBlank();
        if (luck.nextInt(3) > 0) {
            day.setCellValue(DAYS.get(luck.nextInt(DAYS.size())));
        }
        cells.forEach((name, cell) -> {
            if (name.startsWith("explain.")) {
                cell.setBlank();
                if (luck.nextInt(3) == 0) {
                    cell.setCellValue(REASONS.get(luck.nextInt(REASONS.size())));
                }
            }
        });
    }

    private static void put(XSSFCell cell, Item item, int wildness, int most, Random luck) {
        int draw = luck.nextInt(100);
        cell.setBlank();
        if (wildness > 0 && draw < 4 * wildness) {
            return;
        }
        if (item.type() == ItemType.CHOICE) {
            cell.setCellValue(draw < 55 ? "是" : draw < 97 ? "否" : "也许");
        } else if (!item.type().isNumeric()) {
            cell.setCellValue("如实");
        } else if (wildness > 1 && draw > 97) {
            cell.setCellValue(TEXTS.get(luck.nextInt(TEXTS.size())));
        } else if (wildness > 1 && draw > 93) {
            cell.setCellValue(luck.nextInt(most * 10) / 10.0);
        } else if (wildness > 2 && draw > 91) {
            cell.setCellValue(-luck.nextInt(9));
        } else if (wildness > 2 && draw > 89) {
            cell.setCellValue(100_000_000L * luck.nextInt(2) + 20_001);
        } else if (draw % 4 == 0) {
            cell.setCellValue(0);
        } else if (draw % 23 == 1) {
            cell.setCellValue(100 * (1 + luck.nextInt(3)));
        } else {
            cell.setCellValue(luck.nextInt(most + 1));
        }
    }

    void save(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            book.write(out);
        }
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}

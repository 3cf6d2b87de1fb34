package org.huizong.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.groups.Tuple;
import org.huizong.catalogue.Item;
import org.huizong.intake.Intake;
import org.huizong.intake.ReturnsFolder;
import org.huizong.layout.RollUpTable;
import org.huizong.layout.UnitNames;
import org.huizong.model.Below;
import org.huizong.model.Finding;
import org.huizong.model.Observation;
import org.huizong.model.Reading;
import org.huizong.model.Submission;
import org.huizong.store.StoredFinding;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hidden sheet with which a workbook hands its units' figures up, and the columns that did so before. */
@Order(1)
class RollUpSheetTest {
    private static final String SHEET = "上报明细";

    @Test
    void handsUpEachUnitsFiguresAndWhoIsLacking(@TempDir Path home) throws IOException {
        County county = new County(home).receive("白沙镇", "v01");

        List<List<String>> rows = rows(county.returns().resolve("白沙镇第1版.xlsx"));

        assertThat(rows.get(0)).containsExactly("单位代码", "填报单位", "报表", "指标代码", "报告期", "数值", "报送状态");
        assertThat(rows)
                .filteredOn(row -> row.get(0).equals("v01"))
                .containsExactly(
                        List.of("v01", "石桥村", "publicity", "", "2025-01", "", "缺报"),
                        List.of("v01", "石桥村", "village", "", "2025-01", "", "缺报"));
        assertThat(rows)
                .contains(
                        List.of("d01", "安监办", "safety", "safety.inspections_mines", "2025-01", "2", "按时"),
                        List.of("v02", "青山村", "publicity", "publicity.materials", "2025-01", "43", "按时"));
        assertThat(rows).noneMatch(row -> row.get(3).equals("safety.inspections"));
    }

    @Test
    void handsOnWhatTownshipsHandedUp(@TempDir Path home) throws IOException {
        County county = new County(home).receive("白沙镇", "v01");
        List<List<String>> below = new ArrayList<>();
        for (String name : List.of("青溪镇", "白沙镇", "黄岭镇")) {
            List<List<String>> rows = rows(county.returns().resolve(name + "第1版.xlsx"));
            rows.subList(1, rows.size())
                    .forEach(row -> below.add(
                            List.of(County.code(name) + '/' + row.get(0), row.get(2), row.get(3), row.get(5))));
        }

        Path workbook = county.publish(County.DUE).workbook();

        List<List<String>> rows = rows(workbook);
        assertThat(rows.subList(1, rows.size()))
                .extracting(row -> List.of(row.get(0), row.get(2), row.get(3), row.get(5)))
                .containsExactlyInAnyOrderElementsOf(below);
        assertThat(rows).contains(List.of("t4/v01", "石桥村", "village", "", "2025-01", "", "缺报"));
        assertThat(Files.readAllLines(workbook.resolveSibling("data").resolve("observations.csv")))
                .contains("2025-01,t4,village,1,below.lacking,v01,石桥村,白沙镇第1版.xlsx,上报明细,F%d"
                        .formatted(lackingRow(county.returns().resolve("白沙镇第1版.xlsx"))));
    }

    @Test
    void handsATotalUpOfWhichNoUnitsAreKnown(@TempDir Path home) throws IOException {
        County county = new County(home).receive();
        Path sent = county.returns().resolve("青溪镇第1版.xlsx");
        asBefore(sent, sent);

        Path workbook = county.publish(County.DUE).workbook();

        assertThat(rows(workbook))
                .filteredOn(row -> row.get(0).matches("t1(/.*)?") && row.get(3).equals("village.patrols"))
                .extracting(row -> row.get(0), row -> row.get(5))
                .containsExactly(Tuple.tuple("t1", "96"));
        assertThat(rows(workbook))
                .filteredOn(row -> row.get(0).startsWith("t1/v0") && row.get(3).equals("publicity.study_sessions"))
                .extracting(row -> row.get(0))
                .startsWith("t1/v01", "t1/v02");
    }

    @Test
    void sendsBackAFormOfWhichARowIsLacking(@TempDir Path home) throws IOException {
        County county = new County(home).receive();
        Path sent = county.returns().resolve("青溪镇第1版.xlsx");
        try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(sent))) {
            for (Row row : workbook.getSheet(SHEET)) {
                boolean isGone = row.getCell(RollUpTable.UNIT.column())
                                .getStringCellValue()
                                .equals("v02")
                        && row.getCell(RollUpTable.ITEM.column())
                                .getStringCellValue()
                                .equals("publicity.study_sessions");
                if (isGone) {
                    row.forEach(Cell::setBlank);
                }
            }
            try (OutputStream out = Files.newOutputStream(sent)) {
                workbook.write(out);
            }
        }

        Reading reading = read(sent);

        assertThat(((Reading.Read) reading).submissions())
                .flatExtracting(Submission::findings)
                .extracting(Finding::rule, Finding::sendsBack, f -> f.subject().form())
                .containsExactly(Tuple.tuple("below.rows", true, "publicity"));
    }

    @Test
    void readsARowOnceThatWasCopied(@TempDir Path home) throws IOException {
        County county = new County(home).receive("白沙镇", "v01");
        Path sent = county.returns().resolve("白沙镇第1版.xlsx");
        try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(sent))) {
            Sheet sheet = workbook.getSheet(SHEET);
            int last = sheet.getLastRowNum();
            List<String> lacking = List.of("v01", "石桥村", "village", "", "2025-01");
            Row copied = sheet.getRow(last);
            for (int i = 0; i < lacking.size(); i++) {
                copied.getCell(i).setCellValue(lacking.get(i));
            }
            copied.getCell(RollUpTable.VALUE.column()).setBlank();
            try (OutputStream out = Files.newOutputStream(sent)) {
                workbook.write(out);
            }
        }

        Outcome outcome = county.consolidate(County.DUE);

        assertThat(outcome.publication().findings())
                .extracting(f -> f.finding().rule())
                .contains("below.missing");
    }

    @Test
    void saysThatAFileCarriesTwoTownships(@TempDir Path home) throws IOException {
        County county = new County(home).receive();
        Path sent = county.returns().resolve("青溪镇第1版.xlsx");
        try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(sent))) {
            Name marker = workbook.getAllNames().stream()
                    .filter(n -> n.getNameName().equals("return"))
                    .filter(n -> value(workbook, n).equals("village"))
                    .findFirst()
                    .orElseThrow();
            Name unit = workbook.getAllNames().stream()
                    .filter(n -> n.getSheetIndex() == marker.getSheetIndex()
                            && n.getNameName().equals("unit"))
                    .findFirst()
                    .orElseThrow();
            CellReference at = new CellReference(unit.getRefersToFormula());
            workbook.getSheetAt(unit.getSheetIndex())
                    .getRow(at.getRow())
                    .createCell(at.getCol())
                    .setCellValue("白沙镇");
            Sheet second = workbook.cloneSheet(workbook.getSheetIndex(SHEET));
            Name table = workbook.createName();
            table.setSheetIndex(workbook.getSheetIndex(second));
            table.setNameName(RollUpTable.NAME);
            table.setRefersToFormula("'%s'!$A$2:$G$100".formatted(second.getSheetName()));
            try (OutputStream out = Files.newOutputStream(sent)) {
                workbook.write(out);
            }
        }

        Reading reading = read(sent);

        assertThat(reading).isInstanceOf(Reading.Refused.class);
        assertThat(reading.findings())
                .extracting(f -> County.wording(County.catalogue()).sentence(f, County.JANUARY))
                .containsExactly("这个文件里有 2 个单位的汇总表（青溪镇、白沙镇），各单位的明细混在一起，没有采用。" + "请每个单位报自己的文件：由程序重新汇总，整个文件再报。");
    }

    @Test
    void namesAFewOfManyThatAreLackingAndHowManyMore(@TempDir Path home) throws IOException {
        County county = new County(home).receive("白沙镇", "v01");
        Path sent = county.returns().resolve("白沙镇第1版.xlsx");
        try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(sent))) {
            Sheet sheet = workbook.getSheet(SHEET);
            int last = sheet.getLastRowNum();
            for (int i = 1; i <= 3_000; i++) {
                Row row = sheet.createRow(last + i);
                String name = "第%d村".formatted(i) + "很长".repeat(400);
                List<String> lacking = List.of("x" + i, name, "village", "", "2025-01");
                for (int column = 0; column < lacking.size(); column++) {
                    row.createCell(column).setCellValue(lacking.get(column));
                }
            }
            Name table = workbook.getName(RollUpTable.NAME);
            table.setRefersToFormula(table.getRefersToFormula().replaceFirst("\\d+$", String.valueOf(last + 3_001)));
            blank(workbook, "village", "below_missing");
            try (OutputStream out = Files.newOutputStream(sent)) {
                workbook.write(out);
            }
        }

        Outcome outcome = county.publish(County.DUE);

        assertThat(outcome.publication().findings())
                .extracting(StoredFinding::finding)
                .filteredOn(f -> f.rule().equals("below.missing"))
                .extracting(f -> County.wording(County.catalogue()).sentence(f, County.JANUARY))
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("下级应报 3014 份，实报 13 份，缺 石桥村、第1村很长")
                        .contains("… 等，另有2993项。")
                        .hasSizeLessThan(600));
        Path data = outcome.workbook().resolveSibling("data");
        assertThat(Files.readAllLines(data.resolve("findings.csv"))).allMatch(line -> line.length() < 2_000);
        assertThat(Files.readAllLines(data.resolve("coverage.csv"))).allMatch(line -> line.length() < 150_000);
    }

    @Test
    void readsTheColumnsThatFormsCarriedBefore(@TempDir Path home) throws IOException {
        County county = new County(home).receive();
        Path sent = county.returns().resolve("青溪镇第1版.xlsx");
        Path before = county.returns().resolve("before.xlsx");
        asBefore(sent, before);

        Map<String, Map<String, Optional<BigDecimal>>> said = unitsOfItems(read(sent));
        Reading old = read(before);

        Map<String, Map<String, Optional<BigDecimal>>> needed = new TreeMap<>(said);
        needed.keySet()
                .removeIf(code -> !County.catalogue()
                        .needsUnits(County.catalogue().item(code).orElseThrow()));
        assertThat(needed).isNotEmpty();
        assertThat(unitsOfItems(old)).isEqualTo(needed);
        assertThat(((Reading.Read) old).submissions())
                .flatExtracting(Submission::findings)
                .isEmpty();
    }

    @Test
    void saysThatTheUnitsFiguresAreLackingWhereTheSheetIs(@TempDir Path home) throws IOException {
        County county = new County(home).receive();
        Path sent = county.returns().resolve("青溪镇第1版.xlsx");
        Path without = county.returns().resolve("without.xlsx");
        try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(sent));
                OutputStream out = Files.newOutputStream(without)) {
            workbook.removeSheetAt(workbook.getSheetIndex(SHEET));
            workbook.write(out);
        }

        Reading reading = read(without);

        assertThat(((Reading.Read) reading).submissions())
                .flatExtracting(Submission::findings)
                .extracting(Finding::rule, Finding::sendsBack)
                .hasSize(7)
                .containsOnly(Tuple.tuple("below.units", false));
    }

    private static Reading read(Path file) {
        return new Intake(County.catalogue())
                .read(ReturnsFolder.of(file).files().get(0), County.JANUARY);
    }

    /** The numbers of the units below, by item and unit. */
    private static Map<String, Map<String, Optional<BigDecimal>>> unitsOfItems(Reading reading) {
        Map<String, Map<String, Optional<BigDecimal>>> all = new TreeMap<>();
        for (Submission submission : ((Reading.Read) reading).submissions()) {
            for (Observation observation : submission.observations()) {
                Below.item(observation.item())
                        .ifPresent(item -> all.computeIfAbsent(item, i -> new TreeMap<>())
                                .put(observation.record(), observation.value().asNumber()));
            }
        }
        return all;
    }

    /** The row, from 1, that says that 石桥村 has not sent its village return. */
    private static int lackingRow(Path file) throws IOException {
        return rows(file).indexOf(List.of("v01", "石桥村", "village", "", "2025-01", "", "缺报")) + 1;
    }

    private static List<List<String>> rows(Path file) throws IOException {
        try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            Sheet sheet = workbook.getSheet(SHEET);
            assertThat(workbook.getSheetVisibility(workbook.getSheetIndex(sheet)))
                    .isEqualTo(SheetVisibility.HIDDEN);
            DataFormatter formatter = new DataFormatter();
            workbook.getSheet("首页")
                    .forEach(row -> row.forEach(
                            cell -> assertThat(formatter.formatCellValue(cell)).isNotEqualTo(SHEET)));
            List<List<String>> rows = new ArrayList<>();
            for (Row row : sheet) {
                List<String> texts = new ArrayList<>();
                for (RollUpTable column : RollUpTable.values()) {
                    Cell cell = row.getCell(column.column());
                    texts.add(
                            cell != null && cell.getCellType() == CellType.NUMERIC
                                    ? NumberToTextConverter.toText(cell.getNumericCellValue())
                                    : formatter.formatCellValue(cell));
                }
                rows.add(texts);
            }
            return rows;
        }
    }

    /** Makes a workbook carry the units' figures on its forms, as those of earlier versions of the program do. */
    private static void asBefore(Path from, Path to) throws IOException {
        Map<String, Map<String, Map<String, Double>>> values = new LinkedHashMap<>();
        try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(from))) {
            Sheet table = workbook.getSheet(SHEET);
            for (Row row : table) {
                if (row.getRowNum() > 0) {
                    String form = row.getCell(RollUpTable.RETURN.column()).getStringCellValue();
                    String item = row.getCell(RollUpTable.ITEM.column()).getStringCellValue();
                    String unit = row.getCell(RollUpTable.UNIT.column()).getStringCellValue();
                    values.computeIfAbsent(form, f -> new LinkedHashMap<>())
                            .computeIfAbsent(unit, u -> new HashMap<>())
                            .put(item, row.getCell(RollUpTable.VALUE.column()).getNumericCellValue());
                }
            }
            workbook.removeSheetAt(workbook.getSheetIndex(table));
            values.forEach((form, units) -> asBefore(workbook, form, units));
            try (OutputStream out = Files.newOutputStream(to)) {
                workbook.write(out);
            }
        }
    }

    private static void asBefore(Workbook workbook, String form, Map<String, Map<String, Double>> units) {
        Name marker = workbook.getAllNames().stream()
                .filter(n -> n.getNameName().equals("return"))
                .filter(n -> value(workbook, n).equals(form))
                .findFirst()
                .orElseThrow();
        Sheet sheet = workbook.getSheetAt(marker.getSheetIndex());
        List<String> items = County.catalogue().items(form, County.JANUARY.last()).stream()
                .filter(County.catalogue()::needsUnits)
                .map(Item::code)
                .toList();
        int column = 60;
        int row = 0;
        for (Map.Entry<String, Map<String, Double>> unit : units.entrySet()) {
            Row at = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
            at.createCell(column).setCellValue(unit.getKey());
            for (int i = 0; i < items.size(); i++) {
                at.createCell(column + 1 + i).setCellValue(unit.getValue().get(items.get(i)));
            }
            row++;
        }
        name(workbook, sheet, UnitNames.UNITS, column, row);
        for (int i = 0; i < items.size(); i++) {
            name(workbook, sheet, UnitNames.figures(items.get(i)), column + 1 + i, row);
        }
    }

    private static void name(Workbook workbook, Sheet sheet, String name, int column, int rows) {
        Name defined = workbook.createName();
        defined.setSheetIndex(workbook.getSheetIndex(sheet));
        defined.setNameName(name);
        String letters = CellReference.convertNumToColString(column);
        defined.setRefersToFormula("'%s'!$%s$1:$%s$%d".formatted(sheet.getSheetName(), letters, letters, rows));
    }

    private static void blank(Workbook workbook, String form, String field) {
        workbook.getAllNames().stream()
                .filter(n -> n.getNameName().equals("return"))
                .filter(n -> value(workbook, n).equals(form))
                .flatMap(marker -> workbook.getAllNames().stream()
                        .filter(n -> n.getSheetIndex() == marker.getSheetIndex()
                                && n.getNameName().equals(field)))
                .forEach(n -> {
                    CellReference at = new CellReference(n.getRefersToFormula());
                    workbook.getSheetAt(n.getSheetIndex())
                            .getRow(at.getRow())
                            .getCell(at.getCol())
                            .setBlank();
                });
    }

    private static String value(Workbook workbook, Name name) {
        CellReference at = new CellReference(name.getRefersToFormula());
        Row row = workbook.getSheetAt(name.getSheetIndex()).getRow(at.getRow());
        return row.getCell(at.getCol()).getStringCellValue();
    }
}

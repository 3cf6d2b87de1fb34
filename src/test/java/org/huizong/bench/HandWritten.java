package org.huizong.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * Does what {@code bench/script.py} does, as somebody would write it in Java who wants it fast: reads every return with
 * fastexcel, adds up, counts the records of registers by the day of their event and writes one sheet, by one thread. It
 * checks nothing and keeps nothing.
 */
public final class HandWritten {
    private static final int HEADS = 6;
    private static final int FIRST = 8;
    private static final int KEY = 1;
    private static final String CODE = "代码";
    private static final Set<String> AFTER_VALUES = Set.of("上月", "本年累计", "审核");
    private static final Map<String, String> PENALTY = Map.of("类别", "处罚");
    private static final Map<String, String> LEVY = Map.of("类别", "征收");
    private static final Map<String, List<Measure>> MEASURES = Map.of(
            "行政执法案件台账",
            List.of(
                    new Measure("41", with("领域", "安全生产"), "决定日", ""),
                    new Measure("42", with("领域", "食品药品"), "决定日", ""),
                    new Measure("43", with("领域", "道路交通"), "决定日", ""),
                    new Measure("44", PENALTY, "立案日", ""),
                    new Measure("45", with("领域", "道路交通"), "决定日", "罚款或征收额"),
                    new Measure("46", LEVY, "立案日", ""),
                    new Measure("47", LEVY, "决定日", ""),
                    new Measure("48", LEVY, "决定日", "罚款或征收额")),
            "执法人员证件台账",
            List.of(new Measure("12", Map.of("状态", "在岗"), "", "")),
            "规范性文件台账",
            List.of(new Measure("18", Map.of(), "签发日", "")),
            "信访包案台账",
            List.of(new Measure("17", Map.of(), "登记日", ""), new Measure("18", Map.of(), "办结日", "")));

    private final Map<Key, BigDecimal> sums = new TreeMap<>();
    private final YearMonth month;

    /** What is counted: a line of the report, what a record must say, the day that must lie in the month, what is added up. */
    private record Measure(String line, Map<String, String> says, String day, String amount) {}

    private record Key(String sheet, String code, int column) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int bySheet = sheet.compareTo(other.sheet);
            int byCode = bySheet != 0 ? bySheet : code.compareTo(other.code);
            return byCode != 0 ? byCode : Integer.compare(column, other.column);
        }
    }

    private HandWritten(YearMonth month) {
        this.month = month;
    }

    private static Map<String, String> with(String head, String value) {
        Map<String, String> says = new HashMap<>(PENALTY);
        says.put(head, value);
        return Collections.unmodifiableMap(says);
    }

    /** Arguments: the folder of the returns, the month and the workbook to write. */
    public static void main(String[] args) throws IOException {
        HandWritten program = new HandWritten(YearMonth.parse(args[1]));
        for (Path file : Floor.workbooks(Path.of(args[0]))) {
            try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
                for (Sheet sheet : book.getSheets().skip(1).toList()) {
                    program.read(sheet);
                }
            }
        }
        program.write(Path.of(args[2]));
    }

    private void read(Sheet sheet) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            Map<String, Integer> heads = new HashMap<>();
            int width = 0;
            Iterator<Row> all = rows.iterator();
            while (all.hasNext()) {
                Row row = all.next();
                if (row.getRowNum() == HEADS) {
                    width = heads(row, heads);
                } else if (row.getRowNum() >= FIRST) {
                    if (!heads.containsKey("序号")) {
                        line(sheet.getName(), row, heads.get(CODE), width);
                    } else if (text(row, KEY).isEmpty()) {
                        return;
                    } else {
                        record(sheet.getName(), row, heads);
                    }
                }
            }
        }
    }

    /** Notes the heads and returns the column after the last value's. */
    private static int heads(Row row, Map<String, Integer> heads) {
        int width = 0;
        for (int column = 0; column < row.getCellCount(); column++) {
            String head = text(row, column).split("[(（]", 2)[0];
            heads.putIfAbsent(head, column);
            if (width == 0 && AFTER_VALUES.contains(head)) {
                width = column;
            }
        }
        return width;
    }

    private void line(String sheet, Row row, int codes, int width) {
        String code = text(row, codes);
        for (int column = codes + 1; column < width && !code.isEmpty(); column++) {
            int place = column - codes;
            number(row, column).ifPresent(n -> sums.merge(new Key(sheet, code, place), n, BigDecimal::add));
        }
    }

    private void record(String sheet, Row row, Map<String, Integer> heads) {
        for (Measure measure : MEASURES.getOrDefault(sheet, List.of())) {
            boolean counts = (measure.day().isEmpty() || inMonth(row, heads.get(measure.day())))
                    && measure.says().entrySet().stream()
                            .allMatch(s -> s.getValue().equals(text(row, heads.get(s.getKey()))));
            if (counts) {
                BigDecimal amount = measure.amount().isEmpty()
                        ? BigDecimal.ONE
                        : number(row, heads.get(measure.amount())).orElse(BigDecimal.ZERO);
                sums.merge(new Key(sheet, measure.line(), 1), amount, BigDecimal::add);
            }
        }
    }

    private boolean inMonth(Row row, int column) {
        Optional<LocalDateTime> day =
                number(row, column).map(n -> row.getCell(column).asDate());
        return day.map(YearMonth::from).filter(month::equals).isPresent();
    }

    private static String text(Row row, int column) {
        return row.getOptionalCell(column).map(Cell::getText).orElse("");
    }

    private static Optional<BigDecimal> number(Row row, int column) {
        return row.getOptionalCell(column).map(Cell::getValue).map(v -> v instanceof BigDecimal n ? n : null);
    }

    private void write(Path file) throws IOException {
        StringBuilder rows = new StringBuilder("<row>" + text("报表") + text("代码") + text("栏") + text("合计") + "</row>");
        sums.forEach((key, sum) -> rows.append("<row>")
                .append(text(key.sheet()))
                .append(text(key.code()))
                .append("<c><v>")
                .append(key.column())
                .append("</v></c><c><v>")
                .append(sum.toPlainString())
                .append("</v></c></row>"));
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        String relations = "http://schemas.openxmlformats.org/package/2006/relationships";
        String relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                            + "<Default Extension='rels'"
                            + " ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                            + "<Override PartName='/xl/workbook.xml' ContentType='" + type + "sheet.main+xml'/>"
                            + "<Override PartName='/xl/sheet.xml' ContentType='" + type + "worksheet+xml'/></Types>");
            part(zip, "_rels/.rels", relation(relations, relation, "officeDocument", "xl/workbook.xml"));
            part(zip, "xl/_rels/workbook.xml.rels", relation(relations, relation, "worksheet", "sheet.xml"));
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns='" + main + "' xmlns:r='" + relation
                            + "'><sheets><sheet name='汇总' sheetId='1' r:id='r'/></sheets></workbook>");
            part(
                    zip,
                    "xl/sheet.xml",
                    "<worksheet xmlns='" + main + "'><sheetData>" + rows + "</sheetData></worksheet>");
        }
    }

    private static String relation(String relations, String relation, String type, String target) {
        return "<Relationships xmlns='" + relations + "'><Relationship Id='r' Type='" + relation + "/" + type
                + "' Target='" + target + "'/></Relationships>";
    }

    private static String text(String text) {
        return "<c t='inlineStr'><is><t>" + text + "</t></is></c>";
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}

package org.huizong.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The pages of a consolidated workbook as its readers find their way in them: by labels and heads, by the names of forms. */
final class Pages {
    private static final String INDICATORS = "主要指标";
    private static final List<String> UNITS = List.of("分单位", "分村");
    private static final int NOW = 2;
    private static final int FORM_HEADS = 5;
    private static final int FORM_VALUE = 3;

    private final XSSFWorkbook book;

    Pages(Path file) {
        try (var in = Files.newInputStream(file)) {
            this.book = new XSSFWorkbook(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A cell of 主要指标; the figure of the period and those before a change stand where their heads differ by period. */
    Shown indicator(String label, String column) {
        return Shown.of(indicatorCell(label, column));
    }

    /** The figure of the period worked out anew from the formula in its cell; its text if it has none. */
    Shown worked(String label) {
        Cell cell = indicatorCell(label, "now");
        if (cell != null && cell.getCellType() == CellType.FORMULA) {
            book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell);
        }
        return Shown.of(cell);
    }

    /** Whether the figure of the period is a formula. */
    boolean isFormula(String label) {
        Cell cell = indicatorCell(label, "now");
        return cell != null && cell.getCellType() == CellType.FORMULA;
    }

    private @Nullable Cell indicatorCell(String label, String column) {
        Map<String, Integer> heads = new HashMap<>();
        for (Row row : book.getSheet(INDICATORS)) {
            String first = first(row);
            if (first.equals("指标")) {
                row.forEach(c -> heads.putIfAbsent(Shown.of(c).text(), c.getColumnIndex()));
            } else if (first.equals(label) && !heads.isEmpty()) {
                return row.getCell(place(heads, column));
            }
        }
        throw new AssertionError(INDICATORS + " has no " + label);
    }

    private static int place(Map<String, Integer> heads, String column) {
        return switch (column) {
            case "now" -> NOW;
            case "prior" -> head(heads, "环比") - 1;
            case "change_prior" -> head(heads, "环比");
            case "year_ago" -> head(heads, "同比") - 1;
            case "change_year_ago" -> head(heads, "同比");
            case "year_to_date" -> head(heads, "本年累计");
            case "year_to_date_ago" -> head(heads, "上年累计");
            case "change_year_to_date" -> head(heads, "累计同比");
            case "verdict" -> head(heads, "序时进度");
            case "counted" -> head(heads, "实报/应报");
            case "remark" -> head(heads, "备注");
            default -> throw new IllegalArgumentException(column);
        };
    }

    private static int head(Map<String, Integer> heads, String head) {
        Integer at = heads.get(head);
        if (at == null) {
            throw new AssertionError(INDICATORS + " has no head " + head);
        }
        return at;
    }

    /** A unit's figure of an indicator in 分单位 or 分村; nothing if its column is not there because nobody has a figure. */
    Shown unit(String unit, String indicator) {
        boolean known = false;
        for (String name : UNITS) {
            Map<String, Integer> heads = new HashMap<>();
            for (Row row : book.getSheet(name) == null ? List.<Row>of() : book.getSheet(name)) {
                String first = first(row).replace("（原）", "").strip();
                if (first.equals("填报单位")) {
                    heads.clear();
                    row.forEach(
                            c -> heads.put(Shown.of(c).text().replaceFirst("\\s*（[^）]*）$", ""), c.getColumnIndex()));
                } else if (first.equals(unit)) {
                    known = true;
                    if (heads.containsKey(indicator)) {
                        return Shown.of(row.getCell(heads.get(indicator)));
                    }
                }
            }
        }
        if (!known) {
            throw new AssertionError("no page of units has " + unit);
        }
        return Shown.of(null);
    }

    /** The total of an item under its label on the page of its form. */
    Shown form(String item, String label) {
        return Shown.of(line(item, label).getCell(FORM_VALUE));
    }

    /** What stands beside the total of an item under 本年累计. */
    Shown formYearToDate(String item, String label) {
        Row line = line(item, label);
        for (Cell head : line.getSheet().getRow(FORM_HEADS)) {
            if (Shown.of(head).text().equals("本年累计")) {
                return Shown.of(line.getCell(head.getColumnIndex()));
            }
        }
        throw new AssertionError("the page of " + item + " has no 本年累计");
    }

    /** The cell that the name of an item leads the county to. */
    Shown named(String item) {
        CellReference at = new CellReference(name(item).getRefersToFormula());
        Row row = book.getSheet(at.getSheetName()).getRow(at.getRow());
        return Shown.of(row == null ? null : row.getCell(at.getCol()));
    }

    /** The rows of the small table behind a chart, each as it is printed, by the head of its first column. */
    List<List<String>> chart(String head) {
        List<List<String>> rows = new ArrayList<>();
        boolean inside = false;
        int last = 0;
        for (Row row : book.getSheet(INDICATORS)) {
            boolean isHead = first(row).equals(head);
            inside = isHead
                    || (inside && row.getRowNum() == last + 1 && !first(row).isEmpty());
            last = row.getRowNum();
            if (inside && !isHead) {
                List<String> texts = new ArrayList<>();
                row.forEach(c -> texts.add(Shown.of(c).text().strip()));
                texts.removeIf(String::isEmpty);
                rows.add(List.copyOf(texts));
            }
        }
        return rows;
    }

    /** The places of the hatched bars of each series of the chart with this title. */
    List<List<Integer>> hatched(String title) {
        return book.getSheet("首页").getDrawingPatriarch().getCharts().stream()
                .filter(c -> c.getTitleText().getString().equals(title))
                .flatMap(c -> c.getCTChart().getPlotArea().getBarChartArray(0).getSerList().stream())
                .map(s -> s.getDPtList().stream()
                        .filter(d -> d.xmlText().contains("pattFill"))
                        .map(d -> (int) d.getIdx().getVal())
                        .toList())
                .toList();
    }

    /** The first text of 首页 that begins so. */
    String front(String begin) {
        for (Row row : book.getSheet("首页")) {
            if (first(row).startsWith(begin)) {
                return first(row);
            }
        }
        throw new AssertionError("首页 has no " + begin);
    }

    private Row line(String item, String label) {
        Sheet sheet = book.getSheet(new CellReference(name(item).getRefersToFormula()).getSheetName());
        for (Row row : sheet) {
            if (row.getRowNum() > FORM_HEADS && first(row).equals(label)) {
                return row;
            }
        }
        throw new AssertionError("no page has a line " + label);
    }

    private Name name(String item) {
        return book.getNames(item).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("the workbook has no name " + item));
    }

    private static String first(Row row) {
        return Shown.of(row.getCell(0)).text();
    }
}

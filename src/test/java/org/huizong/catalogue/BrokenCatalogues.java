package org.huizong.catalogue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What a catalogue can be broken by: each an edit of the tables of {@link TwoForms} in a folder, and what the check must
 * say of it.
 */
public final class BrokenCatalogues {
    /**
     * One broken catalogue.
     *
     * @param name what was done to it
     * @param edit does it to the tables in a folder
     * @param faults what is wrong, each as {@code table:line column kind}, in order
     */
    public record Broken(String name, Consumer<Path> edit, List<String> faults) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final String UNITS = "units.csv";
    private static final String RETURNS = "returns.csv";
    private static final String ITEMS = "items.csv";
    private static final String CHOICES = "choices.csv";
    private static final String HOLIDAYS = "holidays.csv";
    private static final String RULES = "rules.csv";
    private static final String INDICATORS = "indicators.csv";

    /** The last columns of an integer item that is filled in. */
    private static final String FILLED = "integer,次,,,,,,sum,sum,,,,,\n";

    private final List<Broken> all = new ArrayList<>();

    private BrokenCatalogues() {
        units();
        returns();
        items();
        formulas();
        places();
        heads();
        parts();
        texts();
        cells();
        files();
        sizes();
    }

    /** All of them. */
    public static List<Broken> all() {
        return List.copyOf(new BrokenCatalogues().all);
    }

    /** Writes the sound tables into a folder, to be edited. */
    public static void write(Path folder) {
        TwoForms.tables().forEach((name, bytes) -> write(folder.resolve(name), bytes));
    }

    private void units() {
        add(
                "a unit merged into itself",
                swap(UNITS, "石桥村村民委员会,,,", "石桥村村民委员会,v01,,2026-03"),
                "units.csv:12 merged_into unit.merged.circle");
        add(
                "two units merged into each other",
                swap(UNITS, "石桥村村民委员会,,,", "石桥村村民委员会,v02,,2026-03")
                        .andThen(swap(UNITS, "青山村村民委员会,,,", "青山村村民委员会,v01,,2026-03")),
                "units.csv:12 merged_into unit.merged.circle",
                "units.csv:13 merged_into unit.merged.circle");
        add(
                "three units merged in a circle that a fourth leads into",
                swap(UNITS, "石桥村村民委员会,,,", "石桥村村民委员会,v02,,2026-03")
                        .andThen(swap(UNITS, "青山村村民委员会,,,", "青山村村民委员会,v03,,2026-03"))
                        .andThen(swap(UNITS, "柳溪村村民委员会,,,", "柳溪村村民委员会,v01,,2026-03"))
                        .andThen(swap(UNITS, "白杨村村民委员会,,,", "白杨村村民委员会,v01,,2026-03")),
                "units.csv:12 merged_into unit.merged.circle",
                "units.csv:13 merged_into unit.merged.circle",
                "units.csv:14 merged_into unit.merged.circle");
        add(
                "a merged unit that goes on for ever",
                swap(UNITS, "石桥村村民委员会,,,", "石桥村村民委员会,v02,,"),
                "units.csv:12 until unit.merged.until");
        add(
                "a unit merged into one that is not there",
                swap(UNITS, "石桥村村民委员会,,,", "石桥村村民委员会,v99,,2026-03"),
                "units.csv:12 merged_into code.unknown");
        add("two units of one name", swap(UNITS, "v02,青山村,", "v02,石桥村,"), "units.csv:13 label unit.alike");
        add(
                "two units of one name but for width and spaces",
                swap(UNITS, "v02,青山村,", "v02,石 桥 村,"),
                "units.csv:13 label unit.alike");
        add(
                "an alias that is another unit's name",
                swap(UNITS, "青山;青山村委会", "青山;石桥村"),
                "units.csv:13 aliases unit.alike");
        add("an alias of two units", swap(UNITS, "青山;青山村委会", "青山;石桥村委会"), "units.csv:13 aliases unit.alike");
        add("a name that is another unit's code", swap(UNITS, "v02,青山村,", "v02,V01,"), "units.csv:13 label unit.alike");
        add(
                "two units of one English name",
                swap(UNITS, "Qingshan Village", "shiqiao village"),
                "units.csv:13 label_en unit.alike");
        add(
                "two units whose files would have one name",
                swap(UNITS, "v01,石桥村,", "v01,石桥/村,").andThen(swap(UNITS, "v02,青山村,", "v02,石桥:村,")),
                "units.csv:13 label unit.file");
        add(
                "a unit that is called by two dots",
                swap(UNITS, "v02,青山村,", "v02,..,"),
                "units.csv:13 label label.letters");
        add(
                "parents in a circle",
                swap(UNITS, "d01,安监办,Work Safety Office,department,qingxi", "d01,安监办,Work Safety Office,department,d02")
                        .andThen(swap(
                                UNITS,
                                "d02,食药监所,Food and Drug Office,department,qingxi",
                                "d02,食药监所,Food and Drug Office,department,d01")),
                "units.csv:3 parent unit.cycle",
                "units.csv:4 parent unit.cycle");
        add(
                "a unit that is its own parent",
                swap(
                        UNITS,
                        "d01,安监办,Work Safety Office,department,qingxi",
                        "d01,安监办,Work Safety Office,department,d01"),
                "units.csv:3 parent unit.cycle");
        add(
                "two units at the top",
                swap(UNITS, "Shiqiao Village,village,qingxi", "Shiqiao Village,village,"),
                "units.csv:0 parent unit.tops");
    }

    private void returns() {
        String other = "visits,1,08表,另一张表,Another Return,form,month,5,司法所,Judicial Office,,,,\n";
        String item = "visits,visits.paid,走访,Visits,01,," + FILLED;
        Consumer<Path> owed = swap(UNITS, ",publicity;village,石桥;", ",publicity;village;visits,石桥;");
        add("a return without items", append(RETURNS, other).andThen(owed), "returns.csv:4 code return.empty.always");
        add(
                "a return whose items begin after it",
                append(RETURNS, other).andThen(owed).andThen(append(ITEMS, item.replace(",,,,\n", ",,,2026-03,\n"))),
                "returns.csv:4 code return.empty");
        add(
                "a return whose items have a gap of one month",
                append(RETURNS, other)
                        .andThen(owed)
                        .andThen(append(ITEMS, item.replace(",,\n", ",,2026-01\n")))
                        .andThen(append(ITEMS, item.replace(",,\n", ",2026-03,\n"))),
                "returns.csv:4 code return.empty");
        add(
                "a return that asks only what is worked out",
                append(RETURNS, other)
                        .andThen(owed)
                        .andThen(append(ITEMS, item.replace("sum,sum,,,,,", "sum,sum,1+1,,,,"))),
                "returns.csv:4 code return.empty.always");
        add(
                "a return that nobody owes",
                append(RETURNS, other).andThen(append(ITEMS, item)),
                "returns.csv:4 code return.unowed");
        add(
                "a return that only a unit owes which is gone before it begins",
                append(RETURNS, other.replace(",,\n", ",2026-04,\n"))
                        .andThen(owed)
                        .andThen(append(ITEMS, item))
                        .andThen(swap(UNITS, "石桥村村民委员会,,,", "石桥村村民委员会,v02,,2026-03")),
                "returns.csv:4 code return.unowed");
        add(
                "two returns of one name",
                append(RETURNS, other.replace("另一张表", "村（社区）基层工作情况月报表"))
                        .andThen(owed)
                        .andThen(append(ITEMS, item)),
                "returns.csv:4 label return.alike");
        add(
                "two returns of one English name",
                append(RETURNS, other.replace("Another Return", "Village and Community Work: Monthly Return"))
                        .andThen(owed)
                        .andThen(append(ITEMS, item)),
                "returns.csv:4 label_en return.alike");
        add(
                "two returns whose English sheets would have one name",
                append(RETURNS, other.replace("Another Return", "Village and Community Work: Yearly Return"))
                        .andThen(owed)
                        .andThen(append(ITEMS, item)),
                "returns.csv:4 label_en return.sheet");
        add(
                "two returns whose blank templates would have one name",
                append(RETURNS, other.replace("08表", "A/表"))
                        .andThen(append(
                                RETURNS,
                                other.replace("08表,另一张表,Another", "A:表,另一张表 ,Different")
                                        .replace("visits,1", "third,1")))
                        .andThen(swap(UNITS, ",publicity;village,石桥;", ",publicity;village;visits;third,石桥;"))
                        .andThen(append(ITEMS, item))
                        .andThen(append(ITEMS, item.replace("visits", "third"))),
                "returns.csv:5 label return.alike");
        add(
                "a return whose sheet is called as the guide",
                append(RETURNS, other.replace("另一张表", "填报说明")).andThen(owed).andThen(append(ITEMS, item)),
                "returns.csv:4 label return.guide");
        add(
                "a return called by a dash",
                append(RETURNS, other.replace("另一张表", "——")).andThen(owed).andThen(append(ITEMS, item)),
                "returns.csv:4 label label.letters");
    }

    private void items() {
        add(
                "an item of a grid without a column",
                swap(ITEMS, "Safety patrols,01,total,", "Safety patrols,01,,"),
                "items.csv:20 column item.column.empty");
        add(
                "a column that the grid does not have",
                swap(ITEMS, "Safety patrols,01,total,", "Safety patrols,01,sum,"),
                "items.csv:20 column item.column");
        add(
                "a line without a code",
                swap(ITEMS, "Safety patrols,01,total,", "Safety patrols,,total,"),
                "items.csv:20 row cell.empty");
        add(
                "a number of a billion digits",
                swap(
                        ITEMS,
                        "village.births_male,出生人口（男）,Births (male),12,male,integer,人,是,,0,500,",
                        "village.births_male,出生人口（男）,Births (male),12,male,integer,人,是,,0,1e999999999,"),
                "items.csv:34 max cell.number.range");
        add(
                "a month at the end of time",
                swap(
                        ITEMS,
                        "village.patrols,安全巡查,Safety patrols,01,total,integer,次,是,,0,1000,,sum,sum,,,,,",
                        "village.patrols,安全巡查,Safety patrols,01,total,integer,次,是,,0,1000,,sum,sum,,,,,9999-12"),
                "items.csv:20 until cell.year");
        add(
                "a month in the year 0",
                swap(
                        ITEMS,
                        "village.patrols,安全巡查,Safety patrols,01,total,integer,次,是,,0,1000,,sum,sum,,,,,",
                        "village.patrols,安全巡查,Safety patrols,01,total,integer,次,是,,0,1000,,sum,sum,,,,0000-01,"),
                "items.csv:20 from cell.year");
        add(
                "items that compute each other",
                swap(ITEMS, "village.births_male+village.births_female", "village.deaths+1")
                        .andThen(swap(ITEMS, "village.deaths_male+village.deaths_female", "village.births+1")),
                "items.csv:33 formula formula.cycle",
                "items.csv:36 formula formula.cycle");
        add(
                "a code of 30,000 letters",
                swap(ITEMS, "village,village.patrols,", "village,village." + "p".repeat(30_000) + "!,"),
                "items.csv:20 code cell.long");
        add(
                "a label of 30,000 characters",
                swap(ITEMS, "village.patrols,安全巡查,", "village.patrols," + "巡".repeat(30_000) + ","),
                "items.csv:20 label cell.long");
        add(
                "a form of 600 lines",
                append(
                        ITEMS,
                        lines(
                                554,
                                i -> "village,village.line_%d,第%d行,Line %d,a%04d,total,".formatted(i, i, i, i)
                                        + FILLED)),
                "returns.csv:3 code return.long");
        add(
                "a form of 60 columns",
                append(CHOICES, lines(57, i -> "village.columns,c%d,第%d列,Column %d\n".formatted(i, i, i)))
                        .andThen(append(
                                ITEMS,
                                lines(
                                        57,
                                        i -> "village,village.line_%d,第%d列,Line %d,90,c%d,".formatted(i, i, i, i)
                                                + FILLED))),
                "returns.csv:3 code return.long");
        add(
                "a register of 120 columns",
                append(RETURNS, "visits,1,08表,台账,Register,register,month,5,司法所,Judicial Office,,,,\n")
                        .andThen(swap(UNITS, ",publicity;village,石桥;", ",publicity;village;visits,石桥;"))
                        .andThen(append(
                                ITEMS,
                                lines(
                                        120,
                                        i -> "visits,visits.cell_%d,第%d项,Item %d,%03d,,".formatted(i, i, i, i)
                                                + "text,,,,,,,none,none,,,,,\n"))),
                "returns.csv:4 code return.wide");
        add(
                "a figure of a hundred decimals",
                swap(INDICATORS, "份,publicity.materials,0,", "份,publicity.materials,100,"),
                "indicators.csv:2 decimals indicator.decimals");
        add(
                "a holiday of the year 9999",
                append(HOLIDAYS, "9999-12-31,末日\n"),
                "holidays.csv:%d date cell.year".formatted(count(HOLIDAYS) + 1));
    }

    private void formulas() {
        formula("a formula of 20,000 dots", "publicity" + ".".repeat(20_000), "formula.long");
        formula("a formula of 8,000 dots", "publicity" + ".".repeat(8_000), "code.none");
        formula("a formula of 1 MB", "publicity.materials+".repeat(50_000) + "1>0", "cell.long");
        formula(
                "very deep brackets",
                "(".repeat(4_000) + "publicity.materials" + ")".repeat(4_000) + ">0",
                "formula.deep");
        formula("brackets that are never closed", "(".repeat(4_000) + "publicity.materials>0", "formula.deep");
        formula(
                "functions within functions",
                "ABS(".repeat(1_500) + "publicity.materials" + ")".repeat(1_500) + ">0",
                "formula.deep");
        formula("a thousand signs", "-".repeat(1_000) + "publicity.materials>0", "formula.deep");
        formula("a sum of thousands", "publicity.materials" + "+1".repeat(4_000) + ">0", "formula.operations");
        formula("a sum of a thousand", "publicity.materials" + "+1".repeat(1_000) + ">0", "formula.chain");
        formula(
                "a text of thousands of quotes",
                "publicity.materials=\"" + "\"\"".repeat(4_000) + "\"",
                "formula.text");
        formula("a quote that is never closed", "publicity.materials>\"" + "x".repeat(7_000), "formula.syntax");
        formula("thousands of letters before a bracket", "a".repeat(8_000) + "(1)>0", "formula.function.none");
        formula("a bell", "publicity.materials\u0007>0", "cell.control");
        add(
                "a message of braces",
                swap(RULES, "合格人数 {publicity.exam_passed} 大于", "{".repeat(900) + " 大于"),
                "rules.csv:2 message message.brace");
        add(
                "a message of 100,000 characters",
                swap(RULES, "合格人数 {publicity.exam_passed} 大于", "大".repeat(100_000)),
                "rules.csv:2 message cell.long");
    }

    private void formula(String name, String formula, String... kinds) {
        String quoted = formula.replace("\"", "\"\"");
        add(
                name,
                swap(RULES, "publicity.exam_passed<=publicity.exam_takers,skip", '"' + quoted + "\",skip"),
                Arrays.stream(kinds).map(k -> "rules.csv:2 formula " + k).toArray(String[]::new));
    }

    private void cells() {
        cell("an escape in a unit's name", "\u001b[31m石桥村");
        cell("an escape at the end of a unit's name", "石桥村\u001b");
        cell("a bell in a unit's name", "石\u0007桥村");
        cell("a zero in a unit's name", "石桥\u0000村");
        cell("a mark of direction in a unit's name", "石\u202e桥村");
        cell("an isolate in a unit's name", "\u2066石桥村");
        cell("a space of no width in a unit's name", "石桥\u200b村");
        cell("a byte order mark in a unit's name", "石桥\ufeff村");
        cell("what is no character in a unit's name", "石桥\uffff村");
        add(
                "a line break in a unit's name",
                swap(UNITS, "v01,石桥村,", "v01,\"石桥\n村\","),
                "units.csv:12 label cell.break");
        add("a tab in a return's name", swap(RETURNS, "表,普法宣传与", "表,普法\t宣传与"), "returns.csv:2 label cell.break");
        add(
                "an escape in a return's name",
                swap(RETURNS, "表,普法宣传与", "表,普法\u001b宣传与"),
                "returns.csv:2 label cell.control");
        add(
                "an escape in an issuer",
                swap(
                        RETURNS,
                        "form,month,5,青溪镇司法所,Qingxi Judicial Office,统计范围：镇",
                        "form,month,5,青溪\u001b镇司法所,Qingxi Judicial Office,统计范围：镇"),
                "returns.csv:2 issuer cell.control");
        add("an escape in a note", swap(RETURNS, "统计范围：镇属", "统计范围：\u001b镇属"), "returns.csv:2 notes cell.control");
        add("a bell in an item's name", swap(ITEMS, "发放宣传资料", "发放\u0007宣传资料"), "items.csv:2 label cell.control");
        add(
                "a bell in a unit of measure",
                swap(ITEMS, "01,,integer,份,", "01,,integer,份\u0007,"),
                "items.csv:2 measure cell.control");
        add(
                "a bell in a choice",
                swap(CHOICES, "yes_no,yes,是,", "yes_no,yes,是\u0007,"),
                "choices.csv:3 label cell.control");
        add(
                "a bell in a rule's message",
                swap(RULES, "合格人数 {publicity.exam_passed} 大于", "合格人数\u0007大于"),
                "rules.csv:2 message cell.control");
        add(
                "a bell in an indicator's name",
                swap(INDICATORS, "发放宣传资料", "发放\u0007宣传资料"),
                "indicators.csv:2 label cell.control");
        add("a bell in a holiday's name", swap(HOLIDAYS, "元旦", "元\u0007旦"), "holidays.csv:2 label cell.control");
        add(
                "an escape in a heading",
                swap(UNITS, "merged_into,from", "merged_into,\u001b[2Jx,from"),
                "units.csv:1 ␛[2Jx column.unknown");
        add("a heading twice", swap(UNITS, "label_en,kind", "label,kind"), "units.csv:1 label column.twice");
        add(
                "a heading that is not there",
                swap(ITEMS, ",code,", ",kode,"),
                "items.csv:1 code column.missing",
                "items.csv:1 kode column.unknown");
    }

    /** Columns that the two forms do without: where a unit lies, where an indicator stands, by what records are counted. */
    private void places() {
        add(
                "a unit in an area that no list has",
                column(UNITS, "area", Map.of("v01", "north")),
                "units.csv:12 area unit.area");
        add(
                "an alias of two indicators",
                column(INDICATORS, "aliases", Map.of("materials", "宣传单;传单", "consultations", "宣 传 单")),
                "indicators.csv:3 aliases indicator.alike");
        add(
                "an alias that is another indicator's name",
                column(INDICATORS, "aliases", Map.of("materials", "接受群众咨询")),
                "indicators.csv:3 label indicator.alike");
        add(
                "an alias of an indicator by which nobody could call it",
                column(INDICATORS, "aliases", Map.of("materials", "——")),
                "indicators.csv:2 aliases label.letters");
        add(
                "a headline beyond the last place",
                column(INDICATORS, "headline", Map.of("materials", "13")),
                "indicators.csv:2 headline indicator.headline");
        add(
                "a headline before the first place",
                column(INDICATORS, "headline", Map.of("materials", "0")),
                "indicators.csv:2 headline indicator.headline");
        add(
                "a headline that is no number",
                column(INDICATORS, "headline", Map.of("materials", "first")),
                "indicators.csv:2 headline cell.integer");
        add(
                "two headlines in one place",
                column(INDICATORS, "headline", Map.of("materials", "1", "consultations", "1")),
                "indicators.csv:3 headline code.twice");
        add(
                "a key of a form, which has no records",
                swap(ITEMS, "Leaflets handed out,01,,integer,份,是,,", "Leaflets handed out,01,,integer,份,是,是,"),
                "items.csv:2 key item.key.form");
        add(
                "a form whose records are to be counted",
                column(RETURNS, "tally", Map.of("publicity", "publicity.study_plan")),
                "returns.csv:2 tally return.tally.form");
    }

    private void heads() {
        add(
                "a group of columns that is split",
                swap(CHOICES, "village.columns,total,合计,Total", "village.columns,total,人|合计,People|Total")
                        .andThen(swap(
                                CHOICES,
                                "village.columns,female,女,Female",
                                "village.columns,female,人|女,People|Female")),
                "choices.csv:9 label head.split");
        add(
                "a head that is a column and a group",
                swap(CHOICES, "village.columns,male,男,Male", "village.columns,male,合计|男,Total|Male"),
                "choices.csv:7 label head.both");
        add(
                "heads of four levels",
                swap(CHOICES, "village.columns,male,男,Male", "village.columns,male,a|b|c|男,a|b|c|Male"),
                "choices.csv:8 label head.deep");
        add(
                "a head of which a level is empty",
                swap(CHOICES, "village.columns,male,男,Male", "village.columns,male,人||男,People||Male"),
                "choices.csv:8 label head.blank");
        add(
                "heads of two levels in Chinese alone",
                swap(CHOICES, "village.columns,male,男,Male", "village.columns,male,人|男,Male"),
                "choices.csv:8 label_en head.levels");
        add(
                "a group of lines that is split",
                append(CHOICES, "village.rows,20,纠纷|期初,Disputes|Start\nvillage.rows,22,纠纷|调处,Disputes|Settled\n"),
                "choices.csv:28 label head.split");
        add(
                "changes on a year ago of a form without them",
                column(RETURNS, "changes", Map.of("publicity", "是", "village", "也许")),
                "returns.csv:3 changes cell.flag");
        add(
                "changes on a year ago of a form without a total",
                column(RETURNS, "changes", Map.of("village", "是"))
                        .andThen(swap(
                                CHOICES,
                                "village.columns,total,",
                                "village.columns,number,个数,Number\nvillage.columns,total,"))
                        .andThen(swap(ITEMS, "Safety patrols,01,total,", "Safety patrols,01,number,")),
                "returns.csv:3 changes return.changes");
    }

    private void parts() {
        add(
                "a line that is a part of itself",
                under("village.disputes_accepted", "21"),
                "items.csv:44 under under.itself");
        add("a line that is a part of none", under("village.disputes_accepted", "99"), "items.csv:44 under under.none");
        add(
                "a line that is a part of a heading",
                under("village.disputes_accepted", "19"),
                "items.csv:44 under under.none");
        add(
                "a part that does not follow its line",
                under("village.disputes_settled", "20"),
                "items.csv:45 under under.apart");
        add("a part above its line", under("village.disputes_accepted", "22"), "items.csv:44 under under.apart");
        add(
                "cells of a line that are parts of two",
                under("village.births_male", "11"),
                "items.csv:34 under under.differs");
        add(
                "a part of a line of another group",
                under("village.disputes_accepted", "20")
                        .andThen(append(CHOICES, "village.rows,20,纠纷|期初,Disputes|Start\n")),
                "items.csv:44 under under.group");
    }

    private void texts() {
        add("lines of a number", lines("village.patrols", "3"), "items.csv:20 lines lines.text");
        add(
                "more lines than fit",
                append(ITEMS, "publicity,publicity.remarks,说明,Remarks,30,,text,,,,,,,none,none,,,,,\n")
                        .andThen(lines("publicity.remarks", "21")),
                "items.csv:48 lines lines.range");
        add(
                "a text of several lines in a column",
                append(ITEMS, "village,village.remarks,说明,Remarks,30,total,text,,,,,,,none,none,,,,,\n")
                        .andThen(lines("village.remarks", "3")),
                "items.csv:48 column lines.column");
    }

    private static Consumer<Path> under(String item, String row) {
        return added(ITEMS, "under", item, row);
    }

    private static Consumer<Path> lines(String item, String lines) {
        return added(ITEMS, "lines", item, lines);
    }

    /** Adds a column with a value in the line of an item. */
    private static Consumer<Path> added(String table, String name, String item, String value) {
        return text(
                table,
                text -> text.lines()
                        .map(line -> line
                                + (line.contains("code,label,")
                                        ? ',' + name
                                        : line.contains(',' + item + ',') ? ',' + value : ""))
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    /** Adds a column with these values by the code that a line begins with. */
    private static Consumer<Path> column(String table, String name, Map<String, String> values) {
        return text(table, text -> {
            List<String> lines = text.lines().toList();
            return IntStream.range(0, lines.size())
                    .mapToObj(i -> lines.get(i)
                            + ','
                            + (i == 0 ? name : values.getOrDefault(lines.get(i).split(",")[0], "")))
                    .collect(Collectors.joining("\n", "", "\n"));
        });
    }

    private void cell(String name, String label) {
        add(name, swap(UNITS, "v01,石桥村,", "v01," + label + ","), "units.csv:12 label cell.control");
    }

    private void files() {
        add("a table that is not there", delete(RULES), "rules.csv:0  table.missing");
        add("items that are not there", delete(ITEMS), "items.csv:0  table.missing");
        add("units that are not there", delete(UNITS), "units.csv:0  table.missing");
        add("returns that are not there", delete(RETURNS), "returns.csv:0  table.missing");
        add("choices that are not there", delete(CHOICES), "choices.csv:0  table.missing");
        add(
                "a folder in a table's place",
                delete(RULES).andThen(BrokenCatalogues::folder),
                "rules.csv:0  table.missing");
        add("an empty table", bytes(ITEMS, new byte[0]), "items.csv:0  table.empty");
        add(
                "a table of blanks",
                bytes(ITEMS, " \r\n\r\n".getBytes(StandardCharsets.UTF_8)),
                "items.csv:0  table.empty");
        add("a table in UTF-16", encoded(UNITS, StandardCharsets.UTF_16), "units.csv:0  table.utf16");
        add(
                "a table in UTF-16 without its mark",
                encoded(UNITS, StandardCharsets.UTF_16LE),
                "units.csv:0  table.utf16");
        add("a table in UTF-32", encoded(UNITS, Charset.forName("UTF-32")), "units.csv:0  table.binary");
        add("a table that breaks off within a letter", cut(UNITS), "units.csv:12  table.encoding");
        add(
                "a picture",
                bytes(UNITS, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}),
                "units.csv:0  table.binary");
        add("a PDF", bytes(UNITS, "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII)), "units.csv:0  table.binary");
        add("noise", bytes(UNITS, noise()), "units.csv:0  table.binary");
        add("a workbook", bytes(UNITS, new byte[] {'P', 'K', 3, 4}), "units.csv:0  table.workbook");
        add("a zip file", bytes(UNITS, zip()), "units.csv:0  table.zip");
        add(
                "quotes that are never closed",
                append(RULES, "PUB009,return,query,1>0,skip,,\"说明,text,,,\n"),
                "rules.csv:11  table.quotes");
        add(
                "quotes within quotes",
                swap(RULES, "\"OR(publicity.training_courses", "\"\"OR(publicity.training_courses"),
                "rules.csv:3  table.quotes");
        add(
                "a comma without quotes",
                swap(UNITS, "v01,石桥村,", "v01,石桥村,,"),
                "units.csv:12  row.long",
                "units.csv:12 kind cell.word",
                "units.csv:12 parent code.none",
                "units.csv:12 merged_into code.none",
                "units.csv:12 returns code.none",
                "units.csv:12 until unit.merged.until");
    }

    private void sizes() {
        add(
                "200,000 units",
                append(UNITS, lines(200_000, i -> "u%d,村%d,V%d,village,q\n".formatted(i, i, i))),
                "units.csv:50002  table.rows");
        add(
                "200,000 items",
                append(ITEMS, lines(200_000, i -> "village,village.line_%d,a,a,a%d,total,".formatted(i, i) + FILLED)),
                "items.csv:0  table.large");
        add(
                "200,000 short items",
                append(ITEMS, lines(200_000, i -> "v,v.l%d\n".formatted(i))),
                "items.csv:10002  table.rows");
        add("a table of 100 MB", append(ITEMS, "x".repeat(1 << 20) + "\n", 100), "items.csv:0  table.large");
        add("a line of 8 MB", append(UNITS, "x".repeat(8 << 20)), "units.csv:0  table.large");
        add(
                "a line of 7 MB",
                append(UNITS, "x".repeat(7 << 20)),
                "units.csv:0 parent unit.tops",
                "units.csv:26 code cell.long",
                "units.csv:26 label cell.empty");
        add(
                "7 MB of commas",
                append(UNITS, ",".repeat(7 << 20) + "x"),
                "units.csv:0 parent unit.tops",
                "units.csv:26  row.long",
                "units.csv:26 code cell.empty",
                "units.csv:26 label cell.empty");
        add(
                "10,000 columns",
                swap(UNITS, "from,until", "from,until" + lines(10_000, i -> ",c" + i)),
                "units.csv:1  table.columns");
        add(
                "4,000 lines of unknown codes",
                append(
                        RULES,
                        lines(
                                4_000,
                                i -> "ODD%d,return,query,publicity.nothing_%d>%d,skip,,说明,text,,,\n"
                                        .formatted(i, i, i))),
                listed(RULES, 11, "formula code.unknown"));
    }

    /** As many faults of a table as are listed, one in each line, and that there are more. */
    private static String[] listed(String table, int first, String fault) {
        return IntStream.rangeClosed(0, Faults.MAX_PER_TABLE)
                .mapToObj(i ->
                        i == Faults.MAX_PER_TABLE ? table + ":0  table.more" : table + ":" + (first + i) + " " + fault)
                .toArray(String[]::new);
    }

    private void add(String name, Consumer<Path> edit, String... faults) {
        all.add(new Broken(name, edit, List.of(faults)));
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.rangeClosed(1, count).mapToObj(line).collect(Collectors.joining());
    }

    private static Consumer<Path> swap(String table, String part, String by) {
        return text(table, text -> {
            if (!text.contains(part)) {
                throw new IllegalArgumentException(table + " holds no " + part);
            }
            return text.replace(part, by);
        });
    }

    private static Consumer<Path> append(String table, String lines) {
        return text(table, text -> text + lines);
    }

    private static Consumer<Path> append(String table, String lines, int times) {
        return folder -> {
            try (var out = Files.newOutputStream(folder.resolve(table), StandardOpenOption.APPEND)) {
                byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < times; i++) {
                    out.write(bytes);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static Consumer<Path> text(String table, UnaryOperator<String> edit) {
        return folder -> write(
                folder.resolve(table), edit.apply(read(folder.resolve(table))).getBytes(StandardCharsets.UTF_8));
    }

    private static Consumer<Path> encoded(String table, Charset charset) {
        return folder -> write(
                folder.resolve(table),
                read(folder.resolve(table)).replace("\uFEFF", "").getBytes(charset));
    }

    private static Consumer<Path> cut(String table) {
        return folder -> {
            byte[] whole = read(folder.resolve(table)).split("桥村,")[0].getBytes(StandardCharsets.UTF_8);
            write(folder.resolve(table), Arrays.copyOf(whole, whole.length - 1));
        };
    }

    private static Consumer<Path> bytes(String table, byte[] bytes) {
        return folder -> write(folder.resolve(table), bytes);
    }

    private static Consumer<Path> delete(String table) {
        return folder -> {
            try {
                Files.delete(folder.resolve(table));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static void folder(Path folder) {
        try {
            Files.createDirectory(folder.resolve(RULES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] noise() {
        byte[] noise = new byte[5_000];
        new Random(7).nextBytes(noise);
        return noise;
    }

    private static byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(UNITS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static int count(String table) {
        Map<String, byte[]> tables = TwoForms.tables();
        return (int) new String(tables.getOrDefault(table, new byte[0]), StandardCharsets.UTF_8)
                .lines()
                .count();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.huizong.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Fault;
import org.huizong.model.BaselineFigure;
import org.huizong.model.Period;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineReaderTest {
    private static final String HEAD = "period,unit,code,value,source\n";
    private static final LocalDate TODAY = LocalDate.of(2025, 2, 5);
    private static final BaselineReader READER = new BaselineReader(CatalogueLoader.builtIn(), TODAY);
    private static final MessageBundle WORDS = new MessageBundle(Lang.ZH);

    @Test
    void readsFiguresOfTheTownshipAndOfUnitsByCodeNameOrAlias() {
        var reading = read("""
                2024,qingxi,materials,"13,860",2024年度总结
                2024-12,石桥村民委员会,publicity.materials,１２０,石桥村台账
                2024-Q4,d06,publicity.slogans,30,司法所台账
                """);

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.figures())
                .containsExactly(
                        figure("2024", "qingxi", "materials", "13860", "2024年度总结", 2),
                        figure("2024-12", "v01", "publicity.materials", "120", "石桥村台账", 3),
                        figure("2024-Q4", "d06", "publicity.slogans", "30", "司法所台账", 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void readsWhatExcelAndWpsSave(String charset) {
        String bom = charset.equals("UTF-8") ? "\uFEFF" : "";
        byte[] bytes = (bom + HEAD + "2024,青溪镇,materials,13860,2024年度总结\r\n").getBytes(Charset.forName(charset));

        var reading = READER.read("a.csv", bytes);

        assertThat(reading.figures()).containsExactly(figure("2024", "qingxi", "materials", "13860", "2024年度总结", 2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-13,qingxi,materials,1,总结 | “period”列：“2024-13”不是报告期。请写成 2024-12、2024-Q4、2024-H2 或 2024 这样。
            2025-02,qingxi,materials,1,总结 | “period”列：2025-02 到 2025-02-05 还没有过完，不能有基期数。请改正报告期。
            2024,石桥寸,publicity.materials,1,总结 | “unit”列：没有“石桥寸”这个单位。相近的有：石桥村 v01。请改正。
            2024,某某单位某某单位,publicity.materials,1,总结 | “unit”列：没有“某某单位某某单位”这个单位。请写 units.csv 中的代码或名称。
            2024,qingxi,material,1,总结 | “code”列：没有“material”这个代码。相近的有：materials。请改正。
            2024,qingxi,发放宣传资料,1,总结 | “code”列：没有“发放宣传资料”这个代码。请写 items.csv 或 indicators.csv 中的代码。
            2024,d06,publicity.study_plan,1,总结 | “code”列：“publicity.study_plan”填的不是数字，不能有基期数。请删去这一行。
            2024,qingxi,materials,约一万,总结 | “value”列：“约一万”不是数字。请只写数字，如 1200；不知道的请删去这一行，不要写0。
            2024,qingxi,materials,无,总结 | “value”列：“无”不是数字。请只写数字，如 1200；不知道的请删去这一行，不要写0。
            2024,qingxi,materials,12.5,总结 | “value”列：“12.5”应是整数。
            2024,qingxi,publicity.materials,-3,总结 | “value”列：“-3”小于0。请改正。
            2024,qingxi,materials,,总结 | “value”列：不能为空，请填写。
            2024,qingxi,materials,1, | “source”列：不能为空，请填写。
            2024,v01,materials,1,总结 | “unit”列：“materials”是主要指标，只有全镇数。单位请写 qingxi，或改用报表中的指标代码。
            2024,d06,village.patrols,1,总结 | “code”列：司法所 d06不报“village.patrols”所在的报表 village。请核对单位和代码。
            """)
    void namesWhatIsWrongByLineAndColumnAndSaysWhatToDo(String row, String sentence) {
        var reading = read("2023,qingxi,slogans,280,2023年度总结\n" + row + "\n");

        assertThat(sentences(reading)).containsExactly("基期.csv 第3行 " + sentence);
        assertThat(reading.figures()).extracting(BaselineFigure::code).containsExactly("slogans");
    }

    @Test
    void namesAFigureGivenTwiceWhetherTheTwoAgreeOrNot() {
        var reading = read("""
                2024,qingxi,materials,13860,总结
                2024,青溪镇,materials,13860,总结
                2024,qingxi,materials,13900,台账
                """);

        assertThat(sentences(reading))
                .containsExactly(
                        "基期.csv 第3行 “value”列：与第2行重复，都是 13860。请只留一行。",
                        "基期.csv 第4行 “value”列：与第2行说的是同一个数，那里是 13860，这里是 13900。请核实后只留一行。");
    }

    @Test
    void namesEveryFaultOfAFileInOnePass() {
        var reading = read("""
                2024-13,nobody,nothing,x,
                2024,qingxi,materials,1,总结
                2024,qingxi,slogans,y,总结
                """);

        assertThat(reading.faults())
                .extracting(f -> f.line() + " " + f.column() + " " + f.kind())
                .containsExactly(
                        "2 period baseline.period",
                        "2 unit baseline.unit",
                        "2 code baseline.code",
                        "2 source cell.empty",
                        "2 value baseline.number",
                        "4 value baseline.number");
    }

    @Test
    void asksForTheColumnsThatAreMissingAndReadsNoRowWithoutThem() {
        var reading = READER.read(
                "基期.csv", "period,unit,code,数值,source\n2024,qingxi,materials,1,总结\n".getBytes(StandardCharsets.UTF_8));

        assertThat(reading.figures()).isEmpty();
        assertThat(sentences(reading))
                .containsExactly(
                        "基期.csv 第1行 “value”列：缺少这一列。请补上表头。",
                        "基期.csv 第1行 “数值”列：没有这样的列。可用的列：period, unit, code, value, source。");
    }

    @Test
    void saysThatAWorkbookOrAnEmptyTableIsNoTableOfFigures() {
        assertThat(sentences(READER.read("基期.xlsx", new byte[] {'P', 'K', 3, 4})))
                .containsExactly("基期.xlsx：这是工作簿，不是 CSV 表。请用 Excel 或 WPS 另存为 CSV（UTF-8）后再试。");
        assertThat(sentences(read(""))).containsExactly("基期.csv：没有一行数据。请按 period,unit,code,value,source 五列填写。");
    }

    private static BaselineReading read(String rows) {
        return READER.read("基期.csv", (HEAD + rows).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> sentences(BaselineReading reading) {
        return reading.faults().stream().map((Fault f) -> WORDS.fault(f)).toList();
    }

    private static BaselineFigure figure(
            String period, String unit, String code, String value, String source, long line) {
        return new BaselineFigure(Period.parse(period), unit, code, new BigDecimal(value), source, line);
    }
}

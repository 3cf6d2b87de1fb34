package org.huizong.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huizong.intake.IntakeFixture.CATALOGUE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.intake.parse.Normaliser;
import org.huizong.intake.parse.ParsedValue;
import org.huizong.model.Argument;
import org.huizong.model.Severity;
import org.huizong.model.Validity;
import org.huizong.model.Value;
import org.huizong.spreadsheet.read.CellValues;
import org.huizong.text.Folding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormaliserTest {
    private final Normaliser normaliser = new Normaliser(CATALOGUE);

    private static Item item(ItemType type, String measure, String choices) {
        return item(type, measure, choices, true);
    }

    private static Item item(ItemType type, String measure, String choices, boolean required) {
        return new Item(
                "sample",
                "sample.item",
                "样本",
                "Sample",
                "01",
                "",
                type,
                measure,
                required,
                false,
                Optional.empty(),
                Optional.empty(),
                choices,
                Item.Time.NONE,
                Item.Across.NONE,
                "",
                false,
                List.of(),
                Validity.ALWAYS,
                "",
                Optional.empty(),
                false);
    }

    private ParsedValue read(ItemType type, String text) {
        Item item = item(type, "份", type == ItemType.CHOICE ? "yes_no" : "");
        return normaliser.normalise(Optional.of(new Value.Text(text)), item, false);
    }

    private ParsedValue read(ItemType type, Value cell) {
        return normaliser.normalise(Optional.of(cell), item(type, "份", type == ItemType.CHOICE ? "yes_no" : ""), false);
    }

    @ParameterizedTest
    @CsvSource({
        "12, 12",
        "１２, 12",
        "'1,200', 1200",
        "'1，200', 1200",
        "'1 200', 1200",
        "'1\u00a0200', 1200",
        "'1,234,567.5', 1234567.5",
        "12份, 12",
        "'１２ 份', 12",
        "'\u00a012\u3000', 12",
        "'12\n', 12",
        "−3, -3",
        "0.50, 0.50",
        "无, 0",
        "—, 0",
        "——, 0",
        "--, 0",
        "–, 0",
        "－, 0",
        "ー, 0",
        "〇, 0",
        "-, 0",
        "零, 0",
        "十二, 12",
        "壹拾贰, 12",
        "一百零五, 105",
        "两千, 2000",
        "三万五千零二十, 35020",
        "一万零三, 10003",
        "1.2万, 12000",
        "'１．２ 万份', 12000",
        "3千, 3000",
        "12\u200b, 12",
        "'''12', 12",
        "' 没 有 ', 0"
    })
    void repairsANumberWhoseMeaningIsCertain(String text, BigDecimal number) {
        ParsedValue normal = read(ItemType.INTEGER, text);

        assertThat(normal.value()).isEqualTo(Value.of(number));
        assertThat(normal.remark()).hasValueSatisfying(remark -> {
            assertThat(remark.rule())
                    .isEqualTo(Folding.trim(text).equals(normal.value().show()) ? "repaired.text" : "repaired");
            assertThat(remark.severity()).isEqualTo(Severity.NOTICE);
            assertThat(remark.arguments()).containsEntry("value", Argument.of(normal.value()));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "约30",
                "30余",
                "20-30",
                "同上",
                "详见附件",
                "一百五",
                "千",
                "两千三",
                "二三十",
                "一二",
                "十几",
                "1.2万余",
                "12－15",
                "30左右",
                "近百",
                "O",
                "l2",
                "3+5",
                "=3+5",
                "12(含上月2)",
                "1 2",
                "12,34",
                "1,200 300",
                "12人",
                "1.2.3",
                "12%",
                "99999999999999999999",
                "/",
                "不适用",
                "未缴",
                "¥12"
            })
    void leavesADoubtfulNumberAsItWasWritten(String text) {
        ParsedValue normal = read(ItemType.INTEGER, text);

        assertThat(normal.value()).isEqualTo(new Value.Text(text));
        assertThat(normal.remark())
                .contains(new ParsedValue.Remark("unreadable", Severity.ERROR, Map.of("value", Argument.text(text))));
    }

    @Test
    void leavesMyriadsInAColumnOfMyriadsAsTheyWereWritten() {
        Item item = item(ItemType.DECIMAL, "万元", "");

        assertThat(normaliser
                        .normalise(Optional.of(new Value.Text("1.2万")), item, false)
                        .remark())
                .map(ParsedValue.Remark::rule)
                .contains("unreadable");
        assertThat(normaliser
                        .normalise(Optional.of(new Value.Text("1.2万元")), item, false)
                        .value())
                .isEqualTo(Value.of(new BigDecimal("1.2")));
    }

    @ParameterizedTest
    @CsvSource({
        "1.2万元, 12000",
        "壹仟贰佰元整, 1200",
        "'1,200.50元', 1200.50",
        "￥450.00, 450.00",
        "'¥1,450元', 1450",
        "'1,450.00元', 1450.00",
        "'￥ 1，450.00 元整', 1450.00",
        "¥1.2万元, 12000",
        "-¥50, -50",
        "人民币450元正, 450",
        "RMB 450, 450"
    })
    void readsAnAmountWithItsUnit(String text, BigDecimal amount) {
        Item item = item(ItemType.MONEY, "元", "");

        assertThat(normaliser
                        .normalise(Optional.of(new Value.Text(text)), item, false)
                        .value())
                .isEqualTo(Value.of(amount));
    }

    @ParameterizedTest
    @CsvSource({"￥12000, ", "￥1.2万元, 1.2", "$450, "})
    void leavesAnAmountInAColumnOfMyriadsThatDoesNotSayWhich(String text, BigDecimal amount) {
        Item item = item(ItemType.DECIMAL, "万元", "");

        assertThat(normaliser
                        .normalise(Optional.of(new Value.Text(text)), item, false)
                        .value()
                        .asNumber())
                .isEqualTo(Optional.ofNullable(amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "／", "\\", "—", "——", "–", "－", "ー", " - ", "无", "没有", "未缴", "尚未缴纳", "不适用", "N/A"})
    void takesWhatFillsACellThatNeedNotBeFilledForBlank(String text) {
        for (ItemType type : ItemType.values()) {
            Item item = item(type, "元", type == ItemType.CHOICE ? "cases.closings" : "", false);

            ParsedValue normal = normaliser.normalise(Optional.of(new Value.Text(text)), item, false);

            assertThat(normal.value()).isEqualTo(Value.Gap.BLANK);
            assertThat(normal.remark())
                    .contains(new ParsedValue.Remark(
                            "repaired.blank", Severity.NOTICE, Map.of("text", Argument.text(text.strip()))));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DATE, 尚未结案, repaired.blank",
        "DATE, 未告知, repaired.blank",
        "DATE, 未知, unreadable.date",
        "CHOICE, 未结案, repaired.blank",
        "CHOICE, 未告知, choice",
        "MONEY, 未缴, repaired.blank",
        "MONEY, 未足额缴纳, unreadable",
        "MONEY, 零, repaired",
        "TEXT, 未发现问题, "
    })
    void takesForBlankOnlyWhatSaysThatThereIsNothing(ItemType type, String text, String rule) {
        Item item = item(type, "元", type == ItemType.CHOICE ? "cases.closings" : "", false);

        ParsedValue normal = normaliser.normalise(Optional.of(new Value.Text(text)), item, false);

        assertThat(normal.remark().map(ParsedValue.Remark::rule)).isEqualTo(Optional.ofNullable(rule));
    }

    @ParameterizedTest
    @CsvSource({
        "INTEGER, /, unreadable",
        "INTEGER, 无, repaired",
        "DATE, /, unreadable.date",
        "DATE, 无, unreadable.date",
        "CHOICE, /, choice",
        "TEXT, /, unreadable.none",
        "TEXT, —, unreadable.none",
        "TEXT, 无, ",
        "IDENTITY, /, unreadable.none"
    })
    void sendsBackAStrokeInACellThatMustBeFilled(ItemType type, String text, String rule) {
        assertThat(read(type, text).remark().map(ParsedValue.Remark::rule)).isEqualTo(Optional.ofNullable(rule));
    }

    @Test
    void knowsNoRecordByAStroke() {
        Item number = CATALOGUE.item("cases.case_no").orElseThrow();

        assertThat(normaliser.normalise(Optional.of(new Value.Text("/")), number, false))
                .isEqualTo(ParsedValue.plain(Value.Gap.BLANK));
    }

    @ParameterizedTest
    @CsvSource({"85, ", "'85%', repaired", "0.85, doubtful.share", "0, ", "1, "})
    void asksAboutAShareThatMayBeAFraction(String text, String rule) {
        Item item = item(ItemType.DECIMAL, "%", "");
        Value cell = text.endsWith("%") ? new Value.Text(text) : CellValues.number(text);

        assertThat(normaliser.normalise(Optional.of(cell), item, false).remark().map(ParsedValue.Remark::rule))
                .isEqualTo(Optional.ofNullable(rule));
    }

    @Test
    void asksAboutNinesThatFillACell() {
        for (Value cell : List.of(CellValues.number("99999"), new Value.Text("99999"))) {
            ParsedValue normal = read(ItemType.INTEGER, cell);

            assertThat(normal.value()).isEqualTo(Value.of(99_999));
            assertThat(normal.remark())
                    .contains(new ParsedValue.Remark(
                            "doubtful.nines", Severity.QUERY, Map.of("value", Argument.text("99999"))));
        }
        assertThat(read(ItemType.INTEGER, CellValues.number("999")).remark()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"同上", "详见附件", " 见附表 ", "〃"})
    void asksAboutATextThatSaysToLookElsewhere(String text) {
        assertThat(read(ItemType.TEXT, text).remark())
                .map(ParsedValue.Remark::rule)
                .contains("doubtful.elsewhere");
    }

    private ParsedValue named(String text) {
        return normaliser.normalise(
                Optional.of(new Value.Text(text)),
                CATALOGUE.item("officers.name").orElseThrow(),
                false);
    }

    @ParameterizedTest
    @CsvSource({
        "张三、李四, doubtful.several",
        "'张三,李四', doubtful.several",
        "'张三\n李四', doubtful.several",
        "张三13800000000, doubtful.phone",
        "'张三 0571-1234567', doubtful.phone",
        "张三, "
    })
    void asksAboutACellThatHoldsMoreThanOneThing(String text, String rule) {
        assertThat(named(text).remark().map(ParsedValue.Remark::rule)).isEqualTo(Optional.ofNullable(rule));
    }

    @Test
    void asksAboutTwoCasesOnOneRow() {
        Item number = CATALOGUE.item("cases.case_no").orElseThrow();
        Optional<Value> two = Optional.of(new Value.Text("青交立〔2025〕1号、2号"));

        assertThat(normaliser.normalise(two, number, false).remark())
                .map(ParsedValue.Remark::rule)
                .contains("doubtful.several");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.13E+17", "5.1302E+17", "5E+17"})
    void sendsBackANumberThatATableOfTextHasShortened(String text) {
        for (ItemType type : List.of(ItemType.TEXT, ItemType.IDENTITY)) {
            assertThat(read(type, text).remark()).map(ParsedValue.Remark::rule).contains("unreadable.digits");
        }
    }

    @Test
    void repairsAnIdentityNumberWithASmallX() {
        ParsedValue normal = read(ItemType.IDENTITY, "11010519491231002x");

        assertThat(normal.value()).isEqualTo(Value.of("11010519491231002X"));
        assertThat(normal.remark()).map(ParsedValue.Remark::rule).contains("repaired");
    }

    @Test
    void sendsBackAnIdentityNumberThatEndsInZeros() {
        assertThat(read(ItemType.IDENTITY, "110105194912310000").remark())
                .map(ParsedValue.Remark::rule)
                .contains("identity.citizen");
    }

    @Test
    void readsACountWithDecimalsThatAreZero() {
        assertThat(read(ItemType.INTEGER, CellValues.number("0.00"))).isEqualTo(ParsedValue.plain(Value.of(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\u3000", "\u00a0\n", "×", " ╳ "})
    void takesSpacesAndCrossedOutCellsForBlank(String text) {
        for (ItemType type : ItemType.values()) {
            assertThat(read(type, text)).isEqualTo(ParsedValue.plain(Value.Gap.BLANK));
        }
    }

    @Test
    void takesAnEmptyCellForBlankAndNeverForZero() {
        assertThat(normaliser.normalise(Optional.empty(), item(ItemType.INTEGER, "", ""), false))
                .isEqualTo(ParsedValue.plain(Value.Gap.BLANK));
    }

    @Test
    void keepsTheDecimalsOfACountForTheRulesToJudge() {
        assertThat(read(ItemType.INTEGER, CellValues.number("2.5")))
                .isEqualTo(ParsedValue.plain(Value.of(new BigDecimal("2.5"))));
    }

    @Test
    void sendsBackAnExcelError() {
        assertThat(read(ItemType.INTEGER, new Value.CellError("#REF!")).remark())
                .contains(
                        new ParsedValue.Remark("cell.error", Severity.ERROR, Map.of("value", Argument.text("#REF!"))));
    }

    @Test
    void sendsBackALogicalValueInANumberCell() {
        assertThat(read(ItemType.DECIMAL, new Value.Logical(true)).remark())
                .contains(new ParsedValue.Remark("unreadable", Severity.ERROR, Map.of("value", Argument.text("TRUE"))));
    }

    @ParameterizedTest
    @CsvSource({"是, yes", "Yes, yes", "yes, yes", "ＹＥＳ, yes", "否, no", "No, no"})
    void readsAChoiceByLabelInEitherLanguageOrByCode(String text, String code) {
        assertThat(read(ItemType.CHOICE, text)).isEqualTo(ParsedValue.plain(Value.of(code)));
    }

    @ParameterizedTest
    @CsvSource({"√, yes", "有, yes", "对, yes", "✓, yes", "无, no"})
    void repairsAFlag(String text, String code) {
        ParsedValue normal = read(ItemType.CHOICE, text);

        assertThat(normal.value()).isEqualTo(Value.of(code));
        assertThat(normal.remark())
                .contains(new ParsedValue.Remark(
                        "repaired",
                        Severity.NOTICE,
                        Map.of("text", Argument.text(text), "value", Argument.text(code))));
    }

    @Test
    void namesTheChoicesThatThereAre() {
        assertThat(read(ItemType.CHOICE, "大概").remark())
                .contains(new ParsedValue.Remark(
                        "choice",
                        Severity.ERROR,
                        Map.of("value", Argument.text("大概"), "choices", new Argument.ChoicesOf("sample.item"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-03",
                "2026.11.3",
                "2026年11月3日",
                "２０２６／１１／３",
                "20261103",
                "2026-11-03 08:30:00",
                "二〇二六年十一月三日",
                "2026 年 11 月 3 日"
            })
    void repairsADateThatWasWrittenAsText(String text) {
        ParsedValue normal = read(ItemType.DATE, text);

        assertThat(normal.value()).isEqualTo(Value.of(LocalDate.of(2026, 11, 3)));
        assertThat(normal.remark())
                .map(ParsedValue.Remark::rule)
                .contains(text.equals("2026-11-03") ? "repaired.text" : "repaired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"26/11/3", "11月3日", "2026.2.30", "2026年11月", "明天", "二〇二六年十三月三日"})
    void leavesADoubtfulDateAsItWasWritten(String text) {
        assertThat(read(ItemType.DATE, text).remark())
                .contains(new ParsedValue.Remark(
                        "unreadable.date", Severity.ERROR, Map.of("value", Argument.text(text))));
    }

    @Test
    void readsASerialDateInBothCalendars() {
        Item date = item(ItemType.DATE, "", "");
        Optional<Value> serial = Optional.of(CellValues.number("46329"));
        Optional<Value> shifted = Optional.of(CellValues.number("44867"));

        assertThat(normaliser.normalise(serial, date, false).value()).isEqualTo(Value.of(LocalDate.of(2026, 11, 3)));
        assertThat(normaliser.normalise(shifted, date, true).value()).isEqualTo(Value.of(LocalDate.of(2026, 11, 3)));
    }

    @Test
    void readsEightDigitsInADateCellAsADay() {
        ParsedValue normal = read(ItemType.DATE, CellValues.number("20261103"));

        assertThat(normal.value()).isEqualTo(Value.of(LocalDate.of(2026, 11, 3)));
        assertThat(normal.remark()).map(ParsedValue.Remark::rule).contains("repaired");
    }

    @Test
    void keepsATextAndTheDigitsOfANumberInATextCell() {
        assertThat(read(ItemType.TEXT, " 青执立〔2026〕3号 ")).isEqualTo(ParsedValue.plain(Value.of("青执立〔2026〕3号")));
        assertThat(read(ItemType.TEXT, CellValues.number("13800000000")))
                .isEqualTo(ParsedValue.plain(Value.of("13800000000")));
    }

    @Test
    void sendsBackANumberThatHasLostItsLastDigits() {
        assertThat(read(ItemType.TEXT, CellValues.number("5.13E+17")).remark())
                .contains(new ParsedValue.Remark(
                        "unreadable.digits", Severity.ERROR, Map.of("value", Argument.text("513000000000000000"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+300", "-1E+15", "9999999999999999"})
    void sendsBackANumberTooLargeToBeKept(String number) {
        ParsedValue normal = read(ItemType.DECIMAL, CellValues.number(number));

        assertThat(normal.value()).isInstanceOf(Value.Text.class);
        assertThat(normal.remark()).map(ParsedValue.Remark::rule).contains("unreadable.large");
        assertThat(normal.remark())
                .hasValueSatisfying(remark -> assertThat(
                                ((Argument.Plain) remark.arguments().get("value"))
                                        .value()
                                        .show())
                        .hasSizeLessThanOrEqualTo(41));
    }

    @ParameterizedTest
    @CsvSource({"1E-300, 0", "2.7755575615628914E-17, 0", "0.333333333333333, 0.3333333333", "-4.00000000001, -4"})
    void readsTheNoiseOfACalculationAsItWillBeKept(String number, BigDecimal kept) {
        ParsedValue normal = read(ItemType.INTEGER, CellValues.number(number));

        assertThat(normal.value().asNumber())
                .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo(kept));
    }
}

package org.huizong.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.TwoForms;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.FindingWords;
import org.huizong.model.Ground;
import org.huizong.model.Period;
import org.huizong.model.Reason;
import org.huizong.model.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    private static final Period MARCH = Period.parse("2025-03");
    private static final Period APRIL = Period.parse("2025-04");

    @Test
    void saysWhatTheRuleSaysInThePeriodOfTheFinding() {
        Map<String, byte[]> tables = TwoForms.tables();
        tables.put("rules.csv", """
                id,scope,severity,formula,missing,locate,message,message_en,basis,from,until
                XYZ001,return,query,publicity.boards<=10,skip,,板报 {publicity.boards} 期,{publicity.boards} boards,,,2025-03
                XYZ001,return,query,publicity.boards<=20,skip,,板报太多,too many boards,,2025-04,
                """.getBytes(StandardCharsets.UTF_8));
        var wording = new Wording(new MessageBundle(Lang.ZH), CatalogueLoader.load(tables));
        var finding = finding("publicity.boards", 30);

        assertThat(wording.sentence(finding, MARCH)).isEqualTo("板报 30 期");
        assertThat(wording.sentence(finding, APRIL)).isEqualTo("板报太多");
    }

    @Test
    void saysOfARuleThatIsNoMoreWhichItWas() {
        var wording = new Wording(new MessageBundle(Lang.ZH), TwoForms.catalogue());
        Finding finding = Finding.failed("OLD007", Severity.QUERY, CellRef.file("a.xlsx"));

        assertThat(wording.sentence(finding, MARCH)).isEqualTo("按当时的审核关系 OLD007 查出；这条关系现在没有了，再汇总一次那个月就不再列。");
    }

    @Test
    void advisesOnAFileThatIsTooLargeWhatFitsItsKind() {
        var wording = new Wording(new MessageBundle(Lang.ZH), TwoForms.catalogue());

        assertThat(wording.sentence(tooLarge("file.large.text", 8), MARCH))
                .isEqualTo("文件太大，超过 8 MB。CSV 等文字表格请看是不是拿错了文件；没有拿错的，删去多余的行和列后再报。");
        assertThat(wording.sentence(tooLarge("file.large.xls", 32), MARCH))
                .isEqualTo("文件太大，超过 32 MB。请另存为 .xlsx，删去图片和多余的工作表后再报。");
        assertThat(wording.sentence(tooLarge("file.large", 256), MARCH))
                .isEqualTo("文件太大，超过 256 MB。请看是不是拿错了文件；没有拿错的，删去图片和多余的工作表后再报。");
    }

    private static Finding tooLarge(String rule, int limit) {
        return Finding.failed(rule, Severity.ERROR, CellRef.file("a")).with("limit", Argument.of(limit));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 'Findings: 0 errors, 0 queries, 0 notices.'",
        "1, 'Findings: 1 error, 1 query, 1 notice.'",
        "11, 'Findings: 11 errors, 11 queries, 11 notices.'"
    })
    void saysOneErrorAndTwoErrors(String count, String said) {
        assertThat(new MessageBundle(Lang.EN).text("cli.outcome.findings", count, count, count))
                .isEqualTo(said);
    }

    @Test
    void promisesOfTheSampleWhatASlowComputerKeeps() {
        assertThat(new MessageBundle(Lang.ZH).text("cli.demo.begin", "样例"))
                .isEqualTo("正在生成青溪镇2025年的样例并逐月汇总，要一到十分钟，看电脑快慢。文件夹：样例");
    }

    @Test
    void namesAnItemAsItWasAskedInThePeriod() {
        Map<String, byte[]> tables = TwoForms.tables();
        String items = new String(tables.get("items.csv"), StandardCharsets.UTF_8);
        String boards = items.lines()
                .filter(l -> l.startsWith("publicity,publicity.boards,"))
                .findFirst()
                .orElseThrow();
        tables.put(
                "items.csv",
                items.replace(
                                boards,
                                boards + "2025-03\n"
                                        + boards.replace("办板报", "办板报和墙报").replaceAll(",,$", ",2025-04,"))
                        .getBytes(StandardCharsets.UTF_8));
        rule(tables, "publicity.boards<=10");
        var wording = new Wording(new MessageBundle(Lang.ZH), CatalogueLoader.load(tables));
        var finding = finding("publicity.boards", 30, "ground", "publicity.boards>10");

        assertThat(wording.relation(finding, MARCH)).isEqualTo("办板报 30");
        assertThat(wording.relation(finding, APRIL)).isEqualTo("办板报和墙报 30");
    }

    @Test
    void saysOfADateThatCannotBeReadThatItIsNoDate() {
        var wording = new Wording(new MessageBundle(Lang.ZH), CatalogueLoader.builtIn());
        var unreadable = new Reason.NoNumber(List.of("cases.filed_on", "cases.penalty", "other.cases.found_on"));
        var finding = FindingWords.with(
                FindingWords.undecided("CAS001", Severity.ERROR, CellRef.NOWHERE, unreadable),
                "cases.filed_on",
                "上月底",
                "cases.penalty",
                "两百",
                "other.cases.found_on",
                "3.32");

        assertThat(wording.sentence(finding, MARCH))
                .isEqualTo("关系 CAS001 没有判定：cases.penalty“两百”不是数字；立案日“上月底”、另一条的发现日“3.32”不是日期。");
    }

    @Test
    void callsThePeriodBeforeByItsName() {
        var wording = new Wording(new MessageBundle(Lang.ZH), TwoForms.catalogue());

        assertThat(wording.operand("prior.publicity.boards", MARCH)).isEqualTo("上月的办板报");
        assertThat(wording.operand("prior.publicity.boards", Period.parse("2025-Q1")))
                .isEqualTo("上季度的办板报");
        assertThat(wording.operand("ytd.publicity.boards", MARCH)).isEqualTo("本年累计的办板报");
    }

    @Test
    void showsAChoiceByItsLabelAndMarksABaseline() {
        var finding = finding(
                "publicity.study_plan",
                "no",
                "publicity.boards",
                7,
                "year_ago.publicity.boards",
                new Argument.OfBaseline(Argument.of(4)),
                "ground",
                "publicity.study_plan<>\"是\"",
                "ground",
                "year_ago.publicity.boards<=publicity.boards");
        Map<String, byte[]> tables = TwoForms.tables();
        rule(tables, "OR(publicity.study_plan=\"是\",MONTH(period_end)>6,year_ago.publicity.boards>5)");

        assertThat(wordingOf(CatalogueLoader.load(tables), Lang.ZH).relation(finding, MARCH))
                .isEqualTo("学法计划落实 否；上年同期的办板报 4* 不超过 办板报 7");
        assertThat(wordingOf(CatalogueLoader.load(tables), Lang.EN).relation(finding, MARCH))
                .isEqualTo("Study plan in place No; last year's Blackboard issues 4* is at most Blackboard issues 7");
    }

    @Test
    void saysAsWhichChoiceACellWasRead() {
        var finding = FindingWords.with(
                Finding.failed("repaired", Severity.NOTICE, CellRef.NOWHERE),
                "item",
                "publicity.study_plan",
                "text",
                "√",
                "value",
                "yes");

        assertThat(wordingOf(TwoForms.catalogue(), Lang.ZH).sentence(finding, MARCH))
                .isEqualTo("学法计划落实写的是“√”，已读作 是。");
        assertThat(wordingOf(TwoForms.catalogue(), Lang.EN).sentence(finding, MARCH))
                .isEqualTo("Study plan in place was written \"√\" and read as Yes.");
    }

    @Test
    void namesTheChoicesThatThereAreInTheLanguageOfTheReader() {
        var finding = FindingWords.with(
                Finding.failed("choice", Severity.ERROR, CellRef.NOWHERE),
                "item",
                "publicity.study_plan",
                "value",
                "大概",
                "choices",
                new Argument.ChoicesOf("publicity.study_plan"));

        assertThat(wordingOf(TwoForms.catalogue(), Lang.ZH).sentence(finding, MARCH))
                .isEqualTo("学法计划落实写的是“大概”，应选：是、否。");
        assertThat(wordingOf(TwoForms.catalogue(), Lang.EN).sentence(finding, MARCH))
                .isEqualTo("Study plan in place is \"大概\"; choose one of: Yes, No.");
    }

    @Test
    void beginsAnEnglishSentenceWithACapitalWhereItsFirstWordIsALabel() {
        var finding = FindingWords.with(
                Finding.failed("required", Severity.ERROR, CellRef.NOWHERE), "item", "safety.hazards_major");

        assertThat(wordingOf(CatalogueLoader.builtIn(), Lang.EN).sentence(finding, MARCH))
                .isEqualTo("Of which major is blank. Write 0 if there was none.");
    }

    private static void rule(Map<String, byte[]> tables, String formula) {
        String rules = "id,scope,severity,formula,missing,locate,message,message_en,basis,from,until\n"
                + "XYZ001,return,query,\"" + formula.replace("\"", "\"\"") + "\",skip,,请核实。,Please check.,,,\n";
        tables.put("rules.csv", rules.getBytes(StandardCharsets.UTF_8));
    }

    private static Wording wordingOf(Catalogue catalogue, Lang lang) {
        return new Wording(new MessageBundle(lang), catalogue);
    }

    private static Finding finding(Object... said) {
        return FindingWords.with(Finding.failed("XYZ001", Severity.QUERY, CellRef.NOWHERE), said);
    }

    @Test
    void saysOfAFailedRuleOnlyWhatItsOwnSentenceDoesNot() {
        var service = new Ground(
                "WORKDAYS(cases.decided_on+1,cases.served_on)>7", Optional.of(BigDecimal.valueOf(8)), Optional.empty());
        var payment = new Ground(
                "cases.paid_on>cases.served_on+15", Optional.empty(), Optional.of(BigDecimal.valueOf(45961)));

        assertThat(relations("PRO016", service))
                .containsExactly(
                        "决定日 9月30日，送达日 10月16日，隔了 8 个工作日，超过 7 个",
                        "Date decided 30 September, Date served 16 October: 8 working days apart, more than 7");
        assertThat(relations("PRO015", payment))
                .containsExactly(
                        "缴款日 2026年1月5日 晚于 送达日 10月16日之后15天（10月31日）",
                        "Date paid 5 January 2026 is after Date served 16 October + 15 days (31 October)");
        assertThat(relations("PRO003", Ground.of("cases.decided_on>=DATE(2025,9,30)")))
                .containsExactly("", "");
    }

    @Test
    void saysThatAWeekIsFullWhereTheDayComesBehindIt() {
        var service = new Ground(
                "WORKDAYS(cases.decided_on+1,cases.served_on-1)>6",
                Optional.of(BigDecimal.valueOf(7)),
                Optional.empty());
        var hearing = new Ground(
                "WORKDAYS(cases.decided_on+1,cases.served_on-1)<5",
                Optional.of(BigDecimal.valueOf(4)),
                Optional.empty());

        assertThat(relations("PRO016", service))
                .containsExactly(
                        "决定日 9月30日，送达日 10月16日，之间已满 7 个工作日",
                        "Date decided 30 September, Date served 16 October: 7 full working days between");
        assertThat(relations("PRO016", hearing))
                .containsExactly(
                        "决定日 9月30日，送达日 10月16日，隔了 4 个工作日，少于 5 个",
                        "Date decided 30 September, Date served 16 October: 4 working days apart, less than 5");
    }

    @ParameterizedTest
    @CsvSource({
        "publicity.materials>publicity.boards/3, 5.004, , 5.001, 发放宣传资料 5.004 超过 办板报 15 ÷ 3（5）",
        "publicity.materials<publicity.boards-10, 5.004, , 5.0041, 发放宣传资料 5.004 少于 办板报 15 - 10（5.0041）",
        "publicity.boards/3>5, 1, 5.004, , 办板报 15 ÷ 3（5.004） 超过 5",
        "publicity.boards/3>5, 1, 5.126, , 办板报 15 ÷ 3（5.13） 超过 5",
        "publicity.boards/3>=5, 1, 5.0000000000001, , 办板报 15 ÷ 3（5） 达到 5",
        "publicity.materials>publicity.boards*4, 60.5, , 60, 发放宣传资料 60.5 是办板报 15 的 4.03 倍，超过 4 倍",
        "publicity.materials>publicity.boards*4, 706, , 60, 发放宣传资料 706 是办板报 15 的 47.1 倍，超过 4 倍",
    })
    void roundsNoNumberToOneThatTheSentenceDenies(
            String fact, BigDecimal materials, BigDecimal left, BigDecimal right, String said) {
        var finding = FindingWords.with(
                Finding.failed("PUB004", Severity.QUERY, CellRef.NOWHERE),
                "publicity.materials",
                materials,
                "publicity.boards",
                15,
                "ground",
                new Ground(fact, Optional.ofNullable(left), Optional.ofNullable(right)));

        assertThat(wordingOf(CatalogueLoader.builtIn(), Lang.ZH).relation(finding, MARCH))
                .isEqualTo(said);
    }

    @Test
    void addsUpInWordsOnlyWhatWasFilledInOrHadToBe() {
        var finding = FindingWords.with(
                Finding.failed("PRO017", Severity.QUERY, CellRef.NOWHERE),
                "cases.paid",
                300,
                "cases.fine",
                350,
                "ground",
                new Ground(
                        "cases.paid<cases.fine+cases.confiscated",
                        Optional.empty(),
                        Optional.of(BigDecimal.valueOf(350))));

        assertThat(wordingOf(CatalogueLoader.builtIn(), Lang.ZH).relation(finding, MARCH))
                .isEqualTo("实缴 300 少于 罚款或征收额 350");
    }

    @Test
    void saysWhatWasDueAsFarAsItIsKnown() {
        var unpaid = FindingWords.with(
                Finding.failed("PRO031", Severity.QUERY, CellRef.NOWHERE),
                "cases.case_no",
                "青交执〔2025〕5号",
                "cases.fine",
                350,
                "cases.paid",
                300);
        var wording = wordingOf(CatalogueLoader.builtIn(), Lang.ZH);

        assertThat(wording.sentence(unpaid, MARCH))
                .isEqualTo("案号 青交执〔2025〕5号：以“履行完毕”结案，没有缴清的记录（罚款或征收 350 元，实缴 300 元），请核实并说明（减免、没收实物的写明）。");
        assertThat(wording.sentence(unpaid.with("cases.confiscated", Argument.of(20)), MARCH))
                .contains("（罚款或征收 350 元，没收 20 元，实缴 300 元）");
    }

    @Test
    void saysHowManyTimesAnotherFigureASwingIs() {
        var mean = ground(
                "publicity.materials>(ytd.publicity.materials-publicity.materials)/5*4", BigDecimal.valueOf(628.8));
        var prior = ground("publicity.materials>prior.publicity.materials*4", BigDecimal.valueOf(640));
        var fewer = ground("publicity.materials<year_ago.publicity.materials/4", BigDecimal.valueOf(1000));
        var finding = FindingWords.with(
                Finding.failed("PUB004", Severity.QUERY, CellRef.NOWHERE),
                "publicity.materials",
                706,
                "ytd.publicity.materials",
                1492,
                "prior.publicity.materials",
                160,
                "year_ago.publicity.materials",
                4000,
                "ground",
                mean,
                "ground",
                prior,
                "ground",
                fewer);

        assertThat(wordingOf(CatalogueLoader.builtIn(), Lang.ZH).relation(finding, Period.parse("2025-06")))
                .isEqualTo("发放宣传资料 706 是今年以来其他月份的月均 157.2 的 4.5 倍，超过 4 倍；"
                        + "发放宣传资料 706 是上月的发放宣传资料 160 的 4.4 倍，超过 4 倍；"
                        + "发放宣传资料 706 不到上年同期的发放宣传资料 4000 的 1/4");
        assertThat(wordingOf(CatalogueLoader.builtIn(), Lang.EN).relation(finding, Period.parse("2025-06")))
                .startsWith("Leaflets handed out 706 is 4.5 times the mean of the other months of the year 157.2,"
                        + " more than 4 times; ");
    }

    private static Ground ground(String fact, BigDecimal right) {
        return new Ground(fact, Optional.empty(), Optional.of(right));
    }

    @Test
    void leavesOutAnExemptionThatBoundsTheSameDayOnItsOtherSide() {
        var finding = FindingWords.with(
                Finding.failed("OFF001", Severity.QUERY, CellRef.NOWHERE),
                "officers.certificate",
                "ZF030003",
                "officers.valid_until",
                LocalDate.of(2025, 6, 30),
                "officers.issued_on",
                LocalDate.of(2020, 7, 1),
                "period_end",
                LocalDate.of(2025, 7, 31),
                "ground",
                Ground.of("officers.valid_until>officers.issued_on"),
                "ground",
                Ground.of("officers.valid_until<period_end"));

        assertThat(wordingOf(CatalogueLoader.builtIn(), Lang.ZH).relation(finding, Period.parse("2025-07")))
                .isEqualTo("有效期至 6月30日 早于 报告期末日 7月31日");
    }

    @Test
    void saysWhichRegisterLacksACertificate() {
        var finding = FindingWords.with(
                Finding.failed("PRO029", Severity.QUERY, CellRef.NOWHERE),
                "cases.case_no",
                "青交执〔2025〕6号",
                "cases.officer_one",
                "ZF030009",
                "ground",
                Ground.of("ISBLANK(cases.officer_one.certificate)"));

        assertThat(Stream.of(Lang.values())
                        .map(lang ->
                                wordingOf(CatalogueLoader.builtIn(), lang).relation(finding, Period.parse("2025-10"))))
                .containsExactly(
                        "执法人员1证号 ZF030009 不在《执法人员证件台账》里",
                        "Officer 1, certificate ZF030009 is not in the Register of Officers");
    }

    private static List<String> relations(String rule, Ground ground) {
        var finding = FindingWords.with(
                Finding.failed(rule, Severity.QUERY, CellRef.NOWHERE),
                "cases.decided_on",
                LocalDate.of(2025, 9, 30),
                "cases.served_on",
                LocalDate.of(2025, 10, 16),
                "cases.paid_on",
                LocalDate.of(2026, 1, 5),
                "ground",
                ground);
        return Stream.of(Lang.values())
                .map(lang -> wordingOf(CatalogueLoader.builtIn(), lang).relation(finding, Period.parse("2025-10")))
                .toList();
    }
}

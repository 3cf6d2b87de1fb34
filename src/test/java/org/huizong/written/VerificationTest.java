package org.huizong.written;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.huizong.model.Period;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.huizong.written.read.Paragraph;
import org.huizong.written.read.Place;
import org.huizong.written.read.WrittenDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences of reports held against the sample's year 2025. */
class VerificationTest {
    @Test
    void findsTheFiguresOfAReportThatSaysThemOneByOne() {
        var said = Year2025.said(
                "全年发放宣传资料15000份，接受群众咨询860人次，张贴标语310处，办板报15期，举办培训班6期、254人次参加。",
                "全镇开展行政执法检查258次，纠正违章37起，行政处罚7次，行政立案37起（计生）。");

        assertThat(said)
                .containsExactly(
                        "一致 15000份 → 15000份",
                        "一致 860人次 → 860人次",
                        "一致 310处 → 310处",
                        "一致 15期 → 15期",
                        "一致 6期 → 6期",
                        "一致 254人次 → 254人次",
                        "一致 258次 → 258次",
                        "一致 37起 → 37起",
                        "一致 7次 → 7次",
                        "一致 37起 → 37起");
    }

    @Test
    void takesAnotherNumberForADifference() {
        assertThat(Year2025.said("共纠正违章73起。")).containsExactly("不一致 73起 → 37起");
    }

    @Test
    void saysWhereTheFigureComesFrom() {
        var report = new Year2025().verify(Year2025.document("共纠正违章73起。"));

        assertThat(report.lines())
                .extracting(ReportLine::place, ReportLine::quote, ReportLine::source)
                .containsExactly(tuple("第1段", "纠正违章73起", "主要指标“纠正违章”（data/totals.csv：violations_corrected），实报24/24"));
    }

    @Test
    void readsNumbersAsPeopleWriteThem() {
        assertThat(Year2025.said("发放宣传单1.5万份，办理农村养老保险四千五百六十五份，张贴标语３１０条，咨询八百六十人次，学法六次。"))
                .containsExactly(
                        "一致 1.5万份 → 15000份",
                        "一致 四千五百六十五份 → 4565份",
                        "一致 ３１０条 → 310处",
                        "一致 八百六十人次 → 860人次",
                        "一致 六次 → 6次");
    }

    @Test
    void roundsAsTheReportDoes() {
        assertThat(Year2025.said("农村居民养老保险0.46万份，农村居民养老保险0.45万份，农村小额保险4000余份，农村小额保险近4100份，执法检查约260次，执法检查超过260次。"))
                .containsExactly(
                        "一致 0.46万份 → 4565份",
                        "不一致 0.45万份 → 4565份",
                        "一致 4000余份 → 4078份",
                        "一致 4100份 → 4078份",
                        "一致 260次 → 258次",
                        "不一致 260次 → 258次");
    }

    @Test
    void readsThatThereWasNone() {
        assertThat(Year2025.said("实现安全生产、食品安全“零事故”。全年未发生生产安全事故。", "食品安全事故0起，生产安全事故1起。"))
                .containsExactly("一致 零 → 0起", "一致 零 → 0起", "一致 未发生 → 0起", "一致 0起 → 0起", "不一致 1起 → 0起");
    }

    @Test
    void knowsOfWhichFieldANumberSpeaks() {
        assertThat(Year2025.said("在交通管理方面，纠正违章212次，处罚7次。", "安全生产检查120次、食品安全检查70次。", "在计生执法方面，立案37起，发出征收决定书39份。"))
                .containsExactly(
                        "一致 212次 → 212次",
                        "一致 7次 → 7次",
                        "一致 120次 → 120次",
                        "一致 70次 → 70次",
                        "一致 37起 → 37起",
                        "一致 39份 → 39份");
    }

    @Test
    void addsUpTheParts() {
        assertThat(Year2025.said("行政执法检查258次，其中安全生产120次、食品药品70次、道路交通68次。"))
                .containsExactly("一致 258次 → 258次", "一致 120次 → 120次", "一致 70次 → 70次", "一致 68次 → 68次");
        assertThat(Year2025.said("行政执法检查258次，其中安全生产120次、食品药品70次、道路交通86次。"))
                .containsExactly("合计不符 258次 → 276次", "一致 120次 → 120次", "一致 70次 → 70次", "不一致 86次 → 68次");
    }

    @Test
    void comparesWithAYearAgo() {
        assertThat(Year2025.said("行政执法检查258次，同比增长9.3%，比去年同期增加22次；去年同期236次。纠正交通违章比上年下降14.2%。"))
                .containsExactly(
                        "一致 258次 → 258次",
                        "一致 9.3% → 增加 9.3%",
                        "一致 22次 → 增加 22次",
                        "一致 236次 → 236次",
                        "一致 14.2% → 减少 14.2%");
        assertThat(Year2025.said("行政执法检查258次，同比下降9.3%。")).containsExactly("一致 258次 → 258次", "不一致 9.3% → 增加 9.3%");
    }

    @Test
    void comparesWithTheMonthsThatStandLast() {
        assertThat(Year2025.said("行政执法检查258次，较2019年增长30%，较前年增长10%，同比增长9.3%。", "行政执法检查258次，较2024年增长9.3%。"))
                .containsExactly(
                        "一致 258次 → 258次",
                        "没有 30%",
                        "没有 10%",
                        "一致 9.3% → 增加 9.3%",
                        "一致 258次 → 258次",
                        "一致 9.3% → 增加 9.3%");
    }

    @Test
    void takesOtherYearsForNoContradiction() {
        var report = new Year2025()
                .verify(Year2025.document("行政处罚较2022年下降22%，较2021年下降30%。", "2023年执法检查220次，前年执法检查210次，五年来执法检查1100次。"));

        assertThat(report.lines()).hasSize(5).allMatch(l -> l.outcome() == Outcome.ABSENT);
        assertThat(report.contradicted()).isZero();
    }

    @Test
    void knowsWhereAChangeBegan() {
        assertThat(Year2025.said("执法检查次数由236次上升至258次。", "执法检查由去年的236次增加到268次。"))
                .containsExactly("没有 236次", "一致 258次 → 258次", "一致 236次 → 236次", "不一致 268次 → 258次");
    }

    @Test
    void addsUpTheNumbersOfOneSentence() {
        assertThat(Year2025.said("走访企业30家。走访商户20家、学校5家，共计25家。"))
                .containsExactly("没有 30家", "没有 20家", "没有 5家", "一致 25家 → 25家");
        assertThat(Year2025.said("行政执法检查258次，其中安全生产120次、食品药品70次、道路交通68次，合计258次。"))
                .containsExactly("一致 258次 → 258次", "一致 120次 → 120次", "一致 70次 → 70次", "一致 68次 → 68次", "一致 258次 → 258次");
        assertThat(Year2025.said("安全生产检查120次，食品检查70次，道路交通检查68次，共268次。")).endsWith("合计不符 268次 → 258次");
    }

    @Test
    void readsThatThereWasNoneBehindTheThings() {
        assertThat(Year2025.said("生产安全事故、食品安全事故均为零。", "全年生产安全事故零发生，食品安全事故零报告。", "行政处罚零增长。"))
                .containsExactly("一致 零 → 0起", "一致 零 → 0起", "一致 零 → 0起", "一致 零 → 0起");
    }

    @Test
    void takesWeeksDaysAndManyYearsForOtherMonths() {
        assertThat(Year2025.said("本周执法检查3次，昨日执法检查1次。", "“十四五”以来累计开展执法检查1200次。", "2025年12月5日，执法检查3次。", "第3季度执法检查60次。"))
                .containsExactly("没有 3次", "没有 1次", "没有 1200次", "没有 3次", "没有 60次");
        assertThat(Year2025.said("截至2025年12月31日，执法检查258次。", "2025年1月1日至12月31日，执法检查258次。", "执法检查236次（2024年）。"))
                .containsExactly("一致 258次 → 258次", "一致 258次 → 258次", "一致 236次 → 236次");
    }

    @Test
    void takesADayForNoPeriodOfTheReport() {
        YearMonth today = YearMonth.of(2026, 2);

        assertThat(Verification.stated(Year2025.document("青溪镇工作总结", "（2026年1月5日）", "2025年，我镇……"), today))
                .contains(new Verification.Stated(Period.year(2025), false));
    }

    @Test
    void leavesOpenWhatOthersDid() {
        assertThat(Year2025.said("全县开展执法检查2580次，全国行政处罚100万次。", "市级执法检查2次。", "石桥村等6个村开展执法检查30次。"))
                .containsExactly("没有 2580次", "没有 100万次", "没有 2次", "没有 6个", "没有 30次");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "在安全市场整治中",
                "健全市场监管机制并",
                "健全县乡两级机制并",
                "在安全区域",
                "落实上级要求",
                "按照市级部门有关部署",
                "根据县司法局安排",
                "按全县统一部署",
                "节省人力委托村里"
            })
    void comparesWhatWeDidThoughOthersAreNamed(String before) {
        assertThat(Year2025.said(before + "发放宣传资料990份。")).containsExactly("不一致 990份 → 15000份");
    }

    @ParameterizedTest
    @ValueSource(strings = {"全市", "全县", "县公安全市", "上级部门", "市级部门", "县司法局", "县司法局按上级要求", "根据上级要求全市"})
    void leavesOpenWhatALevelAboveDid(String doer) {
        assertThat(Year2025.said(doer + "发放宣传资料990份。")).containsExactly("没有 990份");
    }

    @Test
    void readsChangesInTheOrderOfAList() {
        assertThat(Year2025.said(
                        "行政执法检查258次、行政立案37起，分别较上年增加22次、减少4起。",
                        "行政执法检查、行政立案分别为258次、37起，同比分别增长9.3%、增长5%。",
                        "行政处罚由9次降为8次。"))
                .containsExactly(
                        "一致 258次 → 258次",
                        "一致 37起 → 37起",
                        "一致 22次 → 增加 22次",
                        "一致 4起 → 减少 4起",
                        "一致 258次 → 258次",
                        "一致 37起 → 37起",
                        "一致 9.3% → 增加 9.3%",
                        "不一致 5% → 减少 9.8%",
                        "没有 9次",
                        "不一致 8次 → 7次");
    }

    @Test
    void readsNumbersOfDigitsAndWordsForPlaces() {
        assertThat(Year2025.said("发放宣传资料1万5千份，发放宣传资料1万4千8百份。", "图1 行政执法检查；附件2：行政执法检查258次，人大代表12人。"))
                .containsExactly("一致 1万5千份 → 15000份", "不一致 1万4千8百份 → 15000份", "一致 258次 → 258次", "没有 12人");
    }

    @Test
    void takesNumbersOfListsForNone() {
        assertThat(Year2025.said("①执法检查258次；②行政处罚8次；1.板报15期；2、标语310处。"))
                .containsExactly("一致 258次 → 258次", "不一致 8次 → 7次", "一致 15期 → 15期", "一致 310处 → 310处");
    }

    @Test
    void leavesOpenWhatIsOfAPartOfTheMonths() {
        var report = new Year2025()
                .verify(Year2025.document("12月上旬执法检查5次，下旬执法检查8次。", "“清网行动”执法检查20次。", "前三季度执法检查190次，三季度执法检查62次。"));

        assertThat(report.lines()).hasSize(5).allMatch(l -> l.outcome() == Outcome.ABSENT);
        assertThat(report.contradicted()).isZero();
    }

    @Test
    void marksBothOfTwoNumbersThatContradictEachOther() {
        var report = new Year2025().verify(Year2025.document("全年开展执法检查258次。", "总之，执法检查285次，成效明显。"));

        assertThat(report.lines())
                .extracting(ReportLine::outcome, ReportLine::isContradicted, ReportLine::remark)
                .containsExactly(
                        tuple(Outcome.AGREES, true, "与第2段的“执法检查285次”互相矛盾"),
                        tuple(Outcome.DIFFERS, true, "与第1段的“执法检查258次”互相矛盾"));
    }

    @Test
    void doesNotJudgeWhereReturnsAreMissing() {
        var report = new Year2025().lacking("slogans", "v01", "publicity").verify(Year2025.document("张贴标语320处。"));

        assertThat(report.lines())
                .extracting(ReportLine::outcome, ReportLine::ours, ReportLine::remark)
                .containsExactly(tuple(Outcome.OPEN, "310处", "数还不全（缺 石桥村），不能判定"));
        assertThat(report.isWrong()).isFalse();
    }

    @Test
    void holdsWhatAUnitDidAgainstItsOwnFigure() {
        var year = new Year2025().with("materials", "v01", 200);

        assertThat(year.say("石桥村发放宣传资料200份，青山村召开院坝会3场。")).containsExactly("一致 200份 → 200份", "没有 3场");
        assertThat(year.say("石桥村发放宣传资料300份。")).containsExactly("不一致 300份 → 200份");
    }

    @Test
    void holdsWhatIsToBeAgainstTheTarget() {
        assertThat(Year2025.said("四、下一步打算", "全年组织集中学法不少于6次，执法检查力争达到300次。", "各单位学法不少于8次。"))
                .containsExactly("一致 6次 → 6次", "不一致 8次 → 6次");
    }

    @Test
    void holdsTheTargetOfAnotherYearAgainstNothing() {
        assertThat(Year2025.said("四、下一步打算", "2025年目标：行政执法检查260次，行政知识学习8次。")).containsExactly("不一致 8次 → 6次");
        assertThat(Year2025.said("四、下一步打算", "2026年目标：行政执法检查260次，行政知识学习8次。")).isEmpty();
    }

    @Test
    void countsWhatIsHeldAgainstAPlanForNoPlan() {
        assertThat(Year2025.said("起草早于计划1条、签发早于前面的环节1条、公布早于签发1条（共3条）。"))
                .noneMatch(said -> said.contains("不符") || said.contains("不一致"));
    }

    @Test
    void leavesAloneWhatIsNoFigure() {
        assertThat(Year2025.said(
                        "2025年12月31日，按照青府发〔2025〕3号文件和《行政处罚法》第四十四条，落实“五落实”“三到位”，学习十八届三中全会精神，推进六五普法。",
                        "一是检查到位。二是每月检查2次。（三）联系电话0831-7654321，13812345678。",
                        "开展3.15宣传活动，培训5天，完成四道程序，班子成员分3组。"))
                .isEmpty();
    }

    @Test
    void saysOfWhatItDoesNotKnowThatItIsNotInTheFigures() {
        assertThat(Year2025.said("走访企业46家，开展夜间检查30次，完成率98%。")).containsExactly("没有 46家", "没有 30次", "没有 98%");
    }

    @Test
    void readsNumbersInTheOrderOfAList() {
        assertThat(Year2025.said("行政执法检查、纠正违章、行政处罚分别为258次、37起和9次。"))
                .containsExactly("一致 258次 → 258次", "一致 37起 → 37起", "不一致 9次 → 7次");
    }

    @Test
    void takesNoOtherColumnOfATableForTheFigure() {
        var place = new Place(Place.Part.TABLE, 0, 1, 2, 5);
        var document = new WrittenDocument.Text(
                Path.of("report.docx"),
                WrittenDocument.Format.DOCX,
                List.of(
                        new Paragraph("7", "本年\t行政处罚\t次\t", place),
                        new Paragraph("9", "上年同期\t行政处罚\t次\t", place),
                        new Paragraph("8", "上年同期\t行政处罚\t次\t", place),
                        new Paragraph("36/36", "实报/应报\t行政处罚\t次\t", place),
                        new Paragraph("36", "实报份数\t行政处罚\t次\t", place)),
                0,
                List.of());

        assertThat(new Year2025().verify(document).lines())
                .extracting(ReportLine::outcome, ReportLine::theirs, ReportLine::ours)
                .containsExactly(
                        tuple(Outcome.AGREES, "7", "7次"),
                        tuple(Outcome.AGREES, "9", "9次"),
                        tuple(Outcome.DIFFERS, "8", "9次"),
                        tuple(Outcome.ABSENT, "36", ""));
    }

    @Test
    void readsAnEnglishReport() {
        assertThat(Year2025.said("In 2025 we made 258 inspections, handed out 15,000 leaflets and put up 301 slogans."))
                .containsExactly("一致 258 → 258次", "一致 15,000 → 15000份", "不一致 301 → 310处");
    }

    @Test
    void speaksEnglish() {
        var report = new Year2025().verify(Year2025.document("共纠正违章73起。"), Lang.EN);

        assertThat(report.lines())
                .extracting(ReportLine::place, ReportLine::ours, ReportLine::source)
                .containsExactly(tuple(
                        "paragraph 1",
                        "37 cases",
                        "indicator \"Violations corrected\" (data/totals.csv: violations_corrected), 24/24 counted"));
    }

    @Test
    void findsThePeriodThatTheReportSays() {
        YearMonth today = YearMonth.of(2026, 1);

        assertThat(Verification.stated(Year2025.document("青溪镇2025年依法行政工作总结"), today))
                .contains(new Verification.Stated(Period.year(2025), false));
        assertThat(Verification.stated(Year2025.document("关于2025年上半年工作的报告"), today))
                .contains(new Verification.Stated(Period.parse("2025-H1"), false));
        assertThat(Verification.stated(Year2025.document("工作报告", "2025年1—9月，全镇……"), today))
                .contains(new Verification.Stated(Period.parse("2025-09"), true));
        assertThat(Verification.stated(Year2025.document("工作报告", "10月份，全镇……"), today))
                .contains(new Verification.Stated(Period.parse("2025-10"), false));
        assertThat(Verification.stated(Year2025.document("20xx年，我镇……"), today)).isEmpty();
    }

    @Test
    void findsAPeriodInChineseNumerals() {
        YearMonth today = YearMonth.of(2026, 1);

        assertThat(Verification.stated(Year2025.document("青溪镇二〇二五年九月工作情况"), today))
                .contains(new Verification.Stated(Period.parse("2025-09"), false));
        assertThat(Verification.stated(Year2025.document("工作报告", "九月份，全镇……"), today))
                .contains(new Verification.Stated(Period.parse("2025-09"), false));
        assertThat(Verification.stated(Year2025.document("二〇二五年一至九月工作情况"), today))
                .contains(new Verification.Stated(Period.parse("2025-09"), true));
        assertThat(Verification.stated(Year2025.document("工作报告", "今年一月至十一月，全镇……"), today))
                .contains(new Verification.Stated(Period.parse("2026-11"), true));
        assertThat(Verification.stated(Year2025.document("坚持一月一主题", "十一月三日召开会议"), today))
                .isEmpty();
    }

    @Test
    void takesMonthsInChineseNumeralsForMonths() {
        assertThat(Year2025.said("二〇二五年一至十二月，开展行政执法检查258次。", "二〇二四年全年开展行政执法检查236次。", "截至九月底，开展行政执法检查258次。"))
                .containsExactly("一致 258次 → 258次", "一致 236次 → 236次", "没有 258次");
    }

    @Test
    void namesAnotherTownshipThatSpeaks() {
        var verification =
                new Verification(Year2025.CATALOGUE, new Wording(new MessageBundle(Lang.ZH), Year2025.CATALOGUE));

        assertThat(verification.stranger(Year2025.document("白云镇2025年依法行政工作报告", "今年……")))
                .contains("白云镇");
        assertThat(verification.stranger(Year2025.document("青溪镇2025年依法行政工作报告", "今年……")))
                .isEqualTo(Optional.empty());
        assertThat(verification.stranger(Year2025.document("2025年依法行政工作报告", "我镇……")))
                .isEmpty();
    }
}

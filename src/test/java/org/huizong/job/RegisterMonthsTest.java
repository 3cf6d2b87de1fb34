package org.huizong.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.huizong.model.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same record comes in the registers of several months, and of several units: it counts once, by its day. */
@Order(1)
class RegisterMonthsTest {
    private RegisterOffice office;

    @BeforeEach
    void open(@TempDir Path home) {
        office = new RegisterOffice(home);
    }

    @Test
    void countsACaseWhoseDayWasCorrectedOnceAndNamesTheMonthThatItLeft() {
        office.send("2025-01", "安监办", "1号,2025-01-06,2025-01-17,200", "2号,2025-01-08,2025-01-20,50")
                .send("2025-01", "交管站")
                .send("2025-02", "安监办", "1号,2025-01-06,2025-02-03,200")
                .send("2025-02", "交管站");

        var january = office.run("2025-01");
        assertThat(office.totals("cases.decided", "2025-01")).containsExactly("2");
        var february = office.run("2025-02");

        assertThat(january.publication().outdated()).isEmpty();
        assertThat(february.publication().outdated()).hasToString("[2025-01]");
        assertThat(office.stale()).containsExactly("2025-01");
        assertThat(office.total("2025-02", "cases.decided")).isEqualTo("1");
        assertThat(office.total("2025-02", "cases.fines")).isEqualTo("200.00");
        assertThat(office.findings("2025-02"))
                .contains("d01 record.moved C4 决定日期由 2025-01-17 改为 2025-02-03（改期），按新日期统计。请核实并说明。");

        office.runAll("2025-01", "2025-02", "2025-Q1");

        assertThat(office.stale()).isEmpty();
        assertThat(office.totals("cases.decided", "2025-01", "2025-02", "2025-Q1"))
                .containsExactly("1", "1", "2");
        assertThat(office.totals("cases.fines", "2025-01", "2025-02", "2025-Q1"))
                .containsExactly("50.00", "200.00", "250.00");
        assertThat(office.totals("decided", "2025-01", "2025-02", "2025-Q1")).containsExactly("1", "1", "2");
    }

    @Test
    void asksAboutADayAheadAndCountsItOnceTheSlipIsCorrected() {
        office.send("2025-01", "安监办", "3号,2025-01-02,2026-01-06,80")
                .send("2025-01", "交管站")
                .send("2025-02", "安监办", "3号,2025-01-02,2025-01-06,80")
                .send("2025-02", "交管站")
                .runAll("2025-01");

        assertThat(office.total("2025-01", "cases.decided")).isEqualTo("0");
        assertThat(office.findings("2025-01"))
                .containsExactly("d01 record.ahead C4 决定日期 2026-01-06 在 2025-01-31 之后，到那时才统计。请核对日期，没有写错的请说明。");

        office.run("2025-02");

        assertThat(office.stale()).containsExactly("2025-01");
        assertThat(office.total("2025-02", "cases.decided")).isEqualTo("0");
        assertThat(office.findings("2025-02"))
                .containsExactly("d01 record.moved C4 决定日期由 2026-01-06 改为 2025-01-06（改期），按新日期统计。请核实并说明。");

        office.run("2025-01");

        assertThat(office.total("2025-01", "cases.decided")).isEqualTo("1");
        assertThat(office.total("2025-01", "cases.fines")).isEqualTo("80.00");
    }

    @Test
    void countsALateCaseInTheMonthOfItsDayAndSaysSo() {
        office.send("2025-01", "安监办", "1号,2025-01-06,2025-01-17,200")
                .send("2025-01", "交管站")
                .send("2025-02", "安监办", "1号,2025-01-06,2025-01-17,200", "4号,2025-01-27,2025-02-12,60")
                .send("2025-02", "交管站")
                .runAll("2025-01", "2025-02");

        assertThat(office.stale()).containsExactly("2025-01");
        assertThat(office.findings("2025-02"))
                .containsExactly(
                        "d01 record.afterwards B5 立案日期 2025-01-27 在 2025-01，而 2025-01 的台账里没有（补报）。按日期统计在 2025-01，请核实并说明。");

        office.runAll("2025-01", "2025-Q1");

        assertThat(office.totals("cases.filed", "2025-01", "2025-02", "2025-Q1"))
                .containsExactly("2", "0", "2");
        assertThat(office.totals("cases.decided", "2025-01", "2025-02", "2025-Q1"))
                .containsExactly("1", "1", "2");
    }

    @Test
    void asksForAnOpenCaseThatTheNextRegistersLeaveOut() {
        office.send("2025-01", "安监办", "4号,2025-01-10,,", "5号,2025-01-11,2025-01-20,30,,,2025-01-25")
                .send("2025-01", "交管站")
                .send("2025-02", "安监办", "6号,2025-02-10,2025-02-11,20,,,2025-02-12")
                .send("2025-02", "交管站")
                .send("2025-03", "安监办")
                .send("2025-03", "交管站")
                .send("2025-04", "安监办", "4号,2025-01-10,2025-04-02,10,,,2025-04-08")
                .send("2025-04", "交管站")
                .send("2025-05", "安监办")
                .send("2025-05", "城管办")
                .runAll("2025-01", "2025-02", "2025-03", "2025-04", "2025-05");

        String dropped = "d01 record.dropped 案号 4号 在 2025-01 的台账里还没有办结，本期台账里却没有了。请补上这一条，已办结的填上日期。";
        assertThat(office.findings("2025-02")).containsExactly(dropped);
        assertThat(office.findings("2025-03")).containsExactly(dropped);
        assertThat(office.findings("2025-04")).isEmpty();
        assertThat(office.findings("2025-05")).isEmpty();
        assertThat(office.totals("cases.pending", "2025-01", "2025-02", "2025-03", "2025-04"))
                .containsExactly("1", "1", "1", "0");
        assertThat(office.totals("cases.listed", "2025-01", "2025-02", "2025-03", "2025-04"))
                .containsExactly("2", "1", "0", "1");
    }

    @Test
    void countsOneNumberOfTwoUnitsOnceForTheOneThatReportedItFirst() {
        office.publishing()
                .send("2025-01", "交管站", "7号,2025-01-06,2025-01-17,200,张三,2025-01-02")
                .send("2025-01", "安监办")
                .send("2025-02", "安监办", "〔2025〕9号,2025-02-01,,", "7号,2025-01-06,2025-01-17,200,张三,2025-01-02")
                .send("2025-02", "交管站", "7号,2025-01-06,2025-01-17,200,张三,2025-01-02")
                .runAll("2025-01", "2025-02", "2025-01", "2025-Q1");

        assertThat(office.totals("cases.decided", "2025-01", "2025-02", "2025-Q1"))
                .containsExactly("1", "0", "1");
        assertThat(office.totals("cases.fines", "2025-01", "2025-Q1")).containsExactly("200.00", "200.00");
        assertThat(office.total("2025-02", "cases.listed")).isEqualTo("2");
        assertThat(office.findings("2025-02"))
                .containsExactly("d01 record.units A5 案号 7号：交管站先报了同一个编号，这一行没有计入。是另一件的，请改用新编号；是移交过来的，请在交管站的台账里注明，并说明。");
        assertThat(office.page("2025-02", "在册"))
                .contains("2025年2月在册 2 件。同一件以最近一次报送为准；姓名、证件号码、电话已遮盖。 另有 1 行的编号是别的单位先报的，没有计入。")
                .contains("没有计入：编号是别的单位先报的。");
        assertThat(office.rows("2025-01", "measures.csv").stream()
                        .filter(r -> r.get("item").equals("cases.decided"))
                        .map(r -> r.get("unit") + " " + r.get("record") + " " + r.get("sent_for") + " " + r.get("file")
                                + " " + r.get("cell")))
                .containsExactly("d02 7号 2025-02 交管站.csv A4");
    }

    @Test
    void givesANumberOfOneMonthToTheUnitWhoseRegisterCameFirst() {
        office.send("2025-01", "交管站", "7号,2025-01-06,2025-01-17,200,张三,2025-01-02")
                .run("2025-01", LocalDate.of(2025, 2, 3));
        office.send("2025-01", "安监办", "7号,2025-01-06,2025-01-17,200,张三,2025-01-02")
                .run("2025-01", LocalDate.of(2025, 2, 5));

        assertThat(office.findings("2025-01"))
                .extracting(f -> f.substring(0, 16))
                .containsExactly("d01 record.units");
        assertThat(office.total("2025-01", "cases.decided")).isEqualTo("1");
    }

    @Test
    void givesANumberThatCameOnOneDayToTheUnitThatIsListedFirst() {
        office.send(
                        "2025-01",
                        "交管站",
                        "7号,2025-01-06,2025-01-17,200,张三,2025-01-02",
                        "8号,2025-01-06,2025-01-17,50,张三,2025-01-02")
                .send("2025-01", "安监办", "7号,2025-01-06,2025-01-17,200,张三,2025-01-02")
                .run("2025-01");

        assertThat(office.findings("2025-01"))
                .extracting(f -> f.substring(0, 16).strip())
                .containsExactly("d01 CAS001 D4 同一", "d02 record.units", "d02 CAS001 D5 同一");
        assertThat(office.total("2025-01", "cases.decided")).isEqualTo("2");
    }

    @Test
    void leavesAClosedMonthAsItIsAndCountsEverythingOnceAllTheSame() {
        office.send("2025-01", "安监办", "1号,2025-01-06,2025-01-17,200")
                .send("2025-01", "交管站")
                .send("2025-02", "安监办", "1号,2025-01-06,2025-02-03,200", "9号,2025-01-09,2025-01-20,70")
                .send("2025-02", "交管站")
                .send("2025-03", "安监办", "1号,2025-01-06,2025-02-03,200", "9号,2025-01-09,2025-01-21,70")
                .send("2025-03", "交管站")
                .runAll("2025-01")
                .note("close", "2025-01")
                .runAll("2025-02", "2025-01", "2025-03");

        assertThat(office.stale()).isEmpty();
        assertThat(office.totals("cases.decided", "2025-01", "2025-02", "2025-03"))
                .containsExactly("1", "1", "0");
        assertThat(office.totals("cases.fines", "2025-01", "2025-02", "2025-03"))
                .containsExactly("200.00", "70.00", "0.00");
        assertThat(office.totals("cases.filed", "2025-01", "2025-02", "2025-03"))
                .containsExactly("1", "1", "0");
        assertThat(office.findings("2025-02"))
                .containsExactly(
                        "d01 record.afterwards.closed B5 立案日期 2025-01-09 在 2025-01，而 2025-01 的台账里没有（补报）。2025-01 已封存，统计在 2025-02。请核实并说明。",
                        "d01 record.moved.closed C4 决定日期由 2025-01-17 改为 2025-02-03（改期）。其中有已封存的月份，统计在 2025-01。请核实并说明。",
                        "d01 record.afterwards.closed C5 决定日期 2025-01-20 在 2025-01，而 2025-01 的台账里没有（补报）。2025-01 已封存，统计在 2025-02。请核实并说明。");
        assertThat(office.findings("2025-03"))
                .containsExactly(
                        "d01 record.moved.closed C5 决定日期由 2025-01-20 改为 2025-01-21（改期）。其中有已封存的月份，统计在 2025-02。请核实并说明。");
        assertThat(office.runAll("2025-Q1").totals("cases.fines", "2025-Q1")).containsExactly("270.00");
    }

    @Test
    void putsEverythingBackByItsDayWhenAMonthIsOpenedAgain() {
        office.send("2025-01", "安监办", "1号,2025-01-06,2025-01-17,200")
                .send("2025-01", "交管站")
                .send("2025-02", "安监办", "1号,2025-01-06,2025-02-03,200", "9号,2025-01-09,2025-01-20,70")
                .send("2025-02", "交管站")
                .runAll("2025-01")
                .note("close", "2025-01")
                .runAll("2025-02")
                .note("reopen", "2025-01");

        assertThat(office.stale()).containsExactly("2025-01", "2025-02");

        office.runAll("2025-01", "2025-02", "2025-Q1");

        assertThat(office.totals("cases.fines", "2025-01", "2025-02", "2025-Q1"))
                .containsExactly("70.00", "200.00", "270.00");
        assertThat(office.totals("cases.filed", "2025-01", "2025-02", "2025-Q1"))
                .containsExactly("2", "0", "2");
    }

    @Test
    void takesACaseBackToItsMonthWhenTheLaterRegisterIsWithdrawn() {
        office.send("2025-01", "安监办", "1号,2025-01-06,2025-01-17,200")
                .send("2025-01", "交管站")
                .send("2025-02", "安监办", "1号,2025-01-06,2025-02-03,200")
                .send("2025-02", "交管站")
                .runAll("2025-01", "2025-02", "2025-01")
                .withdraw("2025-02", "安监办");

        assertThat(office.stale()).containsExactly("2025-01", "2025-02");
        assertThat(office.runAll("2025-01").total("2025-01", "cases.decided")).isEqualTo("1");
    }

    @Test
    void callsOnlyTheMonthItselfStaleWhenWhatWasTakenBackIsRestored() {
        office.send("2025-01", "安监办", "1号,2025-01-06,2025-01-17,200")
                .send("2025-01", "交管站")
                .send("2025-02", "安监办", "1号,2025-01-06,2025-02-03,200")
                .send("2025-02", "交管站")
                .runAll("2025-01", "2025-02", "2025-01")
                .withdraw("2025-02", "安监办")
                .restore("2025-02", "安监办");

        assertThat(office.stale()).containsExactly("2025-02");
    }

    @Test
    void leavesAHalfYearFittingOfWhichALaterRegisterSaysTheSame() {
        office.send("2025-01", "安监办", "1号,2025-01-06,2025-01-17,200")
                .send("2025-01", "交管站")
                .runAll("2025-01", "2025-Q1", "2025-H1")
                .send("2025-07", "安监办", "1号,2025-01-06,2025-01-17,200")
                .send("2025-07", "城管办")
                .runAll("2025-07");

        office.runAll("2025-Q1");

        assertThat(office.stale()).isEmpty();
    }

    @Test
    void callsAHalfYearStaleOfWhichALaterRegisterMovesACase() {
        office.send("2025-01", "安监办", "1号,2025-01-06,2025-01-17,200")
                .send("2025-01", "交管站")
                .runAll("2025-01", "2025-Q1", "2025-H1")
                .send("2025-07", "安监办", "1号,2025-01-06,2025-07-17,200")
                .send("2025-07", "城管办")
                .runAll("2025-07");

        office.runAll("2025-Q1");

        assertThat(office.stale()).containsExactly("2025-01", "2025-H1");
    }

    @Test
    void countsForAMonthWithoutARegisterWhatALaterOneSaysOfIt() {
        office.send("2025-01", "交管站")
                .send("2025-02", "安监办", "1号,2025-01-06,2025-01-17,200")
                .send("2025-02", "交管站")
                .runAll("2025-01", "2025-02");
        assertThat(office.stale()).containsExactly("2025-01");

        office.runAll("2025-01", "2025-Q1");

        assertThat(office.totals("cases.decided", "2025-01", "2025-02", "2025-Q1"))
                .containsExactly("1", "0", "1");
        assertThat(office.findings("2025-02")).isEmpty();
        assertThat(office.rows("2025-01", "totals.csv").stream()
                        .filter(r -> r.get("code").equals("cases.decided"))
                        .map(r -> r.get("counted") + "/" + r.get("owed") + " " + r.get("missing")))
                .containsExactly("1/2 d01");
    }

    @Test
    void handsTheRecordsOfAUnitOnToItsSuccessor() {
        office.send("2025-04", "安监办")
                .send("2025-04", "交管站", "5号,2025-04-02,,", "6号,2025-04-03,2025-04-10,40")
                .send("2025-05", "安监办")
                .send("2025-05", "城管办", "5号,2025-04-02,2025-05-06,90", "6号,2025-04-03,2025-04-12,40")
                .runAll("2025-04", "2025-05", "2025-04", "2025-Q2");

        assertThat(office.findings("2025-05"))
                .containsExactly("d03 record.moved C5 决定日期由 2025-04-10 改为 2025-04-12（改期），按新日期统计。请核实并说明。");
        assertThat(office.rows("2025-Q2", "measures.csv").stream()
                        .filter(r -> r.get("item").equals("cases.fines"))
                        .map(r -> r.get("period") + " " + r.get("unit") + " " + r.get("value")))
                .containsExactly("2025-04 d02 40", "2025-05 d03 90");
        assertThat(office.totals("cases.fines", "2025-04", "2025-05", "2025-Q2"))
                .containsExactly("40.00", "90.00", "130.00");
    }

    @Test
    void countsARegisterWithoutKeysByItself() {
        office.with("items.csv", "text,,是,是,", "text,,是,,")
                .send("2025-01", "安监办", "1号,2025-01-06,2025-01-17,200")
                .send("2025-01", "交管站", "1号,2025-01-06,2025-01-17,50")
                .send("2025-02", "安监办", "1号,2025-01-06,2025-02-03,200")
                .send("2025-02", "交管站")
                .runAll("2025-01", "2025-02");

        assertThat(office.totals("cases.fines", "2025-01", "2025-02")).containsExactly("250.00", "200.00");
        assertThat(office.findings("2025-02")).isEmpty();
    }

    @Test
    void knowsNoCountOfWorkingDaysOfAYearWithoutATable() {
        office.with(
                        "items.csv",
                        "AND(cases.filed_on>=period_start,cases.filed_on<=period_end)",
                        "AND(cases.filed_on>=period_start,cases.filed_on<=period_end,WORKDAYS(cases.filed_on,cases.decided_on)<=7)")
                .send("2025-01", "安监办", "1号,2025-01-06,2025-01-17,200")
                .send("2025-01", "交管站")
                .run("2025-01");

        assertThat(office.totals("cases.filed", "2025-01")).containsExactly("—");
        assertThat(office.totals("cases.decided", "2025-01")).containsExactly("1");
    }

    @Test
    void countsAQuarterInPartIfNobodyKnowsTheCountOfOneMonth() {
        office.with(
                        "items.csv",
                        "AND(cases.filed_on>=period_start,cases.filed_on<=period_end)",
                        "AND(cases.filed_on>=period_start,cases.filed_on<=period_end,WORKDAYS(cases.acted_on,cases.filed_on)<=20)")
                .with("holidays.csv", "date,day,label\n", "date,day,label\n2026-01-01,off,元旦\n")
                .with("units.csv", "d03,,2025-04", "d03,,2026-04")
                .with("units.csv", "2025-05,", "2026-05,")
                .send("2026-01", "安监办", "1号,2026-01-06,2026-01-17,200,张三,2025-12-30")
                .send("2026-01", "交管站")
                .send("2026-02", "安监办", "2号,2026-02-03,2026-02-06,50,李四,2026-02-02")
                .send("2026-02", "交管站")
                .send("2026-03", "安监办")
                .send("2026-03", "交管站")
                .runAll("2026-01", "2026-02", "2026-03", "2026-Q1");

        assertThat(office.totals("cases.filed", "2026-01", "2026-02", "2026-03", "2026-Q1"))
                .containsExactly("—", "1", "0", "1");
        assertThat(office.rows("2026-Q1", "totals.csv").stream()
                        .filter(r -> List.of("cases.filed", "cases.decided").contains(r.get("code")))
                        .map(r -> r.get("code") + " " + r.get("state")))
                .containsExactly("cases.filed partial", "cases.decided complete");
    }

    @Test
    void takesOverWhatOlderProgramsCountedWithoutCallingItStale() {
        office.send("2025-01", "安监办", "1号,2025-01-06,2025-01-17,200")
                .send("2025-01", "交管站")
                .send("2025-02", "安监办", "1号,2025-01-06,2025-02-03,200")
                .send("2025-02", "交管站")
                .runAll("2025-01")
                .note("close", "2025-01")
                .change(store -> {
                    JdbcClient db = JdbcClient.create(store.dataSource());
                    // an older program put what a register counts beside its values
                    db.sql("""
                            INSERT INTO observation (submission, item, record, kind, number_is, cell, place)
                            SELECT submission, item, '', 'N', amount, '', 1000 FROM fact""").update();
                    List.of("fact", "fact_record", "fact_source")
                            .forEach(table -> db.sql("DELETE FROM " + table).update());
                })
                .runAll("2025-02", "2025-01");

        assertThat(office.stale()).isEmpty();
        assertThat(office.totals("cases.decided", "2025-01", "2025-02")).containsExactly("1", "0");
        assertThat(office.runAll("2025-Q1").totals("cases.fines", "2025-Q1")).containsExactly("200.00");
    }

    /** Days that are written, moved and closed at random; how it all should come out is counted here by the newest rows. */
    @Test
    void addsUpToTheYearWhateverMovesAndCloses() {
        Random luck = new Random(14);
        Map<String, LocalDate> days = new TreeMap<>();
        Map<String, Integer> fines = new TreeMap<>();
        for (int month = 1; month <= 6; month++) {
            for (int n = 0; n < 3; n++) {
                String number = month + "-" + n + "号";
                days.put(number, LocalDate.of(2025, 1 + luck.nextInt(month), 1 + luck.nextInt(28)));
                fines.put(number, 1 + luck.nextInt(90));
            }
            int now = month;
            days.replaceAll((number, day) ->
                    luck.nextInt(4) > 0 ? day : LocalDate.of(2025, 1 + luck.nextInt(now), 1 + luck.nextInt(28)));
            List<String> rows = new ArrayList<>();
            days.forEach((number, day) -> rows.add(number + "," + day + "," + day + "," + fines.get(number)));
            String code = "2025-0" + month;
            office.send(code, "安监办", rows.toArray(String[]::new))
                    .send(code, month < 5 ? "交管站" : "城管办")
                    .runAll(code);
            if (month == 2) {
                office.runAll("2025-01").note("close", "2025-01");
            } else if (month == 4) {
                office.runAll("2025-02", "2025-03").note("close", "2025-03");
            }
        }
        String[] open = {"2025-04", "2025-05", "2025-06", "2025-H1"};

        office.runAll(open);

        assertThat(office.total("2025-H1", "cases.decided")).isEqualTo("18");
        assertThat(sum("cases.decided")).isEqualByComparingTo("18");
        assertThat(sum("cases.fines")).isEqualByComparingTo(office.total("2025-H1", "cases.fines"));
        assertThat(office.total("2025-H1", "cases.fines"))
                .isEqualTo(fines.values().stream().mapToInt(f -> f).sum() + ".00");

        office.note("reopen", "2025-01").note("reopen", "2025-02").note("reopen", "2025-03");
        office.runAll("2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06", "2025-H1");

        assertThat(sum("cases.decided")).isEqualByComparingTo("18");
        for (int month = 1; month <= 6; month++) {
            Period period = Period.parse("2025-0" + month);
            int expected = days.entrySet().stream()
                    .filter(d -> !d.getValue().isBefore(period.start())
                            && !d.getValue().isAfter(period.end()))
                    .mapToInt(d -> fines.getOrDefault(d.getKey(), 0))
                    .sum();
            assertThat(office.total(period.code(), "cases.fines")).isEqualTo(expected + ".00");
        }
    }

    private BigDecimal sum(String code) {
        return office.totals(code, "2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06").stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

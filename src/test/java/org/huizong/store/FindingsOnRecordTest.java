package org.huizong.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Derivation;
import org.huizong.model.Finding;
import org.huizong.model.FindingWords;
import org.huizong.model.Ground;
import org.huizong.model.Period;
import org.huizong.model.Reason;
import org.huizong.model.Remark;
import org.huizong.model.Severity;
import org.huizong.model.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How findings are kept: as they are, and as they were kept before version 14. */
class FindingsOnRecordTest {
    private static final Period MAY = Period.parse("2025-05");

    static Stream<Finding> findings() {
        return Stream.of(
                failed("required"),
                failed("period.other")
                        .about(new Subject("v01", "village", "village.births", "1号"))
                        .with("period", Argument.of(MAY)),
                failed("PUB004")
                        .with("publicity.materials", Argument.of(new BigDecimal("412.50")))
                        .with("ytd.publicity.materials", new Argument.OfBaseline(Argument.of(1_300)))
                        .with("as_of", Argument.of(LocalDate.of(2025, 6, 5)))
                        .with("other", Argument.name("石桥村\"乙\".xlsx"))
                        .with("holder", Argument.code("v02"))
                        .with("text", Argument.text("一\n二"))
                        .with("choices", new Argument.ChoicesOf("publicity.study_plan"))
                        .with("counted", Argument.of(List.of(MAY, MAY.prior())))
                        .by(Derivation.failed(
                                List.of(
                                        Ground.of("ISBLANK(a.b)"),
                                        new Ground(
                                                "a.b>c.d*1.5", Optional.empty(), Optional.of(new BigDecimal("4.5")))),
                                Optional.of(BigDecimal.TEN)))
                        .with(new Remark.HiddenSheet(true))
                        .with(new Remark.EmptyExplanation("无误")),
                undecided(new Reason.Missing(
                        List.of(new Reason.Lack("a.b", List.of()), new Reason.Lack("c.d", List.of("v01", "v02"))))),
                undecided(new Reason.NoRegister(List.of("@officers"))),
                undecided(new Reason.NoNumber(List.of("a.b", "c.d"))),
                undecided(new Reason.DivisionByZero("a.b-c.d")),
                undecided(new Reason.UnknownYears(List.of(2031, 2032))),
                undecided(new Reason.Failure("#NUM!")));
    }

    @ParameterizedTest
    @MethodSource("findings")
    void comesBackAsItWas(Finding finding) {
        Finding bare = Finding.failed(finding.rule(), finding.severity(), finding.where());

        assertThat(FindingReader.read(bare, FindingJson.write(finding), new Same()))
                .isEqualTo(finding);
    }

    @Test
    void givesWhatWasATextItsType() throws Exception {
        assertThat(typed("min", "failed", """
                {"item":"publicity.materials","min":"0","value":"-5"}"""))
                .isEqualTo(failed("min")
                        .ofItem("publicity.materials")
                        .with("min", Argument.text("0"))
                        .with("value", Argument.text("-5")));
        assertThat(typed("period.other", "failed", """
                {"folder":"2025-05","form":"village","period":"2025-04","unit":"v01"}"""))
                .isEqualTo(failed("period.other")
                        .ofUnit("v01")
                        .ofForm("village")
                        .with("folder", Argument.text("2025-05"))
                        .with("period", Argument.of(MAY.prior())));
        assertThat(typed("record.units", "failed", """
                {"cases.case_no":"1号","item":"cases.case_no","record":"1","unit":"d03","value":"1号"}"""))
                .isEqualTo(failed("record.units")
                        .ofItem("cases.case_no")
                        .ofRecord("1")
                        .with("cases.case_no", Argument.text("1号"))
                        .with("holder", Argument.code("d03"))
                        .with("value", Argument.text("1号")));
        assertThat(typed("choice", "failed", """
                {"choices":"是、否","choices_en":"Yes, No","hidden":"deep","item":"a.b","value":"大概"}"""))
                .isEqualTo(failed("choice")
                        .ofItem("a.b")
                        .with("choices", new Argument.ChoicesOf("a.b"))
                        .with("value", Argument.text("大概"))
                        .with(new Remark.HiddenSheet(true)));
    }

    @Test
    void tellsWhatARuleWasHeldAgainstFromWhatItsPartsCameTo() throws Exception {
        assertThat(typed("PUB004", "failed", """
                {"=MONTH(period_end)=1":"FALSE","=MONTH(period_end)-1":"9","baseline":"a.b, c.d","a.b":"1312",
                "c.d":"3","e.f":"4","days":"12","nothing":"无误"}"""))
                .isEqualTo(failed("PUB004")
                        .with("a.b", new Argument.OfBaseline(Argument.text("1312")))
                        .with("c.d", new Argument.OfBaseline(Argument.text("3")))
                        .with("e.f", Argument.text("4"))
                        .by(Derivation.failed(List.of(), Optional.of(BigDecimal.valueOf(12))))
                        .with(new Remark.EmptyExplanation("无误")));
    }

    @Test
    void knowsWhyAnOlderRuleWasNotDecided() throws Exception {
        assertThat(typed("DPT001", "undecided", """
                {"a.b":"3","c.d:units":"v02, v03","missing":"c.d, e.f","reason":"missing"}"""))
                .isEqualTo(undecided(new Reason.Missing(List.of(
                                new Reason.Lack("c.d", List.of("v02", "v03")), new Reason.Lack("e.f", List.of()))))
                        .with("a.b", Argument.text("3")));
        assertThat(typed("DPT001", "undecided", "{\"missing\":\"@officers\",\"reason\":\"register\"}"))
                .isEqualTo(undecided(new Reason.NoRegister(List.of("@officers"))));
        assertThat(typed("DPT001", "undecided", "{\"a.b\":\"两个\",\"missing\":\"a.b\",\"reason\":\"text\"}"))
                .isEqualTo(undecided(new Reason.NoNumber(List.of("a.b"))).with("a.b", Argument.text("两个")));
        assertThat(typed("DPT001", "undecided", "{\"divisor\":\"a.b\",\"reason\":\"zero\"}"))
                .isEqualTo(undecided(new Reason.DivisionByZero("a.b")));
        assertThat(typed("DPT001", "undecided", "{\"reason\":\"calendar\",\"years\":\"2031, 2032\"}"))
                .isEqualTo(undecided(new Reason.UnknownYears(List.of(2031, 2032))));
        assertThat(typed("DPT001", "undecided", "{\"error\":\"#NUM!\",\"reason\":\"error\"}"))
                .isEqualTo(undecided(new Reason.Failure("#NUM!")));
    }

    private static Finding failed(String rule) {
        return Finding.failed(rule, Severity.QUERY, CellRef.NOWHERE);
    }

    private static Finding undecided(Reason why) {
        return FindingWords.undecided("DPT001", Severity.QUERY, CellRef.NOWHERE, why);
    }

    /** The finding that is made of one with those arguments. */
    private static Finding typed(String rule, String outcome, String flat) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            connection
                    .createStatement()
                    .execute("CREATE TABLE finding (id BIGINT, rule VARCHAR, outcome VARCHAR, arguments VARCHAR)");
            try (PreparedStatement row = connection.prepareStatement("INSERT INTO finding VALUES (1, ?, ?, ?)")) {
                row.setString(1, rule);
                row.setString(2, outcome);
                row.setString(3, flat);
                row.execute();
            }
            V14__typed_arguments.type(connection);
            ResultSet row = connection.createStatement().executeQuery("SELECT arguments FROM finding");
            row.next();
            return FindingReader.read(failed(rule), row.getString(1), new Same());
        }
    }
}

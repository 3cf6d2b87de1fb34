package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.huizong.catalogue.TwoForms;
import org.huizong.spreadsheet.write.TextWidth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleListingTest {
    private static final String RULES = """
            id,scope,severity,formula,missing,locate,message,message_en,basis,from,until
            PUB001,return,error,publicity.exam_passed<=publicity.exam_takers,skip,,合格过多,Too many passed,,,
            PUB002,return,query,"OR(publicity.training_courses=0,AND(publicity.training_attendance>=5*publicity.training_courses,publicity.training_attendance<=200*publicity.training_courses))",skip,,人次可疑,Odd attendance,《行政处罚法》第四十二条,2026-01,2026-12
            VIL001,return,notice,village.hazards_fixed<=village.hazards_found+10,zero,,整改过多,Many put right,,2026-10,
            TWN001,township,query,publicity.materials>=village.hazards_found,fail,,资料太少,Few leaflets,,,2027-03
            """;

    @TempDir
    private Path home;

    @BeforeEach
    void writeAFewRules() throws IOException {
        Files.createDirectory(home.resolve("目录"));
        for (var table : TwoForms.tables().entrySet()) {
            Files.write(home.resolve("目录").resolve(table.getKey()), table.getValue());
        }
        Files.writeString(home.resolve("目录/rules.csv"), RULES);
    }

    private Terminal.Said rules(String... more) {
        String[] command = new String[4 + more.length];
        System.arraycopy(new String[] {"catalogue", "rules", "--catalogue", home.resolve("目录") + ""}, 0, command, 0, 4);
        System.arraycopy(more, 0, command, 4, more.length);
        return Terminal.run(command);
    }

    @Test
    void saysEveryRuleInWordsByReturn() {
        Terminal.Said said = rules();

        assertThat(said.exit()).isZero();
        assertThat(said.out()).isEqualTo("""
                普法宣传与学法情况月报表（publicity）：2条
                PUB001 [错误，退回改正] 一份报表之内
                    要求：合格人数 ≤ 学法考试参加人数
                    缺数时不判定；一直有效
                PUB002 [核实，写明原因] 一份报表之内
                    要求：举办培训班 = 0 或 （培训班参加人次 ≥ 5 × 举办培训班 且 培训班参加人次
                      ≤ 200 × 举办培训班）
                    依据《行政处罚法》第四十二条；缺数时不判定；2026-01 至 2026-12 有效

                村（社区）基层工作情况月报表（village）：1条
                VIL001 [提示，不用处理] 一份报表之内
                    要求：整改隐患 ≤ 发现隐患 + 10
                    没有填的按0算；2026-10 起有效

                几张报表之间：1条
                TWN001 [核实，写明原因] 全镇合计之间
                    要求：《普法宣传与学法情况月报表》发放宣传资料 ≥ 《村（社区）基层工作情况月
                      报表》发现隐患
                    缺数就算不符；有效至 2027-03

                """);
        assertThat(said.out().lines())
                .allSatisfy(l -> assertThat(TextWidth.of(l)).isLessThanOrEqualTo(80));
    }

    @Test
    void saysOnlyTheRulesOfOneReturnInEnglishToo() {
        Terminal.Said said = rules("--return", "village", "--lang", "en");

        assertThat(said.exit()).isZero();
        assertThat(said.out()).isEqualTo("""
                Village and Community Work: Monthly Return (village): 1 rule
                VIL001 [notice] within one return
                    required: Hazards put right ≤ Hazards found + 10
                    a blank counts as 0; valid from 2026-10

                Between several returns: 1 rule
                TWN001 [query: to be explained] between totals of the township
                    required: Leaflets handed out (Legal Publicity and Study: Monthly Return) ≥
                      Hazards found (Village and Community Work: Monthly Return)
                    fails if a figure is missing; valid until 2027-03

                """);
    }

    @Test
    void writesThemAsATableForExcel() throws IOException {
        Path file = home.resolve("审核关系.csv");

        Terminal.Said said = rules("--return", "village", "--csv", file + "");

        assertThat(said.out()).isEqualTo("审核关系2条已写入 " + file + "\n");
        assertThat(Files.readString(file)).isEqualTo("""
                \uFEFFid,return,scope,severity,words,missing,basis,from,until,formula\r
                VIL001,village,一份报表之内,提示，不用处理,整改隐患 ≤ 发现隐患 + 10,没有填的按0算,,2026-10,,village.hazards_fixed<=village.hazards_found+10\r
                TWN001,publicity;village,全镇合计之间,核实，写明原因,《普法宣传与学法情况月报表》发放宣传资料 ≥ 《村（社区）基层工作情况月报表》发现隐患,缺数就算不符,,,2027-03,publicity.materials>=village.hazards_found\r
                """);
    }

    @Test
    void namesTheReturnsThereAreWhenItDoesNotKnowOne() {
        Terminal.Said said = rules("--return", "vilage");

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("没有代码为“vilage”的报表。可用：publicity, village\n");
    }
}

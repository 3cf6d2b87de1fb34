package org.huizong.publish.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.aggregation.Publication;
import org.huizong.model.Period;
import org.huizong.publish.narrative.Leads;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.workbook.Qingxi;
import org.huizong.register.Lead;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableWriterTest {
    @TempDir
    private static Path folder;

    private static Qingxi qingxi;
    private static Wording wording;

    private final Path file = folder.resolve("table.csv");

    @BeforeAll
    static void makeTheTownship() {
        qingxi = new Qingxi(folder.resolve("data"));
        wording = new Wording(new MessageBundle(Lang.ZH), qingxi.catalogue());
    }

    @AfterAll
    static void close() {
        qingxi.close();
    }

    private static TableWriter tables(Publication publication) {
        return new TableWriter(new Terms(publication, qingxi.catalogue(), wording));
    }

    @Test
    void writesIndicatorsThenItems() throws IOException {
        tables(qingxi.october1()).totals(file);

        assertThat(Files.readString(file, StandardCharsets.UTF_8))
                .startsWith("\uFEFFkind,code")
                .contains("\r\n");
        assertThat(lines())
                .startsWith(
                        "kind,code,label,measure,period,value,prior,year_ago,year_to_date,owed,counted,missing,not_due,never_run,as_at,prior_basis,year_ago_basis,year_to_date_basis,state,prior_state,year_ago_state,year_to_date_state",
                        "indicator,materials,发放宣传资料,份,2025-10,988,1093,1186,11377,23,22,v01,0,,,collected,collected,collected,partial,complete,complete,partial")
                .contains(
                        "item,village.births,出生人口,人,2025-10,57,62,65,552,14,13,v02,0,,,collected,collected,collected,partial,complete,complete,partial")
                .hasSize(1 + 6 + 13 + 28);
    }

    @Test
    void writesEveryValueAndDisarmsFormulas() throws IOException {
        tables(qingxi.october2()).observations(file, file.resolveSibling("texts.csv"));

        assertThat(lines())
                .startsWith("period,unit,return,revision,item,record,value,file,sheet,cell")
                .contains("2025-10,d06,publicity,1,publicity.materials,,48,10/司法所.xlsx,普法,D9")
                .contains("2025-10,d03,publicity,1,explain.PUB003,,'=本期为新招劝导员的小班培训,10/交管站.xlsx,普法,H18")
                .contains("2025-10,v03,publicity,2,publicity.materials,,35,10/柳溪村(更正).xlsx,普法,D9");
    }

    @Test
    void writesHowEachReturnStands() throws IOException {
        tables(qingxi.october1()).coverage(file);

        assertThat(lines())
                .startsWith("period,unit,unit_label,return,due,state,late,received,revision,file,never_run,"
                        + "below_owed,below_counted,below_missing")
                .contains("2025-10,d06,司法所,publicity,2025-11-05,counted,1,2025-11-07,1,10/司法所.xlsx,0,,,")
                .contains("2025-10,v01,石桥村,publicity,2025-11-05,missing,0,,,,0,,,")
                .contains("2025-10,v02,青山村,village,2025-11-05,rejected,0,2025-11-04,1,10/青山村-村表.xlsx,0,,,")
                .hasSize(38);
    }

    @Test
    void writesOfEachArticleHowManyLeadsTheMonthsFoundAndThoseOfEarlierYearsLast() throws IOException {
        Terms terms = new Terms(qingxi.october2(), qingxi.catalogue(), wording);
        var closed = handling(Optional.of(LocalDate.of(2025, 9, 1)), Optional.of(LocalDate.of(2025, 10, 31)));
        var later = handling(Optional.empty(), Optional.of(LocalDate.of(2025, 11, 1)));

        LeadList.of(terms)
                .write(
                        file,
                        List.of(
                                new Leads.Article(
                                        "《行政处罚法》第四十四条",
                                        List.of(
                                                lead("2024-12", Lead.Handling.NONE),
                                                lead("2025-10", later),
                                                lead("2025-03", closed),
                                                lead("2025-10", Lead.Handling.NONE))),
                                new Leads.Article("《行政处罚法》第六十条", List.of(lead("2023", closed))))::forEach);

        assertThat(lines())
                .containsExactly(
                        "basis,found,open,course,handed,closed",
                        "《行政处罚法》第四十四条,4,3,2025年3月 1 条、2025年10月 2 条、以前年度 1 条,1,1",
                        "《行政处罚法》第六十条,1,0,以前年度 1 条,1,1");
    }

    private static Lead lead(String found, Lead.Handling handling) {
        return new Lead(found, "", Optional.of(Period.parse(found)), Optional.empty(), handling);
    }

    private static Lead.Handling handling(Optional<LocalDate> handedOn, Optional<LocalDate> closedOn) {
        return new Lead.Handling(Optional.empty(), "", "", "", handedOn, "", "", closedOn);
    }

    @Test
    void writesFindingsWithTheirSentences() throws IOException {
        tables(qingxi.october2()).findings(file);

        assertThat(lines())
                .startsWith("period,unit,return,file,sheet,cell,row,rule,severity,outcome,message,explanation,relation")
                .contains("2025-10,d03,publicity,10/交管站.xlsx,普法,D18,18,PUB003,query,failed,"
                        + "1 期培训班共 3 人次，平均每期不在5至200人之间，请核实并说明。,'=本期为新招劝导员的小班培训,")
                .anyMatch(line -> line.contains(",PUB004,query,failed,")
                        && line.endsWith("发放宣传资料 412 是今年以来其他月份的月均 100* 的 4.1 倍，超过 3 倍"))
                .hasSize(6);
    }

    @Test
    void leavesNumbersAsTheyAre() throws IOException {
        try (Csv csv = new Csv(file, "a")) {
            csv.row("-5", "+12.5", "-x", "@sum", "\tx", "12份");
        }

        assertThat(lines()).containsExactly("a", "-5,+12.5,'-x,'@sum,'\tx,12份");
    }

    @Test
    void writesNoCellThatASpreadsheetWouldRun() throws IOException {
        try (Csv csv = new Csv(file, "a")) {
            csv.row("=1+1", "＝1+1", "＋1+1", "－1+1", "＠SUM(A1)");
            csv.row("\"=1+1\"", "\n=1+1", "\r=1+1", " =1+1", "\u001b=1+1");
            csv.row("甲;=1+1", "甲\t＝1+1", "甲;\"@x\"", "甲\n+1+1", "甲;-2+3", "-2+3");
        }

        assertThat(Files.readString(file))
                .isEqualTo("\uFEFFa\r\n"
                        + "'=1+1,'＝1+1,'＋1+1,'－1+1,'＠SUM(A1)\r\n"
                        + "\"'\"\"=1+1\"\"\",\"'\n'=1+1\",␍=1+1,' =1+1,␛=1+1\r\n"
                        + "甲;'=1+1,甲\t'＝1+1,\"甲;'\"\"@x\"\"\",\"甲\n'+1+1\",甲;'-2+3,'-2+3\r\n");
    }

    @Test
    void leavesAListInASentenceAsItIs() throws IOException {
        try (Csv csv = new Csv(file, "a")) {
            csv.row("整改如下:\n- 一是培训\n-二是复查", "d01;d02", "2025-01;2025-02", "a=b; c<d", "-5", "－5", "0");
        }

        assertThat(Files.readString(file))
                .isEqualTo("\uFEFFa\r\n\"整改如下:\n- 一是培训\n-二是复查\",d01;d02,2025-01;2025-02,a=b; c<d,-5,'－5,0\r\n");
    }

    @Test
    void showsWhatATerminalWouldObey() throws IOException {
        try (Csv csv = new Csv(file, "a\u0007b")) {
            csv.row("\u001b[31m红\u007f", "a\u202Egpj.exe", "x\u009by\u2028z\u2066", "一\r\n二", "好\ud800😀");
        }

        assertThat(Files.readString(file))
                .isEqualTo("\uFEFFa␇b\r\n␛[31m红␡,a\uFFFDgpj.exe,x\uFFFDy\uFFFDz\uFFFD,\"一\n二\",好\uFFFD😀\r\n");
    }

    @Test
    void writesTheSummary() throws IOException {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("files", 36L);
        counts.put("read", 2L);
        Path summary = folder.resolve("summary.json");

        Summary.write(qingxi.october1(), counts, Map.of("publish", 0.1234567), summary);

        assertThat(Files.readString(summary)).isEqualTo("""
                {
                  "period" : "2025-10",
                  "edition" : 1,
                  "verdict" : "incomplete",
                  "totals" : {
                    "materials" : 988,
                    "consultations" : 93,
                    "slogans" : 21,
                    "boards" : 10,
                    "training_courses" : 0,
                    "training_attendance" : 115
                  },
                  "coverage" : {
                    "owed" : 37,
                    "counted" : 35,
                    "late" : 1,
                    "missing" : 1,
                    "rejected" : 1,
                    "conflict" : 0,
                    "not_due" : 0,
                    "left_out" : 0,
                    "missing_below" : 0
                  },
                  "counts" : {
                    "files" : 36,
                    "read" : 2
                  },
                  "seconds" : {
                    "publish" : 0.123
                  }
                }
                """);
    }

    private List<String> lines() throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        return List.of(text.substring(1).split("\r\n"));
    }
}

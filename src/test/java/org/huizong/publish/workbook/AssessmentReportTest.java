package org.huizong.publish.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.aggregation.Publication;
import org.huizong.aggregation.SmallTown;
import org.huizong.publish.letter.AssessmentLetters;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.table.TableWriter;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 考核 and 考核明细, assessment.csv and the letters: one and the same. */
class AssessmentReportTest {
    private static final String CRITERIA = """
            criterion,label,label_en,kinds,frequency,full,formula,cap,time,basis,note,note_en,from,until
            timely,报送及时,Timely,village,month,60,filing.missing*25,,mean,本地要求,,,,
            payers,缴费,Payers,village,month,30,"MAX(0,20-village.payers)",,mean,本地要求,,,,
            order,台账整理,Order,village,month,10,,,mean,本地要求,,,,
            """;

    @TempDir
    private Path home;

    @AutoClose
    private SmallTown town;

    @BeforeEach
    void oneVillageSendsAnotherDoesNot() {
        town = new SmallTown(home.resolve("data"));
        town.withTable("assessment.csv", CRITERIA);
        town.send("v01", "village", "2025-01", Map.of("payers", 15))
                .send("v03", "village", "2025-01", Map.of("payers", 25));
    }

    @Test
    void showsEachScoreAndOfHowManyPointsTheTotalIs() {
        try (var book = new Written(january(), town.catalogue(), Lang.ZH)) {
            assertThat(book.sheets()).contains("考核", "考核明细");
            assertThat(book.rows("考核").stream()
                            .filter(r -> r.size() > 7 && r.get(1).endsWith("村")))
                    .containsExactly(
                            List.of("2", "东村", "60", "25", "未评", "85", "90", "10"),
                            List.of("3", "南村", "35", "未评", "未评", "35", "60", "40"),
                            List.of("1", "北村", "60", "30", "未评", "90", "90", "10"));
        }
    }

    @Test
    void leadsFromADeductionToItsCell() {
        try (var book = new Written(january(), town.catalogue(), Lang.ZH)) {
            var sheet = book.workbook().getSheet("考核明细");
            var row = book.rows("考核明细").stream()
                    .filter(r ->
                            r.size() > 5 && r.get(0).equals("东村") && r.get(1).equals("缴费"))
                    .findFirst()
                    .orElseThrow();

            assertThat(row.get(5)).contains("缴费人数是15人").contains("2025-01/v01.xlsx [village] D9");
            assertThat(sheet.getHyperlinkList().stream().map(l -> l.getAddress()))
                    .contains("'数据来源'!$A$4");
        }
    }

    @Test
    void saysInEnglishWhatItSaysInChinese() {
        try (var book = new Written(january(), town.catalogue(), Lang.EN)) {
            assertThat(book.sheets()).contains("Assessment", "Deductions");
            assertThat(book.rows("Deductions").toString() + book.rows("Assessment"))
                    .doesNotContainPattern("[评扣满][分评]|考核|未评");
        }
    }

    @Test
    void writesTheSameAsATable() throws IOException {
        Path file = home.resolve("assessment.csv");

        new TableWriter(terms(Lang.ZH)).assessment(file);

        assertThat(Files.readAllLines(file).stream().map(l -> l.replaceAll(",[^,]*$", "")))
                .containsExactly(
                        "\uFEFFperiod,unit,criterion,label,state,full,taken_off,score",
                        "2025-01,v01,timely,报送及时,assessed,60,0,60",
                        "2025-01,v01,payers,缴费,assessed,30,5,25",
                        "2025-01,v01,order,台账整理,open,10,,",
                        "2025-01,v02,timely,报送及时,assessed,60,25,35",
                        "2025-01,v02,payers,缴费,open,30,,",
                        "2025-01,v02,order,台账整理,open,10,,",
                        "2025-01,v03,timely,报送及时,assessed,60,0,60",
                        "2025-01,v03,payers,缴费,assessed,30,0,30",
                        "2025-01,v03,order,台账整理,open,10,,");
    }

    @Test
    void writesALetterToWhomItConcerns() throws IOException {
        Path letters = home.resolve("letters");

        new AssessmentLetters(terms(Lang.ZH)).write(letters);

        try (var files = Files.list(letters)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("东村-考核-2025-01.xlsx", "南村-考核-2025-01.xlsx");
        }
        try (var book = new XSSFWorkbook(Files.newInputStream(letters.resolve("南村-考核-2025-01.xlsx")))) {
            var text = new StringBuilder();
            book.getSheetAt(0).forEach(r -> r.forEach(c -> text.append(c).append('\n')));
            assertThat(text.toString())
                    .contains("南村：2025年1月已评项目满分60分，得分35分。")
                    .contains("2025年1月《村级》没有报（扣25分）")
                    .contains("司法所")
                    .contains("第七十四条");
        }
    }

    private Publication january() {
        return town.publish("2025-01", LocalDate.of(2025, 2, 10));
    }

    private Terms terms(Lang lang) {
        return new Terms(january(), town.catalogue(), new Wording(new MessageBundle(lang), town.catalogue()));
    }
}

package org.huizong.publish.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.docx.WordFile;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.workbook.PublicSheet;
import org.huizong.publish.workbook.Qingxi;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The public page of October 2025 of the made-up township: 石桥村 has sent nothing, 青山村's return was sent back. */
class PublicPageTest {
    private static Qingxi qingxi;

    @BeforeAll
    static void make(@TempDir Path folder) {
        qingxi = new Qingxi(folder);
    }

    @AfterAll
    static void close() {
        qingxi.close();
    }

    private static Terms terms(Lang lang) {
        return new Terms(
                qingxi.october1(), qingxi.catalogue(), new Wording(new MessageBundle(lang), qingxi.catalogue()));
    }

    private static byte[] sheet(Lang lang) {
        Terms terms = terms(lang);
        return new PublicSheet(terms.wording())
                .write(new PublicPage(terms), terms.consolidation().asOf());
    }

    private static List<String> cells(byte[] workbook) throws IOException {
        List<String> cells = new ArrayList<>();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            book.getSheetAt(0)
                    .forEach(row -> row.forEach(cell -> cells.add(new DataFormatter().formatCellValue(cell))));
        }
        return cells;
    }

    @Test
    void saysInWordHowMuchIsInAFigureAndNamesNobody() {
        assertThat(WordFile.read(new PublicPage(terms(Lang.ZH)).docx()))
                .contains(
                        "青溪镇2025年10月行政执法工作公开",
                        "发放宣传资料|988份（数据不全，实报22/23）|各部门、各村（社区）合计，按最后发到群众手中的份数计",
                        "应报的37份报表已计入35份，其余的收到后补充公布。数量是1或2的不细分。");
    }

    @Test
    void saysTheSameOnASheet() throws IOException {
        assertThat(cells(sheet(Lang.ZH)))
                .contains(
                        "青溪镇2025年10月行政执法工作公开",
                        "数据截至2025年11月7日（第1版）",
                        "988份（数据不全，实报22/23）",
                        "应报的37份报表已计入35份，其余的收到后补充公布。");
    }

    @ParameterizedTest
    @EnumSource
    void namesNoUnit(Lang lang) throws IOException {
        String said = WordFile.text(new PublicPage(terms(lang)).docx()) + cells(sheet(lang));

        var named = qingxi.catalogue().units().stream()
                .filter(u -> u.parent().isPresent())
                .flatMap(u -> Stream.of(u.label(), u.labelEn()))
                // the office that takes opinions is no unit that is blamed
                .filter(name -> !"青溪镇司法所 Qingxi Judicial Office".contains(name))
                .filter(said::contains);
        assertThat(named).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void makesTheSameBytesTwice(Lang lang) {
        assertThat(new PublicPage(terms(lang)).docx()).isEqualTo(new PublicPage(terms(lang)).docx());
        assertThat(sheet(lang)).isEqualTo(sheet(lang));
    }

    @Test
    void leavesNoChineseInEnglish() throws IOException {
        String said = WordFile.text(new PublicPage(terms(Lang.EN)).docx()) + cells(sheet(Lang.EN));

        assertThat(said).doesNotContainPattern("\\p{IsHan}");
    }
}

package org.huizong.publish.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.FormFigures;
import org.huizong.aggregation.MonthlyTrend;
import org.huizong.aggregation.Publication;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.TwoForms;
import org.huizong.catalogue.Unit;
import org.huizong.model.Observation;
import org.huizong.model.Value;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.table.TableWriter;
import org.huizong.store.StoredObservation;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What forms ask that is no number: who said no to what, and what was written. */
class ChoiceReportTest {
    private static final String WRITTEN = "本月在赶集日设了两个宣传点，\n派出四人发放资料，".repeat(8);

    @TempDir
    private static Path folder;

    private static Qingxi qingxi;
    private static Publication october;

    @BeforeAll
    static void makeTheTownship() {
        qingxi = new Qingxi(folder.resolve("data"), CatalogueLoader.load(withATextAsked()));
        october = saying(
                qingxi.october2(),
                Map.of(
                        "v01 publicity.study_people", "no",
                        "v03 publicity.study_people", "no",
                        "v03 publicity.study_plan", "no",
                        "d03 publicity.remarks", WRITTEN));
    }

    @AfterAll
    static void close() {
        qingxi.close();
    }

    private static Map<String, byte[]> withATextAsked() {
        Map<String, byte[]> tables = TwoForms.tables();
        asking(tables, "publicity,publicity.remarks,工作说明,Remarks,30,,text,,,,,,,none,none,,,,,\n");
        return tables;
    }

    private static void asking(Map<String, byte[]> tables, String item) {
        tables.computeIfPresent(
                "items.csv", (n, b) -> (new String(b, StandardCharsets.UTF_8) + item).getBytes(StandardCharsets.UTF_8));
    }

    /** The same with other answers of some units. */
    private static Publication saying(Publication p, Map<String, String> answers) {
        Publication.Observations said = new Publication.Observations() {
            @Override
            public long count() {
                return p.observations().count();
            }

            @Override
            public void first(long most, Consumer<StoredObservation> reader) {
                p.observations().first(most, o -> reader.accept(answered(o, answers)));
            }
        };
        return new Publication(
                p.consolidation(),
                p.edition(),
                p.outdated(),
                p.submissions(),
                p.findings(),
                p.leads(),
                said,
                p.archive());
    }

    private static StoredObservation answered(StoredObservation stored, Map<String, String> answers) {
        Observation o = stored.observation();
        String answer = answers.get(stored.submission().unit() + " " + o.item());
        return answer == null
                ? stored
                : new StoredObservation(
                        stored.submission(), new Observation(o.item(), o.record(), Value.of(answer), o.where()));
    }

    @Test
    void saysWhoSaidNoToWhatAndWhatEachUnitChose() {
        try (var book = new Written(october, qingxi.catalogue(), Lang.ZH)) {
            assertThat(book.row("选项填报", "填报单位"))
                    .containsExactly("填报单位", "学法计划落实", "学法内容落实", "学法时间落实", "学法人员落实", "学法效果落实");
            assertThat(book.row("选项填报", "填“否”的单位")).containsExactly("填“否”的单位", "柳溪村", "—", "—", "石桥村、柳溪村", "—");
            assertThat(book.row("选项填报", "柳溪村").subList(0, 6)).containsExactly("柳溪村", "否", "是", "是", "否", "是");
            assertThat(book.row("选项填报", "青山村").subList(0, 6)).containsExactly("青山村", "是", "是", "是", "是", "是");
        }
    }

    @Test
    void countsTheChoicesOfSeveralMonths() {
        try (var book = new Written(saying(qingxi.of("2025-Q4"), Map.of()), qingxi.catalogue(), Lang.EN)) {
            assertThat(book.row("Choices", "Unit")).startsWith("Unit", "Study plan in place");
            assertThat(book.row("Choices", "Units that said no")).endsWith("—", "—", "—", "—", "—");
        }
    }

    @Test
    void leavesOutAFormOfMoreUnitsThanAnybodyReadsOf() {
        Map<String, byte[]> tables = withATextAsked();
        asking(tables, "village,village.shown,村务公开,Affairs shown,31,total,choice,,,,,,yes_no,none,none,,,,,\n");

        try (var book = new Written(withManyUnits(october, "publicity"), CatalogueLoader.load(tables), Lang.ZH)) {
            assertThat(book.row("选项填报", "填报单位")).containsExactly("填报单位", "村务公开");
            assertThat(book.sheets()).doesNotContain("文字填报");
        }
    }

    private static Publication withManyUnits(Publication p, String form) {
        Consolidation c = p.consolidation();
        return new Publication(
                new Consolidation(
                        c.period(),
                        c.asOf(),
                        c.coverage(),
                        c.forms().stream()
                                .map(f -> f.form().code().equals(form) ? withManyUnits(f) : f)
                                .toList(),
                        c.registers(),
                        c.indicators(),
                        c.crossChecks(),
                        c.course()),
                p.edition(),
                p.outdated(),
                p.submissions(),
                p.findings(),
                p.leads(),
                p.observations(),
                p.archive());
    }

    private static FormFigures withManyUnits(FormFigures f) {
        Unit first = f.units().get(0);
        List<Unit> more = IntStream.range(0, MonthlyTrend.MOST_UNITS)
                .mapToObj(n -> new Unit(
                        "x" + n,
                        "新村" + n,
                        "New " + n,
                        first.kind(),
                        first.parent(),
                        first.returns(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        first.validity()))
                .toList();
        return new FormFigures(
                f.form(),
                f.items(),
                Stream.concat(f.units().stream(), more.stream()).toList(),
                f.byUnit(),
                f.totals(),
                f.prior(),
                f.yearToDate(),
                f.yearAgo());
    }

    @Test
    void showsEveryTextOnALineAsHighAsItIsLong() {
        try (var book = new Written(october, qingxi.catalogue(), Lang.ZH)) {
            var row = book.rowOf("文字填报", "交管站");

            assertThat(row.getCell(1).getStringCellValue()).isEqualTo("工作说明");
            assertThat(row.getCell(2).getStringCellValue()).isEqualTo(WRITTEN.strip());
            assertThat(row.getHeightInPoints()).isEqualTo(9 * 15f + 3);
            assertThat(book.cell("文字填报", "A2")).isEqualTo("2025年10月：共 23 条，个人信息已遮盖。");
        }
    }

    @Test
    void writesWhatWasSaidInAFileOfItsOwn() throws IOException {
        var wording = new Wording(new MessageBundle(Lang.ZH), qingxi.catalogue());
        var texts = folder.resolve("texts.csv");

        new TableWriter(new Terms(october, qingxi.catalogue(), wording))
                .observations(folder.resolve("observations.csv"), texts);

        List<String> lines = Files.readString(texts).lines().toList();
        assertThat(lines.get(0)).endsWith("period,unit,return,item,text,file,sheet,cell");
        assertThat(lines)
                .contains("2025-10,v03,publicity,publicity.study_plan,no,10/柳溪村(更正).xlsx,普法,D21")
                .anyMatch(l -> l.startsWith("2025-10,d03,publicity,publicity.remarks,\"本月在赶集日"));
    }
}

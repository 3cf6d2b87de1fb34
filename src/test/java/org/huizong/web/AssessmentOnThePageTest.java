package org.huizong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpURLConnection;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.aggregation.SmallTown;
import org.huizong.catalogue.Catalogue;
import org.huizong.model.CellRef;
import org.huizong.model.Disposition;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.model.Severity;
import org.huizong.store.FindingStore;
import org.huizong.store.StoredSubmission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores are shown on the page with what each deduction comes from, and the office gives points there. */
class AssessmentOnThePageTest {
    private static final Period JANUARY = Period.parse("2025-01");
    private static final String HEAD =
            "criterion,label,label_en,kinds,frequency,full,formula,cap,time,basis,note,from,until\n";
    private static final String CRITERIA = HEAD + """
            filing,报送,Filing,village,month,20,filing.missing*9+filing.sent_back*2,,mean,本地要求,,,
            payers,缴费,Payers,village,month,20,"MAX(0,20-village.payers)",,mean,本地要求,,,
            order,台账整理,Order,village,month,10,,,mean,本地要求,,,
            yearly,全年印象,Impression,village,year,10,,,mean,本地要求,,,
            """;
    private static final String EAST = "/assessment/2025-01/v01";

    @TempDir
    Path folder;

    private OpenPage page;

    @BeforeEach
    void open() {
        try (var town = new SmallTown(folder.resolve("data"))) {
            town.withTable("assessment.csv", CRITERIA)
                    .send("v01", "village", "2025-01", Map.of("payers", 12))
                    .send("v02", "village", "2025-01", Map.of("payers", 30), Disposition.REJECTED)
                    .run("2025-01");
            open(town.catalogue());
        }
    }

    private void open(Catalogue catalogue) {
        open(folder, catalogue);
    }

    private void open(Path place, Catalogue catalogue) {
        page = OpenPage.of(place, LocalDate.of(2025, 2, 10), catalogue);
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void showsTheScoresOfAllUnits() {
        String all = page.get("/assessment/2025-01").body();

        assertThat(all).contains("2025年1月考核", "村和社区", "报送（20分）", "怎样评分").doesNotContain("部门</h2>", "{0}");
        assertThat(OpenPage.rows(all))
                .containsExactly("东村|1|32|40|10|20|12|未评", "南村|3|9|20|30|9|未评|未评", "北村|2|11|20|30|11|未评|未评");
    }

    @Test
    void leadsFromADeductionToWhatItComesFrom() {
        String one = page.get(EAST).body();
        String place = OpenPage.found("href=\"(/return/2025-01/[0-9]+)\"", one);

        assertThat(one)
                .contains("东村，2025年1月考核", "已评的项目满分40分，得32分。另有10分的项目未评。", "没有扣分")
                .contains("D9", "看报表：2025年1月《村级月报表》", "还没有打分");
        assertThat(page.get(place).body()).contains("东村", "村级月报表", "12");
        assertThat(page.get("/assessment/2025-01/v03").body())
                .contains("没有报", "扣9分", "href=\"/month/2025-01\">看2025年1月报送情况");
        assertThat(page.get("/assessment/2025-01/v02").body()).contains("有错误被退回", "href=\"/return/2025-01/");
    }

    @Test
    void leadsFromAQueryToTheSendingThatItIsAboutAmongThoseOfOneName() {
        page.close();
        long asked;
        try (var town = new SmallTown(folder.resolve("new/data"))) {
            town.withTable("assessment.csv", HEAD + "asked,核实,Queries,village,month,20,queries.open*3,,mean,本地要求,,,\n")
                    .withLine("rules.csv", "VIL001,return,query,village.payers>20,skip,,请核对。,Please compare.,,,")
                    .send("v01", "village", "2025-01", Map.of("payers", 12));
            town.store().submissions().withdraw(only(town).id());
            town.decide("v01", "village", "2025-01", Disposition.WITHDRAWN)
                    .resend("v01", "village", "2025-01", Map.of("payers", 13));
            asked = ask(town);
            town.run("2025-01");
            open(folder.resolve("new"), town.catalogue());
        }

        String one = page.get(EAST).body();

        assertThat(one).contains("扣3分", "href=\"/return/2025-01/" + asked + "\"");
        assertThat(page.get("/return/2025-01/" + asked).body()).contains("13").doesNotContain("恢复");
    }

    @Test
    void offersNoPointsByWhatDoesNotApplyToTheUnit() {
        page.close();
        try (var town = new SmallTown(folder.resolve("other/data"))) {
            town.withTable(
                            "assessment.csv",
                            HEAD + "pension,参保,Pension,village,month,10,\"MAX(0,5-social.pension)\",,mean,本地要求,,,\n"
                                    + "order,台账整理,Order,village,month,10,,,mean,本地要求,,,\n")
                    .sendAll("2025-01", 20)
                    .run("2025-01");
            open(folder.resolve("other"), town.catalogue());
        }

        String one = page.get(EAST).body();

        assertThat(OpenPage.rows(one)).first().asString().startsWith("参保|10|").endsWith("|不评这一项");
        assertThat(one).contains("<option value=\"order\">").doesNotContain("<option value=\"pension\">", "没有扣分");
    }

    private static StoredSubmission only(SmallTown town) {
        List<StoredSubmission> counted = town.store().submissions().within(JANUARY).stream()
                .filter(s -> s.disposition().counts())
                .toList();
        assertThat(counted).hasSize(1);
        return counted.get(0);
    }

    /** Puts a query about what counts on record; its number. */
    private static long ask(SmallTown town) {
        StoredSubmission sent = only(town);
        Finding query = Finding.failed("VIL001", Severity.QUERY, new CellRef(sent.file(), sent.sheet(), "D9"));
        town.store()
                .findings()
                .add(
                        JANUARY,
                        FindingStore.Phase.CHECK,
                        List.of(new FindingStore.Entry(
                                Optional.of(sent.sha256()),
                                Optional.of(sent.id()),
                                sent.unit(),
                                sent.form(),
                                query,
                                "")));
        return sent.id();
    }

    @Test
    void putsPointsOnRecordAndTakesThemBack() {
        HttpResponse<String> given = give(EAST, "order", "8.5", "缺两页<b>");
        HttpResponse<String> taken = post(EAST + "/back", "criterion=order&reason=" + encoded("打错了"));
        String again =
                post(EAST + "/back", "criterion=order&reason=" + encoded("打错了")).body();

        assertThat(given.body())
                .contains("“台账整理”已打8.5分。", "打分8.5分（满分10分）：缺两页&lt;b&gt;（office，", "得40.5分", "收回打分")
                .contains("汇总表里的考核页和给单位的通知，比这里的旧")
                .doesNotContain("缺两页<b>");
        assertThat(taken.body()).contains("还没有打分").doesNotContain("收回打分");
        assertThat(again).contains("东村2025年1月“台账整理”没有可以收回的打分");
        assertThat(page.get("/record/2025-01").body()).contains("考核打分 东村 台账整理 8.5分 缺两页", "撤销考核打分", "打错了");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            order  | 11    | 分数“11”没有登记：要写0到10的数
            order  | 8.555 | 没有登记：要写0到10的数，最多两位小数
            order  | 八     | 分数“八”没有登记
            order  | -1    | 分数“-1”没有登记
            yearly | 5     | “全年印象”每年评一次，2025年1月不是这样的报告期
            """)
    void refusesWhatTheCommandRefuses(String criterion, String points, String said) {
        HttpResponse<String> answer = give(EAST, criterion, points, "原因");

        assertThat(answer.statusCode()).isEqualTo(HttpURLConnection.HTTP_CONFLICT);
        assertThat(answer.body()).contains(said).doesNotContain("Exception", "huizong ", " --");
        assertThat(page.get(EAST).body()).doesNotContain("收回打分");
    }

    @Test
    void asksForAReasonAndKnowsItsUnitsAndCriteria() {
        assertThat(give(EAST, "order", "8", " ").body()).contains("请写明原因");
        assertThat(give(EAST, "nothing", "8", "原因").statusCode()).isEqualTo(HttpURLConnection.HTTP_NOT_FOUND);
        assertThat(give("/assessment/2025-01/d01", "order", "8", "原因").body()).contains("社会办在2025年1月不按“台账整理”考核");
        assertThat(page.get("/assessment/2025-01/nobody").statusCode()).isEqualTo(HttpURLConnection.HTTP_NOT_FOUND);
        assertThat(page.get("/assessment/2025-02").body()).contains("还没有得分");
    }

    @Test
    void givesNoPointsInAPeriodThatIsClosed() {
        post("/record/2025-01/close", "reason=&meant=yes");

        assertThat(page.get(EAST).body()).contains("本期已封存，不能打分");
        assertThat(give(EAST, "order", "8", "原因").body()).contains("2025年1月已封存，不能打分");
    }

    @Test
    void handsOverTheLettersOfTheEdition() throws Exception {
        Path letters = Files.createDirectories(folder.resolve("output/2025-01/letters"));
        Files.writeString(letters.resolve("东村-考核-2025-01.xlsx"), "letter");

        String letter = OpenPage.found(
                "href=\"(/download/2025-01/[0-9a-f]{24})\"", page.get(EAST).body());

        assertThat(page.get(letter).body()).isEqualTo("letter");
        assertThat(page.get("/assessment/2025-01").body()).contains("全部考核通知（1个）", "东村-考核-2025-01.xlsx");
        assertThat(page.get("/download/2025-01/letters").body()).startsWith("PK");
        assertThat(page.get("/assessment/2025-01/v02").body()).doesNotContain("东村-考核");
    }

    @Test
    void saysThatNobodyIsAssessed() {
        page.close();
        try (var town = new SmallTown(folder.resolve("other"))) {
            open(town.catalogue());
        }

        assertThat(page.get("/assessment/2025-01").body()).contains("目录表里没有考核项目");
    }

    private HttpResponse<String> give(String unit, String criterion, String points, String reason) {
        return post(
                unit + "/give", "criterion=" + criterion + "&points=" + encoded(points) + "&reason=" + encoded(reason));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> post(String path, String form) {
        return page.post(path, form);
    }
}

package org.huizong.job;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.FilingStatus;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Rule;
import org.huizong.catalogue.Unit;
import org.huizong.demo.SampleYear;
import org.huizong.docx.WordFile;
import org.huizong.job.SampleTownship.Noted;
import org.huizong.model.Outcome;
import org.huizong.model.Period;
import org.huizong.publish.document.ReportDocument;
import org.huizong.publish.narrative.Listener;
import org.huizong.publish.narrative.Pace;
import org.huizong.publish.narrative.Pillars;
import org.huizong.publish.narrative.Targets;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.workbook.ReportWriter;
import org.huizong.register.Lead;
import org.huizong.store.StoredFinding;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample year as the job sees it: its totals are the report's, and it finds what was planted and nothing else. */
@Order(1)
class SampleYearFindingsTest {
    private static final YearMonth JANUARY = YearMonth.of(SampleYear.YEAR, 1);

    @TempDir
    private static Path home;

    private static SampleTownship township;
    private static List<Noted> noted;
    private static Consolidation year;

    @BeforeAll
    static void theTownshipLivesThroughTheYear() {
        township = new SampleTownship(home);
        noted = township.live();
        year = township.consolidate(Period.year(SampleYear.YEAR));
    }

    @AfterAll
    static void theBooksAreClosed() {
        township.close();
    }

    @Test
    void addsUpToTheReportsYearTotals() {
        List<String> report = lines("sample-totals.csv");

        var totals = year.indicators().stream()
                .map(i -> i.indicator().code() + ","
                        + i.now().value().orElseThrow().toPlainString())
                .toList();

        assertThat(totals.subList(0, report.size())).isEqualTo(report);
        assertThat(totals.subList(report.size(), totals.size()))
                .containsExactly(
                        "opinions_received,14",
                        "opinions_answered,13",
                        "officer_courses,8",
                        "officer_attendance,73",
                        "documents_cleaned,5");
        assertThat(Stream.of(
                                "opinions.overdue",
                                "trainings.person_hours",
                                "documents.issued",
                                "documents.kept",
                                "documents.amended",
                                "documents.repealed")
                        .map(year::total)
                        .map(f -> f.value().orElseThrow().toPlainString()))
                .containsExactly("0", "1204", "4", "2", "1", "2");
    }

    /** The figures are read back from the Word file: the numbers behind the labels are the totals, each of them. */
    @Test
    void writesTheYearsTotalsIntoTheReportInWords() {
        var wording = new Wording(new MessageBundle(Lang.ZH), SampleTownship.CATALOGUE);
        var publication = township.publication(Period.year(SampleYear.YEAR));

        String text = WordFile.text(
                new ReportDocument(new Terms(publication, SampleTownship.CATALOGUE, wording), true).bytes());

        var read = SampleTownship.CATALOGUE.indicators().stream()
                .flatMap(i -> Pattern.compile("[。；]" + Pattern.quote(i.label()) + "(\\d+)" + i.measure())
                        .matcher(text)
                        .results()
                        .map(figure -> i.code() + "," + figure.group(1)));
        assertThat(read)
                .hasSize(SampleTownship.CATALOGUE.indicators().size())
                .startsWith(lines("sample-totals.csv").toArray(String[]::new));
        assertThat(text)
                .contains("（二）对照目标推进。对照2025年目标：行政知识学习目标6次，实际6次，已完成。"
                        + "2026年目标：发放宣传资料15000份，行政执法检查260次，生产安全事故0起，行政知识学习8次。分解到单位，按月检查进度。");
    }

    @Test
    void tellsTheTargetsOfUnitsInAReportThatAsksForThem() {
        Map<String, byte[]> files = new HashMap<>(CatalogueLoader.builtInTables());
        files.put(
                "narrative/year.docx",
                WordFile.of(WordFile.p("{each unit_targets}{target:unit}{target:indicator}{target}，完成{target:done}"
                        + "（{target:progress}，{target:standing}），明年{target:next}；{end}")));
        Catalogue catalogue = CatalogueLoader.load(files);
        var wording = new Wording(new MessageBundle(Lang.ZH), catalogue);
        var publication = township.publication(Period.year(SampleYear.YEAR));

        String text = WordFile.text(new ReportDocument(new Terms(publication, catalogue, wording), true).bytes());

        assertThat(text)
                .isEqualTo("司法所发放宣传资料6000份，完成2400份（40.0%，没有完成），明年；安监办行政执法检查115次，完成120次（104.3%，已完成），明年120次；"
                        + "食药监所行政执法检查72次，完成70次（97.2%，没有完成），明年72次；交管站行政执法检查65次，完成68次（104.6%，已完成），明年68次；");
    }

    @Test
    void saysOfEachPeriodInTheBriefingWhatItsFiguresSay() {
        var periods = noted.stream().map(Noted::period).collect(Collectors.toCollection(TreeSet::new));
        periods.add(Period.year(SampleYear.YEAR));

        var faults = periods.stream()
                .map(township::publication)
                .flatMap(p -> Stream.of(Lang.values())
                        .flatMap(lang -> Listener.faults(p, SampleTownship.CATALOGUE, lang).stream()))
                .toList();

        assertThat(periods).hasSize(15);
        assertThat(faults).isEmpty();
    }

    @Test
    void findsWhatWasPlantedAndNothingElse() {
        Map<String, TreeSet<String>> found = new TreeMap<>();
        for (Noted state : noted) {
            state.findings().stream()
                    .filter(f -> f.finding().outcome() == Outcome.FAILED)
                    .forEach(f ->
                            found.computeIfAbsent(line(f), l -> new TreeSet<>()).add(state.later() ? "later" : "due"));
        }

        assertThat(found.entrySet().stream().map(e -> e.getKey() + "," + String.join("+", e.getValue())))
                .containsExactlyElementsOf(lines("sample-findings.csv"));
    }

    /** One fault of each kind is planted in the registers: 程序线索 of the year names exactly those. */
    @Test
    void namesEachLeadOfTheYearWithItsArticleAndDays() {
        Map<String, Rule> rules =
                SampleTownship.CATALOGUE.rules().stream().collect(toMap(Rule::id, r -> r, (a, b) -> a));

        var leads = township.published(Period.year(SampleYear.YEAR)).stream()
                .filter(f -> f.finding().asks())
                .filter(f -> Optional.ofNullable(rules.get(f.finding().rule()))
                        .filter(r -> r.scope().ofRecords() && !r.basis().isEmpty())
                        .isPresent())
                .map(f -> String.join(
                        ",",
                        f.finding().rule(),
                        rules.get(f.finding().rule()).basis(),
                        f.unit(),
                        f.finding().record(),
                        f.finding()
                                .derivation()
                                .days()
                                .map(BigDecimal::toPlainString)
                                .orElse("")))
                .sorted();

        assertThat(leads).containsExactlyElementsOf(lines("sample-leads.csv"));
    }

    /** Worked out by hand for an office, a village and the judicial office: a month, a half and the year. */
    @Test
    void scoresThreeUnitsAsTheyWereWorkedOutByHand() {
        var scores = Stream.of("2025-02", "2025-10", "2025-11", "2025-H1", "2025-H2", "2025")
                .map(Period::parse)
                .flatMap(p -> township.publication(p).assessment().units().stream()
                        .filter(u ->
                                List.of("d03", "d06", "v05").contains(u.unit().code()))
                        .map(u -> p + "," + u.unit().code() + ","
                                + u.scores().stream()
                                        .map(s -> s.criterion().code() + " "
                                                + (s.isAssessed()
                                                        ? s.score()
                                                                .stripTrailingZeros()
                                                                .toPlainString()
                                                        : "-"))
                                        .collect(Collectors.joining(";"))
                                + "," + u.score().stripTrailingZeros().toPlainString()
                                + "," + u.full().toPlainString()));

        assertThat(scores).containsExactlyElementsOf(lines("sample-scores.csv"));
    }

    /** The office handles leads from month to month; what it has not taken up begins the next register. */
    @Test
    void knowsWhatBecameOfEachLeadAndWhichAreNew() {
        Period march = Period.parse("2025-03");

        var known = township.publication(march).leads().stream()
                .map(SampleYearFindingsTest::handled)
                .toList();
        var fresh = township.newLeads(Period.parse("2025-04")).stream()
                .map(Lead::key)
                .toList();

        assertThat(known)
                .hasSize(13)
                .contains(
                        "PRO001-d03-青交执〔2025〕2号 2025-01 2025-02-09 corrected 2025-02-21",
                        "PRO019-d03-青交执〔2025〕1号 2025-01 2025-02-12  ",
                        "PRO017-d03-青交执〔2024〕9号 2025-03   ");
        assertThat(fresh).containsExactly("PRO017-d03-青交执〔2024〕9号", "PET003-d07-青信〔2025〕3号");
    }

    /** A petition that was closed in August is in no register of October, but the lead that it was is open until then. */
    @Test
    void saysOfALeadInWhichPeriodItWasFound() throws IOException {
        var out = new ByteArrayOutputStream();
        Wording wording = new Wording(new MessageBundle(Lang.ZH), SampleTownship.CATALOGUE);

        new ReportWriter(SampleTownship.CATALOGUE, wording).write(township.publication(Period.parse("2025-10")), out);

        try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var rows = StreamSupport.stream(book.getSheet("程序线索").spliterator(), false)
                    .map(row -> StreamSupport.stream(row.spliterator(), false)
                            .map(Cell::toString)
                            .toList())
                    .toList();
            var head =
                    rows.stream().filter(row -> row.contains("发现于")).findFirst().orElseThrow();
            assertThat(rows)
                    .filteredOn(row -> row.contains("青信〔2025〕6号"))
                    .extracting(row -> row.get(head.indexOf("发现于")))
                    .containsExactly("2025年8月");
            assertThat(rows)
                    .filteredOn(row -> row.contains("青交执〔2025〕6号"))
                    .isNotEmpty()
                    .extracting(row -> row.get(head.indexOf("发现于")))
                    .containsOnly("2025年10月");
        }
    }

    @Test
    void saysWhatIsInPlaceAndWhatLacksUnitByUnit() {
        Wording wording = new Wording(new MessageBundle(Lang.ZH), SampleTownship.CATALOGUE);

        var pillars = new Pillars(
                new Terms(township.publication(Period.year(SampleYear.YEAR)), SampleTownship.CATALOGUE, wording));

        assertThat(pillars.columns().stream().map(c -> c.group() + " " + c.label()))
                .containsExactly("五落实 计划", "五落实 内容", "五落实 时间", "五落实 人员", "五落实 效果", "三到位 责任", "三到位 监督", "三到位 考核");
        assertThat(Stream.of("", "d03", "d06", "v01").map(u -> told(pillars, u)))
                .containsExactly(
                        "落实 23/23 | 落实 23/23；行政知识学习 6 次；执法人员培训 8 期 | 落实 22/23 | 落实 23/23；在岗执法人员 12 人；执法人员参训 73 人次"
                                + " | 落实 23/23；学法考试参加人数 22 人；本年调处成功 258 件 | 8 项"
                                + " | 收到意见建议 14 件；期末逾期未答复 0 件；线索 55 条，未办结 18 条 |  | 4个单位",
                        "落实 | 落实；行政知识学习 8 次 | 落实 | 落实；在岗执法人员 3 人 | 落实；学法考试参加人数 0 人 | 2 项"
                                + " | 收到意见建议 2 件；期末逾期未答复 0 件；线索 28 条，未办结 1 条 | 78.08/85 分 | 监督",
                        "落实 | 落实；行政知识学习 6 次；执法人员培训 8 期 | 落实 | 落实；在岗执法人员 1 人；执法人员参训 73 人次"
                                + " | 落实；学法考试参加人数 4 人 |  | 线索 22 条，未办结 16 条 | 90.17/100 分 | 监督",
                        "落实 | 落实；行政知识学习 8 次 | 落实 | 落实 | 落实；学法考试参加人数 0 人；本年调处成功 24 件 |  |  | 98.33/100 分 | ");
        assertThat(told(pillars, "v09")).contains(" | 7月未落实 | ").endsWith(" | 时间");
    }

    private static String told(Pillars pillars, String unit) {
        var row = pillars.rows().stream()
                .filter(r -> r.unit().map(Unit::code).orElse("").equals(unit))
                .findFirst()
                .orElseThrow();
        return Stream.concat(pillars.columns().stream().map(c -> row.cell(c).text()), Stream.of(row.lacking()))
                .collect(Collectors.joining(" | "));
    }

    @Test
    void saysHowFarTheYearHasComeTowardsTheTargetsOfTheUnits() {
        Wording wording = new Wording(new MessageBundle(Lang.ZH), SampleTownship.CATALOGUE);
        var terms = new Terms(township.publication(Period.parse("2025-09")), SampleTownship.CATALOGUE, wording);

        var rows = Targets.rows(terms).stream()
                .map(r -> String.join(
                        " ",
                        r.progress().indicator().code(),
                        r.unit().map(Unit::code).orElse("-"),
                        r.progress().target().map(BigDecimal::toPlainString).orElse("-"),
                        r.progress()
                                .yearToDate()
                                .value()
                                .map(BigDecimal::toPlainString)
                                .orElse("-"),
                        r.progress().share().map(BigDecimal::toPlainString).orElse("-"),
                        Pace.of(terms, r.progress()).map(p -> p.kind().name()).orElse("-"),
                        r.next().map(BigDecimal::toPlainString).orElse("-")));

        assertThat(rows)
                .containsExactly(
                        "materials - - 11340 - - 15000",
                        "materials d06 6000 1919 32.0 BEHIND -",
                        "inspections - - 202 - - 260",
                        "inspections d01 115 95 82.6 REACHED 120",
                        "inspections d02 72 54 75.0 REACHED 72",
                        "inspections d03 65 53 81.5 REACHED 68",
                        "safety_accidents - - 0 - - 0",
                        "study_sessions - 6 4 66.7 NEAR 8");
    }

    private static String handled(Lead lead) {
        return String.join(
                " ",
                lead.key(),
                lead.found().map(Period::code).orElse(""),
                lead.handling().handedOn().map(LocalDate::toString).orElse(""),
                lead.handling().result(),
                lead.handling().closedOn().map(LocalDate::toString).orElse(""));
    }

    @Test
    void leavesNothingUndecidedButWhatJanuaryWouldAskOfDecember() {
        Map<String, String> formulas =
                SampleTownship.CATALOGUE.rules().stream().collect(toMap(Rule::id, Rule::formula));

        var undecided = noted.stream()
                .filter(Noted::later)
                .flatMap(n -> n.findings().stream())
                .filter(f -> f.finding().outcome() == Outcome.UNDECIDED)
                .toList();

        assertThat(undecided).isNotEmpty().allSatisfy(f -> {
            assertThat(f.period().first()).isEqualTo(JANUARY);
            assertThat(formulas.get(f.finding().rule())).contains("prior.");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "duties.planned_total, 252",
        "duties.planned_materials, 1200",
        "duties.planned_violations, 0",
        "duties.planned_courses, 0",
    })
    void addsPlansOfOneKindOfMeasureOnly(String item, BigDecimal planned) {
        assertThat(year.total(item).value()).hasValue(planned);
    }

    @Test
    void hasEverythingInTheEndAndOfItWhatCameLate() {
        var coverage = year.coverage();

        var late = coverage.standings().stream()
                .filter(FilingStatus::isLate)
                .map(s -> s.owed().period().code() + " " + s.owed().unit() + " "
                        + s.owed().form());

        assertThat(coverage.owed()).isEqualTo(587);
        assertThat(coverage.isComplete()).isTrue();
        assertThat(late).containsExactlyElementsOf(lines("sample-late.csv"));
    }

    private static String line(StoredFinding f) {
        return Stream.of(
                        f.period().code(),
                        f.unit(),
                        f.form(),
                        f.finding().severity().code(),
                        f.finding().rule(),
                        f.finding().where().cell(),
                        f.explanation().isEmpty() ? "" : "explained")
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
    }

    private static List<String> lines(String golden) {
        try (InputStream in = SampleYearFindingsTest.class.getResourceAsStream(golden)) {
            assertThat(in).as(golden).isNotNull();
            return Arrays.stream(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

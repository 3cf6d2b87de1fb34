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
import org.huizong.catalogue.Rule;
import org.huizong.demo.SampleYear;
import org.huizong.docx.WordFile;
import org.huizong.job.SampleTownship.Noted;
import org.huizong.model.Outcome;
import org.huizong.model.Period;
import org.huizong.publish.document.ReportDocument;
import org.huizong.publish.narrative.Listener;
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
        var totals = year.indicators().stream()
                .map(i -> i.indicator().code() + ","
                        + i.now().value().orElseThrow().toPlainString());

        assertThat(totals).containsExactlyElementsOf(lines("sample-totals.csv"));
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
        assertThat(read).hasSize(24).containsExactlyElementsOf(lines("sample-totals.csv"));
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

        assertThat(coverage.owed()).isEqualTo(583);
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

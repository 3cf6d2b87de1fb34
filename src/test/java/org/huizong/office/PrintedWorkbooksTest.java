package org.huizong.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.huizong.aggregation.EarlierFigures;
import org.huizong.carry.EarlierPrefill;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.demo.SampleWriter;
import org.huizong.demo.SampleYear;
import org.huizong.job.MonthlyJob;
import org.huizong.job.Progress;
import org.huizong.job.Request;
import org.huizong.model.OfficeTime;
import org.huizong.model.Period;
import org.huizong.spreadsheet.write.Room;
import org.huizong.store.Store;
import org.huizong.template.TemplateWriter;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The consolidated workbooks on paper. */
@Tag("office")
class PrintedWorkbooksTest {
    /** Block by block it lists the same units with nearly the same figures: which of them is on a page cannot be told. */
    private static final List<String> UNTOLD = List.of("指标来源", "Where");

    @TempDir
    private static Path home;

    /** With {@code -Dhuizong.demo=DIR}: every workbook under a folder, but for its returns and data. */
    @Test
    @EnabledIfSystemProperty(named = "huizong.demo", matches = ".+")
    void printsTheDemoWithoutACutText() throws IOException {
        Path demo = Path.of(System.getProperty("huizong.demo"));
        List<Path> files;
        try (Stream<Path> all = Files.walk(demo)) {
            files = all.filter(f -> f.toString().endsWith(".xlsx"))
                    .filter(f -> !demo.relativize(f).toString().matches("^(returns|data).*|.*returned.*"))
                    .sorted()
                    .toList();
        }

        assertThat(flaws(files)).isEmpty();
    }

    /** A month without one before it, and one that has one in both languages. */
    @Test
    void printsEverySheetOfTheSampleInBothLanguages() throws IOException {
        Catalogue catalogue = CatalogueLoader.builtIn();
        SampleYear sample = new SampleYear(catalogue);
        List<Path> workbooks = new ArrayList<>();
        try (Store store = Store.open(Files.createDirectories(home.resolve("data")))) {
            for (int month = 1; month <= 2; month++) {
                YearMonth of = YearMonth.of(SampleYear.YEAR, month);
                Period period = Period.month(of);
                Path returns = Files.createDirectories(home.resolve("returns").resolve(period.code()));
                SampleWriter clerks = new SampleWriter(
                        new TemplateWriter(catalogue, new Wording(new MessageBundle(Lang.ZH), catalogue)));
                EarlierFigures history = new EarlierFigures(catalogue, store, period);
                Stream.of(sample.inTime(of), sample.later(of))
                        .flatMap(List::stream)
                        .forEach(s -> clerks.write(
                                s, new EarlierPrefill(history, s.unit().code()), returns));
                workbooks.add(publish(catalogue, store, period, Optional.of(returns), Lang.ZH));
                if (month > 1) {
                    workbooks.add(publish(catalogue, store, period, Optional.of(returns), Lang.EN));
                }
            }
        }

        assertThat(flaws(workbooks)).isEmpty();
    }

    private static Path publish(Catalogue catalogue, Store store, Period period, Optional<Path> returns, Lang lang) {
        LocalDate asOf = period.last().plusMonths(1).atDay(10);
        Path output = home.resolve(period.code() + "-" + lang);
        return new MonthlyJob(catalogue, new Wording(new MessageBundle(lang), catalogue), store)
                .run(new Request(period, returns, output, asOf, OfficeTime.end(asOf)), Progress.SILENT)
                .workbook();
    }

    private static List<String> flaws(List<Path> workbooks) throws IOException {
        Soffice office = Soffice.found(Files.createDirectories(home.resolve("office")));
        List<String> flaws = new ArrayList<>();
        for (int i = 0; i < workbooks.size(); i++) {
            Path folder = Files.createDirectories(home.resolve("printed").resolve(String.valueOf(i + 1)));
            Path file = Files.copy(workbooks.get(i), folder.resolve("book" + (i + 1) + ".xlsx"));
            try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
                Room.lacking(book).stream().filter(f -> f.contains(Room.BESIDE)).forEach(flaws::add);
            }
            flaws.addAll(PrintedText.flaws(office, List.of(file), folder));
        }
        return flaws.stream()
                .filter(f -> UNTOLD.stream().noneMatch(f::contains))
                .toList();
    }
}

package org.huizong.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.aggregation.EarlierFigures;
import org.huizong.carry.EarlierPrefill;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Unit;
import org.huizong.demo.SampleWriter;
import org.huizong.demo.SampleYear;
import org.huizong.demo.Sending;
import org.huizong.job.County;
import org.huizong.job.MonthlyJob;
import org.huizong.job.Progress;
import org.huizong.job.Request;
import org.huizong.model.OfficeTime;
import org.huizong.model.Period;
import org.huizong.store.Store;
import org.huizong.template.TemplateWriter;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** LibreOffice comes to the value that is kept beside each formula. */
@Tag("office")
class RecalculationTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final int MONTHS = 3;
    private static final String SPOILT = "spoilt.xlsx";

    @TempDir
    private static Path home;

    private static Soffice office;
    private static Path written;
    private static Path calculated;
    private static Path figures;

    @BeforeAll
    static void writeAndCalculate() throws IOException {
        office = Soffice.found(Files.createDirectories(home.resolve("office")));
        written = Files.createDirectories(home.resolve("written"));
        calculated = home.resolve("calculated");
        consolidate();
        rollUp();
        blanks(Lang.ZH);
        blanks(Lang.EN);
        figures = written.resolve(YearMonth.of(SampleYear.YEAR, MONTHS) + ".xlsx");
        FormulaCells.of(figures).spoil(written.resolve(SPOILT));

        office.recalculate(written, calculated);
    }

    /** Three months of the sample township, each as of the due day and five days later, and what it makes of the year. */
    private static void consolidate() throws IOException {
        Wording wording = new Wording(new MessageBundle(Lang.ZH), CATALOGUE);
        TemplateWriter templates = new TemplateWriter(CATALOGUE, wording);
        SampleWriter clerks = new SampleWriter(templates);
        SampleYear sample = new SampleYear(CATALOGUE);
        try (Store store = Store.open(Files.createDirectories(home.resolve("data")))) {
            MonthlyJob job = new MonthlyJob(CATALOGUE, wording, store);
            for (int i = 1; i <= MONTHS; i++) {
                YearMonth month = YearMonth.of(SampleYear.YEAR, i);
                Period period = Period.month(month);
                Path returns = Files.createDirectories(home.resolve("returns").resolve(period.code()));
                EarlierFigures history = new EarlierFigures(CATALOGUE, store, period);
                LocalDate due = month.plusMonths(1).atDay(5);
                send(sample.inTime(month), clerks, history, returns);
                run(job, period, Optional.of(returns), due, period.code() + "-due");
                send(sample.later(month), clerks, history, returns);
                run(job, period, Optional.of(returns), due.plusDays(5), period.code());
                if (i == MONTHS) {
                    issued(templates, period, history);
                    copy(returns);
                }
            }
            Period year = Period.year(SampleYear.YEAR);
            run(job, year, Optional.empty(), LocalDate.of(SampleYear.YEAR + 1, 1, 10), year.code());
        }
    }

    /** A month of a county of three townships. */
    private static void rollUp() throws IOException {
        County county = new County(Files.createDirectories(home.resolve("county"))).receive();
        Path workbook = county.publish(County.DUE).workbook();
        Files.copy(workbook, written.resolve("county-" + County.JANUARY.code() + ".xlsx"));
    }

    private static void send(List<Sending> sendings, SampleWriter clerks, EarlierFigures history, Path folder) {
        sendings.forEach(
                s -> clerks.write(s, new EarlierPrefill(history, s.unit().code()), folder));
    }

    private static void run(MonthlyJob job, Period period, Optional<Path> returns, LocalDate asOf, String name)
            throws IOException {
        Path output = home.resolve("output").resolve(name);
        job.run(new Request(period, returns, output, asOf, OfficeTime.end(asOf)), Progress.SILENT);
        List<Path> workbooks = workbooks(output);
        assertThat(workbooks).hasSize(1);
        Files.copy(workbooks.get(0), written.resolve(name + ".xlsx"));
    }

    /** The templates of a department and of a village, as they are issued. */
    private static void issued(TemplateWriter templates, Period period, EarlierFigures history) throws IOException {
        for (boolean village : new boolean[] {false, true}) {
            Unit unit = CATALOGUE.units().stream()
                    .filter(u -> !u.returns().isEmpty() && u.kind().isVillage() == village)
                    .findFirst()
                    .orElseThrow();
            try (OutputStream out = Files.newOutputStream(written.resolve("issued-" + unit.code() + ".xlsx"))) {
                templates.issue(unit, period, new EarlierPrefill(history, unit.code()), out);
            }
        }
    }

    /** A few returns that were filled: corrected ones, so that there are mistakes to point at, and their neighbours. */
    private static void copy(Path returns) throws IOException {
        List<Path> files = workbooks(returns);
        for (Path file : files) {
            String name = file.getFileName().toString();
            boolean corrected = files.contains(file.resolveSibling(name.replace(".xlsx", "(更正).xlsx")));
            if (corrected || name.contains("(更正)") || files.indexOf(file) < 2) {
                Files.copy(file, written.resolve("filled-" + name));
            }
        }
    }

    private static void blanks(Lang lang) throws IOException {
        TemplateWriter templates = new TemplateWriter(CATALOGUE, new Wording(new MessageBundle(lang), CATALOGUE));
        for (Return form : CATALOGUE.forms(CATALOGUE.newest())) {
            try (OutputStream out =
                    Files.newOutputStream(written.resolve("blank-" + form.code() + "-" + lang + ".xlsx"))) {
                templates.blank(form, out);
            }
        }
    }

    private static List<Path> workbooks(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".xlsx")).sorted().toList();
        }
    }

    @Test
    void putsRightEveryWrongValueThatWasPlanted() throws IOException {
        FormulaCells right = FormulaCells.of(figures);

        assertThat(right.differences(FormulaCells.of(written.resolve(SPOILT)))).hasSize(right.count());
        assertThat(right.differences(FormulaCells.of(calculated.resolve(SPOILT))))
                .isEmpty();
    }

    @Test
    void comesToTheSameInConsolidatedWorkbooksAndTemplates() throws IOException {
        List<Path> files =
                workbooks(written).stream().filter(f -> !f.endsWith(SPOILT)).toList();

        hold("sample", files, calculated);
    }

    /** With {@code -Dhuizong.demo=DIR}: the same for every workbook under a folder, but for its returns and data. */
    @Test
    @EnabledIfSystemProperty(named = "huizong.demo", matches = ".+")
    void comesToTheSameInTheDemo() throws IOException {
        Path demo = Path.of(System.getProperty("huizong.demo"));
        Path from = Files.createDirectories(home.resolve("demo"));
        Path to = home.resolve("demo-calculated");
        try (Stream<Path> all = Files.walk(demo)) {
            for (Path file : all.filter(f -> f.toString().endsWith(".xlsx")).toList()) {
                Path inside = demo.relativize(file);
                if (!inside.startsWith("returns") && !inside.startsWith("data")) {
                    Files.copy(file, from.resolve(inside.toString().replaceAll("[/\\\\]", "-")));
                }
            }
        }

        office.recalculate(from, to);

        hold(demo.toString(), workbooks(from), to);
    }

    private static void hold(String what, List<Path> files, Path recalculated) throws IOException {
        List<String> wrong = new ArrayList<>();
        int formulas = 0;
        for (Path file : files) {
            FormulaCells ours = FormulaCells.of(file);
            FormulaCells theirs = FormulaCells.of(recalculated.resolve(file.getFileName()));
            formulas += ours.count();
            wrong.addAll(ours.faults());
            wrong.addAll(theirs.faults());
            wrong.addAll(ours.differences(theirs));
        }
        System.out.println("LibreOffice and " + what + ": " + formulas + " formulas in " + files.size() + " workbooks, "
                + wrong.size() + " differences.");
        assertThat(files).isNotEmpty();
        assertThat(formulas).isPositive();
        assertThat(wrong).isEmpty();
    }
}

package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.job.RegisterOffice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which records a register begins with; 交管站 ends in April and is merged into 城管办. */
class CarriedRecordsTest {
    @TempDir
    private Path home;

    @Test
    void beginsWithTheNewestVersionOfWhatIsOpenAndNotWithWhatWasClosed() throws IOException {
        RegisterOffice office = new RegisterOffice(home)
                .send("2025-01", "安监办", "A,2025-01-10,,,甲,,,", "B,2025-01-11,,,乙,,,", "C,2025-01-12,,,丙,,,")
                .send("2025-02", "安监办", "A,2025-01-10,2025-02-03,200,甲,,,迟了", "B,2025-01-11,,,乙,,2025-02-20,");
        consolidate(office, "2025-01", "2025-02");

        List<String> records = records(office, "2025-03", "d01");

        assertThat(records).containsExactly("A,2025-01-10,2025-02-03,200.00,甲,,,迟了", "C,2025-01-12,,,丙,,,");
    }

    @Test
    void givesAPeriodNoRecordOfItselfOrOfALaterOne() throws IOException {
        RegisterOffice office = new RegisterOffice(home)
                .send("2025-01", "安监办", "A,2025-01-10,,,甲,,,")
                .send("2025-02", "安监办", "A,2025-01-10,,,甲,,2025-02-20,", "B,2025-02-11,,,乙,,,");
        consolidate(office, "2025-01", "2025-02");

        assertThat(records(office, "2025-02", "d01")).containsExactly("A,2025-01-10,,,甲,,,");
        assertThat(records(office, "2025-01", "d01")).isEmpty();
    }

    @Test
    void handsTheRecordsOfAMergedUnitToItsSuccessor() throws IOException {
        RegisterOffice office = new RegisterOffice(home)
                .send("2025-04", "安监办", "A,2025-04-10,,,甲,,,")
                .send("2025-04", "交管站", "J,2025-04-11,,,乙,,,");
        consolidate(office, "2025-04");

        assertThat(records(office, "2025-05", "d03")).containsExactly("J,2025-04-11,,,乙,,,");
        assertThat(records(office, "2025-05", "d01")).containsExactly("A,2025-04-10,,,甲,,,");
    }

    @Test
    void leavesARecordThatAnotherUnitReportedFirstToThatUnit() throws IOException {
        RegisterOffice office = new RegisterOffice(home)
                .send("2025-01", "安监办", "A,2025-01-10,,,甲,,,")
                .send("2025-02", "安监办", "A,2025-01-10,,,甲,,,")
                .send("2025-02", "交管站", "A,2025-01-10,,,甲,,,", "J,2025-02-11,,,乙,,,");
        consolidate(office, "2025-01", "2025-02");

        assertThat(records(office, "2025-03", "d02")).containsExactly("J,2025-02-11,,,乙,,,");
        assertThat(records(office, "2025-03", "d01")).containsExactly("A,2025-01-10,,,甲,,,");
    }

    @Test
    void hasRowsReadyForFiveHundredOpenRecordsAndMore() throws IOException {
        String[] rows = IntStream.rangeClosed(1, 500)
                .mapToObj("号%03d,2025-01-10,,,甲,,,"::formatted)
                .toArray(String[]::new);
        RegisterOffice office = new RegisterOffice(home).send("2025-01", "安监办", rows);
        consolidate(office, "2025-01");

        assertThat(records(office, "2025-02", "d01")).containsExactlyElementsOf(List.of(rows));
        try (XSSFWorkbook book = book("d012025-02")) {
            XSSFSheet sheet = book.getSheetAt(1);
            assertThat(sheet.getRow(first(sheet) + 549).getCell(8).getCellFormula())
                    .isNotEmpty();
            assertThat(sheet.getRow(first(sheet) + 550).getCell(8).getStringCellValue())
                    .startsWith("本行起");
            assertThat(sheet.getRow(first(sheet) - 3).getCell(2).getStringCellValue())
                    .isEqualTo("共 500 件，可以上报");
        }
    }

    private static void consolidate(RegisterOffice office, String... months) {
        for (String month : months) {
            run(office.consolidating(month));
        }
    }

    /** The records in the register that a unit is issued, each as its cells show it. */
    private List<String> records(RegisterOffice office, String month, String unit) throws IOException {
        run(
                "templates",
                "--period",
                month,
                "--unit",
                unit,
                "--to",
                home.resolve(unit + month) + "",
                "--data",
                home.resolve("data") + "",
                "--catalogue",
                office.tables() + "");
        try (XSSFWorkbook book = book(unit + month)) {
            XSSFSheet sheet = book.getSheetAt(1);
            DataFormatter shown = new DataFormatter();
            return IntStream.rangeClosed(first(sheet), sheet.getLastRowNum())
                    .mapToObj(sheet::getRow)
                    .filter(row -> row.getCell(1) != null
                            && !shown.formatCellValue(row.getCell(1)).isEmpty())
                    .map(row -> record(row, shown))
                    .toList();
        }
    }

    /** The first row for a record, below the line of the columns' numbers. */
    private static int first(XSSFSheet sheet) {
        return IntStream.rangeClosed(0, sheet.getLastRowNum())
                .filter(row -> sheet.getRow(row) != null
                        && new DataFormatter()
                                .formatCellValue(sheet.getRow(row).getCell(0))
                                .equals("甲"))
                .map(row -> row + 1)
                .findFirst()
                .orElseThrow();
    }

    private static String record(Row row, DataFormatter shown) {
        List<String> cells = Stream.of(1, 2, 3, 4, 5, 6, 7, 9)
                .map(column -> shown.formatCellValue(row.getCell(column)))
                .toList();
        return String.join(",", cells);
    }

    private XSSFWorkbook book(String folder) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve(folder));
                InputStream in = Files.newInputStream(files.findFirst().orElseThrow())) {
            return new XSSFWorkbook(in);
        }
    }

    private static void run(String... command) {
        Clock clock = Clock.fixed(Instant.parse("2025-06-01T00:00:00Z"), ZoneOffset.UTC);
        Prompt.Answer answer = new Prompt(clock).type(command);
        assertThat(answer.isDone()).as(answer.said()).isTrue();
    }
}

package org.huizong.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Return;
import org.huizong.layout.Field;
import org.huizong.layout.RegisterLayout;
import org.huizong.model.CellAddress;
import org.huizong.model.Period;
import org.huizong.model.Value;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The register of petitions as it is issued: its ready rows, and those below for more records. */
class RegisterTemplateTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final TemplateWriter WRITER =
            new TemplateWriter(CATALOGUE, new Wording(new MessageBundle(Lang.ZH), CATALOGUE));
    private static final Period MARCH = Period.parse("2025-03");
    private static final String FORM = "petitions";
    private static final RegisterLayout LAYOUT =
            RegisterLayout.of(CATALOGUE, CATALOGUE.form(FORM, MARCH.last()).orElseThrow(), MARCH.last());
    private static final String KEY = LAYOUT.keys().get(0).code();

    @Test
    void opensTheRowsBelowTheReadyOnesAndNothingAboveThem() throws IOException {
        XSSFSheet sheet = issued(Map.of());

        var open = IntStream.rangeClosed(0, LAYOUT.explainColumn() + 1)
                .filter(column -> !sheet.getColumnStyle(column).getLocked())
                .boxed()
                .toList();
        var above = new TreeSet<String>();
        for (int row = 0; row < LAYOUT.firstRecordRow(); row++) {
            for (int column : open) {
                XSSFCell cell = sheet.getRow(row).getCell(column);
                if ((cell == null || !cell.getCellStyle().getLocked()) && !isCovered(sheet, row, column)) {
                    above.add(new CellAddress(row, column).text());
                }
            }
        }

        assertThat(open)
                .containsExactlyElementsOf(Stream.concat(
                                LAYOUT.items().stream()
                                        .map(i -> LAYOUT.column(i.code()).orElseThrow()),
                                Stream.of(LAYOUT.explainColumn()))
                        .toList());
        assertThat(above)
                .isEqualTo(LAYOUT.headAndFoot().stream()
                        .filter(f -> f != Field.UNIT && f != Field.PERIOD)
                        .map(f -> LAYOUT.cell(f).orElseThrow())
                        .filter(at -> open.contains(at.column()))
                        .map(CellAddress::text)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Tells whether a cell belongs to a wider one that begins left of it. */
    private static boolean isCovered(XSSFSheet sheet, int row, int column) {
        return sheet.getMergedRegions().stream().anyMatch(m -> m.isInRange(row, column) && m.getFirstColumn() < column);
    }

    @Test
    void limitsWhatIsTypedIntoFiveThousandRows() throws IOException {
        XSSFSheet sheet = issued(Map.of());

        var limited = sheet.getDataValidations().stream()
                .flatMap(v -> Stream.of(v.getRegions().getCellRangeAddresses()))
                .filter(area -> area.getFirstRow() == LAYOUT.firstRecordRow())
                .toList();

        assertThat(limited)
                .isNotEmpty()
                .extracting(CellRangeAddress::getLastRow)
                .containsOnly(LAYOUT.lastOpenRow());
        assertThat(LAYOUT.lastOpenRow() - LAYOUT.firstRecordRow() + 1).isEqualTo(5_000);
    }

    @Test
    void saysInTheFirstRowBelowThatMoreRecordsAreTaken() throws IOException {
        XSSFSheet sheet = issued(Map.of());

        XSSFCell cell = sheet.getRow(LAYOUT.lastReadyRow() + 1).getCell(LAYOUT.checkColumn());

        assertThat(cell.getStringCellValue()).isEqualTo("本行起可接着填写或粘贴，照常收取；这些行报送后审核。");
        assertThat(cell.getCellStyle().getLocked()).isTrue();
    }

    @Test
    void countsTheRecordsBelowTheReadyRowsAndSaysThatTheyAreCheckedLater() throws IOException {
        Map<String, Value> records = new TreeMap<>();
        IntStream.rangeClosed(1, 300).forEach(i -> records.put(KEY + "#" + i, Value.of("信〔2025〕" + i + "号")));

        XSSFSheet sheet = issued(records);

        assertThat(sheet.getRow(LAYOUT.bannerRow()).getCell(RegisterHead.FIRST).getStringCellValue())
                .isEqualTo("共 300 件，200 行有错误，0 行需说明（其中 100 件在备好的行以下，报送后审核）" + unprinted(sheet));
    }

    @Test
    void saysNothingOfRowsBelowWhereAllRecordsAreInReadyOnes() throws IOException {
        XSSFSheet sheet = issued(Map.of(KEY + "#200", Value.of("信〔2025〕200号")));

        assertThat(sheet.getRow(LAYOUT.bannerRow()).getCell(RegisterHead.FIRST).getStringCellValue())
                .isEqualTo("共 1 件，1 行有错误，0 行需说明" + unprinted(sheet));
    }

    @Test
    void saysNothingOfPaperWhereAllRecordsAreOnIt() throws IOException {
        XSSFSheet sheet = issued(Map.of(KEY + "#16", Value.of("信〔2025〕16号")));

        assertThat(sheet.getRow(LAYOUT.bannerRow()).getCell(RegisterHead.FIRST).getStringCellValue())
                .isEqualTo("共 1 件，1 行有错误，0 行需说明");
    }

    @ParameterizedTest
    @EnumSource
    void printsTheRecordsOfAMonthOfEveryRegister(Lang lang) throws IOException {
        TemplateWriter writer = new TemplateWriter(CATALOGUE, new Wording(new MessageBundle(lang), CATALOGUE));
        for (Return register : CATALOGUE.forms(MARCH.last()).stream()
                .filter(form -> form.kind() == Return.Kind.REGISTER)
                .toList()) {
            var out = new ByteArrayOutputStream();
            writer.blank(register, out);

            try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
                RegisterLayout layout = RegisterLayout.of(CATALOGUE, register, MARCH.last());
                int least = book.getSheetAt(1).getPrintSetup().getFitWidth() > 2 ? 12 : 16;
                assertThat(lastPrinted(book.getSheetAt(1)) - layout.firstRecordRow())
                        .as(register.code())
                        .isGreaterThanOrEqualTo(least);
            }
        }
    }

    /** The number of the last row that is printed. */
    private static int lastPrinted(XSSFSheet sheet) {
        String area = sheet.getWorkbook().getPrintArea(sheet.getWorkbook().getSheetIndex(sheet));
        return Integer.parseInt(area.substring(area.lastIndexOf('$') + 1));
    }

    private static String unprinted(XSSFSheet sheet) {
        return "（打印只到第 " + lastPrinted(sheet) + " 行，下面还有记录：打印前请选中全表，重设“打印区域”）";
    }

    @Test
    void fillsARecordInTheLookOfItsColumns() throws IOException {
        int key = 1;

        XSSFSheet sheet = issued(Map.of(KEY + "#1", Value.of("信〔2025〕1号")));

        XSSFCell cell = sheet.getRow(LAYOUT.firstRecordRow()).getCell(key);
        assertThat(cell.getStringCellValue()).isEqualTo("信〔2025〕1号");
        assertThat(cell.getCellStyle()).isEqualTo(sheet.getColumnStyle(key));
        assertThat(cell.getCellStyle().getLocked()).isFalse();
    }

    private static XSSFSheet issued(Map<String, Value> records) throws IOException {
        var out = new ByteArrayOutputStream();
        WRITER.filled(
                CATALOGUE.unit("d07").orElseThrow(),
                MARCH,
                Prefill.NONE,
                records.isEmpty() ? Map.of() : Map.of(FORM, records),
                Instant.EPOCH,
                out);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))
                .getSheet(LAYOUT.register().label());
    }
}

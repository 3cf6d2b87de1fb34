package org.huizong.publish.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.TwoForms;
import org.huizong.catalogue.Unit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PaperTest {
    /** Points of rows on a page that lies on its side and is not shrunk. */
    private static final int PAGE = 465;

    @AutoClose
    private final XSSFWorkbook workbook = new XSSFWorkbook();

    private final Sheet sheet = workbook.createSheet();
    private final Paper paper = new Paper(sheet, true, 10);

    @Test
    void takesRowsThatBelongTogetherToTheNextPageWhenTheLastDoesNotFit() {
        rows(PAGE - 30, 20, 20, 20);

        paper.together(0, 0);
        paper.together(1, 2);
        paper.together(3, 3);

        assertThat(sheet.getRowBreaks()).containsExactly(0);
    }

    @Test
    void countsTheRowThatIsRepeatedOnEveryFurtherPage() {
        rows(100, PAGE - 100, PAGE - 120, 15, 10);

        paper.together(0, 0);
        paper.repeat(0);
        for (int row = 1; row <= 4; row++) {
            paper.together(row, row);
        }

        assertThat(sheet.getRowBreaks()).containsExactly(1, 3);
        assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
    }

    @Test
    void fillsAPageWithUnitsByTheirOwnHeightsAndRepeatsTheHeadsOnlyOnTheNextPage() {
        List<Unit> units = TwoForms.catalogue().units().subList(1, 5);
        var writer = new Rows(units, 100, 100, 100, 200);

        var places = new Bands<>(List.of(List.of("a"), List.of("b")), units, paper, writer).write(0);

        assertThat(places).containsExactly(new Bands.Rows(1, 5), new Bands.Rows(8, 12));
        assertThat(sheet.getRowBreaks()).containsExactly(3, 6, 10);
    }

    private void rows(int... heights) {
        for (int i = 0; i < heights.length; i++) {
            sheet.createRow(i).setHeightInPoints(heights[i]);
        }
    }

    /** Rows that have heights alone. */
    private final class Rows implements Bands.Writer<String> {
        private final List<Unit> units;
        private final int[] heights;

        Rows(List<Unit> units, int... heights) {
            this.units = units;
            this.heights = heights;
        }

        @Override
        public int heads(int row, List<String> columns, int band, int bands) {
            sheet.createRow(row).setHeightInPoints(20);
            return 1;
        }

        @Override
        public void unit(int row, Unit unit, List<String> columns) {
            sheet.createRow(row).setHeightInPoints((float) height(unit));
        }

        @Override
        public double height(Unit unit) {
            return heights[units.indexOf(unit)];
        }

        @Override
        public int foot(int row, List<String> columns, int first, int last) {
            return 0;
        }
    }
}

package org.huizong.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.RandomHeads;
import org.huizong.model.CellAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormLayoutTest {
    private static final YearMonth MONTH = YearMonth.of(2026, 10);

    private static FormLayout layout(Catalogue catalogue, String form) {
        return FormLayout.of(catalogue, catalogue.form(form, MONTH).orElseThrow(), MONTH);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25})
    void givesEveryItemOneCellAndEveryHeadTheCellsOfWhatItIsOf(long seed) {
        Catalogue catalogue = RandomHeads.of(seed);

        FormLayout layout = layout(catalogue, "village");

        Set<CellAddress> cells = new HashSet<>();
        for (Item item : catalogue.items("village", MONTH)) {
            assertThat(cells.add(layout.cell(item))).as(item.code()).isTrue();
            assertThat(layout.cell(item).row()).isGreaterThan(layout.numberRow());
        }
        assertThat(layout.items()).hasSameSizeAs(cells);
        covered(
                layout.columnHeads(),
                layout.headLevels(),
                layout.columns().stream().map(c -> c.heads()).toList());
        covered(
                layout.lineHeads(),
                layout.labelColumn() + 1,
                layout.lines().stream().map(l -> l.heads().labels()).toList());
    }

    /** Each level of each column or line has one head, the heads at each say its path, and no head stands in two pieces. */
    private static void covered(List<Head> heads, int levels, List<List<String>> paths) {
        for (int at = 0; at < paths.size(); at++) {
            List<String> over = new ArrayList<>();
            for (int level = 0; level < levels && !paths.get(at).isEmpty(); level++) {
                int column = at;
                int row = level;
                List<Head> here = heads.stream()
                        .filter(h -> h.first() <= column && column <= h.last())
                        .filter(h -> h.level() <= row && row <= h.lastLevel())
                        .toList();
                assertThat(here).as("column or line " + at + ", level " + level).hasSize(1);
                if (here.get(0).level() == level) {
                    over.add(here.get(0).label());
                }
            }
            assertThat(over).isEqualTo(paths.get(at));
        }
        List<List<String>> groups = heads.stream()
                .filter(h -> h.lastLevel() < levels - 1)
                .map(h -> paths.get(h.first()).subList(0, h.level() + 1))
                .toList();
        assertThat(groups).doesNotHaveDuplicates();
    }

    @Test
    void saysOfWhichLineALineIsAPart() {
        FormLayout layout = layout(CatalogueLoader.builtIn(), "traffic");

        List<String> parts = layout.lines().stream()
                .filter(l -> l.part().depth() > 0)
                .map(l -> l.code()
                        + ' '
                        + l.head(true)
                        + ' '
                        + l.part().depth()
                        + ' '
                        + l.part().isFirst())
                .toList();

        assertThat(parts).containsExactly("05 无牌无证 1 true", "06 超员 1 false", "07 未戴头盔 1 false");
    }
}

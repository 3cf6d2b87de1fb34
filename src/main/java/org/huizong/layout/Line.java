package org.huizong.layout;

import java.util.List;
import java.util.Optional;
import org.huizong.catalogue.Item;

/**
 * A line of a form's table.
 *
 * @param row from 0
 * @param code 代码 as printed; empty on a heading
 * @param label Chinese head of the line
 * @param labelEn English head of the line
 * @param measure 计量单位 of its cells
 * @param cells one for each value column; empty where the form shows ×; no cells at all on a heading
 */
public record Line(int row, String code, String label, String labelEn, String measure, List<Optional<Item>> cells) {
    public Line {
        cells = List.copyOf(cells);
    }

    /** Whether it only names the lines below it. */
    public boolean isHeading() {
        return cells.isEmpty();
    }

    /** Its items from left to right. */
    public List<Item> items() {
        return cells.stream().flatMap(Optional::stream).toList();
    }
}

package org.huizong.layout;

import java.util.List;
import java.util.Optional;
import org.huizong.catalogue.Item;

/**
 * A line of a form's table.
 *
 * @param row from 0
 * @param code 代码 as printed; empty on a heading
 * @param label what the line is called in Chinese
 * @param labelEn what it is called in English
 * @param heads what stands at its left: the heads of the groups that it is in, and its own
 * @param part whether it is a part of a line above (其中)
 * @param measure 计量单位 of its cells
 * @param cells one for each value column; empty where the form shows ×; only one, which takes the width of all, of a text
 *     that has the line to itself; no cells at all on a heading
 */
public record Line(
        int row,
        String code,
        String label,
        String labelEn,
        Head.Path heads,
        Part part,
        String measure,
        List<Optional<Item>> cells) {
    public Line {
        cells = List.copyOf(cells);
    }

    /**
     * Of which line a line is a part.
     *
     * @param depth of how many lines it is a part: of one, of that which that one is a part of, and so on; 0 if of none
     * @param isFirst whether it is the first of the parts of its line
     */
    public record Part(int depth, boolean isFirst) {
        static final Part NONE = new Part(0, false);
    }

    /** Its own head, below those of its groups. */
    public String head(boolean chinese) {
        String named = chinese ? label : labelEn;
        return isHeading() ? named : heads.lowest(chinese);
    }

    /** Whether it only names the lines below it. */
    public boolean isHeading() {
        return cells.isEmpty();
    }

    /** The text that has the line to itself; empty on any other line. */
    public Optional<Item> text() {
        return items().stream().filter(Item::isAcross).findFirst();
    }

    /** Its items from left to right. */
    public List<Item> items() {
        return cells.stream().flatMap(Optional::stream).toList();
    }
}

package org.huizong.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.huizong.catalogue.Item;
import org.huizong.layout.FormLayout;
import org.huizong.layout.Head;
import org.huizong.layout.Line;

/** Draws a form as its sheet is drawn: heads over their columns and beside their lines, parts below what they are of. */
final class ReturnForm {
    private final PageFrame frame;
    private final FormLayout layout;

    ReturnForm(PageFrame frame, FormLayout layout) {
        this.frame = frame;
        this.layout = layout;
    }

    /** What each column of values is called, with all heads over it. */
    List<String> columns() {
        return layout.columns().isEmpty()
                ? List.of(frame.t("web.return.value"))
                : layout.columns().stream().map(frame.wording()::label).toList();
    }

    /** The heads of all columns, a row each. */
    List<List<ReturnView.Head>> heads() {
        int levels = layout.headLevels();
        List<List<ReturnView.Head>> rows = new ArrayList<>();
        for (int level = 0; level < levels; level++) {
            int row = level;
            rows.add(new ArrayList<>(layout.columnHeads().stream()
                    .filter(h -> h.level() == row)
                    .map(h -> new ReturnView.Head(label(h), h.last() - h.first() + 1, h.lastLevel() - h.level() + 1))
                    .toList()));
        }
        List<ReturnView.Head> first = rows.get(0);
        if (layout.columns().isEmpty()) {
            first.add(new ReturnView.Head(frame.t("web.return.value"), 1, levels));
        }
        first.add(0, new ReturnView.Head(frame.t("web.return.item"), layout.labelColumn() + 1, levels));
        first.add(1, new ReturnView.Head(frame.t("web.return.measure"), 1, levels));
        first.add(new ReturnView.Head(frame.t("web.return.remark"), 1, levels));
        return rows;
    }

    /**
     * Its lines from top to bottom.
     *
     * @param cell the cell of an item
     * @param found what is wrong with the cells of these addresses
     */
    List<ReturnView.Line> lines(
            Function<Item, ReturnView.Cell> cell, Function<List<String>, List<FilesView.Found>> found) {
        return IntStream.range(0, layout.lines().size())
                .mapToObj(at -> line(at, layout.lines().get(at), cell, found))
                .toList();
    }

    private ReturnView.Line line(
            int at,
            Line line,
            Function<Item, ReturnView.Cell> cell,
            Function<List<String>, List<FilesView.Found>> found) {
        List<Optional<ReturnView.Cell>> cells =
                line.cells().stream().map(asked -> asked.map(cell)).toList();
        List<String> places = cells.stream()
                .flatMap(c -> c.map(ReturnView.Cell::place).stream())
                .filter(place -> !place.isEmpty())
                .toList();
        boolean chinese = frame.wording().isChinese();
        String own = frame.wording()
                .part(line.head(chinese), line.part().depth(), line.part().isFirst());
        int groups = Math.max(0, line.heads().labels().size() - 1);
        return new ReturnView.Line(
                groups(at),
                String.join(" ", line.heads().groups(chinese)),
                new ReturnView.Head(own, layout.labelColumn() + 1 - groups, 1),
                frame.wording().measure(line.measure()),
                cells,
                line.text().isPresent() ? layout.width() : 1,
                found.apply(places));
    }

    /** The heads of the groups that begin with a line. */
    private List<ReturnView.Head> groups(int at) {
        return layout.groupHeads().stream()
                .filter(h -> h.first() == at)
                .map(h -> new ReturnView.Head(label(h), 1, h.last() - h.first() + 1))
                .toList();
    }

    private String label(Head head) {
        return frame.wording().isChinese() ? head.label() : head.labelEn();
    }

    /** How many columns its table has. */
    int width() {
        return layout.labelColumn() + 1 + 1 + layout.width() + 1;
    }
}

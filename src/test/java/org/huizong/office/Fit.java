package org.huizong.office;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.apache.poi.ss.usermodel.HorizontalAlignment;

/** How a sheet lies on a page: each row and column by a scale and a shift, those that every page repeats by one of their own. */
final class Fit {
    private static final int FEWEST = 3;
    private static final int LONG = 2;
    /** Points of a step of indentation. */
    private static final double INDENT = 9;
    /** A text that stands oftener than this says little. */
    private static final int MOST = 2;
    /** How far, in points, a text may lie off where it is looked for. */
    private static final double NEAR = 6;

    /** A text of the sheet, and where on the page it may stand. */
    private record Anchor(PaperSheet.Said said, PrintedPage.Ink ink) {}

    private final PaperSheet sheet;
    private final PrintedPage page;
    private final List<Anchor> anchors;
    private final double across;
    private final double down;
    private final Map<Boolean, Double> shiftAcross = new HashMap<>();
    private final Map<Boolean, Double> shiftDown = new HashMap<>();

    private Fit(PaperSheet sheet, PrintedPage page, List<Anchor> all, Optional<Fit> other) {
        this.sheet = sheet;
        this.page = page;
        this.across = other.map(o -> o.across)
                .orElseGet(() -> slope(
                        most(all, a -> !sheet.isRepeatedColumn(a.said().area().getFirstColumn())),
                        a -> x(a.said()),
                        a -> at(a)));
        this.down = other.map(o -> o.down)
                .orElseGet(() -> slope(
                        most(all, a -> !sheet.isRepeatedRow(a.said().area().getFirstRow())),
                        a -> y(a.said()),
                        a -> middle(a)));
        for (boolean repeated : List.of(false, true)) {
            shift(
                            all,
                            a -> repeated
                                    == sheet.isRepeatedColumn(a.said().area().getFirstColumn()),
                            a -> at(a) - across * x(a.said()))
                    .ifPresent(s -> shiftAcross.put(repeated, s));
        }
        // of texts that stand often, only those in their column say in which row they stand
        List<Anchor> inColumn = other.isEmpty()
                ? all
                : all.stream()
                        .filter(a -> Math.abs(at(a)
                                        - across * x(a.said())
                                        - shift(
                                                shiftAcross,
                                                sheet.isRepeatedColumn(
                                                        a.said().area().getFirstColumn())))
                                < NEAR)
                        .toList();
        for (boolean repeated : List.of(false, true)) {
            shift(
                            inColumn,
                            a -> repeated == sheet.isRepeatedRow(a.said().area().getFirstRow()),
                            a -> middle(a) - down * y(a.said()))
                    .ifPresent(s -> shiftDown.put(repeated, s));
        }
        this.anchors = inColumn.stream().filter(this::isInPlace).toList();
    }

    /** How a sheet lies on a page; empty if too little of it is there. */
    static Optional<Fit> of(PaperSheet sheet, PrintedPage page) {
        Map<String, Integer> count = new HashMap<>();
        sheet.said().forEach(s -> count.merge(s.text(), 1, Integer::sum));
        return of(
                sheet,
                page,
                anchors(sheet, page, said -> said.text().length() >= LONG && count.get(said.text()) <= MOST, MOST),
                Optional.empty());
    }

    /**
     * How the same sheet lies on another page, which is drawn as large: of texts that stand often, most say where they
     * stand. Empty if too little of it is there.
     */
    Optional<Fit> on(PrintedPage other) {
        return of(sheet, other, anchors(sheet, other, said -> true, Integer.MAX_VALUE), Optional.of(this));
    }

    private static Optional<Fit> of(PaperSheet sheet, PrintedPage page, List<Anchor> all, Optional<Fit> other) {
        return Optional.of(all)
                .filter(a -> a.size() >= FEWEST)
                .map(a -> new Fit(sheet, page, a, other))
                .filter(f -> f.anchors() >= FEWEST && f.across > 0 && f.down > 0);
    }

    /** Where texts of a sheet may stand on a page. */
    private static List<Anchor> anchors(
            PaperSheet sheet, PrintedPage page, Predicate<PaperSheet.Said> which, int most) {
        List<Anchor> all = new ArrayList<>();
        Map<String, List<PrintedPage.Ink>> found = new HashMap<>();
        for (PaperSheet.Said said : sheet.said()) {
            boolean oneRow = said.area().getFirstRow() == said.area().getLastRow();
            if (oneRow && said.isMiddle() && which.test(said)) {
                List<PrintedPage.Ink> inks = found.computeIfAbsent(said.text(), page::whole);
                if (inks.size() <= most) {
                    inks.forEach(i -> all.add(new Anchor(said, i)));
                }
            }
        }
        return all;
    }

    /** How many texts stand where they are to be. */
    int anchors() {
        return anchors.size();
    }

    /** Those that lie by one shift if they are many enough, else all. */
    private static List<Anchor> most(List<Anchor> all, Predicate<Anchor> which) {
        List<Anchor> some = all.stream().filter(which).toList();
        return some.size() < FEWEST ? all : some;
    }

    private static double slope(List<Anchor> all, ToDoubleFunction<Anchor> from, ToDoubleFunction<Anchor> to) {
        List<Double> slopes = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                double run = from.applyAsDouble(all.get(j)) - from.applyAsDouble(all.get(i));
                if (Math.abs(run) > 50) {
                    slopes.add((to.applyAsDouble(all.get(j)) - to.applyAsDouble(all.get(i))) / run);
                }
            }
        }
        return common(slopes, s -> Math.abs(s) * 0.01).orElse(0.0);
    }

    private static Optional<Double> shift(List<Anchor> all, Predicate<Anchor> which, ToDoubleFunction<Anchor> shift) {
        return common(all.stream().filter(which).map(shift::applyAsDouble).toList(), s -> NEAR / 2);
    }

    /** The middle of where most of the values lie close to each other. */
    private static Optional<Double> common(List<Double> values, DoubleUnaryOperator close) {
        List<Double> sorted = values.stream().sorted().toList();
        int first = 0;
        int most = 0;
        int end = 0;
        for (int i = 0; i < sorted.size(); i++) {
            while (end < sorted.size() && sorted.get(end) <= sorted.get(i) + close.applyAsDouble(sorted.get(i))) {
                end++;
            }
            if (end - i > most) {
                most = end - i;
                first = i;
            }
        }
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(first + most / 2));
    }

    /** Where on the sheet the side stands that a text keeps to. */
    private double x(PaperSheet.Said said) {
        double left = sheet.left(said.area().getFirstColumn());
        double right = sheet.left(said.area().getLastColumn() + 1);
        return said.alignment() == HorizontalAlignment.LEFT
                ? left + INDENT * said.indent()
                : said.alignment() == HorizontalAlignment.RIGHT ? right : (left + right) / 2;
    }

    private double y(PaperSheet.Said said) {
        return (sheet.top(said.area().getFirstRow()) + sheet.top(said.area().getLastRow() + 1)) / 2;
    }

    private static double at(Anchor anchor) {
        PrintedPage.Ink ink = anchor.ink();
        HorizontalAlignment alignment = anchor.said().alignment();
        return alignment == HorizontalAlignment.LEFT
                ? ink.left()
                : alignment == HorizontalAlignment.RIGHT ? ink.right() : (ink.left() + ink.right()) / 2;
    }

    private static double middle(Anchor anchor) {
        return (anchor.ink().top() + anchor.ink().bottom()) / 2;
    }

    private boolean isInPlace(Anchor anchor) {
        return Math.abs(middle(anchor) - (top(anchor.said()) + bottom(anchor.said())) / 2) < NEAR;
    }

    double left(PaperSheet.Said said) {
        return shift(shiftAcross, sheet.isRepeatedColumn(said.area().getFirstColumn()))
                + across * sheet.left(said.area().getFirstColumn());
    }

    double right(PaperSheet.Said said) {
        return left(said)
                + across
                        * (sheet.left(said.area().getLastColumn() + 1)
                                - sheet.left(said.area().getFirstColumn()));
    }

    double top(PaperSheet.Said said) {
        return shift(shiftDown, sheet.isRepeatedRow(said.area().getFirstRow()))
                + down * sheet.top(said.area().getFirstRow());
    }

    double bottom(PaperSheet.Said said) {
        return top(said)
                + down
                        * (sheet.top(said.area().getLastRow() + 1)
                                - sheet.top(said.area().getFirstRow()));
    }

    private static double shift(Map<Boolean, Double> shifts, boolean repeated) {
        return Optional.ofNullable(shifts.get(repeated)).orElseGet(() -> shifts.getOrDefault(!repeated, 0.0));
    }

    /** Where the text of a cell stands on the page; empty if it does not stand whole in its place. */
    Optional<PrintedPage.Ink> ink(PaperSheet.Said said) {
        double x = (left(said) + right(said)) / 2;
        double y = (top(said) + bottom(said)) / 2;
        double farX = (right(said) - left(said)) / 2 + NEAR;
        double farY = (bottom(said) - top(said)) / 2 + NEAR / 2;
        return page.find(said.text()).stream()
                .filter(i -> Math.abs((i.left() + i.right()) / 2 - x) < farX
                        && Math.abs((i.top() + i.bottom()) / 2 - y) < farY)
                .min(Comparator.comparingDouble(
                        i -> Math.abs((i.top() + i.bottom()) / 2 - y) + Math.abs((i.left() + i.right()) / 2 - x)));
    }
}

package org.huizong.publish.workbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.aggregation.CrossCheck;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.FormFigures;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Unit;
import org.huizong.formula.Formula;
import org.huizong.formula.Sides;
import org.huizong.model.CellAddress;
import org.huizong.publish.narrative.Marks;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Terms;

/** 部门与村核对: what departments and villages report of one thing, side by side, with whom to ask where they differ. */
final class CrossPage {
    private static final int HEAD_ROW = 2;
    private static final int LEFT = 2;
    private static final int RIGHT = 4;
    private static final int DIFFERENCE = 5;
    private static final int VERDICT = 6;
    private static final int LAST = 9;
    private static final int NAMED = 3;

    private final Book book;
    private final Terms terms;
    private final Page page;

    CrossPage(Book book) {
        this.book = book;
        this.terms = book.terms();
        this.page = Page.live(book, SheetKey.CROSS);
    }

    void write() {
        page.widths(6, 28, 11, 28, 11, 10, 9, 42, 22, 10);
        page.title(0, LAST, terms.text("report.cross.title"));
        List<CrossCheck> checks = terms.consolidation().crossChecks();
        String note = note(checks);
        page.wide(
                1,
                0,
                LAST,
                new Marks(terms)
                        .note(checks.stream().flatMap(c -> Stream.of(c.left(), c.right())))
                        .map(marks -> note + " " + marks)
                        .orElse(note),
                Look.NOTE);
        page.line(
                HEAD_ROW,
                Look.HEAD,
                terms.text("report.head.number"),
                terms.text("report.cross.left"),
                terms.text("report.cross.left.figure"),
                terms.text("report.cross.right"),
                terms.text("report.cross.right.figure"),
                terms.text("report.cross.difference"),
                terms.text("report.head.outcome"),
                terms.text("report.head.note"),
                terms.text("report.cross.ask"),
                terms.text("report.head.rule"));
        int row = HEAD_ROW + 1;
        for (CrossCheck check : checks) {
            line(row++, check);
        }
        page.filter(HEAD_ROW, row - 1, LAST);
        page.sheet().createFreezePane(0, HEAD_ROW + 1);
        page.print(true, HEAD_ROW);
        page.done();
    }

    private String note(List<CrossCheck> checks) {
        long failed = checks.stream().filter(CrossCheck::hasFailed).count();
        long open = checks.stream().filter(c -> c.finding().isPresent()).count() - failed;
        return terms.text(
                "report.cross.note",
                terms.wording().period(terms.period()),
                checks.size(),
                checks.size() - failed - open,
                failed,
                open);
    }

    private void line(int row, CrossCheck check) {
        Sides sides = terms.catalogue().formula(check.rule().formula()).sides().orElseThrow();
        page.text(row, 0, String.valueOf(row - HEAD_ROW), Look.CENTRE);
        page.text(row, LEFT - 1, words(sides.left()), Look.CELL);
        page.text(row, RIGHT - 1, words(sides.right()), Look.CELL);
        int decimals = Math.max(decimals(sides.left()), decimals(sides.right()));
        figure(row, LEFT, check, sides.left(), check.left(), decimals);
        figure(row, RIGHT, check, sides.right(), check.right(), decimals);
        difference(row, check, decimals);
        String verdict = check.hasFailed() ? "failed" : check.finding().isPresent() ? "undecided" : "passed";
        page.text(row, VERDICT, terms.text("report.cross." + verdict), check.hasFailed() ? Look.POOR : Look.CENTRE);
        page.text(
                row,
                VERDICT + 1,
                check.finding()
                        .map(f -> terms.wording().sentence(f, terms.period()))
                        .orElse(""),
                Look.CELL);
        page.text(row, VERDICT + 2, check.finding().isPresent() ? ask(check, sides) : "", Look.CELL);
        page.text(row, LAST, check.rule().id(), Look.CENTRE);
        page.fit(row);
    }

    /** The items of a side with the names of their returns. */
    private String words(Formula side) {
        return side.relabelled(terms::words);
    }

    private int decimals(Formula side) {
        return side.operands().stream()
                .flatMap(o -> terms.catalogue().item(o).stream())
                .mapToInt(i -> i.type().decimals())
                .max()
                .orElse(0);
    }

    /** Live where the workbook shows all that the side is made of. */
    private void figure(int row, int column, CrossCheck check, Formula side, Figure figure, int decimals) {
        boolean live = !side.operands().isEmpty()
                && side.operands().stream().allMatch(o -> book.cells(o).isPresent());
        if (live) {
            String formula = side.render(o -> book.cells(o).map(c -> c.total(o)).orElseThrow());
            page.formula(
                    row, column, formula, decimals, Look.TOTAL, check.rule().id(), figure);
        } else {
            page.figure(row, column, figure, decimals, Look.TOTAL);
        }
    }

    private void difference(int row, CrossCheck check, int decimals) {
        Optional<BigDecimal> difference = check.difference();
        if (difference.isEmpty()) {
            page.text(row, DIFFERENCE, Terms.NONE, Look.CENTRE);
            return;
        }
        String formula = new CellAddress(row, LEFT).pinned() + '-' + new CellAddress(row, RIGHT).pinned();
        page.formula(
                row, DIFFERENCE, formula, decimals, Look.NUMBER, check.rule().id(), difference.get());
    }

    /** Those who have not reported; if all have, those who owe what the two sides are made of. */
    private String ask(CrossCheck check, Sides sides) {
        List<String> missing = check.left().basis().and(check.right().basis()).missing();
        if (!missing.isEmpty()) {
            return names(missing.stream()
                    .flatMap(u -> terms.catalogue().unit(u).stream())
                    .toList());
        }
        return Stream.of(sides.left(), sides.right())
                .map(side -> names(owing(side)))
                .filter(n -> !n.isEmpty())
                .distinct()
                .reduce((a, b) -> a + terms.text("report.semicolon") + b)
                .orElse("");
    }

    private List<Unit> owing(Formula side) {
        return side.operands().stream()
                .flatMap(o -> terms.catalogue().item(o).stream())
                .map(Item::form)
                .distinct()
                .flatMap(form -> terms.consolidation().form(form).stream())
                .map(FormFigures::units)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** Few by name, many villages as such. */
    private String names(List<Unit> units) {
        boolean manyVillages =
                units.size() > NAMED && units.stream().allMatch(u -> u.kind().isVillage());
        return manyVillages
                ? terms.text("report.cross.villages", units.size())
                : terms.units(units.stream().map(Unit::code).toList(), NAMED);
    }
}

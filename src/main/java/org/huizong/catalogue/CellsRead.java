package org.huizong.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which cells of the return itself a formula reads: those of this period, whatever else it speaks of. */
public final class CellsRead {
    private CellsRead() {}

    /** The item whose cell a name reads: the year to date reads that of the month too. */
    public static Optional<String> by(Catalogue catalogue, String operand) {
        Name name = Name.of(operand);
        if (name.span() == Name.Span.PRIOR || name.span() == Name.Span.YEAR_AGO) {
            return Optional.empty();
        }
        String code = catalogue
                .reference(operand)
                .map(Reference::from)
                .map(Item::code)
                .orElse(name.item());
        return Optional.of(code).filter(c -> c.contains("."));
    }

    /** The items whose cells a formula reads. */
    public static Stream<String> all(Catalogue catalogue, String formula) {
        return catalogue.formula(formula).operands().stream()
                .flatMap(o -> by(catalogue, o).stream())
                .distinct();
    }

    /**
     * The one cell that a formula reads, if it is one: then it alone is to blame for what the formula says. Which of two
     * cells is wrong that contradict each other, nobody knows.
     */
    public static Optional<String> onlyOne(Catalogue catalogue, String formula) {
        List<String> cells = all(catalogue, formula).toList();
        return cells.size() == 1 ? Optional.of(cells.get(0)) : Optional.empty();
    }
}

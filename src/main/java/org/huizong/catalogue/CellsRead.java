package org.huizong.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.formula.Formula;

/** Which cells of the return itself a formula reads: those of this period, whatever else it speaks of. */
public final class CellsRead {
    private static final String YEAR_TO_DATE = "ytd.";
    private static final List<String> OTHER_PERIODS = List.of("prior.", "year_ago.");

    private CellsRead() {}

    /** The item whose cell a name reads: the year to date reads that of the month too. */
    public static Optional<String> by(Catalogue catalogue, String operand) {
        String name = operand.toLowerCase(Locale.ROOT);
        if (OTHER_PERIODS.stream().anyMatch(name::startsWith)) {
            return Optional.empty();
        }
        String code = catalogue
                .reference(operand)
                .map(Reference::from)
                .map(Item::code)
                .orElse(name.startsWith(YEAR_TO_DATE) ? operand.substring(YEAR_TO_DATE.length()) : operand);
        return Optional.of(code).filter(c -> c.contains("."));
    }

    /** The items whose cells the formula of a computed item reads. */
    public static Stream<String> by(Catalogue catalogue, Item computed) {
        return catalogue.formula(computed.formula()).operands().stream().flatMap(o -> by(catalogue, o).stream());
    }

    /**
     * The one cell that a formula reads, if it is one: then it alone is to blame for what the formula says. Which of two
     * cells is wrong that contradict each other, nobody knows.
     */
    public static Optional<String> onlyOne(Catalogue catalogue, Formula formula) {
        List<String> cells = formula.operands().stream()
                .flatMap(o -> by(catalogue, o).stream())
                .distinct()
                .toList();
        return cells.size() == 1 ? Optional.of(cells.get(0)) : Optional.empty();
    }
}

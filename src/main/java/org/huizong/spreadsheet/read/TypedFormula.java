package org.huizong.spreadsheet.read;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huizong.model.Value;

/**
 * Works out what a clerk may have typed instead of a number: numbers and cells of the sheet, added, taken away, multiplied
 * and divided, and SUM. Of any other formula it says nothing.
 */
final class TypedFormula {
    /** The most characters of one that is worked out. */
    static final int LONGEST = 100;

    private static final Pattern SIMPLE = Pattern.compile("[A-Z0-9$:+*/()., -]*\\d[A-Z0-9$:+*/()., -]*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(?:\\.\\d{0,15})?|\\.\\d{1,15}");
    private static final MathContext DIGITS = new MathContext(15);
    private static final BigDecimal NOISE = new BigDecimal("1e-9");
    private static final int MAX_CELLS = 10_000;
    private static final String SUM = "SUM(";

    /** Something else stands here, or a text in place of a number. */
    private static final class Undecided extends RuntimeException {
        private static final long serialVersionUID = 1;

        Undecided() {
            super("nothing is said of this formula", null, false, false);
        }
    }

    private final String text;
    private final SheetCells sheet;
    private int at;

    private TypedFormula(String text, SheetCells sheet) {
        this.text = text;
        this.sheet = sheet;
    }

    /** Whether it may be one: cheap, and true of none of a template's own checks. */
    static boolean mayBe(String formula) {
        return formula.length() <= LONGEST && SIMPLE.matcher(formula).matches();
    }

    /** What it comes to, if that is something else than the number that is kept of it. */
    static Optional<BigDecimal> other(String formula, BigDecimal kept, SheetCells sheet) {
        try {
            TypedFormula typed = new TypedFormula(formula.replace(" ", "").replace("$", ""), sheet);
            BigDecimal is = typed.sum();
            BigDecimal margin = NOISE.multiply(is.abs().max(BigDecimal.ONE));
            boolean same = is.subtract(kept).abs().compareTo(margin) <= 0;
            return same || typed.at < typed.text.length() ? Optional.empty() : Optional.of(is);
        } catch (Undecided | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private BigDecimal sum() {
        BigDecimal sum = product();
        while (next('+') || next('-')) {
            BigDecimal more = text.charAt(at++) == '+' ? product() : product().negate();
            sum = sum.add(more);
        }
        return sum;
    }

    private BigDecimal product() {
        BigDecimal product = value();
        while (next('*') || next('/')) {
            product = text.charAt(at++) == '*' ? product.multiply(value(), DIGITS) : product.divide(value(), DIGITS);
        }
        return product;
    }

    private BigDecimal value() {
        if (next('-') || next('+')) {
            return text.charAt(at++) == '-' ? value().negate() : value();
        }
        if (next('(')) {
            at++;
            return closed(sum());
        }
        if (text.startsWith(SUM, at)) {
            at += SUM.length();
            return closed(arguments());
        }
        String word = word();
        if (word.isEmpty()) {
            throw new Undecided();
        }
        return Character.isDigit(word.charAt(0)) || word.charAt(0) == '.' ? number(word) : cell(word);
    }

    private BigDecimal arguments() {
        BigDecimal sum = argument();
        while (next(',')) {
            at++;
            sum = sum.add(argument());
        }
        return sum;
    }

    private BigDecimal argument() {
        int begun = at;
        String first = word();
        if (!next(':')) {
            at = begun;
            return sum();
        }
        at++;
        CellRange cells = CellRange.parse(first + ":" + word()).orElseThrow(Undecided::new);
        long count = (cells.last().row() - cells.first().row() + 1L)
                * (cells.last().column() - cells.first().column() + 1L);
        if (count < 1 || count > MAX_CELLS) {
            throw new Undecided();
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int row = cells.first().row(); row <= cells.last().row(); row++) {
            for (int column = cells.first().column(); column <= cells.last().column(); column++) {
                sum = sum.add(inRange(sheet.cell(row, column)));
            }
        }
        return sum;
    }

    /** SUM leaves out texts in a range, but not what went wrong. */
    private static BigDecimal inRange(Optional<Value> cell) {
        if (cell.filter(Value.CellError.class::isInstance).isPresent()) {
            throw new Undecided();
        }
        return cell.filter(Value.Quantity.class::isInstance)
                .map(c -> ((Value.Quantity) c).number())
                .orElse(BigDecimal.ZERO);
    }

    private BigDecimal cell(String address) {
        CellRange cell = CellRange.parse(address).orElseThrow(Undecided::new);
        Optional<Value> there = sheet.cell(cell.first().row(), cell.first().column());
        if (there.isEmpty()) {
            return BigDecimal.ZERO;
        }
        if (there.get() instanceof Value.Quantity numeric) {
            return numeric.number();
        }
        throw new Undecided();
    }

    /** Of one with an exponent nothing is said: its digits would have no end. */
    private static BigDecimal number(String word) {
        if (!NUMBER.matcher(word).matches()) {
            throw new Undecided();
        }
        return new BigDecimal(word);
    }

    private BigDecimal closed(BigDecimal value) {
        if (!next(')')) {
            throw new Undecided();
        }
        at++;
        return value;
    }

    private String word() {
        int begun = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || next('.'))) {
            at++;
        }
        return text.substring(begun, at);
    }

    private boolean next(char c) {
        return at < text.length() && text.charAt(at) == c;
    }
}

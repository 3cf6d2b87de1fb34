package org.huizong.intake.parse;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huizong.catalogue.Item;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Severity;
import org.huizong.model.Value;
import org.huizong.text.Folding;

/**
 * A value as it is kept, and what is to be said about how it was written.
 *
 * @param value what stands in the cell
 * @param remark what is wrong with it or was put right; empty if it was written as it should be
 */
public record ParsedValue(Value value, Optional<Remark> remark) {
    /** Id of the notice that a cell is as good as empty. */
    public static final String BLANKED = "repaired.blank";

    /** A finding without its place. */
    public record Remark(String rule, Severity severity, Map<String, Argument> arguments) {
        public Remark {
            arguments = Map.copyOf(arguments);
        }
    }

    /** What there is to say of the cell that an item was read from. */
    public Optional<Finding> finding(Item item, CellRef where) {
        return remark.map(said -> Finding.failed(said.rule(), said.severity(), where)
                .ofItem(item.code())
                .with(said.arguments()));
    }

    public static ParsedValue plain(Value value) {
        return new ParsedValue(value, Optional.empty());
    }

    /** The meaning is certain though it was written otherwise. */
    static ParsedValue repaired(Value value, String written) {
        String text = Folding.shorten(written);
        // what nobody can see was wrong with it
        String rule = text.equals(value.show()) ? "repaired.text" : "repaired";
        return remarked(value, rule, Severity.NOTICE, Map.of("text", Argument.text(text), "value", Argument.of(value)));
    }

    /** It says that there is nothing, in a cell that need not be filled: blank, and never zero. */
    static ParsedValue blanked(String written) {
        return remarked(
                Value.Gap.BLANK, BLANKED, Severity.NOTICE, Map.of("text", Argument.text(Folding.shorten(written))));
    }

    /** The meaning is not certain: the text is kept, and the return goes back. */
    static ParsedValue unreadable(String rule, String written) {
        return unreadable(rule, written, Map.of());
    }

    /** The same, with more to be said. */
    static ParsedValue unreadable(String rule, String written, Map<String, Argument> more) {
        Map<String, Argument> arguments = new HashMap<>(more);
        arguments.put("value", Argument.text(Folding.shorten(written)));
        return remarked(Value.of(written), rule, Severity.ERROR, arguments);
    }

    /** The value is taken as it is, and must be explained. */
    static ParsedValue doubted(Value value, String rule, String written) {
        return remarked(value, rule, Severity.QUERY, Map.of("value", Argument.text(Folding.shorten(written))));
    }

    private static ParsedValue remarked(Value value, String rule, Severity severity, Map<String, Argument> arguments) {
        return new ParsedValue(value, Optional.of(new Remark(rule, severity, arguments)));
    }
}

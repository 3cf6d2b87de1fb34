package org.huizong.formula;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.huizong.formula.Decision.Evaluated;
import org.huizong.formula.Decision.Failed;
import org.huizong.formula.Decision.Unknown;
import org.huizong.formula.Decision.Why;

/**
 * The rule about missing operands: what becomes of a formula of which not all is known. Checks, figures, templates and
 * the published workbook all ask here.
 */
public enum MissingPolicy {
    /** A check is undecided unless everything is wholly known. */
    SKIP,
    /** A blank counts as Excel counts it: 0 in arithmetic. */
    ZERO,
    /** A check fails unless everything is wholly known. */
    FAIL,
    /** The formula asks ISBLANK itself. */
    FORMULA,
    /**
     * A figure leaves out what it only adds and nobody has reported, and is partial; it is unknown if that is all of it.
     * Wherever else one operand is unknown the figure is, and what meets there must lack the same returns. What has no
     * value whatever was reported is never left out.
     */
    ADD;

    /** Those that a rule can choose; {@link #ADD} is that of figures. */
    public static final Set<MissingPolicy> OF_RULES = EnumSet.range(SKIP, FORMULA);

    /** The operands without which a formula is not worked out, in the order in which they are evaluated. */
    public Set<String> needs(Formula formula) {
        return switch (this) {
            case SKIP, FAIL -> formula.operands();
            case ZERO, FORMULA -> Set.of();
            case ADD -> {
                Set<String> needed = new LinkedHashSet<>(formula.operands());
                needed.removeAll(formula.added());
                yield needed;
            }
        };
    }

    /** Decides what becomes of a formula. */
    public Decision decide(Formula formula, Operands known) {
        return switch (this) {
            case ZERO, FORMULA -> new Evaluated(false);
            case SKIP, FAIL -> {
                List<String> missing = which(formula, o -> known.state(o) != OperandState.KNOWN);
                if (missing.isEmpty()) {
                    yield new Evaluated(false);
                }
                yield this == FAIL ? new Failed(missing) : new Unknown(Why.NOT_REPORTED, missing);
            }
            case ADD -> figure(formula, known);
        };
    }

    private static Decision figure(Formula formula, Operands known) {
        List<String> never = which(formula, o -> known.state(o) == OperandState.UNKNOWABLE);
        if (!never.isEmpty()) {
            return new Unknown(Why.UNKNOWABLE, never);
        }
        List<String> without = which(formula, o -> !known.state(o).hasValue());
        if (without.size() == formula.operands().size()) {
            return new Unknown(Why.NOT_REPORTED, without);
        }
        for (Set<String> meeting : formula.meetings()) {
            List<String> lacking = without.stream().filter(meeting::contains).toList();
            if (!lacking.isEmpty()) {
                return new Unknown(Why.NOT_REPORTED, lacking);
            }
            String first = meeting.iterator().next();
            if (!meeting.stream().allMatch(o -> known.lackTheSame(first, o))) {
                return new Unknown(Why.UNLIKE, List.copyOf(meeting));
            }
        }
        return new Evaluated(formula.operands().stream()
                .map(known::state)
                .anyMatch(s -> s == OperandState.PARTIAL || s == OperandState.NOT_REPORTED));
    }

    private static List<String> which(Formula formula, Predicate<String> wanted) {
        return formula.operands().stream().filter(wanted).toList();
    }
}

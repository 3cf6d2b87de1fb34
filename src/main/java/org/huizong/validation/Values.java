package org.huizong.validation;

import java.util.List;
import org.huizong.model.Value;

/** What the names in a rule stand for. */
public interface Values {
    /** The value of a name, such as {@code food.found} or {@code prior.food.found}; a gap if it is missing. */
    Value value(String operand);

    /** Codes of the units whose returns a missing total lacks; none if it is one unit's own value that is missing. */
    default List<String> lacking(String operand) {
        return List.of();
    }

    /** Whether a baseline figure is in the value: it is marked wherever it is shown. */
    default boolean isBaseline(String operand) {
        return false;
    }
}

package org.huizong.validation;

import org.huizong.submission.Value;

/** What the names in a rule stand for. */
public interface Values {
    /** The value of a name, such as {@code food.found} or {@code prior.food.found}; a gap if it is missing. */
    Value value(String operand);
}

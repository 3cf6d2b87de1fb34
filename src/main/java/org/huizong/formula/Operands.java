package org.huizong.formula;

/** What is known of the operands of a formula. */
public interface Operands {
    /** How much is known of an operand. */
    OperandState state(String operand);

    /** Tells whether the same is lacking in two operands that both have a value. */
    default boolean lackTheSame(String one, String other) {
        return true;
    }
}

package org.huizong.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a formula of whose operands something is not known. */
class MissingPolicyTest {
    /** Names with a state each: k is known, p partial, o owed by nobody, n not reported, u unknowable. */
    private static final Map<String, OperandState> STATES = Map.of(
            "k", OperandState.KNOWN,
            "p", OperandState.PARTIAL,
            "o", OperandState.NOT_OWED,
            "n", OperandState.NOT_REPORTED,
            "u", OperandState.UNKNOWABLE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    test.k_a<=test.k_b             | SKIP    | evaluated
                    test.k_a<=test.n_b             | SKIP    | unknown NOT_REPORTED test.n_b
                    test.k_a<=test.p_b             | SKIP    | unknown NOT_REPORTED test.p_b
                    SUM(test.k_a,test.o_b)>0       | SKIP    | unknown NOT_REPORTED test.o_b
                    test.u_a<=test.n_b             | SKIP    | unknown NOT_REPORTED test.u_a test.n_b
                    test.k_a<=test.n_b             | FAIL    | failed test.n_b
                    test.k_a<=test.k_b             | FAIL    | evaluated
                    test.k_a<=test.n_b             | ZERO    | evaluated
                    ISBLANK(test.n_b)              | FORMULA | evaluated
                    """)
    void decidesACheck(String formula, MissingPolicy policy, String decision) {
        assertThat(said(formula, policy, true)).isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    test.k_a+SUM(test.k_b,test.k_c)  | evaluated
                    test.k_a+test.n_b                | partial
                    SUM(test.n_a,test.k_b,test.o_c)  | partial
                    SUM(test.k_a,test.o_b)           | evaluated
                    test.p_a+test.k_b                | partial
                    test.n_a+SUM(test.n_b,test.o_c)  | unknown NOT_REPORTED test.n_a test.n_b test.o_c
                    test.k_a+test.u_b                | unknown UNKNOWABLE test.u_b
                    test.n_a/test.u_b                | unknown UNKNOWABLE test.u_b
                    test.k_a-test.n_b                | unknown NOT_REPORTED test.n_b
                    test.k_a+test.k_b/test.n_c       | unknown NOT_REPORTED test.n_c
                    MAX(test.k_a,test.o_b)           | unknown NOT_REPORTED test.o_b
                    IF(test.n_a>0,test.k_b,test.k_c) | unknown NOT_REPORTED test.n_a
                    test.k_a/test.p_b                | partial
                    """)
    void decidesAFigure(String formula, String decision) {
        assertThat(said(formula, MissingPolicy.ADD, true)).isEqualTo(decision);
    }

    @Test
    void doesNotLetFiguresMeetThatLackDifferentReturns() {
        assertThat(said("test.p_a/test.p_b", MissingPolicy.ADD, false)).isEqualTo("unknown UNLIKE test.p_a test.p_b");
        assertThat(said("test.p_a+test.p_b", MissingPolicy.ADD, false)).isEqualTo("partial");
        assertThat(said("test.p_a*100+test.p_b", MissingPolicy.ADD, false)).isEqualTo("partial");
    }

    @Test
    void namesWhatAFormulaIsNotWorkedOutWithout() {
        var formula = Formula.parse("test.k_a+SUM(test.k_b,test.k_c-test.k_a)");

        assertThat(Stream.of(MissingPolicy.values())
                        .collect(Collectors.toMap(p -> p, p -> List.copyOf(p.needs(formula)))))
                .isEqualTo(Map.of(
                        MissingPolicy.SKIP, List.of("test.k_a", "test.k_b", "test.k_c"),
                        MissingPolicy.FAIL, List.of("test.k_a", "test.k_b", "test.k_c"),
                        MissingPolicy.ZERO, List.of(),
                        MissingPolicy.FORMULA, List.of(),
                        MissingPolicy.ADD, List.of("test.k_a", "test.k_c")));
    }

    private static String said(String formula, MissingPolicy policy, boolean alike) {
        Decision decision = policy.decide(Formula.parse(formula), new Operands() {
            @Override
            public OperandState state(String operand) {
                return STATES.get(operand.substring("test.".length(), "test.".length() + 1));
            }

            @Override
            public boolean lackTheSame(String one, String other) {
                return alike || one.equals(other);
            }
        });
        if (decision instanceof Decision.Evaluated evaluated) {
            return evaluated.isPartial() ? "partial" : "evaluated";
        }
        return decision instanceof Decision.Failed failed
                ? "failed " + String.join(" ", failed.operands())
                : "unknown " + ((Decision.Unknown) decision).why() + " "
                        + String.join(" ", ((Decision.Unknown) decision).operands());
    }
}

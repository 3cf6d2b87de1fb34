package org.huizong.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.model.Ground;
import org.huizong.model.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroundsTest {
    private static final Map<String, Value> VALUES = Map.of(
            "t.aa", Value.of(1),
            "t.bb", Value.of(2),
            "t.cc", Value.of(5),
            "t.kind", Value.of("一般"),
            "t.from", Value.of(LocalDate.of(2025, 3, 3)),
            "t.until", Value.of(LocalDate.of(2025, 3, 20)),
            "period_end", Value.of(LocalDate.of(2025, 3, 31)));

    private final Evaluator evaluator = new Evaluator(List.of(LocalDate.of(2025, 1, 1)), List.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    t.bb<=t.aa                                     | t.bb>t.aa
                    NOT(t.aa<t.bb)                                 | t.aa<t.bb
                    IF(t.kind<>"一般",TRUE,t.bb<=t.aa)               | t.bb>t.aa
                    IF(ISBLANK(t.none),FALSE,t.none<=t.aa)         | ISBLANK(t.none)
                    IF(ISBLANK(t.none),t.bb<=t.aa,TRUE)            | ISBLANK(t.none) and t.bb>t.aa
                    IF(ISBLANK(t.aa),TRUE,t.bb<=t.aa)              | t.bb>t.aa
                    IF(t.kind="一般",t.aa>t.bb)                      | t.aa<=t.bb
                    IF(t.kind="别的",t.aa<t.bb)                      | t.kind<>"别的"
                    AND(t.aa<t.bb,t.bb<t.aa,t.cc<t.bb)             | t.bb>=t.aa and t.cc>=t.bb
                    OR(t.kind="别的",t.bb<=t.aa)                     | t.bb>t.aa
                    OR(t.kind="别的",t.aa=0)                         | t.kind<>"别的" and t.aa<>0
                    OR(AND(t.aa<t.bb,t.cc<=t.bb),t.bb<=t.aa)       | t.cc>t.bb and t.bb>t.aa
                    OR(ISBLANK(t.aa),NOT(ISBLANK(t.none)))         | NOT(ISBLANK(t.aa)) and ISBLANK(t.none)
                    t.cc<=MAX(t.aa,t.bb+1)                         | t.cc>(t.bb+1)
                    t.cc<=MAX(t.aa,t.bb+1)*1                       | t.cc>(t.bb+1)*1
                    MIN(t.cc,t.bb)=t.aa                            | t.bb<>t.aa
                    IF(ISBLANK(t.none),t.bb,t.none)<=t.aa          | ISBLANK(t.none) and t.bb>t.aa
                    t.cc<=(MONTH(period_end)-1)*t.aa               | t.cc>2*t.aa
                    t.until<=MIN(t.until,period_end-11.5)          | t.until>(period_end-11.5)
                    AND(t.aa<t.bb,t.bb<t.cc)                       |
                    """)
    void saysWhatMadeAFormulaFalse(String formula, String grounds) {
        assertThat(grounds(formula).map(Ground::fact).collect(Collectors.joining(" and ")))
                .isEqualTo(grounds == null ? "" : grounds);
    }

    @Test
    void saysWhatTheSidesCameToThatHadToBeWorkedOut() {
        assertThat(grounds("WORKDAYS(t.from+1,MAX(t.from+1,t.until))<=7"))
                .containsExactly(new Ground(
                        "WORKDAYS(t.from+1,t.until)>7", Optional.of(BigDecimal.valueOf(13)), Optional.empty()));
        assertThat(grounds("t.cc<=t.aa+t.bb"))
                .containsExactly(new Ground("t.cc>t.aa+t.bb", Optional.empty(), Optional.of(BigDecimal.valueOf(3))));
        assertThat(grounds("t.until<=t.from+15"))
                .containsExactly(
                        new Ground("t.until>t.from+15", Optional.empty(), Optional.of(BigDecimal.valueOf(45734))));
    }

    @Test
    void saysNothingOfWhatCannotBeWorkedOut() {
        assertThat(grounds("IF(1/t.none>0,t.bb<=t.aa,t.cc<=t.aa)")).isEmpty();
    }

    private Stream<Ground> grounds(String formula) {
        return Formula.parse(formula.replace("t.", "test."))
                .grounds(
                        part -> evaluator.evaluate(
                                part, name -> VALUES.getOrDefault(name.replace("test.", "t."), Value.Gap.BLANK)),
                        Set.of("period_end"))
                .stream()
                .map(g -> new Ground(g.fact().replace("test.", "t."), g.left(), g.right()));
    }
}

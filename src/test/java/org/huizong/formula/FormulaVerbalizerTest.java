package org.huizong.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaVerbalizerTest {
    /** Names as they are, calls with square brackets, so that round ones are those that were added. */
    private static final FormulaPhrases PLAIN = new FormulaPhrases() {
        @Override
        public String name(String name) {
            return name.substring(name.indexOf('.') + 1);
        }

        @Override
        public String text(String text, Optional<String> comparedWith) {
            return "'" + text + "'" + comparedWith.map(n -> " of " + n).orElse("");
        }

        @Override
        public String call(String function, List<String> arguments) {
            return function + "[" + String.join("; ", arguments) + "]";
        }
    };

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    t.left<=t.opening+t.found*2                | left ≤ opening + found × 2
                    t.left<>(t.opening+t.found)*2              | left ≠ (opening + found) × 2
                    t.left-(t.opening-t.found)>=0              | left - (opening - found) ≥ 0
                    (t.left-t.opening)-t.found<0               | left - opening - found < 0
                    t.left+(t.opening+t.found)>0               | left + opening + found > 0
                    t.left/(t.opening/t.found)=0.5             | left ÷ (opening ÷ found) = 0.5
                    -(t.left+t.opening)=-t.found               | -(left + opening) = -found
                    +t.left=1                                  | left = 1
                    (t.left>0)=(t.found>0)                     | (left > 0) = (found > 0)
                    OR(t.left=0,AND(t.found>0,t.opening>0))    | OR[left = 0; (AND[found > 0; opening > 0])]
                    AND(t.left=0)                              | left = 0
                    AND(IF(t.left=0,t.found=0,t.found=1),t.opening>0) | AND[(IF[left = 0; found = 0; found = 1]); opening > 0]
                    IF(t.left=0,t.found=0,IF(t.left=1,t.found=1,t.found=2)) | IF[left = 0; found = 0; IF[left = 1; found = 1; found = 2]]
                    IF(t.left=0,TRUE,t.found=0)                | UNLESS[left = 0; found = 0]
                    IF(t.left=0,t.found=0,TRUE)                | IFTHEN[left = 0; found = 0]
                    IF(t.left=0,t.found=0)                     | AND[left = 0; found = 0]
                    IF(t.left=0,FALSE,t.found=0)               | IF[left = 0; FALSE[]; found = 0]
                    ABS(t.left-t.found/2)<=10                  | DIFFERENCE[left; found ÷ 2] ≤ 10
                    ABS(t.left+t.found)<=10                    | ABS[(left + found)] ≤ 10
                    2*ABS(t.left-t.found)<=10                  | 2 × (DIFFERENCE[left; found]) ≤ 10
                    SUM(t.left)>0                              | left > 0
                    SUM(t.left,MAX(t.found,3))>0               | SUM[left; (MAX[found; 3])] > 0
                    ROUND(t.left/100,0)*100<>t.left            | WHOLE[(left ÷ 100)] × 100 ≠ left
                    ROUND(t.left,2)=t.left                     | ROUND[left; 2] = left
                    MONTH(t.day)-1>0                           | MONTH[day] - 1 > 0
                    NOT(ISBLANK(t.left))                       | FILLED[left]
                    NOT(t.left=1)                              | NOT[(left = 1)]
                    networkdays(t.day,t.end_day,holidays)<=7   | WORKDAYS[day; end_day] ≤ 7
                    WORKDAYS(t.day+1,t.end_day)<=7             | WORKDAYS[day + 1; end_day] ≤ 7
                    t.kind="一般"                               | kind = '一般' of t.kind
                    "一般"<>t.kind                              | '一般' of t.kind ≠ kind
                    LEN(t.kind&"x")>3                          | LEN[(kind & 'x')] > 3
                    """)
    void putsAFormulaIntoWords(String formula, String words) {
        assertThat(Formula.parse(formula.replace("t.", "test.")).say(PLAIN)).isEqualTo(words.replace("t.", "test."));
    }

    @Test
    void takesAFormulaApartIntoWhatItDividesBy() {
        var formula = Formula.parse("test.left/test.found+test.found/(MONTH(period_end)-1)<=MONTH(period_end)");

        assertThat(formula.divisors()).extracting(Formula::text).containsExactly("test.found", "(MONTH(period_end)-1)");
    }
}

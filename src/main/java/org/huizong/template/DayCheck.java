package org.huizong.template;

import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.huizong.layout.Field;
import org.huizong.model.CellAddress;
import org.huizong.wording.Wording;

/** Formulas about the day that a return bears in its foot, as it is asked about on arrival. */
final class DayCheck {
    private DayCheck() {}

    /**
     * The verdict: before the last day of the period the figures are not final, and a day after it is due contradicts a
     * file that is saved in time. A file saved after that is late, whatever day it bears, and is not asked about.
     *
     * @param dueDay the day of the month after the period by which the return is due
     * @param asked the question that a sentence, as a formula, is put as
     */
    static String verdict(Wording wording, int dueDay, UnaryOperator<String> asked) {
        String day = Field.DATE.definedName();
        String end = Field.PERIOD_END.definedName();
        String next = "DATE(YEAR(" + end + "),MONTH(" + end + ")+2,0)";
        String due = "MIN(" + end + "+" + dueDay + "," + next + ")";
        String early = Excel.sentence(
                wording.text("template.check.early", "{day}", "{end}"),
                place -> shown(place.equals("day") ? day : end));
        String late = Excel.sentence(
                wording.text("template.check.late", "{day}", "{due}"), place -> shown(place.equals("day") ? day : due));
        return "IF(OR(NOT(ISNUMBER(" + day + "))," + end + "=\"\"),\"\",IF(INT(" + day + ")<" + end + ","
                + asked.apply(early) + ",IF(AND(INT(" + day + ")>" + due + ",TODAY()<=" + due + "),"
                + asked.apply(late) + ",\"\")))";
    }

    private static String shown(String day) {
        return "TEXT(" + day + ",\"yyyy-mm-dd\")";
    }

    /**
     * A question that the clerk can answer.
     *
     * @param explaining the cells with the answers, by name
     * @param says the cell that tells whether the answer in that row says something
     * @param message the question, as a formula
     */
    static String asked(
            Wording wording, Map<String, CellAddress> explaining, IntFunction<CellAddress> says, String message) {
        String answers = String.join("&", explaining.keySet());
        String answered = explaining.values().stream()
                .map(at -> says.apply(at.row()).text())
                .collect(Collectors.joining(","));
        return "IF(COUNT(" + answered + ")>0,"
                + Excel.literal(VerdictMark.FINE + " " + wording.text("template.check.explained"))
                + ",IF(LEN(TRIM(" + answers + "))>0,"
                + Excel.literal(VerdictMark.QUERY + " " + wording.text("template.check.nothing")) + ","
                + Excel.literal(VerdictMark.QUERY + " " + wording.text("template.check.query")) + ")&" + message
                + ")";
    }
}

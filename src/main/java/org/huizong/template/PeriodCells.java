package org.huizong.template;

import org.huizong.layout.Field;
import org.huizong.model.Frequency;

/** Formulas that work out the days of a period from what a clerk writes: 2026-03, 2026年3月, 2026.3, a date, 2026年第1季度. */
final class PeriodCells {
    private static final String[][] WORDS = {
        {"年", "-"},
        {"/", "-"},
        {".", "-"},
        {"－", "-"},
        {"月份", ""},
        {"月", ""},
        {" ", ""},
        {"第", ""},
        {"季度", ""},
        {"Q", ""},
        {"q", ""},
        {"H", ""},
        {"h", ""},
        {"上半", "1"},
        {"下半", "2"},
        {"一", "1"},
        {"二", "2"},
        {"三", "3"},
        {"四", "4"}
    };

    private PeriodCells() {}

    /** The period's text with one spelling: year, a hyphen, and the number of the month, quarter or half-year. */
    static String uniform() {
        String period = Field.PERIOD.definedName();
        String text = period;
        for (String[] word : WORDS) {
            text = "SUBSTITUTE(" + text + ",\"" + word[0] + "\",\"" + word[1] + "\")";
        }
        return "IF(ISNUMBER(" + period + "),IF(" + period + "<3000," + period + "&\"-1\",YEAR(" + period
                + ")&\"-\"&MONTH(" + period + "))," + text + ")";
    }

    /** The first day; empty as long as the text is not understood. */
    static String start(String uniform, Frequency frequency) {
        String year = "VALUE(LEFT(" + uniform + ",4))";
        if (frequency == Frequency.YEAR) {
            return "IFERROR(IF(AND(" + year + ">1999," + year + "<2200),DATE(" + year + ",1,1),\"\"),\"\")";
        }
        String number = "VALUE(MID(" + uniform + ",IF(MID(" + uniform + ",5,1)=\"-\",6,5),2))";
        int most = 12 / frequency.months();
        return "IFERROR(IF(AND(" + year + ">1999," + year + "<2200," + number + ">=1," + number + "<=" + most
                + "),DATE(" + year + "," + number + "*" + frequency.months() + "-" + (frequency.months() - 1)
                + ",1),\"\"),\"\")";
    }

    /** The last day. */
    static String end(Frequency frequency) {
        String start = Field.PERIOD_START.definedName();
        return "IF(" + start + "=\"\",\"\",DATE(YEAR(" + start + "),MONTH(" + start + ")+" + frequency.months()
                + ",1)-1)";
    }
}

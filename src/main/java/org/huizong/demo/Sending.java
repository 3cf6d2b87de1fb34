package org.huizong.demo;

import java.time.Instant;
import java.util.Map;
import org.huizong.catalogue.Unit;
import org.huizong.model.Period;
import org.huizong.model.Value;

/**
 * One workbook that a unit sends.
 *
 * @param unit who sends it
 * @param period what it reports on
 * @param correction whether it corrects an earlier one of the same month
 * @param values by return, then by name of the cell: a number, a text or a date
 * @param saved when the clerk saved it
 */
public record Sending(
        Unit unit, Period period, boolean correction, Map<String, Map<String, Value>> values, Instant saved) {
    public Sending {
        values = Map.copyOf(values);
    }
}

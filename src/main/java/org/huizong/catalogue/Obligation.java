package org.huizong.catalogue;

import org.huizong.model.Period;

/**
 * One return that one unit owes for one period: what coverage counts.
 *
 * @param unit code of the unit
 * @param form code of the return
 * @param period of the return's own frequency
 */
public record Obligation(String unit, String form, Period period) {}

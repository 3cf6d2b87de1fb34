package org.huizong.aggregation;

/**
 * A return of a unit, in whichever month.
 *
 * @param unit code of the unit
 * @param form code of the return
 */
record Duty(String unit, String form) {}

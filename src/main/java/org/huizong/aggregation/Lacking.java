package org.huizong.aggregation;

/**
 * What is not in a consolidated return that counts: whom the unit that reports for many is waiting for itself.
 *
 * @param owed how many returns are owed to it
 * @param counted how many of them are in its figures
 * @param missing who is not, by name
 */
public record Lacking(int owed, int counted, String missing) {}

package org.huizong.catalogue;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A target of a year: a row of targets.csv. That of the whole township wins over the indicator's own.
 *
 * @param indicator code of the indicator
 * @param unit code of the unit that is to reach it; empty if it is the township's
 * @param year the year
 * @param value what is to be reached by its end, or not to be exceeded where less is better
 */
public record Target(String indicator, Optional<String> unit, int year, BigDecimal value) {}

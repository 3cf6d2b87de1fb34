package org.huizong.register;

import org.huizong.period.Period;

/** The unit whose register of a period it is. */
record RegisterSender(Period period, String unit) {}

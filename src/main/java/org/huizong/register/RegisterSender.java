package org.huizong.register;

import org.huizong.model.Period;

/** The unit whose register of a period it is. */
record RegisterSender(Period period, String unit) {}

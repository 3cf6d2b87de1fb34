package org.huizong.template;

import org.huizong.catalogue.Unit;
import org.huizong.model.Period;

/** For whom and for when a template is issued, and what is known of earlier periods. */
record Recipient(Unit unit, Period period, Prefill prefill) {}

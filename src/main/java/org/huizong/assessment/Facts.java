package org.huizong.assessment;

import org.huizong.catalogue.Criterion;
import org.huizong.model.Period;

/** What is on record about units, as criteria ask for it. */
public interface Facts {
    /** What a name in the formula of a criterion stands for, of a unit in a period of the criterion's length. */
    Operand operand(Criterion criterion, String unit, Period period, String name);
}

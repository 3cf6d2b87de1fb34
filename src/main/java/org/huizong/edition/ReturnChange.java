package org.huizong.edition;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.catalogue.Obligation;
import org.huizong.model.Period;
import org.huizong.store.EditionCause;

/**
 * A return that counts otherwise than in an edition.
 *
 * @param owed whose, which and of which period it is
 * @param cause what happened to it
 * @param isRegister whether it is a register
 * @param items what is another now; all that is asked if it did not count before or does not count now, or if a record
 *     is new or gone
 * @param values what it says otherwise, as it is told; empty if it did not count before or does not count now
 * @param counted whether it counted before, and whether it counts now
 * @param next the next month of the year for which the unit's same return counts; empty if there is none
 */
record ReturnChange(
        Obligation owed,
        EditionCause cause,
        boolean isRegister,
        List<Item> items,
        List<Value> values,
        Counted counted,
        Optional<YearMonth> next) {
    ReturnChange {
        items = List.copyOf(items);
        values = List.copyOf(values);
    }

    /** Tells whether it counted before and whether it counts now: one of them, or both. */
    record Counted(boolean before, boolean now) {
        boolean both() {
            return before && now;
        }
    }

    /**
     * A value that is another now.
     *
     * @param item code of what it is of
     * @param record the record it belongs to; empty on a form
     * @param before as text; empty if nothing stood there
     * @param after as text; empty if nothing stands there
     */
    record Value(String item, String record, String before, String after) {}

    /** Tells whether anything but texts is another. */
    boolean hasFigures() {
        return items.stream().anyMatch(i -> i.type() != ItemType.TEXT && i.type() != ItemType.IDENTITY);
    }

    /** Tells whether it is a register of a month after a period, whose rows may say again what the period counts. */
    boolean isLaterRegister(Period than) {
        return isRegister && owed.period().last().isAfter(than.last());
    }

    /** Tells whether a figure over some months may be another that is worked out from these items. */
    boolean concerns(Set<String> operands, LineKind.Months months) {
        return items.stream().anyMatch(i -> operands.contains(i.code()) && reaches(i, months));
    }

    /**
     * A closing stock of a month matters to longer runs only while no later month has one, an opening one only if they
     * begin with it. The newest row of a record matters to
     * all months, because events are counted by their day.
     */
    private boolean reaches(Item item, LineKind.Months months) {
        Period period = owed.period();
        if (isRegister) {
            return !period.last().isBefore(months.first());
        }
        return months.hold(period)
                && switch (item.time().stands()) {
                    case LAST -> next.map(n -> n.isAfter(months.last())).orElse(true);
                    case FIRST -> months.first().equals(period.first());
                    case ONE ->
                        months.first().equals(period.first()) && months.last().equals(period.last());
                    case ALL -> true;
                };
    }

    /** Tells whether it is what a line about one return is about, or, without a unit, about that of all. */
    boolean isOf(String unit, String what) {
        return (unit.isEmpty() || owed.unit().equals(unit)) && what.equals(EditionLines.what(owed));
    }
}

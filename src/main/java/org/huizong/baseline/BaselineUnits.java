package org.huizong.baseline;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Unit;
import org.huizong.model.BaselineFigure;
import org.huizong.model.Period;

/** What the figures of units make of the township's figure of an item. */
final class BaselineUnits {
    private final Catalogue catalogue;
    private final Map<BaselineFigure.Key, BaselineFigure> all;

    /** Of these figures, each about something else. */
    BaselineUnits(Catalogue catalogue, Map<BaselineFigure.Key, BaselineFigure> all) {
        this.catalogue = catalogue;
        this.all = all;
    }

    /** What the township's figure must come to; empty if no unit has one, or if they make nothing. */
    Optional<BaselineTie> tie(Period period, Item item) {
        Set<String> owing = owing(period, item);
        List<BaselineFigure> given = owing.stream()
                .map(unit -> new BaselineFigure.Key(period, unit, item.code()))
                .flatMap(key -> Optional.ofNullable(all.get(key)).stream())
                .toList();
        Item.Across across = across(item);
        List<BigDecimal> values = given.stream().map(BaselineFigure::value).toList();
        boolean isOther = item.time() == Item.Time.MAX || item.time() == Item.Time.MEAN || across == Item.Across.MEAN;
        if (given.isEmpty() || (isOther && !isOwn(period, item)) || across == Item.Across.MEAN) {
            return Optional.empty();
        }
        Optional<BigDecimal> made = across.of(values);
        if (given.size() == owing.size()) {
            return made.map(value -> BaselineTie.equal("baseline.units", value, given));
        }
        return switch (across) {
            case SUM -> made.filter(v -> isNeverNegative(item)).map(v -> BaselineTie.atLeast(v, given));
            case MAX -> made.map(v -> BaselineTie.atLeast(v, given));
            case MIN -> made.map(v -> BaselineTie.atMost(v, given));
            case MEAN, NONE -> Optional.empty();
        };
    }

    /** Tells whether a figure of an item can only be 0 or more. */
    static boolean isNeverNegative(Item item) {
        return item.min().filter(least -> least.signum() >= 0).isPresent();
    }

    /** Everybody who owes the item in any month that it is made of; who lived for a part of them has no figure. */
    private Set<String> owing(Period period, Item item) {
        return catalogue.units().stream()
                .filter(u -> !u.equals(catalogue.top()))
                .filter(u -> months(period, item).anyMatch(m -> u.owes(item.form(), m)))
                .map(Unit::code)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<YearMonth> months(Period period, Item item) {
        return switch (item.time()) {
            case FIRST -> Stream.of(period.first());
            case LAST -> Stream.of(period.last());
            default -> period.months().stream();
        };
    }

    private boolean isOwn(Period period, Item item) {
        return catalogue
                .form(item.form(), period.last())
                .filter(form -> form.frequency() == period.frequency())
                .isPresent();
    }

    /** A total that is worked out from totals is the units' own only if its formula adds up. */
    private Item.Across across(Item item) {
        if (!catalogue.isRecalculated(item)) {
            return item.across();
        }
        boolean adds = catalogue.formula(item.formula()).addsUp()
                && catalogue.formula(item.formula()).operands().stream()
                        .allMatch(code -> catalogue
                                .item(code)
                                .filter(i -> across(i) == Item.Across.SUM)
                                .isPresent());
        return adds ? Item.Across.SUM : Item.Across.NONE;
    }
}

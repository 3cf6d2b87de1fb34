package org.huizong.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Unit;
import org.huizong.model.Period;
import org.huizong.text.Folding;
import org.huizong.text.Nearest;

/** What people meant who typed a period or a unit in their own way. */
final class Typed {
    private static final Pattern MONTH = Pattern.compile("(\\d{4})\\D?(\\d{1,2})\\D?");
    private static final Pattern PART = Pattern.compile("(\\d{4})\\D?([QqHh])([1-4])");

    private Typed() {}

    /** The period that 2026年3月, 202603, 2026/3 or 2026q1 means. */
    static Optional<Period> period(String text) {
        Matcher part = PART.matcher(text);
        if (part.matches()) {
            return Period.tryParse(part.group(1) + '-' + part.group(2).toUpperCase(Locale.ROOT) + part.group(3));
        }
        Matcher month = MONTH.matcher(text);
        return month.matches()
                ? Period.tryParse(
                        String.format(Locale.ROOT, "%s-%02d", month.group(1), Integer.parseInt(month.group(2))))
                : Optional.empty();
    }

    /** The code of the unit with that code, name or other name. */
    static Optional<String> unit(Catalogue catalogue, String text) {
        String wanted = Folding.fold(text);
        return catalogue.units().stream()
                .filter(u -> names(u).map(Folding::fold).anyMatch(wanted::equals))
                .map(Unit::code)
                .findFirst();
    }

    /** The names and codes that are nearest; empty if none is near. */
    static String nearUnits(Catalogue catalogue, String text) {
        List<String> all =
                catalogue.units().stream().flatMap(Typed::names).distinct().toList();
        return Nearest.of(text, all);
    }

    private static Stream<String> names(Unit unit) {
        return Stream.concat(Stream.of(unit.code(), unit.label(), unit.labelEn()), unit.aliases().stream());
    }
}

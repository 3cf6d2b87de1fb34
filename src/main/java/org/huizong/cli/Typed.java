package org.huizong.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Unit;
import org.huizong.text.Folding;
import org.huizong.text.Nearest;

/** What people meant who typed a unit in their own way. */
final class Typed {
    private Typed() {}

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

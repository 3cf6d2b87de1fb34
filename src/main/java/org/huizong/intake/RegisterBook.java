package org.huizong.intake;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Return;
import org.huizong.layout.RegisterLayout;

/** One register as intake looks for it: its layout, and what its columns are called. Immutable. */
final class RegisterBook {
    private final RegisterLayout layout;
    private final Map<String, Item> heads = new HashMap<>();

    RegisterBook(Catalogue catalogue, Return register, YearMonth month) {
        this.layout = RegisterLayout.of(catalogue, register, month);
        Set<String> twice = new HashSet<>();
        for (Item item : layout.items()) {
            Stream.concat(Stream.of(item.label(), item.labelEn()), item.aliases().stream())
                    .flatMap(name -> Stream.of(name, name + "(" + item.measure() + ")"))
                    .map(Folding::fold)
                    .distinct()
                    .filter(name -> heads.put(name, item) != null)
                    .forEach(twice::add);
        }
        heads.keySet().removeAll(twice);
    }

    RegisterLayout layout() {
        return layout;
    }

    /** The item that a folded text is the head of. */
    Optional<Item> head(String folded) {
        return Optional.ofNullable(heads.get(folded));
    }
}

package org.huizong.intake.locate;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CellsRead;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Return;
import org.huizong.layout.RegisterLayout;
import org.huizong.text.Folding;

/** One register as intake looks for it: its layout, and what its columns are called. May be asked by several threads. */
public final class RegisterBook {
    private final RegisterLayout layout;
    private final List<String> titles;
    private final Map<String, Item> heads = new HashMap<>();
    private final Map<String, Optional<Item>> meanings = new ConcurrentHashMap<>();
    private final Set<String> blamed;
    private final Set<String> opening;
    /** The codes of the items behind each measure. */
    private final List<Set<String>> counted;

    public RegisterBook(Catalogue catalogue, Return register, YearMonth month) {
        this.layout = RegisterLayout.of(catalogue, register, month);
        this.blamed = catalogue.rules(month).stream()
                .filter(r -> r.scope().ofRecords())
                .flatMap(r -> r.locate().stream())
                .collect(Collectors.toSet());
        this.opening = register.open().stream()
                .flatMap(formula -> CellsRead.all(catalogue, formula))
                .collect(Collectors.toSet());
        this.counted = catalogue.items(register.code(), month).stream()
                .filter(Item::isComputed)
                .map(measure -> CellsRead.all(catalogue, measure.formula()).collect(Collectors.toSet()))
                .toList();
        this.titles = Stream.of(register.formNo(), register.label(), register.labelEn())
                .map(Folding::fold)
                .filter(title -> !title.isEmpty())
                .toList();
        Set<String> twice = new HashSet<>();
        for (Item item : layout.items()) {
            Stream.concat(Stream.of(item.label(), item.labelEn()), item.aliases().stream())
                    .flatMap(name -> Stream.of(name, name + "(" + item.measure() + ")"))
                    .map(Folding::fold)
                    .flatMap(name -> Stream.of(name, Folding.letters(name)))
                    .distinct()
                    .filter(name -> heads.put(name, item) != null)
                    .forEach(twice::add);
        }
        heads.keySet().removeAll(twice);
    }

    /** Whether a folded text has the register's number or title in it, or is its code, which a template keeps hidden. */
    public boolean isTitled(String folded) {
        return folded.equals(layout.register().code()) || titles.stream().anyMatch(folded::contains);
    }

    public RegisterLayout layout() {
        return layout;
    }

    /** Whether a rule may blame an item, so that its cell is known even where it is blank. */
    public boolean isBlamed(Item item) {
        return blamed.contains(item.code());
    }

    /** Whether an item must have its column: it must be filled, or figures are counted from it, or it tells whether a record is open. */
    public boolean needs(Item item) {
        return isBasic(item) || counted.stream().anyMatch(c -> c.contains(item.code()));
    }

    /**
     * Whether it must have it on a sheet that has columns for these others. What is counted from items none of which is
     * there was not asked when the template was issued.
     */
    public boolean needs(Item item, Set<String> others) {
        return isBasic(item)
                || counted.stream()
                        .filter(c -> c.contains(item.code()))
                        .anyMatch(c -> c.stream().anyMatch(others::contains));
    }

    private boolean isBasic(Item item) {
        return item.required() || item.key() || opening.contains(item.code());
    }

    /** The item that a text is the head of. */
    Optional<Item> head(String text) {
        Optional<Item> known = meanings.get(text);
        if (known == null) {
            String folded = Folding.fold(text);
            known = Optional.ofNullable(heads.get(folded))
                    .or(() -> Optional.ofNullable(heads.get(Folding.letters(folded))));
            if (text.length() <= Labels.LONGEST && meanings.size() < FormBook.MAX_REMEMBERED) {
                meanings.put(text, known);
            }
        }
        return known;
    }
}

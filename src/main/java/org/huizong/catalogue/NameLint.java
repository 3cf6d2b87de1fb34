package org.huizong.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.huizong.model.Validity;
import org.huizong.text.Folding;

/**
 * Finds names that mean two things in the same months: two units, or two returns, that people could not tell apart.
 *
 * @param <T> what is named
 */
final class NameLint<T> {
    /** Is told that a name is another's already. */
    interface Shared<T> {
        void name(String column, String name, T other);
    }

    private final Function<T, String> code;
    private final Function<T, Validity> validity;
    private final Map<String, List<T>> byName = new HashMap<>();

    NameLint(Function<T, String> code, Function<T, Validity> validity) {
        this.code = code;
        this.validity = validity;
    }

    /**
     * Adds one with its names by column; of two columns that have the same name, and of two names that are another's, the
     * first is told.
     */
    void add(T one, Map<String, List<String>> names, Shared<T> shared) {
        Set<String> own = new HashSet<>();
        Set<String> told = new HashSet<>();
        names.forEach((column, all) -> {
            for (String name : all) {
                String folded = Folding.fold(name);
                if (folded.isEmpty() || !own.add(folded)) {
                    continue;
                }
                List<T> same = byName.computeIfAbsent(folded, f -> new ArrayList<>());
                same.stream()
                        .filter(other -> !code.apply(other).equals(code.apply(one)))
                        .filter(other -> validity.apply(other).overlaps(validity.apply(one)))
                        .findFirst()
                        .filter(other -> told.add(code.apply(other)))
                        .ifPresent(other -> shared.name(column, name, other));
                same.add(one);
            }
        });
    }

    /** The name, if it has no letter and no digit by which anybody could call it. */
    static Optional<String> nameless(String name) {
        return Optional.of(name).filter(n -> !n.isEmpty() && n.codePoints().noneMatch(Character::isLetterOrDigit));
    }
}

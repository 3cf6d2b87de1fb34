package org.huizong.publish.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DisclosureTest {
    private static final String ITEMS = "abcdef";

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Set<String>, BigDecimal> counts = new LinkedHashMap<>();

    private void item(String item, int number) {
        numbers.put(item, number);
    }

    /** Asks to tell the sum of these items. */
    private Set<String> count(String items) {
        Set<String> of = items.chars().mapToObj(Character::toString).collect(Collectors.toSet());
        counts.put(of, sum(of));
        return of;
    }

    private BigDecimal sum(Set<String> of) {
        return BigDecimal.valueOf(of.stream().mapToInt(numbers::get).sum());
    }

    private Disclosure decided() {
        return new Disclosure(counts, item -> Optional.of(BigDecimal.valueOf(numbers.get(item))));
    }

    @Test
    void tellsThePartsOfACountNoneOfWhichIsOneOrTwo() {
        item("a", 3);
        item("b", 0);
        item("c", 40);

        var whole = count("abc");

        assertThat(decided().isParted(whole)).isTrue();
    }

    @Test
    void tellsNoPartsWhereOneIsOneOrTwo() {
        item("a", 2);
        item("b", 0);
        item("c", 40);

        var whole = count("abc");

        assertThat(decided().isTold(whole)).isTrue();
        assertThat(decided().isParted(whole)).isFalse();
    }

    @Test
    void tellsACountUnderThreeThatIsNoPartOfAnother() {
        item("a", 1);

        var count = count("a");

        assertThat(decided().isTold(count)).isTrue();
    }

    @Test
    void withholdsAPartWhoseRestIsOneOrTwo() {
        item("a", 5);
        item("b", 2);
        var whole = count("ab");
        var part = count("a");

        var decided = decided();

        assertThat(decided.isTold(whole)).isTrue();
        assertThat(decided.isTold(part)).isFalse();
        assertThat(decided.isParted(whole)).isFalse();
    }

    static List<Long> seeds() {
        return new Random(20261130).longs(500).boxed().toList();
    }

    /** Whoever adds and subtracts what is told finds no part of one or two. */
    @ParameterizedTest
    @MethodSource("seeds")
    void letsNobodyReckonAPartOfOneOrTwo(long seed) {
        var random = new Random(seed);
        ITEMS.chars().forEach(i -> item(Character.toString(i), random.nextInt(6)));
        for (int i = 0; i < 6; i++) {
            var some = new TreeSet<String>();
            int size = 1 + random.nextInt(4);
            while (some.size() < size) {
                some.add(Character.toString(ITEMS.charAt(random.nextInt(ITEMS.length()))));
            }
            count(String.join("", some));
        }

        var decided = decided();

        var few = reckoned(decided).entrySet().stream()
                .filter(part -> part.getValue() == 1 || part.getValue() == 2)
                .filter(part -> told(decided).stream()
                        .anyMatch(whole -> whole.size() > part.getKey().size() && whole.containsAll(part.getKey())));
        assertThat(few).isEmpty();
    }

    private List<Set<String>> told(Disclosure decided) {
        return counts.keySet().stream().filter(decided::isTold).toList();
    }

    /** All parts of anything told that follow from what is told, by adding and subtracting until nothing new comes. */
    private Map<Set<String>, Integer> reckoned(Disclosure decided) {
        Map<Set<String>, Integer> known = new HashMap<>();
        for (Set<String> count : told(decided)) {
            known.put(count, sum(count).intValue());
            if (decided.isParted(count)) {
                count.forEach(item -> known.put(Set.of(item), numbers.get(item)));
            }
        }
        for (int before = 0; before < known.size(); ) {
            before = known.size();
            List<Set<String>> all = new ArrayList<>(known.keySet());
            for (Set<String> one : all) {
                for (Set<String> other : all) {
                    var rest = new TreeSet<>(one);
                    boolean within = one.containsAll(other) && one.size() > other.size();
                    if (within) {
                        rest.removeAll(other);
                    } else if (one.stream().noneMatch(other::contains)
                            && told(decided).stream().anyMatch(w -> w.containsAll(one) && w.containsAll(other))) {
                        rest.addAll(other);
                    } else {
                        continue;
                    }
                    known.putIfAbsent(Set.copyOf(rest), sum(rest).intValue());
                }
            }
        }
        return known;
    }
}

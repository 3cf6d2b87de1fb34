package org.huizong.publish.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DisclosureTest {
    private static final String ITEMS = "abcdef";

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Set<String>, Count> counts = new LinkedHashMap<>();

    private void item(String item, int number) {
        numbers.put(item, number);
    }

    /** Asks to tell the sum of these items. */
    private Set<String> count(String items) {
        Set<String> of = items.chars().mapToObj(Character::toString).collect(Collectors.toSet());
        counts.put(
                of,
                new Count(
                        items(of),
                        sum(of),
                        List.of(of.stream().sorted().map(Sum::of).toList()),
                        of.size() < 2
                                ? List.of()
                                : of.stream()
                                        .map(i -> new Count(Sum.of(i), sum(Set.of(i)), List.of(), List.of()))
                                        .toList()));
        return of;
    }

    private BigDecimal sum(Set<String> of) {
        return BigDecimal.valueOf(of.stream().mapToInt(numbers::get).sum());
    }

    private static Sum<String> items(Set<String> of) {
        return of.stream().map(Sum::of).reduce(Sum.none(), (a, b) -> a.plus(b, BigFraction.ONE));
    }

    private Decided decided() {
        return new Decided(new Disclosure(List.copyOf(counts.values())));
    }

    private final class Decided {
        private final Disclosure disclosure;

        private Decided(Disclosure disclosure) {
            this.disclosure = disclosure;
        }

        private boolean isTold(Set<String> count) {
            return disclosure.isTold(counts.get(count));
        }

        private boolean isParted(Set<String> count) {
            return disclosure.isParted(counts.get(count));
        }
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

    @Test
    void withholdsOneOfThreeSumsThatOverlapWhereTheyGiveOneOfTwo() {
        item("a", 2);
        item("b", 4);
        item("c", 4);

        var first = count("ab");
        var second = count("bc");
        var third = count("ac");

        var decided = decided();

        assertThat(decided.isTold(first)).isTrue();
        assertThat(decided.isTold(second)).isTrue();
        assertThat(decided.isTold(third)).isFalse();
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

    /** No so many times each of what is told, up to twice, come to a part of one or two, or to so many times one. */
    @ParameterizedTest
    @MethodSource("seeds")
    void letsNoFewTimesWhatIsToldComeToAPartOfOneOrTwo(long seed) {
        var random = new Random(seed);
        ITEMS.chars().forEach(i -> item(Character.toString(i), random.nextInt(5)));
        for (int i = 0; i < 6; i++) {
            count(ITEMS.chars()
                    .filter(item -> random.nextInt(3) == 0)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining()));
        }
        counts.remove(Set.of());

        var decided = decided();

        Set<Set<String>> known = new LinkedHashSet<>(told(decided));
        told(decided).stream().filter(decided::isParted).flatMap(Set::stream).forEach(i -> known.add(Set.of(i)));
        assertThat(few(List.copyOf(known), told(decided), new int[ITEMS.length()], 0))
                .isEmpty();
    }

    /** The parts of one or two that so many times each count from that place on come to, with those before. */
    private Set<Set<String>> few(List<Set<String>> known, List<Set<String>> told, int[] times, int place) {
        if (place == Math.min(known.size(), 6)) {
            int most = Arrays.stream(times).max().orElse(0);
            if (most == 0 || Arrays.stream(times).anyMatch(t -> t != 0 && t != most)) {
                return Set.of();
            }
            Set<String> part = ITEMS.chars()
                    .filter(i -> times[ITEMS.indexOf(i)] != 0)
                    .mapToObj(Character::toString)
                    .collect(Collectors.toSet());
            int number = sum(part).intValue();
            boolean isPart = told.stream().anyMatch(w -> w.size() > part.size() && w.containsAll(part));
            return isPart && (number == 1 || number == 2) ? Set.of(part) : Set.of();
        }
        Set<Set<String>> found = new HashSet<>();
        for (int factor = -2; factor <= 2; factor++) {
            int[] sum = times.clone();
            for (String item : known.get(place)) {
                sum[ITEMS.indexOf(item)] += factor;
            }
            found.addAll(few(known, told, sum, place + 1));
        }
        return found;
    }

    private List<Set<String>> told(Decided decided) {
        return counts.keySet().stream().filter(decided::isTold).toList();
    }

    /** All parts of anything told that follow from what is told, by adding and subtracting until nothing new comes. */
    private Map<Set<String>, Integer> reckoned(Decided decided) {
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

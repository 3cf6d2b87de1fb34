package org.huizong.sound;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.model.Severity;
import org.huizong.store.StoredFinding;

/** Plants faults into sound months, a few a month in different units, and says which are found. */
public final class PlantedFaults {
    private static final int A_MONTH = 6;

    private final Catalogue catalogue;
    private final List<FaultKind> kinds;
    private final FaultTable table = new FaultTable();
    private final Map<FaultKind, Integer> planted = new HashMap<>();
    private final Map<String, Filled> before = new HashMap<>();
    private final Map<String, Long> years = new HashMap<>();

    private PlantedFaults(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.kinds = Stream.of(FormFaults.all(), CaseFaults.all(), OtherFaults.all())
                .flatMap(List::stream)
                .toList();
    }

    /** One fault in its place. */
    private record Planted(FaultKind kind, Filled sound, Filled faulty) {}

    /** Plants at least so many faults. */
    public static FaultTable run(Path folder, int count) {
        PlantedFaults faults = new PlantedFaults(CatalogueLoader.builtIn());
        for (long seed = 1; faults.table.size() < count; seed++) {
            faults.township(folder.resolve("f" + seed), 1000 + seed, count);
        }
        return faults.table;
    }

    private void township(Path folder, long seed, int count) {
        SoundTownship township = new SoundTownship(catalogue, seed, SoundMonths.FIRST);
        Chance chance = new Chance(seed, "faults");
        before.clear();
        years.clear();
        try (TownshipFile file = new TownshipFile(catalogue, folder)) {
            for (int month = 0; month < 12 && table.size() < count; month++) {
                List<Filled> sound = township.month();
                List<Planted> planted = month == 0 ? List.of() : plant(sound, chance);
                Map<List<Planted>, List<StoredFinding>> wrong = new LinkedHashMap<>();
                together(planted).forEach(some -> wrong.put(some, file.tried(with(some, sound))));
                List<StoredFinding> right = file.check(sound);
                wrong.forEach((some, found) -> some.forEach(p -> judge(p, found, right)));
                remember(sound);
            }
        }
    }

    /** Those that may be tried at once: a return that is sent back would hide what is held against the whole township. */
    private static List<List<Planted>> together(List<Planted> planted) {
        Map<Boolean, List<Planted>> byReach =
                planted.stream().collect(Collectors.partitioningBy(p -> p.kind().isOfTownship()));
        return Stream.concat(
                        Stream.of(byReach.getOrDefault(false, List.of())),
                        byReach.getOrDefault(true, List.of()).stream().map(List::of))
                .filter(some -> !some.isEmpty())
                .toList();
    }

    private static List<Filled> with(List<Planted> planted, List<Filled> sound) {
        Map<Filled, Filled> faulty = new HashMap<>();
        planted.forEach(p -> faulty.put(p.sound(), p.faulty()));
        return sound.stream().map(f -> faulty.getOrDefault(f, f)).toList();
    }

    private void remember(List<Filled> sound) {
        for (Filled filled : sound) {
            before.put(filled.unit() + filled.form(), filled);
            if (filled.period().last().getMonthValue() == 12) {
                years.clear();
            } else {
                filled.values().keySet().forEach(i -> years.merge(filled.unit() + i, filled.number(i), Long::sum));
            }
        }
    }

    /** Faults of those kinds that were planted least, in as many units. */
    private List<Planted> plant(List<Filled> sound, Chance chance) {
        List<Planted> all = new ArrayList<>();
        Set<String> units = new HashSet<>();
        List<FaultKind> turn = new ArrayList<>(kinds);
        turn.sort(java.util.Comparator.comparing(k -> planted.getOrDefault(k, 0)));
        for (FaultKind kind : turn) {
            if (all.size() == A_MONTH) {
                break;
            }
            List<Filled> fit = new ArrayList<>(sound.stream()
                    .filter(f -> kind.forms().contains(f.form()) && !units.contains(f.unit()))
                    .toList());
            java.util.Collections.shuffle(fit, new java.util.Random(chance.whole(0, 1_000_000)));
            for (Filled one : fit) {
                Optional<Filled> faulty = kind.planting().plant(one, past(one), chance);
                if (faulty.filter(f -> !f.equals(one)).isPresent()) {
                    all.add(new Planted(kind, one, faulty.get()));
                    units.add(one.unit());
                    planted.merge(kind, 1, Integer::sum);
                    break;
                }
            }
        }
        return all;
    }

    private FaultKind.Past past(Filled one) {
        return new FaultKind.Past() {
            @Override
            public Optional<Filled> before() {
                return Optional.ofNullable(before.get(one.unit() + one.form()));
            }

            @Override
            public long year(String item) {
                return years.getOrDefault(one.unit() + item, 0L);
            }
        };
    }

    private record Told(String rule, String item, String record) {
        static Told of(StoredFinding f) {
            return new Told(f.finding().rule(), f.finding().item(), f.finding().record());
        }
    }

    /** Holds what is found with the fault against what is found without it. */
    private void judge(Planted fault, List<StoredFinding> wrong, List<StoredFinding> right) {
        Set<Told> usual = new HashSet<>();
        right.stream().filter(f -> concerns(f, fault)).forEach(f -> usual.add(Told.of(f)));
        Map<String, Severity> found = new LinkedHashMap<>();
        wrong.stream()
                .filter(f -> f.finding().hasFailed() && isTold(f, fault.kind()))
                .filter(f -> concerns(f, fault) && !usual.contains(Told.of(f)))
                .forEach(f -> found.put(f.finding().rule(), f.finding().severity()));
        table.add(
                fault.kind(),
                fault.sound().unit() + " " + fault.sound().form() + " "
                        + fault.sound().period().code(),
                found);
    }

    /** A notice counts only where it is what the kind is told by. */
    private static boolean isTold(StoredFinding f, FaultKind kind) {
        return f.finding().severity() != Severity.NOTICE
                || kind.expected().matcher(f.finding().rule()).matches();
    }

    /** Whether a finding is about the return, about its unit, or about the township and something in the return. */
    private static boolean concerns(StoredFinding f, Planted fault) {
        Filled sound = fault.sound();
        if (!f.period().equals(sound.period())) {
            return false;
        }
        boolean isHere =
                f.unit().equals(sound.unit()) && (f.form().isEmpty() || f.form().equals(sound.form()));
        return isHere
                || (f.unit().isEmpty()
                        && f.finding().arguments().keySet().stream().anyMatch(a -> a.startsWith(sound.form() + ".")));
    }
}

package org.huizong.sound;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huizong.model.Severity;

/** What became of planted faults, by kind: found, found as something else, missed. */
public final class FaultTable {
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private int size;

    private static final class Line {
        int found;
        int otherwise;
        final List<String> missed = new ArrayList<>();
        final SortedMap<String, Integer> by = new TreeMap<>();
    }

    /** Takes in what was found by one fault. */
    void add(FaultKind kind, String place, Map<String, Severity> rules) {
        Line line = lines.computeIfAbsent(kind.name(), k -> new Line());
        size++;
        rules.keySet().forEach(r -> line.by.merge(r, 1, Integer::sum));
        if (rules.keySet().stream().anyMatch(r -> kind.expected().matcher(r).matches())) {
            line.found++;
        } else if (rules.isEmpty()) {
            line.missed.add(place);
        } else {
            line.otherwise++;
        }
    }

    /** How many faults there were. */
    public int size() {
        return size;
    }

    /** How many kinds there were. */
    public int kinds() {
        return lines.size();
    }

    /** How many were found by a check that should find them. */
    public int found() {
        return lines.values().stream().mapToInt(l -> l.found).sum();
    }

    /** How many were missed. */
    public int missed() {
        return lines.values().stream().mapToInt(l -> l.missed.size()).sum();
    }

    /** The table as text, the kinds in the order in which they were planted first. */
    List<String> lines() {
        List<String> text = new ArrayList<>();
        lines.forEach((kind, l) -> text.add(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %s | %s |",
                kind,
                l.found,
                l.otherwise,
                l.missed.size(),
                String.join(
                        " ",
                        l.by.entrySet().stream()
                                .sorted(Map.Entry.<String, Integer>comparingByValue()
                                        .reversed())
                                .limit(6)
                                .map(Map.Entry::getKey)
                                .toList()),
                String.join("; ", l.missed))));
        text.add(String.format(
                Locale.ROOT,
                "| 合计 %d 处, %d 类 | %d | %d | %d | | |",
                size,
                kinds(),
                found(),
                size - found() - missed(),
                missed()));
        return text;
    }
}

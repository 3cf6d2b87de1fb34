package org.huizong.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.finding.Finding;
import org.huizong.submission.Masking;
import org.huizong.submission.Observation;
import org.huizong.submission.Submission;
import org.huizong.submission.Value;

/**
 * Keeps personal values off the record: what is about a person is masked, and where another text of the same record
 * repeats it, it is masked there too.
 */
final class Discretion {
    /** A shorter text may stand by chance in another. */
    private static final int LEAST = 2;

    private final Set<String> personal;
    private final Seal seal;

    Discretion(Catalogue catalogue, Seal seal) {
        this.personal = catalogue.items().stream()
                .filter(Item::personal)
                .map(Item::code)
                .collect(Collectors.toUnmodifiableSet());
        this.seal = seal;
    }

    /** The submission as it may go on record, its findings included. */
    Submission keep(Submission submission) {
        Map<String, List<String>> named = new HashMap<>();
        for (Observation o : submission.observations()) {
            if (personal.contains(o.item()) && !o.value().isMissing()) {
                named.computeIfAbsent(o.record(), record -> new ArrayList<>())
                        .add(o.value().show());
            }
        }
        named.values()
                .forEach(
                        texts -> texts.sort(Comparator.comparing(String::length).reversed()));
        List<Observation> kept = submission.observations().stream()
                .map(o -> new Observation(
                        o.item(), o.record(), value(o, named.getOrDefault(o.record(), List.of())), o.where()))
                .toList();
        return new Submission(
                submission.unit(),
                submission.form(),
                submission.version(),
                submission.period(),
                submission.saved(),
                submission.sheet(),
                kept,
                signature(submission.signature()),
                submission.findings().stream().map(f -> finding(f, named)).toList());
    }

    /** People of the office: whom to ask can be recognised, the whole number stands in the archived file. */
    private static Map<String, String> signature(Map<String, String> signature) {
        Map<String, String> masked = new HashMap<>(signature);
        masked.replaceAll((field, text) -> Masking.mask(text));
        return masked;
    }

    private Value value(Observation observation, List<String> named) {
        Value value = observation.value();
        if (value.isMissing()) {
            return value;
        }
        if (personal.contains(observation.item())) {
            return new Value.Masked(Masking.mask(value.show()), seal.digest(value.show()));
        }
        return value instanceof Value.Text text ? Value.of(masked(text.text(), named)) : value;
    }

    private static Finding finding(Finding finding, Map<String, List<String>> named) {
        List<String> texts = named.getOrDefault(finding.arguments().getOrDefault("record", ""), List.of());
        Map<String, String> arguments = new TreeMap<>(finding.arguments());
        arguments.replaceAll((name, text) -> masked(text, texts));
        return new Finding(
                finding.rule(), finding.severity(), finding.outcome(), finding.where(), new TreeMap<>(arguments));
    }

    private static String masked(String text, List<String> named) {
        String masked = text;
        for (String whole : named) {
            if (whole.codePointCount(0, whole.length()) >= LEAST) {
                masked = masked.replace(whole, Masking.mask(whole));
            }
        }
        return masked;
    }
}

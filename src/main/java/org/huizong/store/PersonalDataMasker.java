package org.huizong.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.catalogue.Return;
import org.huizong.model.Finding;
import org.huizong.model.Masking;
import org.huizong.model.Observation;
import org.huizong.model.Reading;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.huizong.text.Folding;

/**
 * Keeps personal values off the record: what is about a person is masked, and where another text of the same submission
 * repeats it, it is masked there too.
 *
 * <p>A key of a record that holds it is masked and ends with a digest, so that two records are one only if their keys were;
 * so is what points to such a record.
 */
final class PersonalDataMasker {
    private static final char DIGEST = '~';
    private static final int DIGITS = 10;
    /** A key that stands twice in a register ends with the number of its row. */
    private static final Pattern ROW = Pattern.compile("#\\d+$");

    private final Set<String> personal;
    private final Set<String> keys;
    private final PersonalTexts.Words words;
    private final ValueHasher seal;

    PersonalDataMasker(Catalogue catalogue, ValueHasher seal) {
        this.personal = codes(catalogue, Item::personal);
        this.keys = codes(
                catalogue,
                i -> i.key() || (i.type() == ItemType.TEXT && !i.choices().isEmpty()));
        this.words = new PersonalTexts.Words(labels(catalogue));
        this.seal = seal;
    }

    private static Set<String> codes(Catalogue catalogue, Predicate<Item> which) {
        return catalogue.items().stream().filter(which).map(Item::code).collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> labels(Catalogue catalogue) {
        return Stream.of(
                        catalogue.units().stream()
                                .flatMap(u -> Stream.concat(Stream.of(u.label()), u.aliases().stream())),
                        catalogue.returns().stream().map(Return::label),
                        catalogue.items().stream().map(Item::label),
                        catalogue.items().stream()
                                .map(Item::choices)
                                .distinct()
                                .flatMap(list -> catalogue.choices(list).stream())
                                .flatMap(c -> Stream.of(c.code(), c.label())))
                .flatMap(labels -> labels)
                .toList();
    }

    /** The reading as it may go on record. */
    Reading keep(Reading reading) {
        if (reading instanceof Reading.Read read) {
            return new Reading.Read(
                    read.source(),
                    read.submissions().stream().map(this::keep).toList(),
                    findings(read.findings(), texts(read.submissions().stream())));
        }
        return new Reading.Refused(reading.source(), findings(reading.findings(), texts(Stream.empty())));
    }

    private Submission keep(Submission submission) {
        PersonalTexts texts = texts(Stream.of(submission));
        Map<String, String> records = new HashMap<>();
        List<Observation> kept = submission.observations().stream()
                .map(o -> new Observation(
                        o.item(),
                        records.computeIfAbsent(o.record(), r -> record(r, texts)),
                        value(o, texts),
                        o.where()))
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
                findings(submission.findings(), texts));
    }

    /** What submissions say of persons. */
    private PersonalTexts texts(Stream<Submission> submissions) {
        List<String> values = submissions
                .flatMap(s -> s.observations().stream())
                .filter(o -> personal.contains(o.item()) && !o.value().isMissing())
                .map(o -> o.value().show())
                .distinct()
                .toList();
        return new PersonalTexts(values, words);
    }

    /** People of the office: whom to ask can be recognised, the whole number stands in the archived file. */
    private static Map<String, String> signature(Map<String, String> signature) {
        Map<String, String> masked = new HashMap<>(signature);
        masked.replaceAll((field, text) -> Masking.mask(text));
        return masked;
    }

    private Value value(Observation observation, PersonalTexts texts) {
        Value value = observation.value();
        if (value.isMissing()) {
            return value;
        }
        if (personal.contains(observation.item())) {
            return new Value.Masked(Masking.mask(value.show()), seal.digest(value.show()));
        }
        if (!(value instanceof Value.Text text)) {
            return value;
        }
        return Value.of(
                keys.contains(observation.item()) && texts.isIn(text.text())
                        ? sealed(Folding.key(text.text()), texts)
                        : texts.masked(text.text()));
    }

    /** The key of a record: as it is, or what may be shown of it and a digest of all of it. */
    private String record(String key, PersonalTexts texts) {
        Matcher row = ROW.matcher(key);
        int end = row.find() ? row.start() : key.length();
        String bare = key.substring(0, end);
        return texts.isIn(bare) ? sealed(bare, texts) + key.substring(end) : key;
    }

    private String sealed(String key, PersonalTexts texts) {
        return texts.masked(key) + DIGEST + seal.digest(key).substring(0, DIGITS);
    }

    private List<Finding> findings(List<Finding> findings, PersonalTexts texts) {
        return findings.stream().map(f -> finding(f, texts)).toList();
    }

    private Finding finding(Finding finding, PersonalTexts texts) {
        Finding masked = finding.masked(texts::masked);
        return finding.record().isEmpty() ? masked : masked.ofRecord(record(finding.record(), texts));
    }
}

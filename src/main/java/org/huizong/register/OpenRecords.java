package org.huizong.register;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Unit;
import org.huizong.layout.RegisterLayout;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.register.SentRecord.Sender;
import org.huizong.store.Store;
import org.huizong.store.StoredSubmission;
import org.huizong.validation.Measures;

/**
 * The records that go on after a period's registers: of each its newest counted version, if it is open by the register's own
 * word. A register that has no word for it is a standing list, of which all goes on that its unit sent last.
 *
 * <p>Those of a unit that was merged go on in the register of its successor.
 */
public final class OpenRecords {
    private static final Comparator<SentRecord> NEWEST =
            Comparator.comparing((SentRecord s) -> s.submission().period().last(), Comparator.reverseOrder());

    private final Catalogue catalogue;
    private final Period period;
    private final Optional<String> open;
    private final boolean isKeyed;
    private final Set<String> items;
    private final Measures measures;
    private final RecordOwners owners;
    private final Map<String, StoredSubmission> latest = new HashMap<>();
    private final Map<Sender, SentRecord> newest = new LinkedHashMap<>();
    private final Map<String, List<Place>> byHolder = new HashMap<>();

    /**
     * Where a record stands.
     *
     * @param submission the register that it was sent with
     * @param row number of its row, as digits
     */
    public record Place(StoredSubmission submission, String row) {}

    private OpenRecords(Catalogue catalogue, Store store, Period period, Return register) {
        this.catalogue = catalogue;
        this.period = period;
        this.open = register.open();
        this.measures = new Measures(catalogue);
        this.owners = new RecordOwners(catalogue, store, register.code());
        List<Item> keys = catalogue.items(register.code(), period.last()).stream()
                .filter(Item::key)
                .toList();
        this.isKeyed = !keys.isEmpty();
        this.items = new LinkedHashSet<>(List.of(RegisterLayout.EXPLAIN));
        (isKeyed ? keys : catalogue.items(register.code(), period.last())).forEach(i -> items.add(i.code()));
        open.ifPresent(formula -> items.addAll(measures.operands(formula)));
    }

    /** What goes on into that period of what came before it. */
    public static OpenRecords of(Catalogue catalogue, Store store, Period period, Return register) {
        OpenRecords records = new OpenRecords(catalogue, store, period, register);
        YearMonth before = period.first().minusMonths(1);
        store.submissions().registers(register.code(), before, records.items, records::take);
        records.settle();
        return records;
    }

    /** The records that a unit's register begins with, those of its newest register first, each by its row. */
    public List<Place> held(String unit) {
        return byHolder.getOrDefault(unit, List.of());
    }

    /** Takes up what a register says that is older than all of the unit's before. */
    private void take(StoredSubmission submission, List<Observation> values) {
        boolean isLatest = latest.putIfAbsent(submission.unit(), submission) == null;
        if (!isLatest && !isKeyed) {
            return;
        }
        SentRecord.of(submission, values).forEach(sent -> {
            owners.reported(submission.unit(), submission.period(), sent.key());
            newest.putIfAbsent(sent.sender(), sent);
        });
    }

    private void settle() {
        versions()
                .filter(this::goesOn)
                .sorted(NEWEST)
                .forEach(sent -> byHolder.computeIfAbsent(holder(sent), h -> new ArrayList<>())
                        .add(new Place(sent.submission(), sent.where("").row())));
    }

    /** The newest version of each record from the unit that held it then. */
    private Stream<SentRecord> versions() {
        if (!isKeyed) {
            return newest.values().stream();
        }
        Map<String, SentRecord> byKey = new LinkedHashMap<>();
        newest.values().stream()
                .filter(s -> owners.isHeld(
                        s.submission().unit(), s.key(), s.submission().period()))
                .sorted(NEWEST)
                .forEach(s -> byKey.putIfAbsent(s.key(), s));
        return byKey.values().stream();
    }

    private String holder(SentRecord sent) {
        return owners.successor(sent.submission().unit(), period);
    }

    private boolean goesOn(SentRecord sent) {
        return open.map(formula -> measures.isOpen(formula, sent.values())).orElseGet(() -> isLatest(sent));
    }

    /** Tells whether it stands on what its unit or, since that was merged, the successor sent last. */
    private boolean isLatest(SentRecord sent) {
        String unit = sent.submission().unit();
        Optional<YearMonth> until = catalogue.unit(unit).map(Unit::validity).flatMap(v -> v.until());
        boolean isReplaced = Optional.of(holder(sent))
                .filter(h -> !h.equals(unit))
                .map(latest::get)
                .filter(own -> until.map(own.period().last()::isAfter).orElse(false))
                .isPresent();
        return !isReplaced
                && Optional.ofNullable(latest.get(unit))
                        .filter(sent.submission()::equals)
                        .isPresent();
    }
}

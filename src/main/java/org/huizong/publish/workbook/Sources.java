package org.huizong.publish.workbook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizong.aggregation.Publication;
import org.huizong.catalogue.Item;
import org.huizong.model.Observation;
import org.huizong.store.StoredCount;
import org.huizong.store.StoredSubmission;

/** Which submissions stand behind a unit's figures, and where 数据来源 lists them. */
final class Sources {
    /**
     * A counted submission.
     *
     * @param row its row in 数据来源, from 0
     */
    record Source(StoredSubmission submission, int row) {}

    private record Sender(String unit, String form) {}

    private final Publication publication;
    private final Map<Sender, List<Source>> counted = new HashMap<>();

    Sources(Publication publication) {
        this.publication = publication;
        int row = SourcePage.FIRST_ROW;
        for (StoredSubmission submission : publication.submissions()) {
            if (submission.disposition().counts()) {
                counted.computeIfAbsent(new Sender(submission.unit(), submission.form()), s -> new ArrayList<>())
                        .add(new Source(submission, row));
            }
            row++;
        }
    }

    /** The counted submissions of a unit's return, one for each of its periods within this one. */
    List<Source> of(String unit, String form) {
        return counted.getOrDefault(new Sender(unit, form), List.of());
    }

    /** The records that count in these measures, by unit and item. */
    Map<List<String>, List<StoredCount>> counts(Set<String> measures) {
        Map<List<String>, List<StoredCount>> counts = new HashMap<>();
        if (!measures.isEmpty()) {
            publication.observations().counts(c -> {
                if (measures.contains(c.counted().item())) {
                    counts.computeIfAbsent(
                                    List.of(c.counted().unit(), c.counted().item()), k -> new ArrayList<>())
                            .add(c);
                }
            });
        }
        return counts;
    }

    /** The cells in which these items stood, by number of the submission, then item. */
    Map<Long, Map<String, String>> cells(Collection<Item> some) {
        Set<String> items = some.stream().map(Item::code).collect(Collectors.toSet());
        Set<String> forms = some.stream().map(Item::form).collect(Collectors.toSet());
        Map<Long, Map<String, String>> cells = new HashMap<>();
        publication.observations().of(forms, stored -> {
            Observation observation = stored.observation();
            if (items.contains(observation.item())) {
                cells.computeIfAbsent(stored.submission().id(), s -> new HashMap<>())
                        .put(observation.item(), observation.where().cell());
            }
        });
        return cells;
    }
}

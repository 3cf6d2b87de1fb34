package org.huizong.carry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.intake.Intake;
import org.huizong.model.Reading;
import org.huizong.model.SourceFile;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.huizong.register.OpenRecords.Place;
import org.huizong.store.Archive;
import org.huizong.store.StoredSubmission;
import org.huizong.template.Carried;

/**
 * Reads records again from the archived files that they came with: on record their personal values are masked. Nothing of it
 * is kept.
 */
final class ArchivedRecords {
    private final Intake intake;
    private final Archive archive;

    ArchivedRecords(Catalogue catalogue, Archive archive) {
        this.intake = new Intake(catalogue);
        this.archive = archive;
    }

    /** The records at these places, whole; none of them if one cannot be read there. */
    Carried whole(List<Place> places) {
        Map<Long, Map<String, Map<String, Value>>> read = new HashMap<>();
        List<Map<String, Value>> records = new ArrayList<>();
        for (Place place : places) {
            StoredSubmission from = place.submission();
            Map<String, Value> record =
                    read.computeIfAbsent(from.id(), id -> rows(from)).getOrDefault(place.row(), Map.of());
            if (record.isEmpty()) {
                return Carried.LOST;
            }
            records.add(record);
        }
        return new Carried(records, false);
    }

    /** The records of a register by their rows; none if the archived file is lacking or damaged. */
    private Map<String, Map<String, Value>> rows(StoredSubmission from) {
        if (!archive.hasIntact(from.sha256())) {
            return Map.of();
        }
        return read(from).stream()
                .flatMap(submission -> submission.observations().stream())
                .filter(o -> !o.record().isEmpty() && !o.value().isMissing())
                .collect(Collectors.groupingBy(
                        o -> o.where().row(), Collectors.toMap(o -> o.item(), o -> o.value(), (a, b) -> a)));
    }

    private Optional<Submission> read(StoredSubmission from) {
        Path copy = archive.place(from.sha256());
        try {
            SourceFile file = new SourceFile(copy, from.file(), from.sha256(), Files.size(copy));
            return intake.read(file, from.period()) instanceof Reading.Read read
                    ? read.submissions().stream()
                            .filter(s -> s.form().equals(from.form())
                                    && s.unit().equals(from.unit())
                                    && s.sheet().sheet().equals(from.sheet()))
                            .findFirst()
                    : Optional.empty();
        } catch (IOException | UncheckedIOException diskDoesNotGiveIt) {
            return Optional.empty();
        }
    }
}

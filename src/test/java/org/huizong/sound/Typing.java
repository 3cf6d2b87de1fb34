package org.huizong.sound;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.intake.parse.Normaliser;
import org.huizong.intake.parse.ParsedValue;
import org.huizong.model.Argument;
import org.huizong.model.CellAddress;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Observation;
import org.huizong.model.Reading;
import org.huizong.model.Severity;
import org.huizong.model.Sha256;
import org.huizong.model.SourceFile;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.huizong.text.Folding;
import org.huizong.validation.Computed;

/** Reads what was typed as if it had stood in the cells of a workbook, value by value in the program's own reading. */
final class Typing {
    private static final int FIRST_ROW = 8;
    private static final int AFTER_THE_END = 3;

    private final Catalogue catalogue;
    private final Normaliser normaliser;
    private final Computed computed;

    Typing(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.normaliser = new Normaliser(catalogue);
        this.computed = new Computed(catalogue);
    }

    /** What reading a return comes to. */
    Reading read(Filled filled) {
        String name = filled.period().code() + "/" + filled.unit() + "-" + filled.form() + ".xlsx";
        SourceFile file = new SourceFile(Path.of(name), name, Sha256.of(name), 16_000);
        CellRef sheet = new CellRef(name, filled.form(), "");
        List<Observation> observations = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        if (catalogue.isRegister(filled.form())) {
            records(filled, sheet, observations, findings);
        } else {
            for (Item item : catalogue.items(filled.form(), filled.period().last())) {
                CellRef cell = sheet.at(new CellAddress(FIRST_ROW + observations.size(), 3));
                observations.add(observation(item, "", filled.values().get(item.code()), cell, findings));
            }
        }
        Submission submission = new Submission(
                filled.unit(),
                filled.form(),
                "1",
                filled.period(),
                Optional.of(saved(filled)),
                sheet,
                observations,
                Map.of(
                        "foot_filler", "何志强",
                        "foot_phone", "13800001234",
                        "foot_date",
                                filled.period().end().plusDays(AFTER_THE_END).toString()),
                findings);
        return new Reading.Read(file, List.of(computed.fill(submission)), List.of());
    }

    private static Instant saved(Filled filled) {
        return filled.period().end().plusDays(AFTER_THE_END).atTime(2, 30).toInstant(ZoneOffset.UTC);
    }

    private void records(Filled filled, CellRef sheet, List<Observation> observations, List<Finding> findings) {
        List<Item> items = catalogue.items(filled.form(), filled.period().last()).stream()
                .filter(i -> !i.isComputed())
                .toList();
        Map<String, Integer> rowOf = new HashMap<>();
        int row = FIRST_ROW;
        for (Map<String, Value> record : filled.records()) {
            row++;
            List<Finding> found = new ArrayList<>();
            Map<Item, Observation> read = new java.util.LinkedHashMap<>();
            for (Item item : items) {
                CellRef cell = sheet.at(new CellAddress(row, items.indexOf(item)));
                Observation one = observation(item, "", record.get(item.code()), cell, found);
                if (!one.value().isMissing() || item.required()) {
                    read.put(item, one);
                }
            }
            String key = key(items, read, row, rowOf, sheet, found);
            found.forEach(f -> findings.add(f.ofRecord(key)));
            read.values().forEach(o -> observations.add(new Observation(o.item(), key, o.value(), o.where())));
        }
        if (filled.records().isEmpty()) {
            observations.add(new Observation("nil", "", Value.of("yes"), sheet));
        }
    }

    /** The key of a record, made as the reading of registers makes it; one that was there before is told. */
    private static String key(
            List<Item> items,
            Map<Item, Observation> read,
            int row,
            Map<String, Integer> rowOf,
            CellRef sheet,
            List<Finding> found) {
        String key = items.stream()
                .filter(Item::key)
                .flatMap(i -> Optional.ofNullable(read.get(i)).stream())
                .map(o -> Folding.key(o.value().show()))
                .collect(Collectors.joining("|"));
        Integer before = rowOf.putIfAbsent(key, row);
        if (before == null) {
            return key;
        }
        found.add(Finding.failed("record.twice", Severity.ERROR, sheet.at(new CellAddress(row, 0)))
                .with("value", Argument.text(key))
                .with("row", Argument.of(before + 1)));
        return key + "#" + row;
    }

    private Observation observation(
            Item item,
            String record,
            @org.jspecify.annotations.Nullable Value typed,
            CellRef cell,
            List<Finding> findings) {
        ParsedValue parsed = normaliser.normalise(Optional.ofNullable(typed).map(Typing::inCell), item, false);
        parsed.finding(item, cell).ifPresent(findings::add);
        return new Observation(item.code(), record, parsed.value(), cell);
    }

    /** A day stands in a cell as a number. */
    private static Value inCell(Value value) {
        return value instanceof Value.Date day
                ? Value.of(day.date().toEpochDay()
                        - java.time.LocalDate.of(1899, 12, 30).toEpochDay())
                : value;
    }
}

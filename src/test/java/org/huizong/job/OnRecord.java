package org.huizong.job;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.demo.Sending;
import org.huizong.layout.Field;
import org.huizong.layout.FormLayout;
import org.huizong.layout.RegisterLayout;
import org.huizong.model.CellAddress;
import org.huizong.model.CellRef;
import org.huizong.model.Observation;
import org.huizong.model.Reading;
import org.huizong.model.SourceFile;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.huizong.text.Folding;
import org.huizong.validation.Computed;

/** What clerks typed as reading would put it on record, without the workbooks: in a tenth of the time. */
final class OnRecord {
    private final Catalogue catalogue;
    private final Computed computed;

    OnRecord(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.computed = new Computed(catalogue);
    }

    /** One workbook, of a name of its own. */
    Reading read(Sending sending) {
        String name = sending.unit().label() + sending.period().code() + (sending.correction() ? "更正" : "");
        String half = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
        SourceFile file = new SourceFile(Path.of(name), name, half + half, 1);
        return new Reading.Read(
                file,
                sending.values().entrySet().stream()
                        .map(form -> catalogue.isRegister(form.getKey())
                                ? register(sending, form.getKey(), form.getValue(), name)
                                : submission(sending, form.getKey(), form.getValue(), name))
                        .toList(),
                List.of());
    }

    private Submission register(Sending sending, String code, Map<String, Value> cells, String file) {
        YearMonth month = sending.period().last();
        var form = catalogue.form(code, month).orElseThrow();
        RegisterLayout layout = RegisterLayout.of(catalogue, form, month);
        List<Observation> observations = new ArrayList<>();
        String key = layout.keys().get(0).code();
        for (int number = 1; cells.containsKey(key + "#" + number); number++) {
            String record = Folding.key(cells.get(key + "#" + number).show());
            int row = layout.firstRecordRow() + number - 1;
            for (Item item : layout.items()) {
                CellAddress at = new CellAddress(row, layout.column(item.code()).orElseThrow());
                Value cell = cells.getOrDefault(item.code() + "#" + number, Value.Gap.BLANK);
                observations.add(new Observation(
                        item.code(), record, value(item, cell), new CellRef(file, form.label(), at.text())));
            }
            Value said = cells.getOrDefault(RegisterLayout.EXPLAIN + "#" + number, Value.Gap.BLANK);
            if (!said.isMissing()) {
                CellAddress at = new CellAddress(row, layout.explainColumn());
                observations.add(new Observation(
                        RegisterLayout.EXPLAIN, record, said, new CellRef(file, form.label(), at.text())));
            }
        }
        Value nil = cells.getOrDefault(Field.NIL.definedName(), Value.Gap.BLANK);
        if (!nil.isMissing()) {
            observations.add(new Observation(
                    Field.NIL.definedName(), "", Value.of("yes"), new CellRef(file, form.label(), "I3")));
        }
        return new Submission(
                sending.unit().code(),
                code,
                form.version(),
                sending.period(),
                Optional.of(sending.saved()),
                new CellRef(file, form.label(), ""),
                observations,
                Map.of(),
                List.of());
    }

    private Submission submission(Sending sending, String code, Map<String, Value> cells, String file) {
        YearMonth month = sending.period().last();
        var form = catalogue.form(code, month).orElseThrow();
        FormLayout layout = FormLayout.of(catalogue, form, month);
        List<Observation> observations = new ArrayList<>();
        for (Item item : layout.items()) {
            CellAddress at = layout.cell(item.code()).orElseThrow();
            observations.add(new Observation(
                    item.code(),
                    "",
                    value(item, cells.getOrDefault(item.code(), Value.Gap.BLANK)),
                    new CellRef(file, form.label(), at.text())));
        }
        layout.explanations().forEach((rule, at) -> {
            Value text = cells.getOrDefault("explain." + rule, Value.Gap.BLANK);
            if (!text.isMissing()) {
                observations.add(
                        new Observation("explain." + rule, "", text, new CellRef(file, form.label(), at.text())));
            }
        });
        Submission submission = computed.fill(new Submission(
                sending.unit().code(),
                code,
                form.version(),
                sending.period(),
                Optional.of(sending.saved()),
                new CellRef(file, form.label(), ""),
                observations,
                Map.of(),
                List.of()));
        return new Submission(
                submission.unit(),
                submission.form(),
                submission.version(),
                submission.period(),
                submission.saved(),
                submission.sheet(),
                submission.observations(),
                submission.signature(),
                List.of());
    }

    private Value value(Item item, Value cell) {
        return catalogue.choices(item.choices()).stream()
                .filter(c -> cell.equals(Value.of(c.label())))
                .map(c -> Value.of(c.code()))
                .findFirst()
                .orElse(cell);
    }
}

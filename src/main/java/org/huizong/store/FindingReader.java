package org.huizong.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huizong.model.Argument;
import org.huizong.model.Derivation;
import org.huizong.model.Finding;
import org.huizong.model.Ground;
import org.huizong.model.Period;
import org.huizong.model.Reason;
import org.huizong.model.Remark;
import org.huizong.model.Subject;
import org.huizong.model.Value;

/** Reads what {@link FindingJson} writes. */
final class FindingReader {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser json;
    private final Same same;

    private FindingReader(JsonParser json, Same same) {
        this.json = json;
        this.same = same;
    }

    /**
     * The finding with what was written of it.
     *
     * @param bare rule, severity and place
     * @param same keeps one of what is equal in many findings
     * @throws IllegalStateException if the text is something else
     */
    static Finding read(Finding bare, String text, Same same) {
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            return new FindingReader(json, same).finding(bare);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("the store holds a finding that cannot be read: " + text, e);
        }
    }

    private Finding finding(Finding bare) throws IOException {
        Finding finding = bare;
        List<Ground> grounds = List.of();
        Optional<BigDecimal> days = Optional.empty();
        Optional<Reason> undecided = Optional.empty();
        String unit = "";
        String form = "";
        String item = "";
        String record = "";
        while (nextField()) {
            switch (json.currentName()) {
                case FindingJson.UNIT -> unit = json.nextTextValue();
                case FindingJson.FORM -> form = json.nextTextValue();
                case FindingJson.ITEM -> item = json.nextTextValue();
                case FindingJson.RECORD -> record = json.nextTextValue();
                case FindingJson.ARGUMENTS -> finding = finding.with(arguments());
                case FindingJson.GROUNDS -> grounds = grounds();
                case FindingJson.PARTS -> arguments();
                case FindingJson.UNDECIDED -> undecided = Optional.of(reason());
                case FindingJson.NOTHING -> finding = finding.with(new Remark.EmptyExplanation(json.nextTextValue()));
                case FindingJson.HIDDEN ->
                    finding = finding.with(
                            new Remark.HiddenSheet(json.nextTextValue().equals(FindingJson.DEEP)));
                case FindingJson.DAYS -> {
                    json.nextToken();
                    days = Optional.of(json.getDecimalValue());
                }
                default -> throw unknown();
            }
        }
        return finding.about(same.of(new Subject(same.of(unit), same.of(form), same.of(item), same.of(record))))
                .by(same.of(new Derivation(undecided, grounds, days)));
    }

    private boolean nextField() throws IOException {
        return json.nextToken() == JsonToken.FIELD_NAME;
    }

    private IllegalArgumentException unknown() throws IOException {
        return new IllegalArgumentException("nothing is known of " + json.getText());
    }

    private Map<String, Argument> arguments() throws IOException {
        Map<String, Argument> arguments = new TreeMap<>();
        json.nextToken();
        while (nextField()) {
            String name = json.currentName();
            json.nextToken();
            arguments.put(same.of(name), same.of(argument()));
        }
        return arguments;
    }

    private List<Ground> grounds() throws IOException {
        List<Ground> grounds = new ArrayList<>();
        json.nextToken();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            grounds.add(ground());
        }
        return grounds;
    }

    private Ground ground() throws IOException {
        String fact = "";
        Optional<BigDecimal> left = Optional.empty();
        Optional<BigDecimal> right = Optional.empty();
        while (nextField()) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case FindingJson.FACT -> fact = json.getText();
                case FindingJson.LEFT -> left = Optional.of(json.getDecimalValue());
                case FindingJson.RIGHT -> right = Optional.of(json.getDecimalValue());
                default -> throw unknown();
            }
        }
        return new Ground(fact, left, right);
    }

    /** The argument that begins at the current token. */
    private Argument argument() throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> Argument.text(json.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Argument.of(json.getDecimalValue());
            case VALUE_TRUE, VALUE_FALSE -> Argument.of(new Value.Logical(json.getBooleanValue()));
            case START_ARRAY -> {
                List<Argument> ones = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    ones.add(argument());
                }
                yield new Argument.Several(ones);
            }
            case START_OBJECT -> {
                json.nextToken();
                String kind = json.currentName();
                json.nextToken();
                Argument argument = argument(kind);
                json.nextToken();
                yield argument;
            }
            default -> throw unknown();
        };
    }

    private Argument argument(String kind) throws IOException {
        return switch (kind) {
            case FindingJson.NAME -> Argument.name(json.getText());
            case FindingJson.CODE -> Argument.code(json.getText());
            case FindingJson.DAY -> Argument.of(LocalDate.parse(json.getText()));
            case FindingJson.PERIOD -> Argument.of(Period.parse(json.getText()));
            case FindingJson.CHOICES -> new Argument.ChoicesOf(json.getText());
            case FindingJson.BASELINE -> new Argument.OfBaseline(argument());
            default -> throw unknown();
        };
    }

    /** A reason: one field, whose name says which. */
    private Reason reason() throws IOException {
        json.nextToken();
        json.nextToken();
        String kind = json.currentName();
        json.nextToken();
        Reason reason = switch (kind) {
            case FindingJson.MISSING -> new Reason.Missing(lacks());
            case FindingJson.REGISTER -> new Reason.NoRegister(texts());
            case FindingJson.TEXT -> new Reason.NoNumber(texts());
            case FindingJson.UNCORRECTED -> new Reason.Uncorrected(texts());
            case FindingJson.ZERO -> new Reason.DivisionByZero(json.getText());
            case FindingJson.CALENDAR ->
                new Reason.UnknownYears(texts().stream().map(Integer::valueOf).toList());
            case FindingJson.ERROR -> new Reason.Failure(json.getText());
            default -> throw unknown();
        };
        json.nextToken();
        return reason;
    }

    private List<Reason.Lack> lacks() throws IOException {
        List<Reason.Lack> lacks = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            json.nextToken();
            String name = json.currentName();
            json.nextToken();
            lacks.add(new Reason.Lack(name, texts()));
            json.nextToken();
        }
        return lacks;
    }

    private List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            texts.add(json.getText());
        }
        return texts;
    }
}

package org.huizong.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.model.Argument;
import org.huizong.model.Derivation;
import org.huizong.model.Finding;
import org.huizong.model.Ground;
import org.huizong.model.Reason;
import org.huizong.model.Remark;
import org.huizong.model.Subject;
import org.huizong.model.Value;

/**
 * A finding's subject, arguments, derivation and remarks as one JSON object; what is empty is left out.
 *
 * <p>Of the arguments texts, numbers, verdicts and lists are JSON's own; the others are objects with one field that names
 * their kind, {@code {"period":"2026-10"}}, and so is the reason of what is undecided.
 */
final class FindingJson {
    static final String UNIT = "unit";
    static final String FORM = "form";
    static final String ITEM = "item";
    static final String RECORD = "record";
    static final String ARGUMENTS = "arguments";
    static final String GROUNDS = "grounds";
    static final String FACT = "fact";
    static final String LEFT = "left";
    static final String RIGHT = "right";

    /** What earlier programs wrote in the place of grounds. */
    static final String PARTS = "parts";

    static final String DAYS = "days";
    static final String UNDECIDED = "undecided";
    static final String HIDDEN = "hidden";
    static final String DEEP = "deep";
    static final String NOTHING = "nothing";

    /** Kinds of arguments. */
    static final String NAME = "name";

    static final String CODE = "code";
    static final String DAY = "day";
    static final String PERIOD = "period";
    static final String CHOICES = "choices";
    static final String BASELINE = "baseline";

    /** Kinds of reasons. */
    static final String MISSING = "missing";

    static final String REGISTER = "register";
    static final String TEXT = "text";
    static final String UNCORRECTED = "uncorrected";
    static final String ZERO = "zero";
    static final String CALENDAR = "calendar";
    static final String ERROR = "error";

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final JsonGenerator json;

    private FindingJson(JsonGenerator json) {
        this.json = json;
    }

    /** All of a finding but rule, severity and place. */
    static String write(Finding finding) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            new FindingJson(json).finding(finding);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to memory", e);
        }
        return text.toString();
    }

    private void finding(Finding finding) throws IOException {
        json.writeStartObject();
        subject(finding.subject());
        if (!finding.arguments().isEmpty()) {
            json.writeFieldName(ARGUMENTS);
            arguments(finding.arguments());
        }
        derivation(finding.derivation());
        for (Remark remark : finding.remarks()) {
            if (remark instanceof Remark.EmptyExplanation e) {
                json.writeStringField(NOTHING, e.text());
            } else if (remark instanceof Remark.HiddenSheet h) {
                json.writeStringField(HIDDEN, h.deep() ? DEEP : "menu");
            }
        }
        json.writeEndObject();
    }

    private void subject(Subject subject) throws IOException {
        field(UNIT, subject.unit());
        field(FORM, subject.form());
        field(ITEM, subject.item());
        field(RECORD, subject.record());
    }

    private void field(String name, String text) throws IOException {
        if (!text.isEmpty()) {
            json.writeStringField(name, text);
        }
    }

    private void derivation(Derivation derivation) throws IOException {
        if (!derivation.grounds().isEmpty()) {
            json.writeArrayFieldStart(GROUNDS);
            for (Ground ground : derivation.grounds()) {
                json.writeStartObject();
                json.writeStringField(FACT, ground.fact());
                side(LEFT, ground.left());
                side(RIGHT, ground.right());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (derivation.days().isPresent()) {
            json.writeNumberField(DAYS, derivation.days().get());
        }
        if (derivation.undecided().isPresent()) {
            json.writeObjectFieldStart(UNDECIDED);
            reason(derivation.undecided().get());
            json.writeEndObject();
        }
    }

    private void side(String name, Optional<BigDecimal> number) throws IOException {
        if (number.isPresent()) {
            json.writeNumberField(name, number.get());
        }
    }

    private void reason(Reason reason) throws IOException {
        if (reason instanceof Reason.Missing m) {
            json.writeArrayFieldStart(MISSING);
            for (Reason.Lack lack : m.lacks()) {
                json.writeStartObject();
                texts(lack.name(), lack.units());
                json.writeEndObject();
            }
            json.writeEndArray();
        } else if (reason instanceof Reason.NoRegister r) {
            texts(REGISTER, r.names());
        } else if (reason instanceof Reason.NoNumber n) {
            texts(TEXT, n.names());
        } else if (reason instanceof Reason.Uncorrected u) {
            texts(UNCORRECTED, u.names());
        } else if (reason instanceof Reason.DivisionByZero z) {
            json.writeStringField(ZERO, z.divisor());
        } else if (reason instanceof Reason.UnknownYears y) {
            texts(CALENDAR, y.years().stream().map(String::valueOf).toList());
        } else if (reason instanceof Reason.Failure f) {
            json.writeStringField(ERROR, f.error());
        }
    }

    private void texts(String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private void arguments(Map<String, Argument> arguments) throws IOException {
        json.writeStartObject();
        for (var argument : arguments.entrySet()) {
            json.writeFieldName(argument.getKey());
            argument(argument.getValue());
        }
        json.writeEndObject();
    }

    private void argument(Argument argument) throws IOException {
        if (argument instanceof Argument.Plain p) {
            value(p.value());
        } else if (argument instanceof Argument.Several s) {
            json.writeStartArray();
            for (Argument one : s.ones()) {
                argument(one);
            }
            json.writeEndArray();
        } else {
            json.writeStartObject();
            kind(argument);
            json.writeEndObject();
        }
    }

    private void value(Value value) throws IOException {
        if (value instanceof Value.Quantity n) {
            json.writeNumber(n.number());
        } else if (value instanceof Value.Logical l) {
            json.writeBoolean(l.isTrue());
        } else if (value instanceof Value.Date d) {
            json.writeStartObject();
            json.writeStringField(DAY, d.date().toString());
            json.writeEndObject();
        } else {
            json.writeString(value.show());
        }
    }

    private void kind(Argument argument) throws IOException {
        if (argument instanceof Argument.Name n) {
            json.writeStringField(NAME, n.name());
        } else if (argument instanceof Argument.Code c) {
            json.writeStringField(CODE, c.code());
        } else if (argument instanceof Argument.Span s) {
            json.writeStringField(PERIOD, s.period().code());
        } else if (argument instanceof Argument.ChoicesOf c) {
            json.writeStringField(CHOICES, c.item());
        } else if (argument instanceof Argument.OfBaseline b) {
            json.writeFieldName(BASELINE);
            argument(b.value());
        }
    }
}

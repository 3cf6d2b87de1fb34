package org.huizong.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A finding's arguments as one JSON object of texts, as the versions before 14 kept them. */
final class FlatArguments {
    private static final JsonFactory JSON = new JsonFactory();

    private FlatArguments() {}

    static String write(Map<String, String> arguments) {
        StringWriter text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (var argument : arguments.entrySet()) {
                json.writeStringField(argument.getKey(), argument.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to memory", e);
        }
        return text.toString();
    }

    static SortedMap<String, String> read(String text) {
        SortedMap<String, String> arguments = new TreeMap<>();
        try (var json = JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                arguments.put(name, json.getText());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the store holds arguments that are no JSON: " + text, e);
        }
        return arguments;
    }
}

package org.huizong.docx;

import java.util.Map;

/**
 * One thing wrong in a text.
 *
 * @param part what of the file it is in, such as {@code header1}; empty for the text itself
 * @param paragraph its number among those with words, in tables too, from 1
 * @param words the words there
 * @param kind key of what is wrong
 * @param arguments values for the sentence by name
 */
public record Flaw(String part, int paragraph, String words, String kind, Map<String, String> arguments) {
    public Flaw {
        arguments = Map.copyOf(arguments);
    }
}

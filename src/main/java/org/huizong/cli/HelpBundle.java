package org.huizong.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import org.huizong.wording.MessageBundle;
import org.jspecify.annotations.Nullable;

/** The help texts of picocli's model, from the wording room's keys that begin with {@code help.}. */
final class HelpBundle extends ResourceBundle {
    private final MessageBundle words;

    HelpBundle(MessageBundle words) {
        this.words = words;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return words.has("help." + key) ? words.text("help." + key) : null;
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(words.keys("help."));
    }
}

package org.huizong.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huizong.wording.MessageBundle;
import org.jspecify.annotations.Nullable;

/** The help texts of picocli's model, from the wording room's keys that begin with {@code help.}. */
final class HelpBundle extends ResourceBundle {
    private static final Pattern PROGRAM = Pattern.compile("\\b" + Invocation.PROGRAM + " (?=[a-z])");

    private final MessageBundle words;
    private final String name;

    /** Help about a program that was called by that name. */
    HelpBundle(MessageBundle words, String name) {
        this.words = words;
        this.name = name;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        String plain = key.startsWith(name + '.') ? Invocation.PROGRAM + key.substring(name.length()) : key;
        // picocli reads the texts as formats
        String called = Matcher.quoteReplacement(name.replace("%", "%%") + ' ');
        return words.has("help." + plain)
                ? PROGRAM.matcher(words.text("help." + plain)).replaceAll(called)
                : null;
    }

    @Override
    public Enumeration<String> getKeys() {
        // picocli puts the name of the program before the keys of its commands
        String plain = Invocation.PROGRAM + '.';
        return Collections.enumeration(words.keys("help.").stream()
                .map(key -> key.startsWith(plain) ? name + '.' + key.substring(plain.length()) : key)
                .toList());
    }
}

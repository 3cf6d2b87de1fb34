package org.huizong.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a sentence says in brackets: it is left out where all that it would show is lacking. */
final class Brackets {
    private static final Pattern GROUP = Pattern.compile(" ?([(（])([^()（）]*\\{[^()（）]*)([)）])");
    private static final Pattern SEPARATOR = Pattern.compile("(?<=[,，、;；])");

    private Brackets() {}

    /** The pattern without the parts in brackets whose places are all lacking, and without brackets that are empty then. */
    static String without(String pattern, Predicate<String> lacking) {
        Matcher group = GROUP.matcher(pattern);
        StringBuilder kept = new StringBuilder();
        while (group.find()) {
            group.appendReplacement(kept, Matcher.quoteReplacement(group(group, lacking)));
        }
        return group.appendTail(kept).toString();
    }

    private static String group(Matcher group, Predicate<String> lacking) {
        List<String> parts = List.of(SEPARATOR.split(group.group(2)));
        List<String> left = new ArrayList<>(parts);
        left.removeIf(part -> {
            List<String> places = MessageBundle.places(part);
            return !places.isEmpty() && places.stream().allMatch(lacking);
        });
        if (left.equals(parts)) {
            return group.group();
        }
        String text = String.join("", left).strip();
        String open = group.group().substring(0, group.group().indexOf(group.group(1)) + 1);
        return text.isEmpty() ? "" : open + SEPARATOR_AT_END.matcher(text).replaceFirst("") + group.group(3);
    }

    private static final Pattern SEPARATOR_AT_END = Pattern.compile("[,，、;；]$");
}

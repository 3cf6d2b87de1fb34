package org.huizong.store;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huizong.model.IdentityNumber;
import org.huizong.model.Masking;
import org.huizong.text.Folding;
import org.huizong.text.Letters;

/**
 * What one submission says of persons, found again in its other texts however it is spaced, joined or wide.
 *
 * <p>What would hide more than it protects is not looked for: a single character, which is no more than a masked name
 * shows; a number below five digits; what everybody is called in public, such as a village or a word of the catalogue, and
 * a name of a person where it is a part of such a word. A citizen's number is known by itself, in any text.
 */
final class PersonalTexts {
    private static final int LEAST = 2;
    private static final int LEAST_DIGITS = 5;
    private static final int LEAST_LATIN = 3;
    private static final int CITIZEN = 18;

    /** Several persons in one cell, or a name with its number. */
    private static final Pattern PARTS = Pattern.compile(
            "[、,\uFF0C;\uFF1B/\uFF0F()\uFF08\uFF09:\uFF1A\\n]+" + "|(?<=\\p{IsHan})(?=\\+?\\d)|(?<=\\d)(?=\\p{IsHan})");

    private static final Pattern SPACES = Pattern.compile("[\\s\\u3000\\u00a0]+");
    /** A mobile number as it is written for callers from abroad. */
    private static final Pattern ABROAD = Pattern.compile("(?:\\+|00)?86(1\\d{10})");

    private static final Pattern MOBILE = Pattern.compile("1\\d{10}");
    private static final Set<String> PREFIXES = Set.of("0", "86", "086", "0086");
    private static final int LONGEST_PREFIX = 4;

    /** What follows a name in its cell. */
    private static final Pattern AFTER = Pattern.compile("(?<=\\p{IsHan}{2})(?:等|等人|等户|先生|女士|同志)$");

    /** The longest that is looked for: no name, number or address is longer. */
    private static final int MOST = 200;

    private static final SortedSet<Integer> NONE = Collections.emptySortedSet();

    private final Words words;
    private final NavigableMap<String, Letters> known = new TreeMap<>();
    /** How long those are that begin with a letter, the longest first. */
    private final Map<Integer, SortedSet<Integer>> sizes = new HashMap<>();

    PersonalTexts(Collection<String> values, Words words) {
        this.words = words;
        for (String value : values) {
            add(AFTER.matcher(value.strip()).replaceFirst(""));
            for (String part : PARTS.split(value, -1)) {
                String bare = AFTER.matcher(part.strip()).replaceFirst("");
                add(bare);
                String[] apart = SPACES.split(bare, -1);
                if (apart.length > 1 && List.of(apart).stream().allMatch(a -> a.length() >= LEAST)) {
                    List.of(apart).forEach(this::add);
                }
            }
        }
    }

    private void add(String text) {
        Letters letters = Letters.of(text);
        String bare = letters.toString();
        boolean digits = bare.chars().anyMatch(Character::isDigit) && isPlain(bare);
        int least = digits ? LEAST_DIGITS : isPlain(bare) ? LEAST_LATIN : LEAST;
        if (letters.size() >= least && letters.size() <= MOST && !words.isPublic(bare)) {
            known.putIfAbsent(bare, letters);
            sizes.computeIfAbsent(letters.at(0), c -> new TreeSet<>(Comparator.reverseOrder()))
                    .add(letters.size());
        }
        Matcher abroad = ABROAD.matcher(bare);
        if (abroad.matches()) {
            add(abroad.group(1));
        }
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /** Whether a text holds anything of a person. */
    boolean isIn(String text) {
        return !masked(text).equals(text);
    }

    /** The text with all that is about persons masked. */
    String masked(String text) {
        Letters letters = Letters.of(text);
        if (words.isPublic(letters.toString())) {
            return text;
        }
        StringBuilder masked = new StringBuilder();
        boolean isCut = text.endsWith(Folding.CUT);
        int kept = 0;
        int at = 0;
        while (at < letters.size()) {
            int length = length(letters, at);
            if (length == 0 && isCut && isBegun(letters, at)) {
                length = letters.size() - at;
            }
            if (length > 0) {
                int end = letters.end(at + length - 1);
                masked.append(text, kept, letters.start(at))
                        .append(Masking.mask(text.substring(letters.start(at), end)));
                kept = end;
            }
            at += Math.max(1, length);
        }
        return kept == 0 ? text : masked.append(text, kept, text.length()).toString();
    }

    /** How many letters from there on are about a person; 0 if none are. */
    private int length(Letters letters, int at) {
        for (int size : sizes.getOrDefault(letters.at(at), NONE)) {
            Optional<Letters> one = at + size > letters.size()
                    ? Optional.empty()
                    : Optional.ofNullable(known.get(letters.text(at, size)));
            if (one.filter(o -> stands(letters, at, o)).isPresent()) {
                return size;
            }
        }
        return isCitizen(letters, at) ? CITIZEN : 0;
    }

    /** Tells whether the rest is the beginning of what is about a person, of which the end was cut off. */
    private boolean isBegun(Letters letters, int at) {
        String rest = letters.text(at, letters.size() - at);
        boolean stands = isHan(letters.at(at)) || !continues(letters, at);
        boolean number = rest.length() >= LEAST_DIGITS && rest.chars().allMatch(Character::isDigit);
        String next = known.ceilingKey(rest);
        return stands && (number || (rest.length() >= LEAST && next != null && next.startsWith(rest)));
    }

    /** A word of Latin letters or a number stands by itself; a Chinese name stands anywhere but in a public word. */
    private boolean stands(Letters letters, int at, Letters one) {
        int end = at + one.size();
        if (isHan(one.at(0))) {
            return !words.cover(letters, at, one);
        }
        return (!continues(letters, at) || isDialled(letters, at, one))
                && !(letters.joins(end) && continues(letters.at(end), one.at(one.size() - 1)));
    }

    private static boolean continues(Letters letters, int at) {
        return letters.joins(at) && continues(letters.at(at - 1), letters.at(at));
    }

    /** Tells whether it is a mobile number behind what is dialled before one: 0, 86, 0086. */
    private static boolean isDialled(Letters letters, int at, Letters one) {
        int first = at;
        while (continues(letters, first) && at - first <= LONGEST_PREFIX) {
            first--;
        }
        return MOBILE.matcher(one.toString()).matches() && PREFIXES.contains(letters.text(first, at - first));
    }

    private static boolean isHan(int c) {
        return Character.isIdeographic(c);
    }

    private static boolean continues(int next, int last) {
        return Character.isDigit(last) ? Character.isDigit(next) : Character.isLetter(next) && !isHan(next);
    }

    private static boolean isCitizen(Letters letters, int at) {
        if (at + CITIZEN > letters.size() || (letters.joins(at) && Character.isDigit(letters.at(at - 1)))) {
            return false;
        }
        StringBuilder number = new StringBuilder(CITIZEN);
        for (int i = at; i < at + CITIZEN; i++) {
            int c = letters.at(i);
            if (!(c >= '0' && c <= '9') && c != 'x') {
                return false;
            }
            number.append(c == 'x' ? 'X' : (char) c);
        }
        boolean goesOn = letters.joins(at + CITIZEN) && Character.isDigit(letters.at(at + CITIZEN));
        return !goesOn && IdentityNumber.isCitizen(number.toString());
    }

    /** Words that everybody may read: those of the catalogue, and those that stand in for a name. */
    static final class Words {
        private static final Set<String> NOBODY = Set.of(
                "匿名", "不详", "未知", "无名", "无名氏", "保密", "本人", "个人", "集体", "多人", "群众", "村民", "居民", "业主", "住户", "家属", "法人",
                "单位", "企业", "公司", "当事人", "信访人", "举报人", "申请人", "负责人", "经营者", "同上", "同前", "同左", "略", "没有", "暂无", "若干",
                "详见附件", "见附件");

        private final Set<String> whole;
        private final Map<String, List<String>> holding = new ConcurrentHashMap<>();

        /** The words of a catalogue. */
        Words(Collection<String> labels) {
            Set<String> folded = new HashSet<>();
            labels.forEach(label -> folded.add(Letters.of(label).toString()));
            NOBODY.forEach(word -> folded.add(Letters.of(word).toString()));
            folded.remove("");
            this.whole = Set.copyOf(folded);
        }

        boolean isPublic(String letters) {
            return whole.contains(letters);
        }

        /** Whether what stands there is a part of a longer word of the catalogue. */
        boolean cover(Letters letters, int at, Letters one) {
            String part = one.toString();
            for (String word : holding.computeIfAbsent(part, this::holding)) {
                for (int in = word.indexOf(part); in >= 0; in = word.indexOf(part, in + 1)) {
                    if (letters.has(at - in, Letters.of(word))) {
                        return true;
                    }
                }
            }
            return false;
        }

        private List<String> holding(String part) {
            return whole.stream()
                    .filter(word -> word.length() > part.length() && word.contains(part))
                    .sorted()
                    .toList();
        }
    }
}

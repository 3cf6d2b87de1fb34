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
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import org.huizong.model.Masking;
import org.huizong.text.Folding;
import org.huizong.text.Letters;

/**
 * What one submission says of persons, found again in its other texts however it is spaced, joined or wide.
 *
 * <p>What would hide more than it protects is not looked for: a single character, which is no more than a masked name
 * shows; a number below five digits; what everybody is called in public, such as a village or a word of the catalogue, and
 * a name of a person where it is a part of such a word. Numbers of citizens and mobile numbers are known by themselves, in any
 * text.
 */
final class PersonalTexts {
    private static final int LEAST = 2;
    private static final int LEAST_DIGITS = 5;
    private static final int LEAST_LATIN = 3;
    /** A space that has no width. */
    private static final String INVISIBLE = "\u200b";

    private static final Pattern BRACKETS = Pattern.compile("[()\uFF08\uFF09]");
    private static final Pattern OPEN = Pattern.compile("[(\uFF08]");

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
            PersonalParts.of(value).forEach(this::add);
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
        PersonalNumbers.withoutPrefix(bare).ifPresent(this::add);
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
        String masked = masked(text, letters, at -> length(letters, text, at));
        if (!BRACKETS.matcher(masked).find()) {
            return masked;
        }
        Letters digits = Letters.of(BRACKETS.matcher(masked).replaceAll(INVISIBLE));
        return masked(masked, digits, at -> Character.isDigit(digits.at(at)) ? length(digits, masked, at) : 0);
    }

    private String masked(String text, Letters letters, IntUnaryOperator lengths) {
        StringBuilder masked = new StringBuilder();
        boolean isCut = text.endsWith(Folding.CUT);
        int kept = 0;
        int at = 0;
        while (at < letters.size()) {
            int length = lengths.applyAsInt(at);
            if (length == 0 && isCut && isBegun(letters, at)) {
                length = letters.size() - at;
            }
            if (length > 0) {
                int start = letters.start(at);
                int end = letters.end(at + length - 1);
                String one = text.substring(start, end);
                boolean isOpened = start > kept
                        && OPEN.matcher(text.substring(start - 1, start)).matches();
                String bare = BRACKETS.matcher(one).replaceAll("");
                masked.append(text, kept, isOpened && !bare.equals(one) ? start - 1 : start)
                        .append(Masking.mask(bare));
                kept = end;
            }
            at += Math.max(1, length);
        }
        return kept == 0 ? text : masked.append(text, kept, text.length()).toString();
    }

    /** How many letters from there on are about a person; 0 if none are. */
    private int length(Letters letters, String text, int at) {
        for (int size : sizes.getOrDefault(letters.at(at), NONE)) {
            Optional<Letters> one = at + size > letters.size()
                    ? Optional.empty()
                    : Optional.ofNullable(known.get(letters.text(at, size)));
            if (one.filter(o -> stands(letters, at, o)).isPresent()) {
                return size;
            }
        }
        return PersonalNumbers.length(letters, text, at);
    }

    /** Tells whether the rest is the beginning of what is about a person, of which the end was cut off. */
    private boolean isBegun(Letters letters, int at) {
        String rest = letters.text(at, letters.size() - at);
        boolean stands = isHan(letters.at(at)) || !continues(letters, at);
        String next = known.ceilingKey(rest);
        return stands
                && (PersonalNumbers.isBegun(rest) || (rest.length() >= LEAST && next != null && next.startsWith(rest)));
    }

    /** A word of Latin letters or a number stands by itself; a Chinese name stands anywhere but in a public word. */
    private boolean stands(Letters letters, int at, Letters one) {
        int end = at + one.size();
        if (isHan(one.at(0))) {
            return !words.cover(letters, at, one);
        }
        return (!continues(letters, at) || PersonalNumbers.isDialled(letters, at, one.toString()))
                && !(letters.joins(end) && continues(letters.at(end), one.at(one.size() - 1)));
    }

    private static boolean continues(Letters letters, int at) {
        return letters.joins(at) && continues(letters.at(at - 1), letters.at(at));
    }

    private static boolean isHan(int c) {
        return Character.isIdeographic(c);
    }

    private static boolean continues(int next, int last) {
        return Character.isDigit(last) ? Character.isDigit(next) : Character.isLetter(next) && !isHan(next);
    }

    /** Words that everybody may read: those of the catalogue, and those that stand in for a name. */
    static final class Words {
        private static final Set<String> NOBODY = Set.of(
                "匿名", "不详", "未知", "无名", "无名氏", "保密", "本人", "个人", "集体", "多人", "群众", "村民", "居民", "业主", "住户", "家属", "法人",
                "单位", "企业", "公司", "当事人", "信访人", "举报人", "申请人", "负责人", "经营者", "他人", "其他", "其妻", "其夫", "其子", "其女", "妻子",
                "丈夫", "儿子", "女儿", "父亲", "母亲", "一名", "两名", "多名", "某某", "汉族", "出生", "年生", "月生", "日生", "同上", "同前", "同左",
                "略", "没有", "暂无", "若干", "详见附件", "见附件");

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

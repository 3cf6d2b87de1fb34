package org.huizong.model;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huizong.text.Folding;

/** What is kept and shown of a personal value: enough to recognise it by, not enough to use it. */
public final class Masking {
    private static final Pattern PHONE = Pattern.compile("(?:\\+|00)?(?:86)?(1\\d{2})\\d{4}(\\d{4})");
    /** A word of Latin letters alone is a name. */
    private static final Pattern NUMBER = Pattern.compile("\\+?(?=.*\\d)[0-9A-Za-z-]{6,}");

    private static final Pattern JOINTS = Pattern.compile("[\\s\\p{Pd}]");
    private static final Set<String> COMPOUND_SURNAMES =
            Set.of("欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "夏侯", "令狐", "端木", "长孙");
    private static final int LAST_DIGITS = 4;

    private Masking() {}

    /**
     * The masked text: 138****5678 for a mobile phone, the last four characters of any other number, the surname of a
     * name, the first letter of one in Latin letters. Spaces, width and hyphens make no difference.
     */
    public static String mask(String text) {
        String bare = Folding.halfWidth(text);
        if (bare.isEmpty()) {
            return "";
        }
        Matcher phone = PHONE.matcher(JOINTS.matcher(bare).replaceAll(""));
        if (phone.matches()) {
            return phone.group(1) + "****" + phone.group(2);
        }
        String number = bare.replace(" ", "");
        if (NUMBER.matcher(number).matches()) {
            return "*".repeat(number.length() - LAST_DIGITS) + number.substring(number.length() - LAST_DIGITS);
        }
        String name = Folding.unspaced(bare);
        boolean compound = name.length() > 2 && COMPOUND_SURNAMES.contains(name.substring(0, 2));
        return name.substring(0, name.offsetByCodePoints(0, 1) + (compound ? 1 : 0)) + "*";
    }
}

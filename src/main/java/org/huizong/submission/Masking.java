package org.huizong.submission;

import java.util.Set;
import java.util.regex.Pattern;

/** What is kept and shown of a personal value: enough to recognise it by, not enough to use it. */
public final class Masking {
    private static final Pattern PHONE = Pattern.compile("1\\d{10}");
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z-]{6,}");
    private static final Set<String> COMPOUND_SURNAMES =
            Set.of("欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "夏侯", "令狐", "端木", "长孙");
    private static final int LAST_DIGITS = 4;

    private Masking() {}

    /**
     * The masked text: 138****5678 for a mobile phone, the last four characters of any other number, the surname of a
     * name.
     */
    public static String mask(String text) {
        String bare = text.strip();
        if (bare.isEmpty()) {
            return "";
        }
        if (PHONE.matcher(bare).matches()) {
            return bare.substring(0, 3) + "****" + bare.substring(7);
        }
        if (NUMBER.matcher(bare).matches()) {
            return "*".repeat(bare.length() - LAST_DIGITS) + bare.substring(bare.length() - LAST_DIGITS);
        }
        boolean compound = bare.length() > 2 && COMPOUND_SURNAMES.contains(bare.substring(0, 2));
        return bare.substring(0, bare.offsetByCodePoints(0, 1) + (compound ? 1 : 0)) + "*";
    }
}

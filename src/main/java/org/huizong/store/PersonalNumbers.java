package org.huizong.store;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huizong.model.IdentityNumber;
import org.huizong.text.Letters;

/**
 * Numbers that are known to be a person's by themselves, in any text: those of citizens, of 18 digits and of the 15 that
 * they had until 1999, and those of mobile telephones.
 *
 * <p>A number that stands in a longer one is none of them, nor are the decimals of a figure and the number of a case.
 */
final class PersonalNumbers {
    private static final int CITIZEN = 18;
    private static final int OLD_CITIZEN = 15;
    private static final int MOBILE = 11;

    /** How people part the digits of a mobile number, and of an old citizen's number. */
    private static final Set<String> MOBILE_GROUPS = Set.of("11", "3 4 4", "3 8", "7 4", "4 4 3", "4 3 4");

    private static final Set<String> OLD_GROUPS = Set.of("15", "6 6 3", "6 9");

    private static final Pattern IS_MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern IS_LOCAL = Pattern.compile("[2-8]\\d{6,7}");
    private static final Set<String> DIALLED = Set.of("0", "86", "086", "0086");
    private static final Pattern AREA = Pattern.compile("0(?:10|2\\d|[3-9]\\d{2})");

    /** A mobile number as it is written for callers from abroad, or another with its area. */
    private static final Pattern PREFIXED = Pattern.compile("(?:\\+|00)?86(1\\d{10})|" + AREA + "(" + IS_LOCAL + ")");

    private static final int LONGEST_PREFIX = 4;

    /** What stands before the number of a case or a document, and not before that of a telephone. */
    private static final Pattern NUMBERED = Pattern.compile(
            "(?:[〔\\[【(（]\\d{4}[〕\\]】)）]|第|№)\\s*$|[a-z](?<!tel|phone|mobile|cell)$", Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBER_OF = Pattern.compile("\\s*(?:号(?!码)|[a-zA-Z]).*", Pattern.DOTALL);
    private static final int BEFORE = 8;

    /** A figure goes on, or began before. */
    private static final Pattern FRACTION_BEFORE = Pattern.compile(".*\\d[.,]$", Pattern.DOTALL);

    private static final Pattern FRACTION_AFTER = Pattern.compile("[.,]\\d.*", Pattern.DOTALL);

    /** The beginning of a citizen's number: a region, then a day of this century or the last, or of the last alone. */
    private static final Pattern CITIZEN_BEGUN = Pattern.compile(IdentityNumber.REGION
            + "(?:|1|2|(?:19|20)\\d{0,2}|(?:19|20)\\d{2}PART|(?:19|20)\\d{2}DAY\\d{0,3}|[3-9]\\d?|[3-9]\\dPART|[3-9]\\dDAY\\d{0,2})"
                    .replace("PART", "(?:[01]|(?:0[1-9]|1[0-2])[0-3]?)")
                    .replace("DAY", "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])"));

    private static final Pattern MOBILE_BEGUN = Pattern.compile("(?:0|0{0,2}86)?1[3-9]\\d{1,9}");
    private static final int LEAST_BEGUN = 5;

    private PersonalNumbers() {}

    /** A telephone number without the country or the area, which people of the place leave out; empty if it has neither. */
    static Optional<String> withoutPrefix(String number) {
        Matcher prefixed = PREFIXED.matcher(number);
        return prefixed.matches()
                ? Optional.ofNullable(prefixed.group(1)).or(() -> Optional.of(prefixed.group(2)))
                : Optional.empty();
    }

    /** How many letters from there on are such a number; 0 if none are. */
    static int length(Letters letters, String text, int at) {
        if (isCitizen(letters, at)) {
            return CITIZEN;
        }
        if (isDigits(letters, at, MOBILE)
                && IS_MOBILE.matcher(letters.text(at, MOBILE)).matches()
                && stands(letters, text, at, MOBILE, MOBILE_GROUPS)) {
            return MOBILE;
        }
        return isDigits(letters, at, OLD_CITIZEN)
                        && IdentityNumber.isOldCitizen(letters.text(at, OLD_CITIZEN))
                        && stands(letters, text, at, OLD_CITIZEN, OLD_GROUPS)
                ? OLD_CITIZEN
                : 0;
    }

    /** Whether digits may be the beginning of such a number, of which the end was cut off. */
    static boolean isBegun(String digits) {
        return digits.length() >= LEAST_BEGUN
                && (MOBILE_BEGUN.matcher(digits).matches()
                        || CITIZEN_BEGUN.matcher(digits).matches());
    }

    /** Whether a number stands behind what is dialled before it: 0 or 86 before a mobile one, the area before another. */
    static boolean isDialled(Letters letters, int at, String number) {
        int first = at;
        while (goesOn(letters, first) && at - first <= LONGEST_PREFIX) {
            first--;
        }
        String before = letters.text(first, at - first);
        return IS_MOBILE.matcher(number).matches()
                ? DIALLED.contains(before)
                : IS_LOCAL.matcher(number).matches() && AREA.matcher(before).matches();
    }

    private static boolean isCitizen(Letters letters, int at) {
        if (at + CITIZEN > letters.size()
                || goesOn(letters, at)
                || !isDigits(letters, at, CITIZEN - 1)
                || !(isDigit(letters.at(at + CITIZEN - 1)) || letters.at(at + CITIZEN - 1) == 'x')
                || goesOn(letters, at + CITIZEN)) {
            return false;
        }
        return IdentityNumber.isCitizen(letters.text(at, CITIZEN).replace('x', 'X'));
    }

    private static boolean stands(Letters letters, String text, int at, int count, Set<String> groups) {
        boolean begins = !goesOn(letters, at) || (count == MOBILE && isDialled(letters, at, letters.text(at, count)));
        return begins
                && !goesOn(letters, at + count)
                && groups.contains(groups(letters, text, at, count))
                && !isOfAnother(text, letters.start(at), letters.end(at + count - 1));
    }

    /** Whether the digit there has another before it, with nothing between them. */
    private static boolean goesOn(Letters letters, int at) {
        return letters.joins(at) && isDigit(letters.at(at)) && isDigit(letters.at(at - 1));
    }

    private static boolean isOfAnother(String text, int start, int end) {
        String before = text.substring(Math.max(0, start - BEFORE), start);
        String after = text.substring(end, Math.min(text.length(), end + BEFORE));
        return FRACTION_BEFORE.matcher(before).matches()
                || FRACTION_AFTER.matcher(after).matches()
                || NUMBERED.matcher(before).find()
                || NUMBER_OF.matcher(after).matches();
    }

    /** How many digits stand together, each time; empty if a dot parts them, as in a figure. */
    private static String groups(Letters letters, String text, int at, int count) {
        StringBuilder groups = new StringBuilder();
        int together = 1;
        for (int i = at + 1; i < at + count; i++) {
            if (letters.joins(i)) {
                together++;
            } else if (text.substring(letters.end(i - 1), letters.start(i)).indexOf('.') >= 0) {
                return "";
            } else {
                groups.append(together).append(' ');
                together = 1;
            }
        }
        return groups.append(together).toString();
    }

    private static boolean isDigits(Letters letters, int at, int count) {
        if (at + count > letters.size()) {
            return false;
        }
        for (int i = at; i < at + count; i++) {
            if (!isDigit(letters.at(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}

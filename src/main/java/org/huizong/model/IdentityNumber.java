package org.huizong.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Checks the numbers of citizens' identity cards (GB 11643-1999) and of organisations (GB 32100-2015). */
public final class IdentityNumber {
    /** The first six digits of a citizen's number as a pattern: a province, and a county of it. */
    public static final String REGION = "(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])\\d{4}";

    private static final Pattern CITIZEN = Pattern.compile("\\d{17}[\\dX]");
    private static final Pattern OLD_CITIZEN = Pattern.compile(REGION + "[3-9]\\d{8}");
    private static final Pattern CREDIT = Pattern.compile("[0-9A-HJ-NP-RTUWXY]{18}");
    private static final int[] CITIZEN_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CITIZEN_CHECKS = "10X98765432";
    private static final String CREDIT_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private IdentityNumber() {}

    /** Whether it has the shape of a citizen's number: 17 digits and a digit or X. */
    public static boolean isCitizenLike(String number) {
        return CITIZEN.matcher(number).matches();
    }

    /** Whether it has the shape of an organisation's code: 18 digits and letters, without I, O, S, V and Z. */
    public static boolean isCreditLike(String number) {
        return CREDIT.matcher(number).matches();
    }

    /** Whether the date inside exists and the last digit is the one the others call for. */
    public static boolean isCitizen(String number) {
        if (!isCitizenLike(number)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < CITIZEN_WEIGHTS.length; i++) {
            sum += CITIZEN_WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return number.charAt(17) == CITIZEN_CHECKS.charAt(sum % 11) && isDay(number.substring(6, 14));
    }

    /**
     * Whether it is a number as citizens had until 1999, of 15 digits: a region, a day of the last century, a number. Years
     * before 1930 are not taken for any: numbers of cases are made in the same way, from the days of this century.
     */
    public static boolean isOldCitizen(String number) {
        return OLD_CITIZEN.matcher(number).matches() && isDay("19" + number.substring(6, 12));
    }

    private static boolean isDay(String digits) {
        try {
            LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Whether the last place is the one the others call for. Some codes in real use fail this. */
    public static boolean isCredit(String code) {
        if (!isCreditLike(code)) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += weight * CREDIT_DIGITS.indexOf(code.charAt(i));
            weight = weight * 3 % 31;
        }
        return CREDIT_DIGITS.indexOf(code.charAt(17)) == (31 - sum % 31) % 31;
    }
}

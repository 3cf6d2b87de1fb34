package org.huizong.template;

/**
 * Folds a record's key by formulas as {@link org.huizong.text.Folding#key} does on arrival: capitals, full-width letters,
 * digits and signs, spaces, the kinds of brackets, 第, and zeros in front of a number make no difference.
 *
 * <p>Not folded are letters in circles and the like, and zeros before 号 without 第 or a year in brackets before them. Two
 * formulas share the work, so that neither is nested deeper than spreadsheet programs take.
 */
final class KeyFolding {
    private static final String WIDE = "ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ０１２３４５６７８９－＿．／";
    private static final String HALF = "abcdefghijklmnopqrstuvwxyz0123456789-_./";
    private static final String SPACES = " \u3000\u00a0\u200b";
    private static final String OPENING = "(（[［【";
    private static final String CLOSING = ")）]］】";
    /** Signs by which MATCH takes many texts for the one it looks for, with those that stand for nothing else. */
    private static final String PATTERN = "?*~";

    private static final String PLAIN = "？＊～";
    /** So many zeros behind a year: two at once, then one, and one. */
    private static final String[] ZEROS = {"〕00", "〕0", "〕0"};

    private KeyFolding() {}

    /** The key in a cell in small letters of half width, without spaces. */
    static String halfWidth(String cell) {
        String text = "LOWER(CLEAN(" + cell + "))";
        for (int i = 0; i < SPACES.length(); i++) {
            text = substitute(text, SPACES.substring(i, i + 1), "");
        }
        return each(text, WIDE, HALF);
    }

    /** The key by which two rows are held against each other, from the cell of that of half width. */
    static String key(String half) {
        String text = substitute("IFERROR(" + withoutZeros(half) + "," + half + ")", "第", "");
        text = each(text, OPENING, "〔".repeat(OPENING.length()));
        text = each(text, CLOSING, "〕".repeat(CLOSING.length()));
        for (String zeros : ZEROS) {
            text = substitute(text, zeros, "〕");
        }
        return each(text, PATTERN, PLAIN);
    }

    /** 第009号 as 第9号; an error if it has no such number. Zeros in front keep 01-2 from being read as a day. */
    private static String withoutZeros(String half) {
        String from = "FIND(\"第0\"," + half + ")";
        String number = "MID(" + half + "," + from + "+1,FIND(\"号\"," + half + "," + from + ")-" + from + "-1)";
        return "SUBSTITUTE(" + half + ",\"第\"&" + number + ",(\"00\"&" + number + ")*1)";
    }

    private static String each(String text, String signs, String others) {
        String all = text;
        for (int i = 0; i < signs.length(); i++) {
            all = substitute(all, signs.substring(i, i + 1), others.substring(i, i + 1));
        }
        return all;
    }

    private static String substitute(String text, String sign, String by) {
        return "SUBSTITUTE(" + text + "," + Excel.literal(sign) + "," + Excel.literal(by) + ")";
    }
}

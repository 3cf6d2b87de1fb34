package org.huizong.intake.parse;

import java.util.Set;
import java.util.regex.Pattern;
import org.huizong.catalogue.Item;
import org.huizong.model.Value;
import org.huizong.text.Folding;

/** What people write into a cell that has nothing to hold, rather than leave it empty: a stroke, a dash, 无, 未缴. */
public final class Filler {
    private static final Pattern STROKES = Pattern.compile("[/\\\\╱∕⁄|]+");
    private static final Pattern DASHES = Pattern.compile("[-‐‑‒–—―−─━⸺⸻ー_]+");
    /** That the cell does not concern this record. */
    private static final Set<String> ASIDE =
            Set.of("不适用", "不涉及", "无此项", "无此情况", "无需填写", "不需填写", "不填", "免填", "n/a", "na", "notapplicable");
    /** That there is none. */
    private static final Set<String> NONE = Set.of("无", "没有", "暂无", "尚无", "空", "空白", "nil", "none", "nothing", "null");
    /** That what would be counted or paid was not. */
    private static final Pattern UNPAID =
            Pattern.compile("(?:尚|暂|还)?未(?:缴|交|缴纳|交纳|缴款|收缴|收取|执行|罚|处罚|没收|加处|发生|产生|到账|到帐)");
    /** That what the day would be of has not happened; of what nobody knows it says nothing. */
    private static final Pattern UNDONE = Pattern.compile("(?:尚|暂|还)?未(?!知|详|明)\\p{IsHan}{1,6}");

    private static final Set<String> OPEN = Set.of("未结", "未结案", "尚未结案", "未办结", "尚未办结");

    private Filler() {}

    /** Whether nothing stands in it, or only what is put through rows that stay empty. */
    public static boolean isEmpty(Value cell) {
        String text = Folding.fold(cell.show());
        return text.isEmpty() || isMark(text) || NONE.contains(text) || text.equals("以下空白");
    }

    /** Whether a cell that need not be filled is as good as empty. */
    static boolean isBlank(String written, Item item) {
        String text = Folding.fold(written);
        return isMark(text)
                || NONE.contains(text)
                || UNPAID.matcher(text).matches()
                || switch (item.type()) {
                    case DATE -> UNDONE.matcher(text).matches();
                    case CHOICE -> OPEN.contains(text);
                    case INTEGER, DECIMAL, MONEY, TEXT, IDENTITY -> false;
                };
    }

    /** Whether it only says that the cell was passed over, which one that must be filled does not allow. */
    static boolean isMark(String written) {
        String text = Folding.fold(written);
        return isDash(text) || STROKES.matcher(text).matches() || ASIDE.contains(text);
    }

    /** Whether a number that must be there is none: 无 or a dash. */
    static boolean isZero(String written) {
        String text = Folding.fold(written);
        return isDash(text) || NONE.contains(text);
    }

    public static boolean isDash(String written) {
        return DASHES.matcher(Folding.fold(written)).matches();
    }
}

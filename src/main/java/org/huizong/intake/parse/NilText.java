package org.huizong.intake.parse;

import java.util.Set;
import java.util.regex.Pattern;
import org.huizong.text.Folding;

/**
 * Reads the cell 本期无 of a register. It asks for 是, and people answer in other words: 零报告, 本月无案件, 0, √.
 *
 * <p>What speaks of new, filed or closed cases alone says nothing of those still open, and is not taken for none.
 */
public final class NilText {
    private static final Set<String> YES =
            Set.of("是", "是的", "对", "yes", "y", "true", "√", "✓", "✔", "☑", "v", "nil", "none", "nothing");

    private static final int LONGEST = 40;
    private static final String WHEN =
            "是?(?:(?:本|当|该|这个?)(?:期|月|季度?|半年|年度?)|\\d{1,2}月份?|\\d{4}年\\d{1,2}月份?)?(?:目前|暂时?)?";
    private static final String NOUNS = "(?:"
            + String.join(
                    "|", "行政", "执法", "处罚", "强制", "许可", "征收", "案件", "案", "规范性", "文件", "证件", "持证", "人员", "人次", "人", "信访",
                    "包案", "上访", "来访", "责任", "职责", "事项", "业务", "记录", "数据", "数字", "数量", "情况", "内容", "台账", "台帐", "此项",
                    "该项", "此类", "该类", "相关", "有关", "任何", "发生", "总数", "件", "起", "宗", "例", "个", "份", "条", "项", "次", "的",
                    "数")
            + ")*+";
    private static final String REPORT = "(?:报告|上报|报送|申报|填报|报|填)";
    private static final Pattern NONE = Pattern.compile(WHEN + NOUNS + "(?:为|是|均|都|确实?)*+(?:"
            + "(?:无|没有|没|零|〇|0|未发生)" + NOUNS
            + "|(?:零|〇|0)" + REPORT
            + "|(?:无|没有)(?:可|需|须|应)" + REPORT + NOUNS + ")");

    private NilText() {}

    /** Whether it says beyond doubt that there was nothing. */
    public static boolean saysNone(String written) {
        String text = Folding.fold(written);
        return text.length() <= LONGEST
                && (YES.contains(text) || NONE.matcher(Folding.letters(text)).matches());
    }
}

package org.huizong.written;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The measure words 量词 of a text: which there are, and which of them people use for one another. */
final class Measures {
    /** Words that stand for one another where a thing is counted; a word may be in several. */
    private static final List<Set<String>> ALIKE = List.of(
            Set.of("次", "起", "件", "宗", "例", "场", "场次", "期", "班", "回", "轮", "轮次", "人次检查"),
            Set.of("份", "张", "本", "册", "件", "套", "页", "篇", "个"),
            Set.of("处", "条", "幅", "块", "个", "张"),
            Set.of("家", "户", "个", "所", "间"),
            Set.of("项", "处", "个", "条", "起", "件"),
            Set.of("期", "块", "版", "次"),
            Set.of("人次", "人", "名", "位"),
            Set.of("批次", "批"),
            Set.of("公斤", "千克"),
            Set.of("%", "个百分点"));

    /** Words of lengths, times and places: what stands before them is no count of anything that is reported. */
    private static final Set<String> NONE_OF_OURS = Set.of(
            "年", "月", "日", "号", "天", "周", "时", "点", "分", "秒", "小时", "分钟", "个月", "个工作日", "工作日", "季度", "世纪", "公里", "千米",
            "米", "厘米", "平方米", "平方公里", "亩", "公顷", "岁", "周岁", "届", "度", "层", "级", "楼", "路", "类", "种", "道", "步", "大", "方面",
            "个方面", "条线", "元/", "款", "章", "节");

    private static final Set<String> MONEY = Set.of("元", "圆");

    private static final List<String> WORDS = Stream.concat(
                    Stream.concat(ALIKE.stream().flatMap(Set::stream), NONE_OF_OURS.stream()),
                    Stream.of(
                            "元", "圆", "辆", "台", "对", "个次", "辆次", "家次", "户次", "学时", "课时", "吨", "斤", "倍", "只", "盏", "面",
                            "瓶", "箱", "部", "栋", "座", "株", "支", "支队伍", "门", "队", "卷", "宗件"))
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(w -> w))
            .toList();

    private static final Set<String> COUNTING =
            WORDS.stream().filter(word -> !NONE_OF_OURS.contains(word)).collect(Collectors.toSet());

    private Measures() {}

    /** The measure word that stands at a place of a folded text, the longest; empty if none does. */
    static String at(String text, int index) {
        return WORDS.stream()
                .filter(word -> text.startsWith(word, index))
                .findFirst()
                .orElse("");
    }

    /** Whether what it measures is no count of anything that is reported, such as a day. */
    static boolean isNoneOfOurs(String word) {
        return NONE_OF_OURS.contains(word);
    }

    static boolean isMoney(String word) {
        return MONEY.contains(word) || word.endsWith("元");
    }

    /** Whether people may count with that word what is reported in the other; without a word they may mean any count. */
    static boolean fit(String written, String measure) {
        if (written.equals(measure)) {
            return true;
        }
        if (isMoney(written) || isMoney(measure)) {
            return isMoney(written) && isMoney(measure);
        }
        if (written.isEmpty()) {
            return !measure.equals("%");
        }
        return ALIKE.stream().anyMatch(words -> words.contains(written) && words.contains(measure));
    }

    /** Whether a text is nothing but a measure word. */
    static boolean areAll(String text) {
        return COUNTING.contains(text);
    }
}

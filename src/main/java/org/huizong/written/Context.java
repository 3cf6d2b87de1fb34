package org.huizong.written;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of Chinese that say of what surrounds a number how it is meant. */
final class Context {
    /** Signs at which a clause ends. */
    static final String BREAKS = ",;:()[]\t\n、|";

    /**
     * Words that say nothing about what is counted: between a number and what it speaks of there is nothing else.
     */
    private static final Pattern FILLER = Pattern.compile(
            "指标|项目|计量单位|单位|实绩|完成数|全镇合计|本年度?|本期|今年以来|一年来|我们|一共|今年|全年|全镇|我镇|本镇|我乡|本乡|我街道|累计|合计|总计|共计|总共|分别|"
                    + "开展|组织|进行|实施|完成|实现|达到|做到|召开|制作|出动|先后|共有|已有|办理|受理|查处|查办|作出|下达|发出|发放|印发|散发|张贴|悬挂|举办|举行|接受|提供|解答|批准|审批|参加|参与|查了|做了|贴|贴了|批了|批|惠及|覆盖|受益|涉及|方面|这一块|这块|审核|通过|纠正|整治|取缔|依法|"
                    + "总数|总量|总人数|总次数|次数|人数|件数|份数|数量|数|情况|活动|工作|行为|案件|现象|问题|任务|手续|证件|事项|业务|服务|各类|各种|相关|有关|"
                    + "不少于|不得少于|不低于|不得低于|以上|以下|左右|大约|将近|接近|超过|突破|不足|不到|至少|约|近|超|逾|多|余|共|已|各|均|都|较|比|达|为|是|有|有关|计|新|再|又|则|也|了|的|等|含|其中|包括|并|和|及|与|在|中|内|对|"
                    + "全部|全体|群众|广大|本|该|上|下|出|到|至|由|将|被|得|个|批|一批|total|a|of|the|in|all|were|was|and|held|made|carried|out|[\\s\\p{Punct}“”‘’。、·•■]");

    /** Words that make of a thing a part of it, which the figures do not hold. */
    private static final Pattern NARROWS = Pattern.compile(
            "夜间|专项|行动|联合|重点|集中|节前|春节|元旦|国庆|中秋|五一|暑期|寒假|日常|随机|抽查|线上|网上|首次|复查|回头看|部分|另有|以外|其他|其余|重大|一般|较大|简易|普通程序|电子|固定|新增|新建|老年|学生|企业|校园|学校|汛期|冬季|夏季|春季|秋季");

    /** Behind the first of many units: the number is that of some of them. */
    private static final Pattern SOME = Pattern.compile("等[\\d一二三四五六七八九十几两]{0,3}个?(?:行政)?(?:村|社区|部门|单位|站所|科室)");

    private static final Pattern PART = Pattern.compile("其中|包括|包含|(?:^|[,、(])含");
    private static final Pattern EVERY =
            Pattern.compile("每(?:个?(?:月|季度|年|周|半年|天|日|户|人|村|社区|单位|次|名|期))?[^,;:。]{0,6}$|人均|户均|平均|年均|月均");
    private static final Pattern LEAST = Pattern.compile("(?:不少于|不低于|不得少于|至少|不少|最少|少于)$");
    private static final Pattern PLANNED = Pattern.compile(
            "力争|确保|争取|(?<![早晚先后]于)(?<![按照])计划(?!生育)|打算|目标|拟|预计|明年|下一?年度?|下一步|下阶段|今后|将(?!近)(?:要|继续|进一步|再|组织|开展|举办)");
    private static final Pattern PLANS = Pattern.compile("下一步|下步|打算|明年|下一?年|今后|工作计划|工作安排|工作思路|努力方向|目标任务");
    private static final Pattern MORE = Pattern.compile("(?:增长|上升|增加|提高|上涨|增幅(?:为|达)?|多|增多|净增|提升|升高)了?(?:约|近)?$");
    private static final Pattern LESS = Pattern.compile("(?:下降|减少|降低|少|下滑|降幅(?:为|达)?|减幅(?:为|达)?|回落)了?(?:约|近)?$");
    private static final Pattern TO = Pattern.compile("(?:增长|上升|增加|提高|上涨|下降|减少|降低|下滑|回落|升|降|涨)(?:到|至|为)了?(?:约|近)?$");
    private static final Pattern ORIGIN = Pattern.compile("[由从自](?:原来|最初|过去|以前)?的?$");
    private static final Pattern LEADS =
            Pattern.compile("^[^,;:。\\d]{0,4}?(?:增长|上升|增加|提高|上涨|下降|减少|降低|下滑|回落|变|升|降|涨)(?:到|至|为)");
    private static final Pattern SUM = Pattern.compile("(?:共计|合计|总计|总共|加起来|累计共)$|^共$");
    private static final Pattern NO_MORE = Pattern.compile("^(?:发生|报告|发案)?(?:[,;:。!?]|$)");
    private static final Pattern RESPECTIVELY = Pattern.compile("分别(?:为|是|达到?|有|增长|下降)?");

    private Context() {}

    /** Whether a text says nothing about what is counted. */
    static boolean isFiller(String text) {
        return rest(text).isEmpty();
    }

    /** What a text says beyond filling words. */
    static String rest(String text) {
        String rest = text;
        String before;
        do {
            before = rest;
            rest = FILLER.matcher(rest).replaceAll("");
        } while (!rest.equals(before));
        return Measures.areAll(rest) ? "" : rest;
    }

    static boolean narrows(String text) {
        return NARROWS.matcher(text).find();
    }

    static boolean isOfSome(String text) {
        return SOME.matcher(text).find();
    }

    static boolean isPart(String text) {
        return PART.matcher(text).find();
    }

    static boolean isEach(String text) {
        return EVERY.matcher(text).find();
    }

    static boolean isLeast(String text) {
        return LEAST.matcher(text).find();
    }

    static boolean isPlanned(String text) {
        return PLANNED.matcher(text).find();
    }

    /** Whether a heading stands over plans. */
    static boolean headsPlans(String heading) {
        return PLANS.matcher(heading).find();
    }

    /** Whether a number is that from which a change led to another: 由236次上升至258次. */
    static boolean isOrigin(String before, String behind) {
        return ORIGIN.matcher(before).find() && LEADS.matcher(behind).find();
    }

    /** Whether a number is that to which a change led. */
    static boolean isEnd(String before) {
        return TO.matcher(before).find();
    }

    /** What stands between a number and the one before it, without the words of a change that led there: 上升至. */
    static String withoutChange(String text) {
        return TO.matcher(text).replaceFirst("");
    }

    /** Whether 零 says of what stands before it that there was none, by what stands behind: 零发生, 均为零. */
    static boolean isNone(String behind) {
        return NO_MORE.matcher(behind).find();
    }

    static boolean isSum(String text) {
        return SUM.matcher(text).find();
    }

    /** Where 分别 stands, the last; -1 if it does not. */
    static int respectively(String text) {
        var matcher = RESPECTIVELY.matcher(text);
        int at = -1;
        while (matcher.find()) {
            at = matcher.start();
        }
        return at;
    }

    /** Which change a number is, by the words before it in its clause; empty if it is none. */
    static Optional<Claim.Kind> change(String clause) {
        if (TO.matcher(clause).find()) {
            return Optional.empty();
        }
        if (MORE.matcher(clause).find()) {
            return Optional.of(Claim.Kind.MORE);
        }
        return LESS.matcher(clause).find() ? Optional.of(Claim.Kind.LESS) : Optional.empty();
    }

    /** Where the last clause of a text begins. */
    static int lastClause(String text) {
        for (int i = text.length(); i > 0; i--) {
            if (BREAKS.indexOf(text.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        return 0;
    }

    /** Where the first clause of a text ends. */
    static int firstClause(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (BREAKS.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    /** The fields that the last group of words for fields speaks of that stand together: 安全生产、食品卫生、交通管理. */
    static Set<String> lastGroup(List<Hit> fields, String text) {
        Set<String> group = new LinkedHashSet<>();
        int next = -1;
        for (int i = fields.size() - 1; i >= 0; i--) {
            Hit hit = fields.get(i);
            if (next >= 0 && !text.substring(hit.end(), next).matches("(?:领域|方面|管理|执法|监管|卫生)?(?:[、和及与,]|以及)?(?:在)?")) {
                break;
            }
            group.add(hit.meant());
            next = hit.start();
        }
        return group;
    }
}

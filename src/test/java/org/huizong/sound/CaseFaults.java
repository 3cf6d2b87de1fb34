package org.huizong.sound;

import static org.huizong.sound.FaultKind.of;
import static org.huizong.sound.Plant.later;
import static org.huizong.sound.Plant.number;
import static org.huizong.sound.Plant.record;
import static org.huizong.sound.Plant.says;
import static org.huizong.sound.Plant.with;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.huizong.model.Value;

/** The faults of registers of cases: acts that the law does not know, and rows that went wrong. */
final class CaseFaults {
    private static final Predicate<Map<String, Value>> PENALTY = says("cases.kind", "处罚");
    private static final Predicate<Map<String, Value>> ORDINARY = PENALTY.and(says("cases.procedure", "普通程序"));
    private static final Predicate<Map<String, Value>> SUMMARY = PENALTY.and(says("cases.procedure", "简易程序"));
    private static final Predicate<Map<String, Value>> DECIDED = PENALTY.and(with("cases.decided_on", "cases.fine"));

    private CaseFaults() {}

    /** All kinds. */
    static List<FaultKind> all() {
        List<FaultKind> all = new ArrayList<>(procedure());
        all.addAll(money());
        all.addAll(rows());
        return all;
    }

    private static FaultKind kind(String name, String expected, FaultKind.Planting planting) {
        return of(name, "cases", expected, planting);
    }

    private static List<FaultKind> procedure() {
        return List.of(
                kind("只有一名执法人员", "PRO001", record(DECIDED, r -> r.remove("cases.officer_two"))),
                kind(
                        "两名执法人员同一证号",
                        "PRO001",
                        record(DECIDED, r -> r.put("cases.officer_two", r.get("cases.officer_one")))),
                kind("证号不在台账里", "PRO029", record(PENALTY, r -> r.put("cases.officer_one", Value.of("ZF51990099")))),
                kind(
                        "一格两名执法人员",
                        "doubtful.several|PRO029",
                        record(
                                PENALTY,
                                r -> r.put(
                                        "cases.officer_one",
                                        Value.of(r.get("cases.officer_one").show() + "、"
                                                + r.get("cases.officer_two").show())))),
                kind(
                        "决定后才告知",
                        "PRO002",
                        record(
                                ORDINARY.and(DECIDED),
                                r -> r.put("cases.notified_on", later(r, "cases.decided_on", 2)))),
                kind("没有告知", "PRO002", record(ORDINARY.and(DECIDED), r -> r.remove("cases.notified_on"))),
                kind(
                        "当日告知当日决定",
                        "PRO003",
                        record(ORDINARY.and(DECIDED), r -> r.put("cases.notified_on", r.get("cases.decided_on")))),
                kind("申辩没有复核意见", "PRO004", record(ORDINARY.and(DECIDED), r -> {
                    r.put("cases.defence", Value.of("不采纳"));
                    r.remove("cases.defence_reply");
                })),
                kind("普通程序没有立案日", "PRO009", record(ORDINARY.and(DECIDED), r -> r.remove("cases.filed_on"))),
                kind("立案90日后才决定", "PRO010", record(ORDINARY.and(DECIDED), r -> {
                    r.put("cases.filed_on", later(r, "cases.decided_on", -120));
                    r.put("cases.found_on", later(r, "cases.decided_on", -121));
                    r.put("cases.acted_on", later(r, "cases.decided_on", -121));
                })),
                kind("应听证的没有告知听证", "PRO011", record(ORDINARY.and(DECIDED), r -> {
                    r.put("cases.penalty_kind", Value.of("责令停产停业"));
                    r.put("cases.hearing_told", Value.of("否"));
                })),
                kind("大额罚款没有告知听证", "PRO011", record(ORDINARY.and(DECIDED), r -> {
                    r.put("cases.proposed_fine", Value.of(88_000));
                    r.put("cases.fine", Value.of(88_000));
                    r.put("cases.hearing_told", Value.of("否"));
                    r.remove("cases.paid");
                    r.remove("cases.paid_on");
                })),
                kind("听证期未满就决定", "PRO012", record(ORDINARY.and(DECIDED), r -> {
                    r.put("cases.hearing_told", Value.of("是"));
                    r.put("cases.notified_on", later(r, "cases.decided_on", -3));
                })),
                kind("重大案件没有法制审核", "PRO013", record(ORDINARY.and(DECIDED), r -> {
                    r.put("cases.major", Value.of("是"));
                    r.remove("cases.reviewed_on");
                    r.put("cases.discussed_on", later(r, "cases.decided_on", -1));
                })),
                kind("重大案件没有集体讨论", "PRO014", record(ORDINARY.and(DECIDED), r -> {
                    r.put("cases.major", Value.of("是"));
                    r.put("cases.reviewed_on", later(r, "cases.decided_on", -2));
                    r.remove("cases.discussed_on");
                })),
                kind("没有告知救济途径", "PRO015", record(DECIDED, r -> r.put("cases.remedies_told", Value.of("否")))),
                kind(
                        "超过7个工作日送达",
                        "PRO016",
                        record(
                                ORDINARY.and(with("cases.served_on")),
                                r -> r.put("cases.served_on", later(r, "cases.decided_on", 20)))),
                kind(
                        "违法两年后才发现",
                        "PRO022",
                        record(
                                ORDINARY.and(with("cases.acted_on")),
                                r -> r.put("cases.acted_on", later(r, "cases.found_on", -900)))),
                kind("立案早于发现", "PRO025", record(ORDINARY, r -> r.put("cases.found_on", later(r, "cases.filed_on", 3)))),
                kind("一事两罚", "PRO030", twice(true)));
    }

    private static List<FaultKind> money() {
        return List.of(
                kind("罚款高于告知", "PRO005", record(ORDINARY.and(DECIDED), r -> {
                    r.put("cases.fine", Value.of(number(r, "cases.proposed_fine") + 500));
                    if (r.containsKey("cases.paid")) {
                        r.put("cases.paid", r.get("cases.fine"));
                    }
                })),
                kind("当场处罚超过限额", "PRO006", record(SUMMARY, r -> {
                    r.put("cases.fine", Value.of(1500));
                    r.remove("cases.paid");
                    r.remove("cases.paid_on");
                })),
                kind("当场处罚用了吊销", "PRO007", record(SUMMARY, r -> r.put("cases.penalty_kind", Value.of("吊销")))),
                kind("当场处罚没有文号", "PRO008", record(SUMMARY, r -> r.remove("cases.decision_no"))),
                kind(
                        "当场收缴超过100元",
                        "PRO020",
                        record(
                                DECIDED.and(r -> number(r, "cases.fine") > 100),
                                r -> r.put("cases.collection", Value.of("当场收缴")))),
                kind("当场收缴没有票据", "PRO021", record(DECIDED, r -> {
                    r.put("cases.collection", Value.of("当场收缴"));
                    r.remove("cases.receipt_no");
                })),
                kind(
                        "决定前收款",
                        "PRO019",
                        record(
                                ORDINARY.and(with("cases.paid_on")),
                                r -> r.put("cases.paid_on", later(r, "cases.decided_on", -4)))),
                kind(
                        "实缴多于罚没",
                        "PRO024",
                        record(with("cases.paid"), r -> r.put("cases.paid", Value.of(number(r, "cases.paid") + 300)))),
                kind(
                        "加处多于罚款",
                        "PRO018",
                        record(DECIDED, r -> r.put("cases.surcharge", Value.of(number(r, "cases.fine") + 50)))),
                kind(
                        "履行完毕而未缴足",
                        "PRO031",
                        record(
                                says("cases.closing", "履行完毕"),
                                r -> r.put("cases.paid", Value.of(number(r, "cases.paid") / 2)))),
                kind(
                        "罚款额与月报不符",
                        "LED\\d+",
                        record(
                                DECIDED.and(says("cases.field", "道路交通")),
                                r -> r.put("cases.fine", Value.of(number(r, "cases.fine") - 10)))));
    }

    private static List<FaultKind> rows() {
        return List.of(
                kind(
                        "结案早于决定",
                        "PRO023",
                        record(
                                with("cases.closed_on", "cases.decided_on"),
                                r -> r.put("cases.closed_on", later(r, "cases.decided_on", -10)))),
                kind(
                        "月日颠倒",
                        "PRO\\d+|record.*",
                        record(
                                r -> r.get("cases.decided_on") instanceof Value.Date d
                                        && d.date().getDayOfMonth() <= 12
                                        && d.date().getDayOfMonth() != d.date().getMonthValue(),
                                r -> r.put("cases.decided_on", Value.of(turned(Plant.day(r, "cases.decided_on")))))),
                kind(
                        "年份打错",
                        "PRO\\d+|record.*",
                        record(
                                with("cases.decided_on"),
                                r -> r.put("cases.decided_on", later(r, "cases.decided_on", -365)))),
                kind(
                        "日期在报告期以后",
                        "record.ahead",
                        record(
                                with("cases.decided_on"),
                                r -> r.put("cases.decided_on", later(r, "cases.decided_on", 120)))),
                kind(
                        "不存在的日期",
                        "unreadable.*",
                        record(with("cases.filed_on"), r -> r.put("cases.filed_on", Value.of("2026.2.30")))),
                kind("同一案号填两行", "record.twice", twice(false)),
                kind("未结案件漏列", "record.dropped", (sound, past, chance) -> {
                    List<Value> open = past.before().stream()
                            .flatMap(b -> b.records().stream())
                            .filter(r -> !r.containsKey("cases.closed_on"))
                            .map(r -> r.get("cases.case_no"))
                            .toList();
                    List<Integer> known = java.util.stream.IntStream.range(
                                    0, sound.records().size())
                            .filter(i -> open.contains(sound.records().get(i).get("cases.case_no")))
                            .boxed()
                            .toList();
                    return known.isEmpty()
                            ? Optional.empty()
                            : Optional.of(sound.withRecords(all -> all.remove((int) known.get(0))));
                }),
                kind(
                        "身份证校验位错",
                        "identity.*",
                        record(says("cases.party_type", "公民"), r -> r.put("cases.party_id", changed(r, 16)))),
                kind(
                        "信用代码校验位错",
                        "identity.*",
                        record(says("cases.party_type", "法人"), r -> r.put("cases.party_id", changed(r, 16)))),
                kind(
                        "身份证号成了科学记数",
                        "unreadable.*",
                        record(says("cases.party_type", "公民"), r -> r.put("cases.party_id", Value.of("5.10197E+17")))),
                kind(
                        "选项写成别的话",
                        "choice",
                        record(with("cases.procedure"), r -> r.put("cases.procedure", Value.of("快办")))),
                kind("必填案由空白", "required.*", record(with("cases.cause"), r -> r.remove("cases.cause"))),
                kind(
                        "当事人写“同上”",
                        "doubtful.*|unreadable.*",
                        record(with("cases.party"), r -> r.put("cases.party", Value.of("同上")))));
    }

    private static java.time.LocalDate turned(java.time.LocalDate day) {
        return java.time.LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue());
    }

    /** The identity number with another figure at a place. */
    private static Value changed(Map<String, Value> record, int place) {
        StringBuilder number = new StringBuilder(record.get("cases.party_id").show());
        number.setCharAt(place, number.charAt(place) == '7' ? '4' : '7');
        return Value.of(number.toString());
    }

    private static FaultKind.Planting twice(boolean underAnotherNumber) {
        return (sound, past, chance) -> {
            List<Map<String, Value>> fit = sound.records().stream()
                    .filter(underAnotherNumber ? DECIDED : with("cases.case_no"))
                    .toList();
            if (fit.isEmpty()) {
                return Optional.empty();
            }
            Map<String, Value> again = new LinkedHashMap<>(chance.pick(fit));
            if (underAnotherNumber) {
                again.put("cases.case_no", Value.of(again.get("cases.case_no").show() + "之二"));
            }
            return Optional.of(sound.withRecords(all -> all.add(again)));
        };
    }
}

package org.huizong.sound;

import static org.huizong.sound.FaultKind.of;
import static org.huizong.sound.Plant.cell;
import static org.huizong.sound.Plant.cells;
import static org.huizong.sound.Plant.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.huizong.model.Value;

/** The faults of forms that the domain notes name: slips of the hand, wrong columns, relations that do not hold. */
final class FormFaults {
    private static final String ALL = "safety food traffic family social publicity village";
    private static final String MOST = "safety food traffic family social village";
    private static final int FIRST_CUMULATIVE = 4;

    private FormFaults() {}

    /** All kinds. */
    static List<FaultKind> all() {
        List<FaultKind> all = new ArrayList<>(slips());
        all.addAll(parts());
        all.addAll(stocks());
        all.addAll(acts());
        all.addAll(money());
        return all;
    }

    private static List<FaultKind> slips() {
        return List.of(
                of(
                        "两位数字颠倒",
                        ALL,
                        "[A-Z]{3}\\d+|history.*|computed.*",
                        number(n -> n >= 12 && n % 10 != n / 10 % 10, n -> Value.of(turned(n)))),
                of("多打一个零", ALL, "[A-Z]{3}\\d+|history.*|peer.*", number(n -> n >= 5, n -> Value.of(n * 10))),
                of("少打一个零", ALL, "[A-Z]{3}\\d+|history.*", number(n -> n >= 50, n -> Value.of(n / 10))),
                of("占位数99999", ALL, "doubtful.nines|max", number(n -> n > 0, n -> Value.of(99_999))),
                of("负数", ALL, "min", number(n -> n > 0, n -> Value.of(-n))),
                of("计数带小数", ALL, "integer", number(n -> n > 1, n -> Value.of(BigDecimal.valueOf(n * 10 + 5, 1)))),
                of(
                        "必填留空",
                        ALL,
                        "required.*",
                        (sound, past, chance) ->
                                Optional.of(sound.with(v -> v.remove(chance.pick(List.copyOf(v.keySet())))))),
                of("本月栏填累计数", MOST, "history.cumulative", FormFaults::cumulative),
                of(
                        "上月的表改了月份",
                        MOST,
                        "[A-Z]{3}\\d+",
                        (sound, past, chance) -> past.before()
                                .map(b ->
                                        new Filled(sound.unit(), sound.form(), sound.period(), b.values(), List.of()))),
                of("错行(下移一行)", MOST, "[A-Z]{3}\\d+|history.*", FormFaults::shifted),
                of(
                        "全表填0",
                        MOST,
                        "[A-Z]{3}\\d+",
                        cells(v -> v.replaceAll((i, n) -> n instanceof Value.Quantity ? Value.of(0) : n))));
    }

    private static long turned(long number) {
        long rest = number / 100 * 100;
        return rest + number % 10 * 10 + number / 10 % 10;
    }

    /** Every figure with all of the year before it. */
    private static Optional<Filled> cumulative(Filled sound, FaultKind.Past past, Chance chance) {
        return sound.period().last().getMonthValue() < FIRST_CUMULATIVE
                ? Optional.empty()
                : Optional.of(sound.with(v -> v.replaceAll((i, n) -> n.asNumber()
                        .map(x -> Value.of(x.add(BigDecimal.valueOf(past.year(i)))))
                        .orElse(n))));
    }

    private static Optional<Filled> shifted(Filled sound, FaultKind.Past past, Chance chance) {
        List<String> items = sound.values().keySet().stream()
                .filter(i -> sound.values().get(i) instanceof Value.Quantity)
                .toList();
        List<Value> values =
                new ArrayList<>(items.stream().map(sound.values()::get).toList());
        Collections.rotate(values, 1);
        return Optional.of(sound.with(v -> {
            for (int i = 0; i < items.size(); i++) {
                v.put(items.get(i), values.get(i));
            }
        }));
    }

    private static List<FaultKind> parts() {
        return List.of(
                of(
                        "合计与分项不符",
                        "safety",
                        "computed.*",
                        (sound, past, chance) -> Optional.of(sound.with(
                                v -> v.put("safety.inspections", Value.of(sum(sound, "safety.inspections_") + 3))))),
                of("重大隐患多于隐患", "safety", "SAF\\d+", cell("safety.hazards_major_fire", n -> true, n -> Value.of(40))),
                of(
                        "不合格多于抽检",
                        "food",
                        "FOO\\d+",
                        (sound, past, chance) -> Optional.of(sound.with(v -> v.put(
                                "food.samples_failed_vendors", Value.of(sound.number("food.samples_vendors") + 1))))),
                of(
                        "无牌无证多于违章",
                        "traffic",
                        "TRA\\d+",
                        (sound, past, chance) -> Optional.of(sound.with(v -> v.put(
                                "traffic.unlicensed_cars",
                                Value.of(sound.number("traffic.violations_corrected_cars") + 2))))),
                of(
                        "合格人数多于参考",
                        "publicity",
                        "PUB\\d+",
                        cell("publicity.exam_passed", n -> n > 0, n -> Value.of(n + 20))),
                of(
                        "检查单位多于检查次数",
                        "safety",
                        "SAF\\d+",
                        (sound, past, chance) -> Optional.of(sound.with(v -> v.put(
                                "safety.premises_checked_fire",
                                Value.of(sound.number("safety.inspections_fire") + 2))))),
                of(
                        "人数少于户数(两行填反)",
                        "social",
                        "SOC\\d+",
                        (sound, past, chance) -> Optional.of(sound.with(v -> {
                            v.put("social.rural_persons", Value.of(sound.number("social.rural_households")));
                            v.put("social.rural_households", Value.of(sound.number("social.rural_persons")));
                        }))),
                of(
                        "男女人口填反",
                        "village",
                        "VIL\\d+",
                        (sound, past, chance) -> Optional.of(sound.with(v -> {
                            v.put("village.registered_male", Value.of(sound.number("village.registered_female")));
                            v.put("village.registered_female", Value.of(sound.number("village.registered_male")));
                        }))));
    }

    private static long sum(Filled sound, String prefix) {
        return sound.values().keySet().stream()
                .filter(i -> i.startsWith(prefix))
                .mapToLong(sound::number)
                .sum();
    }

    private static List<FaultKind> stocks() {
        return List.of(
                of("隐患期初与上月期末不符", "safety", "SAF\\d+", moved("safety.hazards_opening_fire", 3)),
                of("纠纷期初与上月期末不符", "village", "VIL\\d+", moved("village.disputes_opening", 2)),
                of("在办期初与上月期末不符", "social", "SOC\\d+", moved("social.rural_pensions_opening", 7)),
                of("应收期初与上月期末不符", "family", "FAM\\d+", moved("family.fees_opening", 5000)),
                of(
                        "期末存量为负(整改多于隐患)",
                        "safety",
                        "SAF\\d+|stock.*|min.*|negative.*",
                        cell("safety.hazards_corrected_fire", n -> true, n -> Value.of(n + 60))),
                of(
                        "期末存量为负(调处多于纠纷)",
                        "village",
                        "VIL\\d+|stock.*|min.*|negative.*",
                        cell("village.disputes_settled", n -> true, n -> Value.of(n + 15))),
                of(
                        "批准多于在办",
                        "social",
                        "SOC\\d+|stock.*|min.*|negative.*",
                        cell("social.rural_allowances_approved", n -> true, n -> Value.of(n + 90))),
                of(
                        "决定多于立案",
                        "family",
                        "FAM\\d+|stock.*|min.*|negative.*",
                        cell("family.fee_decisions", n -> true, n -> Value.of(n + 40))),
                of(
                        "受理多于申请",
                        "social",
                        "SOC\\d+",
                        (sound, past, chance) -> Optional.of(sound.with(v -> v.put(
                                "social.rural_allowances_accepted",
                                Value.of(2 * sound.number("social.rural_allowances_applied") + 30))))),
                of(
                        "人口突变",
                        "village",
                        "VIL\\d+",
                        cell("village.residents_male", n -> n > 150, n -> Value.of(n * 3 / 2))),
                of(
                        "人口与出生死亡迁移不符",
                        "village",
                        "VIL\\d+",
                        cell("village.registered_male", n -> n > 60, n -> Value.of(n + 25))));
    }

    private static FaultKind.Planting moved(String item, long by) {
        return (sound, past, chance) ->
                past.before().map(b -> sound.with(v -> v.put(item, Value.of(sound.number(item) + by))));
    }

    private static List<FaultKind> acts() {
        return List.of(
                of(
                        "有隐患而无检查",
                        "safety",
                        "SAF\\d+",
                        (sound, past, chance) -> Optional.of(sound)
                                .filter(s -> s.number("safety.hazards_found_fire") > 0)
                                .map(s -> s.with(v -> v.put("safety.inspections_fire", Value.of(0))))),
                of(
                        "有问题而无检查",
                        "food",
                        "FOO\\d+",
                        (sound, past, chance) -> Optional.of(sound)
                                .filter(s -> s.number("food.problems_found_vendors") > 0)
                                .map(s -> s.with(v -> v.put("food.inspections_vendors", Value.of(0))))),
                of("有罚款而无处罚", "safety", "SAF\\d+", cell("safety.fines_fire", n -> n == 0, n -> Value.of(2000))),
                of(
                        "有死亡而无事故",
                        "traffic",
                        "TRA\\d+",
                        (sound, past, chance) -> Optional.of(sound.with(v -> {
                            v.put("traffic.accidents", Value.of(0));
                            v.put("traffic.deaths", Value.of(1));
                        }))),
                of("无事故而有损失", "safety", "SAF\\d+", cell("safety.losses_fire", n -> n == 0, n -> Value.of(12))),
                of("无事故而有中毒", "food", "FOO\\d+", cell("food.accident_victims", n -> n == 0, n -> Value.of(6))),
                of(
                        "无培训班而有参训",
                        "publicity",
                        "PUB\\d+",
                        cell("publicity.training_attendance", n -> n == 0, n -> Value.of(45))),
                of(
                        "每期参训900人",
                        "publicity",
                        "PUB\\d+",
                        cell("publicity.training_attendance", n -> n > 0, n -> Value.of(900))),
                of("出动人次不足两倍", "safety", "SAF\\d+", cell("safety.officers_out_fire", n -> n > 9, n -> Value.of(1))),
                of("整改书多于隐患", "safety", "SAF\\d+", cell("safety.orders_fire", n -> true, n -> Value.of(n + 70))),
                of(
                        "两列填反(检查次数与出动人次)",
                        "safety",
                        "SAF\\d+",
                        (sound, past, chance) ->
                                Optional.of(sound.with(v -> List.of("mines", "hazmat", "building", "fire", "other")
                                        .forEach(f -> {
                                            v.put(
                                                    "safety.inspections_" + f,
                                                    Value.of(sound.number("safety.officers_out_" + f)));
                                            v.put(
                                                    "safety.officers_out_" + f,
                                                    Value.of(sound.number("safety.inspections_" + f)));
                                        })))),
                of(
                        "主要数据突增8倍",
                        "traffic",
                        "TRA\\d+|year.*",
                        cell("traffic.vehicles_checked_cars", n -> n > 60, n -> Value.of(8 * n))),
                of(
                        "处罚数与案件台账不符",
                        "traffic food",
                        "LED\\d+",
                        (sound, past, chance) -> Optional.of(sound.with(v -> {
                            String item = sound.form().equals("traffic")
                                    ? "traffic.penalties_cars"
                                    : "food.penalties_catering";
                            v.put(item, Value.of(sound.number(item) + 1));
                        }))),
                of(
                        "征收决定与案件台账不符",
                        "family",
                        "LED\\d+|FAM\\d+",
                        cell("family.fee_decisions", n -> n > 0, n -> Value.of(n - 1))),
                of("部门与村的出生数不符", "family", "DPT\\d+", cell("family.births", n -> true, n -> Value.of(n + 6))),
                of("部门与村的宴席数不符", "food", "DPT\\d+", cell("food.banquets", n -> true, n -> Value.of(n + 9))),
                of(
                        "一村的数远大于各村",
                        "village",
                        "peer.*|outlier.*|VIL\\d+",
                        cell("village.dissuasions", n -> n > 15, n -> Value.of(n * 90))),
                of(
                        "一村的宣传资料远大于各单位",
                        "publicity",
                        "peer.*|outlier.*|PUB\\d+",
                        cell("publicity.materials", n -> n > 15, n -> Value.of(n * 90 + 7))));
    }

    private static List<FaultKind> money() {
        return List.of(
                of(
                        "元栏填了万元(救助)",
                        "social",
                        "history.myriad|SOC\\d+",
                        cell("social.relief_paid", n -> n > 2000, n -> Value.of(BigDecimal.valueOf(n, 4)))),
                of(
                        "元栏填了万元(征收)",
                        "family",
                        "history.myriad|FAM\\d+|LED\\d+",
                        cell("family.fees_levied", n -> n > 2000, n -> Value.of(BigDecimal.valueOf(n, 4)))),
                of(
                        "万元栏填了元(损失)",
                        "safety",
                        "SAF\\d+",
                        (sound, past, chance) -> Optional.of(sound.with(v -> {
                            v.put("safety.accidents_fire", Value.of(1));
                            v.put("safety.losses_fire", Value.of(35_000));
                        }))),
                of("有救助金额而无人次", "social", "SOC\\d+", cell("social.relief_cases", n -> n > 0, n -> Value.of(0))),
                of(
                        "到账多于应收",
                        "family",
                        "FAM\\d+|stock.*|min.*|negative.*",
                        (sound, past, chance) -> Optional.of(sound.with(v -> v.put(
                                "family.fees_received",
                                Value.of(sound.number("family.fees_opening")
                                        + sound.number("family.fees_levied")
                                        + 900))))));
    }
}

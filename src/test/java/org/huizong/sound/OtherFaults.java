package org.huizong.sound;

import static org.huizong.sound.FaultKind.of;
import static org.huizong.sound.Plant.day;
import static org.huizong.sound.Plant.later;
import static org.huizong.sound.Plant.number;
import static org.huizong.sound.Plant.record;
import static org.huizong.sound.Plant.says;
import static org.huizong.sound.Plant.with;

import java.util.ArrayList;
import java.util.List;
import org.huizong.model.Value;

/** The faults of the other registers, and of what is typed into cells that ask for a number. */
final class OtherFaults {
    private static final String ALL = "safety food traffic family social publicity village";

    private OtherFaults() {}

    /** All kinds. */
    static List<FaultKind> all() {
        List<FaultKind> all = new ArrayList<>(mess());
        all.addAll(officers());
        all.addAll(petitions());
        all.addAll(documents());
        all.addAll(opinions());
        all.addAll(trainings());
        return all;
    }

    private static FaultKind typed(String text, String expected) {
        return of("数字格写“" + text + "”", ALL, expected, number(n -> n > 0, n -> Value.of(text)));
    }

    private static List<FaultKind> mess() {
        return List.of(
                typed("约30", "unreadable.*"),
                typed("30余", "unreadable.*"),
                typed("20-30", "unreadable.*"),
                typed("同上", "unreadable.*"),
                typed("详见附件", "unreadable.*"),
                typed("12(含上月2)", "unreadable.*"),
                typed("3+5", "unreadable.*"),
                typed("—", "required.*|unreadable.*|repaired.*|blank.*"));
    }

    private static List<FaultKind> officers() {
        return List.of(
                of(
                        "执法证过期仍在岗",
                        "officers",
                        "OFF001",
                        (sound, past, chance) -> record(
                                        says("officers.status", "在岗"),
                                        r -> r.put(
                                                "officers.valid_until",
                                                Value.of(sound.period().end().minusDays(20))))
                                .plant(sound, past, chance)),
                of(
                        "聘用人员持证",
                        "officers",
                        "OFF003",
                        record(says("officers.status", "在岗"), r -> r.put("officers.employment", Value.of("聘用")))),
                of(
                        "有效期早于发证日",
                        "officers",
                        "OFF004",
                        record(
                                with("officers.issued_on"),
                                r -> r.put("officers.valid_until", later(r, "officers.issued_on", -30)))),
                of(
                        "考试晚于发证",
                        "officers",
                        "OFF005",
                        record(
                                with("officers.issued_on"),
                                r -> r.put("officers.examined_on", later(r, "officers.issued_on", 10)))),
                of(
                        "同一执法证填两行",
                        "officers",
                        "record.twice",
                        (sound, past, chance) -> java.util.Optional.of(
                                sound.withRecords(all -> all.add(chance.pick(List.copyOf(all)))))));
    }

    private static List<FaultKind> petitions() {
        return List.of(
                of(
                        "登记20日后才告知",
                        "petitions",
                        "PET001",
                        record(
                                with("petitions.informed_on"),
                                r -> r.put("petitions.informed_on", later(r, "petitions.registered_on", 20)))),
                of(
                        "受理100日后才办结",
                        "petitions",
                        "PET002",
                        record(
                                says("petitions.category", "申诉求决")
                                        .and(with("petitions.accepted_on", "petitions.closed_on")),
                                r -> {
                                    r.put("petitions.registered_on", later(r, "petitions.closed_on", -102));
                                    r.put("petitions.informed_on", later(r, "petitions.closed_on", -100));
                                    r.put("petitions.accepted_on", later(r, "petitions.closed_on", -100));
                                })),
                of(
                        "来访超过5人",
                        "petitions",
                        "PET003",
                        record(says("petitions.source", "来访"), r -> r.put("petitions.persons", Value.of(9)))),
                of(
                        "办结早于受理",
                        "petitions",
                        "PET004",
                        record(
                                with("petitions.accepted_on", "petitions.closed_on"),
                                r -> r.put("petitions.closed_on", later(r, "petitions.accepted_on", -3)))),
                of(
                        "受理早于登记",
                        "petitions",
                        "PET\\d+",
                        record(
                                with("petitions.accepted_on"),
                                r -> r.put("petitions.accepted_on", later(r, "petitions.registered_on", -5)))),
                of(
                        "没有受理就办结",
                        "petitions",
                        "PET006",
                        record(
                                with("petitions.accepted_on", "petitions.closed_on"),
                                r -> r.remove("petitions.accepted_on"))),
                of(
                        "同一信访填两行",
                        "petitions",
                        "record.twice",
                        (sound, past, chance) -> sound.records().isEmpty()
                                ? java.util.Optional.empty()
                                : java.util.Optional.of(sound.withRecords(all -> all.add(all.get(0))))));
    }

    private static FaultKind document(String name, String moved, String than, int days) {
        return of(
                name,
                "documents",
                "DOC\\d+|record.*",
                record(with(moved, than), r -> r.put(moved, later(r, than, days))));
    }

    private static List<FaultKind> documents() {
        return List.of(
                document("集体讨论早于审核", "documents.discussed_on", "documents.reviewed_on", -4),
                document("签发早于讨论", "documents.signed_on", "documents.discussed_on", -4),
                document("公布早于签发", "documents.published_on", "documents.signed_on", -4),
                document("施行早于公布", "documents.effective_on", "documents.published_on", -4),
                document("起草早于计划", "documents.drafted_on", "documents.planned_on", -15),
                document("征求意见不足30日", "documents.consulted_until", "documents.consulted_from", 10),
                of(
                        "清理了没有理由",
                        "documents",
                        "DOC014",
                        record(with("documents.cleanup_result"), r -> r.remove("documents.cleanup_reason"))),
                of(
                        "清理没有批次",
                        "documents",
                        "DOC017",
                        record(with("documents.cleanup_result"), r -> r.remove("documents.cleanup_batch"))),
                of(
                        "没有合法性审核",
                        "documents",
                        "DOC\\d+",
                        record(with("documents.signed_on"), r -> r.remove("documents.reviewed_on"))),
                of(
                        "有效期10年",
                        "documents",
                        "DOC\\d+",
                        record(
                                with("documents.effective_on"),
                                r -> r.put(
                                        "documents.valid_until",
                                        Value.of(
                                                day(r, "documents.effective_on").plusYears(10))))));
    }

    private static List<FaultKind> opinions() {
        return List.of(
                of(
                        "群众意见两个月后才答复",
                        "opinions",
                        "OPI003",
                        record(
                                says("opinions.source", "群众")
                                        .and(says("opinions.extended", "否"))
                                        .and(with("opinions.answered_on")),
                                r -> r.put("opinions.answered_on", later(r, "opinions.received_on", 61)))),
                of(
                        "代表建议半年后才答复",
                        "opinions",
                        "OPI001",
                        record(
                                says("opinions.source", "人大代表").and(with("opinions.answered_on")),
                                r -> r.put("opinions.answered_on", later(r, "opinions.assigned_on", 190)))),
                of(
                        "交办早于收到",
                        "opinions",
                        "OPI004",
                        record(
                                with("opinions.assigned_on"),
                                r -> r.put("opinions.assigned_on", later(r, "opinions.received_on", -2)))),
                of(
                        "答复了没有内容",
                        "opinions",
                        "OPI005",
                        record(with("opinions.answered_on"), r -> r.remove("opinions.answer"))),
                of(
                        "交办了没有承办单位",
                        "opinions",
                        "OPI006",
                        record(with("opinions.assigned_on"), r -> r.remove("opinions.responsible"))));
    }

    private static List<FaultKind> trainings() {
        return List.of(
                of(
                        "培训结束早于开始",
                        "trainings",
                        "TRN001",
                        record(
                                with("trainings.until_on"),
                                r -> r.put("trainings.until_on", later(r, "trainings.from_on", -1)))),
                of(
                        "考试的多于参加的",
                        "trainings",
                        "TRN003",
                        record(with("trainings.persons"), r -> r.put("trainings.examined", Value.of(200)))),
                of(
                        "一天培训二十学时",
                        "trainings",
                        "TRN006",
                        record(with("trainings.days"), r -> r.put("trainings.hours", Value.of(101)))),
                of(
                        "结束了没有填学时",
                        "trainings",
                        "TRN007",
                        record(with("trainings.until_on"), r -> r.remove("trainings.hours"))));
    }
}

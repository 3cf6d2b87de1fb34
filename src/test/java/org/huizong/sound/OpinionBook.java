package org.huizong.sound;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.huizong.catalogue.Catalogue;
import org.huizong.model.Period;

/** What deputies, supervisors and the public say of the township's enforcement, assigned and answered in time. */
final class OpinionBook {
    private final Chance chance;
    private final People people;
    private final OfficeDays days;
    private final List<Story> stories = new ArrayList<>();
    private int numbers;

    OpinionBook(long seed, OfficeDays days) {
        this.chance = new Chance(seed, "opinions");
        this.people = new People(chance);
        this.days = days;
    }

    /** Lives through a month. */
    void month(YearMonth month) {
        int count = chance.count(1.2);
        for (int i = 0; i < count; i++) {
            opinion(chance.day(month));
        }
    }

    private void opinion(LocalDate day) {
        String source = chance.pick(List.of("人大代表", "政协委员", "执法监督员", "群众"), 25, 15, 15, 45);
        boolean isLong = source.equals("人大代表") || source.equals("政协委员");
        boolean isExtended = chance.happens(0.1);
        LocalDate assigned = days.later(day, chance.whole(0, 3));
        int least = isExtended ? (isLong ? 95 : 31) : 3;
        int most = isExtended ? (isLong ? 170 : 48) : (isLong ? 85 : 18);
        LocalDate answered = assigned.plusDays(chance.whole(least, most));
        Story story = new Story("opinions", day)
                .says("number", "青意〔" + day.getYear() + "〕" + ++numbers + "号", day)
                .on("received_on", day)
                .says("source", source, day)
                .says("matter", chance.pick(List.of("建议多到村里讲法", "反映摊点占道", "检查要先亮证", "建议公开检查结果")), day)
                .on("assigned_on", assigned)
                .says("responsible", chance.pick(List.of("安监办", "交管站", "社会事务办", "石桥村")), assigned)
                .says("extended", isExtended ? "是" : "否", assigned)
                .on("answered_on", answered)
                .says("answer", chance.pick(List.of("已采纳", "已说明情况", "列入下年计划")), answered)
                .says("satisfaction", chance.pick(List.of("满意", "基本满意", "未评价", "不满意"), 60, 29, 10, 1), answered)
                .ends(answered);
        if (chance.happens(0.8)) {
            story.says("person", people.name(), day).says("phone", people.phone(), day);
        }
        stories.add(story);
    }

    /** The register of a period. */
    Filled fill(Catalogue catalogue, String unit, Period period) {
        return Filled.of(unit, "opinions", period, stories, catalogue);
    }
}

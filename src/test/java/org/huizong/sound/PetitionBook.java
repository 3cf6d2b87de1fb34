package org.huizong.sound;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.huizong.catalogue.Catalogue;
import org.huizong.model.Period;

/** The petitions of the township, told, accepted and closed within the days of the rules, or not the township's to accept. */
final class PetitionBook {
    /** What is written of a petition that is not the township's. */
    private static final List<String> REFUSALS = List.of("不予受理", "转送", "不属于本镇受理范围,已告知向有权机关提出");

    private final Chance chance;
    private final People people;
    private final OfficeDays days;
    private final List<Story> stories = new ArrayList<>();
    private int numbers;

    PetitionBook(long seed, OfficeDays days) {
        this.chance = new Chance(seed, "petitions");
        this.people = new People(chance);
        this.days = days;
    }

    /** Lives through a month. */
    void month(YearMonth month) {
        int count = chance.count(1.6);
        for (int i = 0; i < count; i++) {
            petition(chance.day(month));
        }
    }

    private void petition(LocalDate day) {
        String source = chance.pick(List.of("来信", "来访", "网上", "电话", "上级交办"));
        Story story = new Story("petitions", day)
                .says("number", "青信〔" + day.getYear() + "〕" + ++numbers + "号", day)
                .on("registered_on", day)
                .says("source", source, day)
                .says("category", chance.pick(List.of("申诉求决", "建议意见", "检举控告"), 75, 15, 10), day)
                .says("petitioner", people.name(), day)
                .says("phone", people.phone(), day)
                .counts("persons", source.equals("来访") ? chance.whole(1, 5) : 1, day)
                .says("matter", chance.pick(List.of("反映邻里纠纷", "反映道路损坏", "反映低保评定", "反映土地边界", "反映噪声扰民")), day)
                .says("responsible", chance.pick(List.of("国土所", "社会事务办", "司法所", "交管站")), day)
                .says("leader", people.name(), day);
        LocalDate told = days.from(day.plusDays(chance.whole(0, 10)));
        story.on("informed_on", told);
        if (chance.happens(0.1)) {
            story.on("closed_on", told)
                    .says("result", chance.pick(REFUSALS), told)
                    .ends(told);
        } else {
            boolean isExtended = chance.happens(0.08);
            LocalDate closed = told.plusDays(isExtended ? chance.whole(61, 88) : chance.whole(8, 55));
            story.on("accepted_on", told)
                    .says(
                            "extended",
                            isExtended ? "是" : "否",
                            told.plusDays(50).isBefore(closed) ? told.plusDays(50) : closed)
                    .on("closed_on", closed)
                    .says("result", chance.pick(List.of("已调解", "已答复", "已整改")), closed)
                    .says("satisfaction", chance.pick(List.of("满意", "基本满意", "不满意", "未评价")), closed)
                    .ends(closed);
        }
        stories.add(story);
    }

    /** The register of a period. */
    Filled fill(Catalogue catalogue, String unit, Period period) {
        return Filled.of(unit, "petitions", period, stories, catalogue);
    }
}

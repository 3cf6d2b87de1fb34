package org.huizong.sound;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.huizong.catalogue.Catalogue;
import org.huizong.model.Period;
import org.huizong.model.Value;

/** The documents of the township, from the plan to the day on which they lapse. */
final class DocumentBook {
    private final Chance chance;
    private final Chance cleanUps;
    private final OfficeDays days;
    private final List<Story> stories = new ArrayList<>();
    private int numbers;

    DocumentBook(long seed, OfficeDays days) {
        this.chance = new Chance(seed, "documents");
        this.cleanUps = new Chance(seed, "clean-ups");
        this.days = days;
    }

    /** Lives through a month. */
    void month(YearMonth month) {
        if (chance.happens(0.2)) {
            document(days.from(chance.day(month)));
        }
    }

    private void document(LocalDate planned) {
        boolean isTrial = chance.happens(0.25);
        LocalDate drafted = days.from(planned.plusDays(chance.whole(10, 60)));
        LocalDate from = days.from(drafted.plusDays(chance.whole(3, 20)));
        LocalDate until = from.plusDays(chance.whole(30, 40));
        LocalDate coordinated = days.later(until, chance.whole(1, 8));
        LocalDate reviewed = days.later(coordinated, chance.whole(7, 15));
        LocalDate discussed = days.later(reviewed, chance.whole(1, 15));
        LocalDate signed = days.later(discussed, chance.whole(0, 8));
        LocalDate published = days.later(signed, chance.whole(0, 8));
        LocalDate effective = published.plusDays(chance.whole(1, 40));
        Story story = new Story("documents", planned)
                .says("number", "青府规〔" + planned.getYear() + "〕" + ++numbers + "号", planned)
                .says("title", "青溪镇" + chance.pick(List.of("集体资金管理", "烟花燃放", "集市秩序", "河道保洁")) + "办法", planned)
                .says("type", isTrial ? "试行" : "一般", planned)
                .says("drafter", chance.pick(List.of("安监办", "社会事务办", "司法所", "国土所")), planned)
                .on("planned_on", planned)
                .on("drafted_on", drafted)
                .on("consulted_from", from)
                .on("consulted_until", until)
                .on("coordinated_on", coordinated)
                .on("reviewed_on", reviewed)
                .on("discussed_on", discussed)
                .on("signed_on", signed)
                .on("published_on", published)
                .knows("effective_on", Value.of(effective), signed)
                .knows(
                        "valid_until",
                        Value.of(effective.plusYears(isTrial ? 2 : 5).minusDays(1)),
                        signed)
                .on("registered_on", days.later(published, chance.whole(1, 15)))
                .says("standing", "有效", published);
        if (cleanUps.happens(0.4)) {
            cleanUp(story, days.later(published, cleanUps.whole(30, 120)));
        }
        stories.add(story);
    }

    private void cleanUp(Story story, LocalDate day) {
        String result = cleanUps.pick(List.of("继续有效", "修改", "废止"), 70, 20, 10);
        story.says("cleanup_batch", day.getYear() + "年第1批", day)
                .on("cleaned_on", day)
                .says("cleanup_result", result, day)
                .says("cleanup_reason", cleanUps.pick(List.of("与现行规定一致", "上位法已修订", "任务已完成")), day);
        if (result.equals("废止")) {
            story.on("repealed_on", day).says("standing", "废止", day);
        } else if (result.equals("修改")) {
            story.says("standing", "修改", day);
        }
    }

    /** The register of a period. */
    Filled fill(Catalogue catalogue, String unit, Period period) {
        return Filled.of(unit, "documents", period, stories, catalogue);
    }
}

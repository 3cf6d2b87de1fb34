package org.huizong.sound;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.huizong.catalogue.Catalogue;
import org.huizong.model.Period;
import org.huizong.model.Value;

/** The training of the township's officers, at home and above. */
final class TrainingBook {
    private static final int HOURS_A_DAY = 8;

    private final Chance chance;
    private final OfficeDays days;
    private final List<Story> stories = new ArrayList<>();
    private int numbers;

    TrainingBook(long seed, OfficeDays days) {
        this.chance = new Chance(seed, "trainings");
        this.days = days;
    }

    /** Lives through a month. */
    void month(YearMonth month) {
        if (chance.happens(0.5)) {
            course(days.from(chance.day(month)));
        }
    }

    private void course(LocalDate from) {
        int length = chance.whole(1, 5);
        LocalDate until = from.plusDays(length - 1L);
        int persons = chance.whole(3, 40);
        Story story = new Story("trainings", from)
                .says("number", "青训〔" + from.getYear() + "〕" + ++numbers + "号", from)
                .says("organiser", chance.pick(List.of("镇内", "上级")), from)
                .says("subject", chance.pick(List.of("行政处罚法", "执法文书制作", "安全生产执法", "证据规则")), from)
                .on("from_on", from)
                .on("until_on", until)
                .counts("days", length, until)
                .counts("persons", persons, until)
                .knows("hours", Value.of((long) length * chance.whole(4, HOURS_A_DAY)), until)
                .ends(until);
        if (chance.happens(0.6)) {
            int examined = chance.whole(1, persons);
            int passed = chance.whole(0, examined);
            story.counts("examined", examined, until).counts("passed", passed, until);
            if (chance.happens(0.5)) {
                story.counts("certified", chance.whole(0, passed), until);
            }
        }
        stories.add(story);
    }

    /** The register of a period. */
    Filled fill(Catalogue catalogue, String unit, Period period) {
        return Filled.of(unit, "trainings", period, stories, catalogue);
    }
}

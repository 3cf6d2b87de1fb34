package org.huizong.sound;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huizong.catalogue.Catalogue;
import org.huizong.model.Period;
import org.huizong.model.Value;

/** The penalties and levies of one unit, each handled as the law asks, day by day. */
final class CaseBook {
    private final Chance chance;
    private final People people;
    private final OfficeDays days;
    private final Roster roster;
    private final String unit;
    private final String field;
    private final String letter;
    private final List<Story> stories = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** A decision, with a number by which its kind or column is drawn. */
    record Decision(LocalDate day, long amount, double draw) {}

    /** What came in of a levy. */
    record Payment(LocalDate day, long amount) {}

    CaseBook(long seed, OfficeDays days, Roster roster, String unit, String field, String letter) {
        this.chance = new Chance(seed, "cases " + unit);
        this.people = new People(chance);
        this.days = days;
        this.roster = roster;
        this.unit = unit;
        this.field = field;
        this.letter = letter;
    }

    /** Decisions of a month. */
    List<Decision> decisions(YearMonth month) {
        return decisions.stream()
                .filter(d -> YearMonth.from(d.day()).equals(month))
                .toList();
    }

    /** Payments of a month. */
    List<Payment> payments(YearMonth month) {
        return payments.stream()
                .filter(d -> YearMonth.from(d.day()).equals(month))
                .toList();
    }

    /** Cases filed in a month. */
    long filed(YearMonth month) {
        return stories.stream()
                .filter(s -> YearMonth.from(s.begun()).equals(month))
                .count();
    }

    /** The register of a period. */
    Filled fill(Catalogue catalogue, Period period) {
        return new Filled(
                unit,
                "cases",
                period,
                Map.of(),
                stories.stream()
                        .filter(s -> s.isListed(period.start(), period.end()))
                        .map(s -> s.at(period.end(), catalogue))
                        .toList());
    }

    /** So many penalties begin in the month. */
    void penalties(YearMonth month, double mean, double onTheSpot) {
        int count = chance.count(mean);
        for (int i = 0; i < count; i++) {
            LocalDate found = days.from(chance.day(month));
            if (YearMonth.from(found).equals(month)) {
                if (chance.happens(onTheSpot)) {
                    summary(found);
                } else {
                    ordinary(found);
                }
            }
        }
    }

    private String number(String kind, LocalDate day) {
        return "青" + letter + kind + "〔" + day.getYear() + "〕" + numbers.merge(kind + day.getYear(), 1, Integer::sum)
                + "号";
    }

    private Story begin(String kind, LocalDate day, String procedure, boolean isCitizen, LocalDate found) {
        List<String> pair = roster.pair(unit, day);
        return new Story("cases", day)
                .says("case_no", number("执", day), day)
                .says("field", field, day)
                .says("kind", kind, day)
                .says("cause", kind.equals("征收") ? "违反生育规定" : "违反" + field + "管理规定", day)
                .says("source", chance.pick(List.of("检查", "举报", "移送"), 80, 15, 5), day)
                .says("power", chance.pick(List.of("委托", "赋权")), day)
                .says("procedure", procedure, day)
                .says("party_type", isCitizen ? "公民" : "法人", day)
                .says("party", isCitizen ? people.name() : people.firm(), day)
                .says("party_id", isCitizen ? people.citizen() : people.credit(), day)
                .on("found_on", found)
                .knows("acted_on", Value.of(found.minusDays(chance.happens(0.7) ? 0 : chance.whole(1, 40))), day)
                .says("officer_one", pair.get(0), day)
                .says("officer_two", pair.get(1), day);
    }

    private void summary(LocalDate day) {
        long fine = chance.whole(1, 10) * 20L;
        Story story = begin("处罚", day, "简易程序", true, day)
                .on("notified_on", day)
                .says("hearing_told", "不适用", day)
                .says("defence", chance.pick(List.of("未提", "放弃")), day)
                .says("major", "否", day)
                .says("penalty_kind", "罚款", day)
                .on("decided_on", day)
                .says("decision_no", number("罚", day), day)
                .counts("fine", fine, day)
                .says("remedies_told", "是", day)
                .on("served_on", day);
        if (chance.happens(0.4)) {
            story.on("filed_on", days.later(day, chance.whole(0, 3)));
        }
        boolean isSpot = fine <= 100 && chance.happens(0.5);
        LocalDate paid = isSpot ? day : day.plusDays(chance.whole(0, 14));
        decisions.add(new Decision(day, fine, chance.number(0, 1)));
        close(story, paid, fine, isSpot ? "当场收缴" : "银行或电子支付");
    }

    private void ordinary(LocalDate found) {
        LocalDate filed = days.later(found, chance.whole(0, 5));
        boolean isCitizen = chance.happens(field.equals("道路交通") ? 0.8 : 0.35);
        Story story = begin("处罚", filed, "普通程序", isCitizen, found).on("filed_on", filed);
        stories.add(story);
        if (chance.happens(0.05)) {
            LocalDate dropped = days.from(filed.plusDays(chance.whole(10, 50)));
            story.on("closed_on", dropped).says("closing", "撤案", dropped).ends(dropped);
            return;
        }
        boolean isLarge = chance.happens(0.08);
        long proposed = (isLarge ? isCitizen ? 120 : 600 : chance.whole(5, isCitizen ? 40 : 200)) * 100L;
        LocalDate told = days.from(filed.plusDays(chance.whole(3, 35)));
        String defence = chance.pick(List.of("未提", "放弃", "采纳", "不采纳"), 60, 20, 10, 10);
        long fine = defence.equals("采纳") ? proposed * 8 / 10 : proposed;
        LocalDate decided = isLarge ? days.later(told, chance.whole(9, 20)) : days.later(told, chance.whole(4, 12));
        story.on("notified_on", told)
                .counts("proposed_fine", proposed, told)
                .says("hearing_told", isLarge ? "是" : "不适用", told)
                .says("defence", defence, days.later(told, 3))
                .says("major", isLarge ? "是" : "否", told);
        if (defence.endsWith("采纳")) {
            story.says("defence_reply", "已复核,意见见案卷", days.later(told, 3));
        }
        if (isLarge) {
            LocalDate reviewed = days.later(told, 7);
            story.on("reviewed_on", reviewed).on("discussed_on", days.later(reviewed, 1));
        }
        LocalDate served = days.later(decided, chance.whole(0, 5));
        story.says("penalty_kind", "罚款", decided)
                .on("decided_on", decided)
                .says("decision_no", number("罚", decided), decided)
                .counts("fine", fine, decided)
                .says("remedies_told", "是", decided)
                .on("served_on", served);
        decisions.add(new Decision(decided, fine, chance.number(0, 1)));
        boolean isLate = chance.happens(0.06);
        stories.remove(story);
        close(story, served.plusDays(isLate ? chance.whole(16, 60) : chance.whole(0, 14)), fine, "银行或电子支付");
    }

    private void close(Story story, LocalDate paid, long amount, String way) {
        LocalDate closed = days.later(paid, chance.whole(0, 6));
        story.says("collection", way, paid)
                .says("receipt_no", "00" + chance.whole(10_000, 99_999), paid)
                .on("paid_on", paid)
                .counts("paid", amount, paid)
                .on("closed_on", closed)
                .says("closing", "履行完毕", closed)
                .ends(closed);
        stories.add(story);
    }

    /** So many levies begin in the month. */
    void levies(YearMonth month, double mean) {
        int count = chance.count(mean);
        for (int i = 0; i < count; i++) {
            LocalDate filed = days.from(chance.day(month));
            if (YearMonth.from(filed).equals(month)) {
                levy(filed);
            }
        }
    }

    private void levy(LocalDate filed) {
        Story story = begin("征收", filed, "普通程序", true, filed.minusDays(chance.whole(0, 20)))
                .on("filed_on", filed);
        LocalDate told = days.from(filed.plusDays(chance.whole(5, 30)));
        LocalDate decided = days.later(told, chance.whole(4, 20));
        long amount = chance.whole(30, 400) * 100L;
        LocalDate served = days.later(decided, chance.whole(0, 5));
        story.on("notified_on", told)
                .on("decided_on", decided)
                .says("decision_no", number("征", decided), decided)
                .counts("fine", amount, decided)
                .says("remedies_told", "是", decided)
                .on("served_on", served);
        decisions.add(new Decision(decided, amount, 0));
        int parts = chance.happens(0.6) ? 1 : 4;
        LocalDate last = served;
        for (int i = 0; i < parts; i++) {
            last = last.plusDays(chance.whole(5, 30));
            payments.add(new Payment(last, amount / parts));
        }
        close(story, last, amount, "银行或电子支付");
    }
}

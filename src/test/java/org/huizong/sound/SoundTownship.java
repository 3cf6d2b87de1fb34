package org.huizong.sound;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Obligation;
import org.huizong.catalogue.Unit;
import org.huizong.catalogue.UnitKind;
import org.huizong.model.Frequency;
import org.huizong.model.Period;
import org.huizong.model.Value;

/**
 * A township in which all goes as it should, and whose clerks write down what happened: events are made day by day, and
 * the returns count them. It knows the items of the catalogue and none of its rules.
 *
 * <p>It lives for half a year before its first return, so that there is something open when that is filled.
 */
final class SoundTownship {
    private static final int MONTHS_BEFORE = 8;
    private static final List<String> SAFETY = List.of("mines", "hazmat", "building", "fire", "other");
    private static final List<String> FOOD = List.of("workshops", "catering", "canteens", "vendors", "clinics");
    private static final List<String> TRAFFIC = List.of("cars", "motorcycles", "farm", "coaches");

    private final Catalogue catalogue;
    private final Chance chance;
    private final OfficeDays days;
    private final Roster roster;
    private final SafetyOffice safety;
    private final FoodOffice food;
    private final TrafficOffice traffic;
    private final FamilyOffice family;
    private final SocialOffice social;
    private final PetitionBook petitions;
    private final DocumentBook documents;
    private final OpinionBook opinions;
    private final TrainingBook trainings;
    private final Map<String, CaseBook> cases = new LinkedHashMap<>();
    private final Map<String, VillageOffice> villages = new LinkedHashMap<>();
    private final Map<String, PublicityWork> publicity = new LinkedHashMap<>();
    private final double strictness;
    private final List<LocalDate> banquets = new ArrayList<>();
    private final List<LocalDate> allowances = new ArrayList<>();
    private YearMonth next;

    /** The township of that seed, whose first return is that of that month. */
    SoundTownship(Catalogue catalogue, long seed, YearMonth first) {
        this.catalogue = catalogue;
        this.chance = new Chance(seed, "township");
        this.days = new OfficeDays(catalogue.calendar());
        this.next = first.minusMonths(MONTHS_BEFORE);
        Map<String, String> offices = new LinkedHashMap<>();
        catalogue.units().stream()
                .filter(u -> u.kind() == UnitKind.DEPARTMENT)
                .forEach(u -> offices.put(u.code(), u.label()));
        this.roster = new Roster(seed, days, offices, next.atDay(1));
        this.safety = new SafetyOffice(seed);
        this.food = new FoodOffice(seed);
        this.traffic = new TrafficOffice(seed);
        this.family = new FamilyOffice(seed);
        this.social = new SocialOffice(seed);
        this.petitions = new PetitionBook(seed, days);
        this.documents = new DocumentBook(seed, days);
        this.opinions = new OpinionBook(seed, days);
        this.trainings = new TrainingBook(seed, days);
        this.strictness = chance.number(0.3, 1.6);
        book(seed, "safety", "安全生产", "安");
        book(seed, "food", "食品药品", "食");
        book(seed, "traffic", "道路交通", "交");
        book(seed, "family", "计划生育", "计");
        for (Unit unit : catalogue.units()) {
            if (unit.returns().contains("village")) {
                villages.put(unit.code(), new VillageOffice(seed, unit.code()));
            }
            if (unit.returns().contains("publicity")) {
                publicity.put(
                        unit.code(),
                        new PublicityWork(seed, unit.code(), unit.returns().contains("village")));
            }
        }
        while (next.isBefore(first)) {
            month();
        }
    }

    private void book(long seed, String form, String field, String letter) {
        String unit = sender(form);
        cases.put(form, new CaseBook(seed, days, roster, unit, field, letter));
    }

    private String sender(String form) {
        return catalogue.units().stream()
                .filter(u -> u.returns().contains(form))
                .map(Unit::code)
                .findFirst()
                .orElseThrow();
    }

    /** Lives through the next month: the returns of all periods that end with it. */
    List<Filled> month() {
        YearMonth month = next;
        next = next.plusMonths(1);
        Map<Obligation, Filled> filled = new LinkedHashMap<>();
        Period period = Period.month(month);
        book("safety").penalties(month, 0.06 * strictness, 0);
        book("food").penalties(month, 0.12 * strictness, 0.2);
        book("traffic").penalties(month, 0.7 * strictness, 0.5);
        book("family").levies(month, 3);
        petitions.month(month);
        documents.month(month);
        opinions.month(month);
        trainings.month(month);
        List<LocalDate> births = new ArrayList<>();
        List<LocalDate> pensions = new ArrayList<>();
        List<LocalDate> insurances = new ArrayList<>();
        villages.forEach((unit, village) -> {
            VillageOffice.Told told = village.month(month);
            births.addAll(told.births());
            told.banquets().forEach(d -> banquets.add(chance.happens(0.1) ? d.plusDays(1) : d));
            told.allowances().forEach(d -> allowances.add(chance.happens(0.6) ? d : d.plusDays(chance.whole(1, 5))));
            pensions.addAll(told.pensions());
            insurances.addAll(told.insurances());
            put(filled, told.tally().fill(catalogue, unit, "village", period));
        });
        publicity.forEach((unit, work) -> put(filled, work.month(month).fill(catalogue, unit, "publicity", period)));
        Tally atSafety = safety.month(month);
        decisions("safety", month, SAFETY, atSafety);
        Tally atFood = food.month(month, take(banquets, month).size());
        decisions("food", month, FOOD, atFood);
        Tally onTheRoad = traffic.month(month);
        decisions("traffic", month, TRAFFIC, onTheRoad);
        put(filled, atSafety.fill(catalogue, sender("safety"), "safety", period));
        put(filled, atFood.fill(catalogue, sender("food"), "food", period));
        put(filled, onTheRoad.fill(catalogue, sender("traffic"), "traffic", period));
        put(filled, family.month(month, births, book("family")).fill(catalogue, sender("family"), "family", period));
        put(
                filled,
                social.month(month, pensions, insurances, take(allowances, month))
                        .fill(catalogue, sender("social"), "social", period));
        cases.values().forEach(book -> put(filled, book.fill(catalogue, period)));
        put(filled, new Filled(sender("officers"), "officers", period, Map.of(), roster.month(month)));
        put(filled, petitions.fill(catalogue, sender("petitions"), period));
        if (month.getMonthValue() % 6 == 0) {
            Period half = Period.holding(month, Frequency.HALF);
            put(filled, documents.fill(catalogue, sender("documents"), half));
            put(filled, opinions.fill(catalogue, sender("opinions"), half));
            put(filled, trainings.fill(catalogue, sender("trainings"), half));
        }
        if (month.getMonthValue() == 12) {
            duties(Period.holding(month, Frequency.YEAR), filled);
        }
        return List.copyOf(filled.values());
    }

    private CaseBook book(String form) {
        return java.util.Objects.requireNonNull(cases.get(form));
    }

    private static void put(Map<Obligation, Filled> filled, Filled one) {
        filled.put(new Obligation(one.unit(), one.form(), one.period()), one);
    }

    /** What has come by the end of the month, which is no longer awaited. */
    private static List<LocalDate> take(List<LocalDate> awaited, YearMonth month) {
        List<LocalDate> come =
                awaited.stream().filter(d -> !d.isAfter(month.atEndOfMonth())).toList();
        awaited.removeAll(come);
        return come;
    }

    private void decisions(String form, YearMonth month, List<String> columns, Tally tally) {
        book(form).decisions(month).forEach(d -> {
            String column = columns.get((int) (d.draw() * columns.size()));
            tally.add(form + ".penalties_" + column).add(form + ".fines_" + column, d.amount());
            if (form.equals("traffic")) {
                // a driver who is punished was stopped and set right as well
                tally.add("traffic.violations_corrected_" + column).add("traffic.vehicles_checked_" + column);
            }
        });
    }

    private void duties(Period period, Map<Obligation, Filled> filled) {
        for (Unit unit : catalogue.units()) {
            if (unit.returns().contains("duties")) {
                Map<String, Value> record = new LinkedHashMap<>();
                record.put("duties.code", Value.of("QX-" + unit.code() + "-01"));
                record.put("duties.name", Value.of(unit.label() + "监督检查"));
                record.put("duties.type", Value.of("检查"));
                record.put("duties.basis", Value.of("《行政处罚法》第二十四条"));
                record.put("duties.power", Value.of("委托"));
                record.put("duties.post", Value.of("监督岗"));
                record.put("duties.person", Value.of("何志强"));
                record.put("duties.planned", Value.of(chance.whole(4, 12) * 10L));
                record.put("duties.indicator", Value.of("行政执法检查"));
                put(filled, new Filled(unit.code(), "duties", period, Map.of(), List.of(record)));
            }
        }
    }
}

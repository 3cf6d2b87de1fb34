package org.huizong.written;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A report with the year's 24 figures: whatever is changed in it is found, and nothing else is. */
class AlteredReportTest {
    private static final List<String> REPORT = List.of(
            "青溪镇2025年依法行政情况",
            "一、主要工作",
            "（一）宣传培训。各部门、各村走村串户，全年共向群众发放宣传资料{materials}，接受群众咨询{consultations}，张贴标语{slogans}，办板报{boards}；举办培训班{training_courses}，培训班参加{training_attendance}。",
            "（二）执法检查。全镇开展行政执法检查{inspections}，涵盖安全生产、食品卫生、交通管理等领域，纠正违章{violations_corrected}，行政处罚{penalties}，行政立案{cases_filed}（计生）。",
            "二、主要成效",
            "在安全生产、食品安全方面，取缔无证行医{unlicensed_clinics_closed}，生产安全事故{safety_accidents}，食品安全事故{food_accidents}。在交通管理方面，纠正交通违章{traffic_violations_corrected}，处罚{traffic_penalties}。在计生执法方面，发出征收社会抚养费决定书{fee_decisions}。",
            "审批工作中，共办理计划生育一孩证{first_child_permits}，二孩证{second_child_permits}，居民社会养老保险{resident_pensions}，农村居民养老保险{rural_pensions}，农村小额保险{rural_micro_insurance}，农村低保{rural_allowances}，居民低保{resident_allowances}。",
            "三、下一步打算",
            "各单位全年组织学习行政知识不少于{study_sessions}，落实“五落实”，做到“三到位”。");

    private static final Map<String, String> MEASURES = measures();
    private static final Year2025 YEAR = new Year2025();
    private static final Map<String, Integer> RIGHT = values();
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    /** How a report was altered, and of which figures something else is said since. */
    private record Altered(List<String> report, Set<String> changed, Set<String> dropped) {}

    private static Map<String, String> measures() {
        Map<String, String> measures = new LinkedHashMap<>();
        Year2025.CATALOGUE.indicators().forEach(i -> measures.put(i.code(), i.measure()));
        return measures;
    }

    @Test
    void agreesAsLongAsNothingIsChanged() {
        var report = YEAR.verify(Year2025.document(write(words(RIGHT)).toArray(String[]::new)));

        assertThat(report.lines()).hasSize(24).allMatch(l -> l.outcome() == Outcome.AGREES);
        assertThat(report.contradicted()).isZero();
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, 200).mapToObj(Long::valueOf);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsWhatWasChangedAndNothingElse(long seed) {
        Altered altered = alter(new Random(seed));

        var report = YEAR.verify(Year2025.document(altered.report().toArray(String[]::new)));

        List<String> wrong = new ArrayList<>();
        report.lines().stream()
                .filter(ReportLine::isWrong)
                .map(l -> l.source().replaceAll(".*：(\\w+)）.*", "$1"))
                .map(s -> s.contains("年度目标") ? "study_sessions" : s)
                .forEach(wrong::add);
        assertThat(wrong)
                .as(String.join("\n", altered.report()))
                .containsExactlyInAnyOrderElementsOf(altered.changed());
        assertThat(report.lines()).hasSize(24 - altered.dropped().size());
        assertThat(report.lines()).filteredOn(l -> !l.isWrong()).allMatch(l -> l.outcome() == Outcome.AGREES);
    }

    private static Map<String, Integer> values() {
        Map<String, Integer> values = new LinkedHashMap<>();
        YEAR.consolidation().indicators().stream()
                .filter(i -> i.now().value().isPresent())
                .forEach(i -> values.put(
                        i.indicator().code(), i.now().value().orElseThrow().intValueExact()));
        return values;
    }

    private static Map<String, String> words(Map<String, Integer> values) {
        Map<String, String> words = new LinkedHashMap<>();
        values.forEach((code, value) -> words.put(code, value + MEASURES.get(code)));
        return words;
    }

    private static List<String> write(Map<String, String> words) {
        return REPORT.stream()
                .map(line -> PLACE.matcher(line).replaceAll(m -> words.get(m.group(1))))
                .toList();
    }

    /** Changes some figures, swaps two, writes some otherwise, drops one: as the dice fall. */
    private static Altered alter(Random dice) {
        Map<String, Integer> right = RIGHT;
        Map<String, Integer> values = new LinkedHashMap<>(right);
        List<String> codes = new ArrayList<>(values.keySet());
        Collections.shuffle(codes, dice);
        for (String code : codes.subList(0, dice.nextInt(4))) {
            int value = values.get(code);
            int other = switch (dice.nextInt(4)) {
                case 0 -> value + 1 + dice.nextInt(9);
                case 1 -> Math.max(0, value - 1 - dice.nextInt(9));
                case 2 -> value * 10 + dice.nextInt(10);
                default -> turned(value);
            };
            values.put(code, other);
        }
        if (dice.nextBoolean()) {
            String one = codes.get(4);
            String other = codes.get(5);
            int kept = values.get(one);
            values.put(one, values.get(other));
            values.put(other, kept);
        }
        Set<String> changed = new LinkedHashSet<>();
        values.forEach((code, value) -> {
            if (!value.equals(right.get(code))) {
                changed.add(code);
            }
        });
        Map<String, String> words = words(values);
        for (String code : codes.subList(6, 6 + dice.nextInt(6))) {
            words.put(code, otherwise(values.get(code), dice) + MEASURES.get(code));
        }
        for (String code : changed) {
            if (dice.nextInt(3) == 0) {
                words.put(code, otherwise(values.get(code), dice) + MEASURES.get(code));
            }
        }
        List<String> report = new ArrayList<>(write(words));
        Set<String> dropped = new LinkedHashSet<>();
        if (dice.nextInt(3) == 0) {
            String code = codes.get(12);
            dropped.add(code);
            Map<String, String> without = new LinkedHashMap<>(words);
            without.put(code, "");
            report = new ArrayList<>(write(without));
            changed.remove(code);
        }
        return new Altered(report, changed, dropped);
    }

    private static int turned(int value) {
        return Integer.parseInt(new StringBuilder().append(value).reverse().toString());
    }

    private static String otherwise(int value, Random dice) {
        return switch (dice.nextInt(value >= 1000 ? 4 : 2)) {
            case 0 -> spelt(value);
            case 1 -> wide(value);
            case 2 -> String.format("%,d", value);
            default ->
                new BigDecimal(value).movePointLeft(4).stripTrailingZeros().toPlainString() + "万";
        };
    }

    private static String wide(int value) {
        return String.valueOf(value)
                .chars()
                .mapToObj(c -> String.valueOf((char) (c - '0' + '０')))
                .reduce("", String::concat);
    }

    /** A number in Chinese, to below 100,000,000. */
    static String spelt(int value) {
        if (value == 0) {
            return "0";
        }
        String high = value >= 10_000 ? section(value / 10_000) + "万" : "";
        int low = value % 10_000;
        String gap = !high.isEmpty() && low > 0 && low < 1_000 ? "零" : "";
        String all = high + gap + (low > 0 ? section(low) : "");
        return all.startsWith("一十") ? all.substring(1) : all;
    }

    private static String section(int value) {
        StringBuilder said = new StringBuilder();
        boolean gap = false;
        for (int place = 3; place >= 0; place--) {
            int digit = value / (int) Math.pow(10, place) % 10;
            if (digit == 0) {
                gap = said.length() > 0;
            } else {
                said.append(gap ? "零" : "")
                        .append("零一二三四五六七八九".charAt(digit))
                        .append(List.of("", "十", "百", "千").get(place));
                gap = false;
            }
        }
        return said.toString();
    }
}

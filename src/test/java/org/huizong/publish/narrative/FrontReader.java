package org.huizong.publish.narrative;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huizong.aggregation.CrossCheck;
import org.huizong.aggregation.FilingStatus;
import org.huizong.aggregation.FilingStatus.State;
import org.huizong.aggregation.Publication;
import org.huizong.catalogue.Catalogue;
import org.huizong.model.Severity;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;

/** Reads how many returns 首页 says are owed and in, and what it says needs attention, and counts them again. */
final class FrontReader {
    private static final int MOST = 5;
    private static final Pattern TARGET =
            Pattern.compile("(.+?)本年累计 ([0-9.]+) \\S+，(?:超出年度目标 ([0-9.]+)|年度目标 ([0-9.]+)) .*");

    private final Publication publication;
    private final Catalogue catalogue;
    private final List<FilingStatus> standings;

    private FrontReader(Publication publication, Catalogue catalogue) {
        this.publication = publication;
        this.catalogue = catalogue;
        this.standings = publication.consolidation().coverage().standings();
    }

    /** All that is not so. */
    static List<String> faults(Publication publication, Catalogue catalogue) {
        Terms terms = new Terms(publication, catalogue, new Wording(new MessageBundle(Lang.ZH), catalogue));
        FrontReader reader = new FrontReader(publication, catalogue);
        List<String> faults = new ArrayList<>();
        String counts = new Verdict(terms).counts();
        if (!counts.equals(reader.counts())) {
            faults.add("said: " + counts + " but it is: " + reader.counts());
        }
        List<String> said =
                Attention.of(terms).stream().map(a -> a.sentence(terms)).toList();
        List<String> others = new ArrayList<>();
        for (String sentence : said) {
            Matcher target = TARGET.matcher(sentence);
            if (!target.matches()) {
                others.add(sentence);
            } else if (!reader.isSo(target)) {
                faults.add("not so: " + sentence);
            }
        }
        List<String> expected = reader.attention().stream()
                .limit(MOST - said.size() + others.size())
                .toList();
        if (!others.equals(expected)) {
            faults.add("needs attention: " + others + " but it is " + expected);
        }
        return faults.stream()
                .map(f -> publication.consolidation().period() + ": " + f)
                .toList();
    }

    private String counts() {
        long notDue = count(s -> s.state() == State.NOT_DUE);
        return "应报 " + (standings.size() - notDue) + " 份，实报 " + count(s -> s.state() == State.COUNTED) + " 份"
                + some("（其中迟报 %d 份）", count(this::isLate))
                + some("，缺报 %d 份", count(s -> s.state() == State.MISSING))
                + some("，退回 %d 份", count(s -> s.state() == State.REJECTED))
                + some("，冲突 %d 份", count(s -> s.state() == State.CONFLICT)) + "。";
    }

    private static String some(String text, long count) {
        return count == 0 ? "" : text.formatted(count);
    }

    private long count(Predicate<FilingStatus> which) {
        return standings.stream().filter(which).count();
    }

    private boolean isLate(FilingStatus s) {
        return s.state() == State.COUNTED
                && s.received().filter(day -> day.isAfter(s.due())).isPresent();
    }

    /** What is said of returns, questions, differences and leads, the gravest first. */
    private List<String> attention() {
        Map<String, Long> all = new LinkedHashMap<>();
        for (var state : List.of(
                Map.entry(State.MISSING, "%d 份报表缺报（%s），合计数不含这些单位，请催报。"),
                Map.entry(State.REJECTED, "%d 份报表因错误退回（%s），尚未改正重报。"),
                Map.entry(State.CONFLICT, "%d 份报表（%s）有两个互相矛盾的文件，须由填报单位确认。"))) {
            List<String> units = standings.stream()
                    .filter(s -> s.state() == state.getKey() && !s.neverRun())
                    .map(s -> s.owed().unit())
                    .toList();
            all.put(state.getValue().replace("%s", names(new LinkedHashSet<>(units))), (long) units.size());
        }
        var open = publication.findings().stream()
                .filter(f -> f.finding().severity() == Severity.QUERY
                        && f.finding().derivation().undecided().isEmpty())
                .filter(f -> !f.unit().isEmpty())
                .filter(f -> f.explanation().isEmpty() || f.finding().isExplainedByNothing())
                .map(f -> f.unit())
                .toList();
        all.put("%d 个核实问题还没有说明情况：" + names(new TreeSet<>(open)) + "。", (long) open.size());
        all.put(
                "部门与村的数有 %d 项不符，见部门与村核对。",
                publication.consolidation().crossChecks().stream()
                        .filter(CrossCheck::hasFailed)
                        .count());
        all.put("台账有 %d 条程序线索，请司法所核查。", leads());
        all.put("%d 份报表迟报，已计入。", count(this::isLate));
        return all.entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .map(e -> e.getKey().formatted(e.getValue()))
                .toList();
    }

    /** Queries about records by a rule with its article, where the catalogue has registers. */
    private long leads() {
        var articles = catalogue.rules().stream()
                .filter(r -> !r.basis().isEmpty() && r.severity() == Severity.QUERY)
                .map(r -> r.id())
                .collect(Collectors.toSet());
        return publication.findings().stream()
                .filter(f -> f.finding().severity() == Severity.QUERY
                        && f.finding().derivation().undecided().isEmpty())
                .filter(f -> !f.finding().record().isEmpty())
                .filter(f -> articles.contains(f.finding().rule()))
                .count();
    }

    private String names(Collection<String> units) {
        String first = units.stream()
                .limit(3)
                .map(u -> catalogue.unit(u).orElseThrow().label())
                .collect(Collectors.joining("、"));
        return units.size() <= 3 ? first : first + "等" + units.size() + "个单位";
    }

    /** An indicator is above its target, or behind the part of the year that is gone. */
    private boolean isSo(Matcher said) {
        return publication.consolidation().indicators().stream()
                .filter(i -> i.indicator().label().equals(said.group(1)))
                .anyMatch(i -> {
                    BigDecimal toDate = i.yearToDate().value().orElseThrow();
                    BigDecimal target = i.indicator().target().orElseThrow();
                    boolean isOver = said.group(3) != null;
                    BigDecimal months = BigDecimal.valueOf(
                            publication.consolidation().period().last().getMonthValue());
                    BigDecimal due = target.multiply(months).divide(BigDecimal.valueOf(12), 9, RoundingMode.HALF_UP);
                    return new BigDecimal(said.group(2)).compareTo(toDate) == 0
                            && new BigDecimal(isOver ? said.group(3) : said.group(4)).compareTo(target) == 0
                            && (isOver ? toDate.compareTo(target) > 0 : toDate.compareTo(due) < 0);
                });
    }
}

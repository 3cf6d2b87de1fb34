package org.huizong.publish.narrative;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huizong.aggregation.Comparison;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.FilingStatus;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.aggregation.Publication;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Indicator.Direction;
import org.huizong.catalogue.Unit;
import org.huizong.model.Severity;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;

/**
 * Listens to the sentences of a briefing as somebody would who has the figures before him, and says what is wrong with
 * them: a number, a sign or a name that is not so, something large that is left out, praise of what is no merit.
 */
public final class Listener {
    private static final BigDecimal LEAST = BigDecimal.valueOf(20);

    private final Publication publication;
    private final Catalogue catalogue;
    private final boolean chinese;
    private final List<String> faults = new ArrayList<>();

    private Listener(Publication publication, Catalogue catalogue, Lang lang) {
        this.publication = publication;
        this.catalogue = catalogue;
        this.chinese = lang == Lang.ZH;
    }

    /** All that is wrong with what is said of a publication in a language. */
    public static List<String> faults(Publication publication, Catalogue catalogue, Lang lang) {
        var said = new BriefingText(new Terms(publication, catalogue, new Wording(new MessageBundle(lang), catalogue)))
                .all();
        var listener = new Listener(publication, catalogue, lang);
        listener.hear(said);
        listener.faults.addAll(lang == Lang.ZH ? FrontReader.faults(publication, catalogue) : List.of());
        return listener.faults.stream()
                .map(f -> publication.consolidation().period() + " " + lang + ": " + f + " | " + String.join(" ", said))
                .toList();
    }

    private void hear(List<String> said) {
        if (said.size() < 3 || said.size() > 5) {
            faults.add(said.size() + " sentences");
        }
        String all = said.stream()
                .map(s -> s.replaceAll(chinese ? "说明“[^”]*”" : "says \"[^\"]*\"", ""))
                .collect(Collectors.joining("\n"));
        work(said.get(0));
        incidents(all);
        changes(all);
        filing(all);
        queries(all);
        indicators()
                .filter(i -> i.indicator().direction() == Direction.NONE)
                .filter(i -> mentions(all, label(i)))
                .forEach(i -> faults.add(label(i) + " is no merit"));
        if (all.contains("{") || all.contains("null") || all.contains("Optional")) {
            faults.add("not a sentence");
        }
    }

    private java.util.stream.Stream<IndicatorFigures> indicators() {
        return publication.consolidation().indicators().stream();
    }

    private List<IndicatorFigures> headlines() {
        return indicators()
                .filter(i -> i.indicator().headline().isPresent())
                .sorted(Comparator.comparing(i -> i.indicator().headline().orElseThrow()))
                .toList();
    }

    /** A label as a word of its own: 农村低保 is not in 居民低保, nor 行政处罚 in a longer name. */
    private boolean mentions(String text, String label) {
        String others = indicators()
                .map(this::label)
                .filter(l -> !l.equals(label) && l.contains(label))
                .reduce(text, (t, l) -> t.replace(l, ""));
        return others.contains(label);
    }

    private void work(String sentence) {
        List<String> expected = headlines().stream()
                .filter(i -> i.indicator().direction() == Direction.UP)
                .filter(i -> signum(i.now()) > 0)
                .limit(5)
                .map(i -> amount(i))
                .toList();
        String told = sentence.replaceFirst(chinese ? "^[^，]*，(全镇|全县)" : "^[^,]*, [A-Za-z]+: ", "")
                .replaceFirst("[。.]$", "");
        List<String> heard =
                expected.isEmpty() ? List.of() : Arrays.asList(told.split(chinese ? "，(?!实报)" : ", (?!\\d)"));
        same("work", heard, expected);
    }

    private String amount(IndicatorFigures i) {
        String number = rounded(i.now().value().orElseThrow(), i.indicator());
        String measure = measure(i.indicator(), i.now().value().orElseThrow());
        return (chinese ? label(i) + number + measure : label(i) + " " + number + " " + measure) + partly(i.now());
    }

    private String partly(Figure figure) {
        boolean whole = figure.basis().gaps().isEmpty()
                && figure.asAt().isEmpty()
                && figure.reserve().isEmpty();
        if (whole) {
            return "";
        }
        boolean returns = figure.counted() < figure.owed();
        return chinese
                ? "（数据不全" + (returns ? "，实报" + figure.counted() + "/" + figure.owed() : "") + "）"
                : " (not whole"
                        + (returns
                                ? ", " + figure.counted() + " of " + figure.owed()
                                        + bent(figure.owed(), " return", " returns")
                                : "")
                        + ")";
    }

    private void incidents(String all) {
        indicators()
                .filter(i -> i.indicator().direction() == Direction.DOWN)
                .filter(i -> i.now().value().isPresent())
                .forEach(i -> {
                    boolean happened = signum(i.now()) != 0;
                    boolean headline = i.indicator().headline().isPresent();
                    String sentence = Arrays.stream(all.split("\n"))
                            .filter(s ->
                                    s.contains(chinese ? "为零" : "None: ") || s.contains(chinese ? "发生" : "There were"))
                            .findFirst()
                            .orElse("");
                    String none = chinese
                            ? after(sentence, "；").replaceFirst("为零。$", "")
                            : sentence.replaceFirst("^.*None: ", "");
                    boolean saidNone = sentence.contains(chinese ? "为零" : "None: ") && none.contains(label(i));
                    boolean saidSome = sentence.contains(amount(i)) && happened;
                    if (happened && (!saidSome || saidNone)) {
                        faults.add(label(i) + " happened");
                    }
                    if (!happened && headline && !saidNone) {
                        faults.add(label(i) + " did not happen");
                    }
                    if (!happened
                            && headline
                            && !partly(i.now()).isEmpty()
                            && !none.contains(label(i) + partly(i.now()))) {
                        faults.add(label(i) + " is not whole");
                    }
                });
    }

    private static String after(String text, String part) {
        return text.substring(text.lastIndexOf(part) + 1);
    }

    private void changes(String all) {
        Pattern pattern = Pattern.compile(
                chinese
                        ? "(?<=[：；])(?<label>[^，；：。\n]+?)(?<way>增加|减少)(?<number>[0-9.]+)(?<measure>[^（]+?)（(?<rate>增长|下降)(?<percent>[0-9.]+)%(?:，同口径(?<units>[0-9]+)家)?）"
                        : "(?<=[:;] )(?<label>[A-Z][^;:\n]*?) (?<way>up|down) (?<number>[0-9.]+) (?<measure>[^(]+?) \\((?<rate>[+-])(?<percent>[0-9.]+)%(?:, the (?<units>[0-9]+) units? in both)?\\)");
        String sentence = Arrays.stream(all.split("\n"))
                .filter(s -> s.contains(chinese ? "相比" : "Against "))
                .findFirst()
                .orElse("");
        boolean prior = publication.consolidation().period().isMonth()
                && candidates(true).stream()
                        .anyMatch(i -> i.againstPrior().difference().isPresent());
        List<IndicatorFigures> largest = candidates(prior).stream()
                .filter(i -> ratio(i, prior)
                        .filter(p -> p.abs().compareTo(LEAST) >= 0)
                        .isPresent())
                .sorted(Comparator.comparing((IndicatorFigures i) ->
                                ratio(i, prior).orElseThrow().abs())
                        .reversed())
                .limit(2)
                .toList();
        Matcher matcher = pattern.matcher(sentence);
        List<String> heard = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        while (matcher.find()) {
            String way = matcher.group("way").equals(chinese ? "增加" : "up") ? "+" : "-";
            String rate = matcher.group("rate").equals(chinese ? "增长" : "+") ? "+" : "-";
            heard.add(matcher.group("label") + " " + way + matcher.group("number") + matcher.group("measure") + " "
                    + rate + matcher.group("percent") + " "
                    + Optional.ofNullable(matcher.group("units")).orElse(""));
            ends.add(matcher.end());
        }
        List<String> expected = largest.stream().map(i -> changed(i, prior)).toList();
        same("changes", heard, expected);
        for (int n = 0; n < Math.min(heard.size(), largest.size()); n++) {
            int end = n + 1 < ends.size() ? ends.get(n + 1) : sentence.length();
            shares(sentence.substring(ends.get(n), end), largest.get(n), prior);
        }
    }

    private List<IndicatorFigures> candidates(boolean prior) {
        return headlines().stream()
                .filter(i -> i.indicator().direction() != Direction.NONE)
                .filter(i -> !i.indicator().measure().equals("%"))
                .filter(i -> comparison(i, prior).difference().isPresent())
                .toList();
    }

    private static Comparison comparison(IndicatorFigures i, boolean prior) {
        return prior ? i.againstPrior() : i.againstYearAgo();
    }

    private static BigDecimal now(IndicatorFigures i, boolean prior) {
        return comparison(i, prior)
                .common()
                .map(Comparison.Common::now)
                .orElseGet(() -> i.now().value().orElseThrow());
    }

    private static BigDecimal then(IndicatorFigures i, boolean prior) {
        return comparison(i, prior)
                .common()
                .map(Comparison.Common::then)
                .orElseGet(() -> (prior ? i.prior() : i.yearAgo()).value().orElseThrow());
    }

    /** The change in per cent, if the base is at least 10. */
    private static Optional<BigDecimal> ratio(IndicatorFigures i, boolean prior) {
        BigDecimal then = then(i, prior);
        return then.abs().compareTo(BigDecimal.TEN) < 0
                ? Optional.empty()
                : Optional.of(now(i, prior)
                        .subtract(then)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(then.abs(), 1, RoundingMode.HALF_UP));
    }

    private String changed(IndicatorFigures i, boolean prior) {
        BigDecimal difference = now(i, prior).subtract(then(i, prior));
        String sign = difference.signum() < 0 ? "-" : "+";
        return label(i) + " " + sign + rounded(difference.abs(), i.indicator()) + measure(i.indicator(), difference)
                + " " + sign
                + ratio(i, prior).orElseThrow().abs().toPlainString() + " "
                + comparison(i, prior)
                        .common()
                        .map(c -> String.valueOf(c.units()))
                        .orElse("");
    }

    /** Each unit that is named made at least a fifth of the change, in its direction, and exactly so much. */
    private void shares(String said, IndicatorFigures i, boolean prior) {
        Matcher named = Pattern.compile(
                        chinese
                                ? "(?:主要是|、)([^、，；]+?)(增加|减少)([0-9.]+)"
                                : "(?:mostly |, )([A-Z][^,;]*?) (up|down) ([0-9.]+)")
                .matcher(said);
        BigDecimal whole = now(i, prior).subtract(then(i, prior));
        while (named.find()) {
            String unit = unit(named.group(1));
            BigDecimal amount = new BigDecimal(named.group(3));
            BigDecimal told = named.group(2).equals(chinese ? "增加" : "up") ? amount : amount.negate();
            Figure now = i.byUnit().getOrDefault(unit, Figure.NOT_OWED);
            Figure then = publication
                    .consolidation()
                    .course()
                    .months()
                    .get(publication.consolidation().period().prior().last())
                    .unit(unit, i.indicator().code());
            BigDecimal true_ = now.value().orElseThrow().subtract(then.value().orElseThrow());
            if (true_.compareTo(told) != 0
                    || true_.signum() != whole.signum()
                    || true_.abs().multiply(BigDecimal.valueOf(5)).compareTo(whole.abs()) < 0
                    || !prior) {
                faults.add(named.group() + " is " + true_);
            }
        }
    }

    private void filing(String all) {
        List<FilingStatus> standings = publication.consolidation().coverage().standings();
        Map<FilingStatus.State, Long> counts =
                standings.stream().collect(Collectors.groupingBy(FilingStatus::state, Collectors.counting()));
        long notDue = counts.getOrDefault(FilingStatus.State.NOT_DUE, 0L);
        long owed = standings.size() - notDue;
        long open = owed - counts.getOrDefault(FilingStatus.State.COUNTED, 0L);
        Set<String> lacking = new LinkedHashSet<>();
        Set<String> late = new LinkedHashSet<>();
        long lateReturns = 0;
        for (FilingStatus s : standings) {
            boolean counted = s.state() == FilingStatus.State.COUNTED;
            if (!counted && s.state() != FilingStatus.State.NOT_DUE) {
                lacking.add(s.owed().unit());
            }
            if (counted && s.received().filter(d -> d.isAfter(s.due())).isPresent()) {
                late.add(s.owed().unit());
                lateReturns++;
            }
        }
        String expected;
        if (owed == 0) {
            expected = chinese ? "还没有应报的报表" : "No return is owed yet";
        } else if (open == 0) {
            expected = chinese
                    ? "应报的 " + owed + " 份报表已全部报齐"
                    : "All " + owed + bent(owed, " return owed is in", " returns owed are in");
        } else {
            expected = chinese
                    ? "应报 " + owed + " 份报表，还有 " + open + " 份没有计入（" + names(lacking) + "）"
                    : "Of " + owed + bent(owed, " return", " returns") + " owed " + open + bent(open, " is", " are")
                            + " not counted (" + names(lacking) + ")";
        }
        has(all, expected);
        if (lateReturns > 0) {
            has(
                    all,
                    chinese
                            ? lateReturns + " 份迟报（" + names(late) + "）"
                            : lateReturns + " came late (" + names(late) + ")");
        } else if (all.contains(chinese ? "份迟报" : "came late")) {
            faults.add("nobody was late");
        }
        if (notDue > 0) {
            has(all, chinese ? notDue + " 份未到期" : notDue + bent(notDue, " more is not due", " more are not due"));
        }
    }

    private void queries(String all) {
        var open = publication.findings().stream()
                .filter(f -> f.finding().severity() == Severity.QUERY
                        && f.finding().derivation().undecided().isEmpty())
                .filter(f -> !f.unit().isEmpty())
                .filter(f -> f.explanation().isEmpty() || f.finding().isExplainedByNothing())
                .toList();
        Matcher said = Pattern.compile(
                        chinese ? "请(\\S+)说明 ([0-9]+) 个核实问题" : "([A-Z][^;\n]*) to explain ([0-9]+) (?:query|queries)")
                .matcher(all);
        if (said.find()) {
            Set<String> units = new java.util.TreeSet<>();
            open.forEach(f -> units.add(f.unit()));
            String who =
                    said.group(1).replaceFirst("^.*(To be decided: |请)", "").strip();
            same("queries", List.of(who, said.group(2)), List.of(names(units), String.valueOf(open.size())));
        } else if (open.isEmpty() && all.contains(chinese ? "核实问题" : "queries")) {
            faults.add("there is no query");
        }
    }

    private String names(Set<String> units) {
        String first = units.stream()
                .limit(3)
                .map(u -> catalogue.unit(u).orElseThrow())
                .map(u -> chinese ? u.label() : u.labelEn())
                .collect(Collectors.joining(chinese ? "、" : ", "));
        if (units.size() <= 3) {
            return first;
        }
        return chinese ? first + "等" + units.size() + "个单位" : first + " and others, " + units.size() + " in all";
    }

    private String unit(String label) {
        return catalogue.units().stream()
                .filter(u -> (chinese ? u.label() : u.labelEn()).equals(label))
                .map(Unit::code)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody is called " + label));
    }

    private void has(String all, String expected) {
        if (!all.contains(expected)) {
            faults.add("not said: " + expected);
        }
    }

    private void same(String what, List<String> heard, List<String> expected) {
        if (!heard.equals(expected)) {
            faults.add(what + " said " + heard + " but it is " + expected);
        }
    }

    private static int signum(Figure figure) {
        return figure.value().map(BigDecimal::signum).orElse(0);
    }

    private String label(IndicatorFigures i) {
        return chinese ? i.indicator().label() : i.indicator().labelEn();
    }

    private String measure(Indicator indicator, BigDecimal number) {
        if (chinese) {
            return indicator.measure();
        }
        List<String> words = Arrays.asList(catalogue
                .choice("measures", indicator.measure())
                .orElseThrow()
                .labelEn()
                .split("\\|"));
        return words.get(number.abs().compareTo(BigDecimal.ONE) == 0 ? 0 : words.size() - 1);
    }

    private static String bent(long number, String one, String many) {
        return number == 1 ? one : many;
    }

    private static String rounded(BigDecimal number, Indicator indicator) {
        return number.setScale(indicator.decimals(), RoundingMode.HALF_UP).toPlainString();
    }
}

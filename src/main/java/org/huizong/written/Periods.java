package org.huizong.written;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huizong.intake.parse.NumberText;
import org.huizong.intake.parse.PeriodText;
import org.huizong.model.Frequency;
import org.huizong.model.Period;

/** The words of a text for months and years, and what they mean for a report on a period. */
final class Periods {
    private static final String TO = "[-—–~至到]{1,2}";

    /** The number of a month in Chinese. */
    static final String SPELT = "(?:十[一二]?|[一二三四五六七八九])";

    private static final String NUMBER = "(?:\\d{1,2}|" + SPELT + ")";

    private static final String DAY = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]";

    private static final Pattern SAID = Pattern.compile("(?<year>\\d{4}|二[〇零][一二三四五六七八九〇零]{2})年(?:"
            + "[1一]月?(?:1[日号])?" + TO + "(?:\\d{4}年)?(?<until>" + NUMBER + ")月(?:份|" + DAY + ")?"
            + "|(?<part>[上下]半年|第?[一二三四1-4]季度|" + NUMBER + "月份?)(?<day>" + DAY + ")?)?(?:度|全年)?"
            + "|(?<quarters>前(?:三|3)个?季度)"
            + "|(?<lastago>去年同期|上年同期|上一年同期)"
            + "|(?<long>大?前年|(?:近|过去|最近|这)[几两三四五六七八九十\\d]{1,2}年|[两三四五六七八九十]年(?:来|间)|十[一二三四五]五.?(?:期间|时期|以来)|[本上这]周|[上中下]旬|[昨今当][天日])(?:累计|共计)?"
            + "|(?<lastyear>去年|上年度?|[上前]一年度?)"
            + "|(?<prior>上个?月|上季度|上期)"
            + "|(?<now>本月|当月|本季度|本期)"
            + "|(?:今年|本年)?(?:1|(?<!十)一)月?" + TO + "(?<these>" + NUMBER + ")月份?"
            + "|截[至止](?:今年|(?<uptoyear>\\d{4})年)?(?<upto>" + NUMBER + ")月(?:底|末|" + DAY + ")"
            + "|(?:今年|本年)?(?<bare>[上下]半年|第?[一二三四]季度|(?<!\\d)第?[1-4]季度|(?<![\\d年])\\d{1,2}月份?(?![\\d]*[日号])"
            // 九月三日 is a day, 一月一主题 says how often
            + "|(?<![\\d年一二三四五六七八九十])" + SPELT + "月(?:份|(?![一二三四五六七八九十]|\\d*[日号])))"
            + "|(?<thisyear>今年以来|年初以来|今年|本年度?|全年|累计|年内)");

    /** Earlier months that a change is against, and the rates that speak of a year ago where nothing else is said. */
    private static final Pattern AGAINST = Pattern.compile("(?<prior>环比|[比较与]上(?:个?月|季度|期))"
            + "|(?<ago>同比|[比较与](?:去年|上年|[上前]一年))"
            + "|[比较与](?<year>20\\d\\d)年"
            + "|(?<long>[比较与](?:大?前年|[几两三四五六七八九十\\d]{1,2}年前|.?十[一二三四五]五))"
            + "|(?<rate>增幅|降幅)");

    private final Period period;

    /** What a text says of months, seen from that period. */
    Periods(Period period) {
        this.period = period;
    }

    /** A word for months, and where it stands. */
    record Said(int start, int end, Span span) {}

    List<Said> in(String text) {
        List<Said> said = new ArrayList<>();
        Matcher matcher = SAID.matcher(text);
        while (matcher.find()) {
            said.add(new Said(matcher.start(), matcher.end(), span(matcher)));
        }
        return said;
    }

    private Span span(Matcher said) {
        int year = period.last().getYear();
        if (said.group("year") != null) {
            int of = year(said.group("year"));
            if (said.group("until") != null) {
                return until(of, month(said.group("until")));
            }
            if (said.group("day") != null) {
                return Span.of(Span.Kind.OTHER);
            }
            String part = said.group("part") == null ? "" : said.group("part");
            return of(PeriodText.named(of + "年" + part));
        }
        if (said.group("lastago") != null) {
            return Span.of(Span.Kind.YEAR_AGO);
        }
        if (said.group("long") != null) {
            return Span.of(Span.Kind.OTHER);
        }
        if (said.group("lastyear") != null) {
            return period.frequency() == Frequency.YEAR
                    ? Span.of(Span.Kind.YEAR_AGO)
                    : new Span(Span.Kind.OTHER, Optional.of(Period.year(year - 1)));
        }
        if (said.group("prior") != null) {
            return said.group("prior").startsWith("上期") || (said.group("prior").endsWith("月") == period.isMonth())
                    ? Span.of(Span.Kind.PRIOR)
                    : Span.of(Span.Kind.OTHER);
        }
        if (said.group("now") != null) {
            boolean isMonth = said.group("now").endsWith("月");
            return isMonth && !period.isMonth() ? Span.of(Span.Kind.OTHER) : Span.NOW;
        }
        if (said.group("these") != null) {
            return until(year, month(said.group("these")));
        }
        if (said.group("quarters") != null) {
            return until(year, 9);
        }
        if (said.group("upto") != null) {
            String of = said.group("uptoyear");
            return until(of == null ? year : year(of), month(said.group("upto")));
        }
        if (said.group("bare") != null) {
            return of(PeriodText.named(year + "年" + said.group("bare")));
        }
        return toDate();
    }

    /** Which earlier months a change is against, by the last words of a text that say so; empty if none do. */
    Optional<Span.Kind> base(String text) {
        Optional<Span.Kind> base = Optional.empty();
        Matcher matcher = AGAINST.matcher(text);
        while (matcher.find()) {
            if (matcher.group("rate") != null) {
                base = base.or(() -> Optional.of(Span.Kind.YEAR_AGO));
                continue;
            }
            boolean isLastYear = matcher.group("year") != null
                    && Integer.parseInt(matcher.group("year")) == period.last().getYear() - 1;
            base = Optional.of(
                    matcher.group("prior") != null
                            ? Span.Kind.PRIOR
                            : matcher.group("ago") != null || isLastYear ? Span.Kind.YEAR_AGO : Span.Kind.OTHER);
        }
        return base;
    }

    /** January to the period; of a year, and of what begins in January, the period itself. */
    private Span toDate() {
        return period.first().getMonthValue() == 1 ? Span.NOW : Span.of(Span.Kind.TO_DATE);
    }

    private Span until(int year, int month) {
        int own = period.last().getYear();
        if (month == period.last().getMonthValue() && year == own) {
            return toDate();
        }
        if (month == period.last().getMonthValue() && year == own - 1) {
            return Span.of(period.first().getMonthValue() == 1 ? Span.Kind.YEAR_AGO : Span.Kind.TO_DATE_AGO);
        }
        return Span.of(Span.Kind.OTHER);
    }

    private Span of(Optional<Period> named) {
        if (named.isEmpty()) {
            return Span.of(Span.Kind.OTHER);
        }
        Period other = named.get();
        if (other.equals(period)) {
            return Span.NOW;
        }
        if (other.equals(period.yearAgo())) {
            return Span.of(Span.Kind.YEAR_AGO);
        }
        if (other.equals(period.prior())) {
            return Span.of(Span.Kind.PRIOR);
        }
        if (other.frequency() == Frequency.YEAR
                && other.first().getYear() == period.last().getYear()) {
            return toDate();
        }
        boolean isOfYear = other.last().getYear() == period.last().getYear()
                && !other.last().isAfter(period.last());
        return new Span(other.isMonth() && isOfYear ? Span.Kind.MONTH : Span.Kind.OTHER, named);
    }

    private static int year(String written) {
        return Integer.parseInt(NumberText.digits(written).orElse(written));
    }

    /** The number of a month, be it written in Chinese. */
    private static int month(String written) {
        return NumberText.read(written, "").map(BigDecimal::intValue).orElse(0);
    }

    /** The period that a report says it is about, in its title and its first sentences; empty if it says none. */
    static Optional<Verification.Stated> stated(List<String> beginning, YearMonth today) {
        for (String text : beginning) {
            Matcher matcher = SAID.matcher(withoutTitles(text));
            while (matcher.find()) {
                Optional<Verification.Stated> stated = stated(matcher, today);
                if (stated.isPresent()) {
                    return stated;
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a text names that year. */
    static boolean name(List<String> texts, int year) {
        return texts.stream()
                .map(Periods::withoutTitles)
                .flatMap(text -> SAID.matcher(text).results().map(r -> r.group(1)))
                .anyMatch(said -> said != null && year(said) == year);
    }

    /** The year of a plan or of a document that a report refers to is not its own. */
    private static String withoutTitles(String text) {
        return text.replaceAll("《[^》]*》|\\(\\d{4}\\)\\d*号?", "");
    }

    private static Optional<Verification.Stated> stated(Matcher said, YearMonth today) {
        if (said.group("day") != null) {
            return Optional.empty();
        }
        if (said.group("year") != null) {
            int year = year(said.group("year"));
            return said.group("until") != null
                    ? until(year, said.group("until"))
                    : PeriodText.named(year + "年" + (said.group("part") == null ? "" : said.group("part")))
                            .map(p -> new Verification.Stated(p, false));
        }
        if (said.group("these") != null) {
            return until(today.getYear(), said.group("these"));
        }
        if (said.group("upto") != null) {
            String of = said.group("uptoyear");
            return until(of == null ? today.getYear() : year(of), said.group("upto"));
        }
        if (said.group("bare") != null) {
            return PeriodText.latest(said.group("bare"), today.atEndOfMonth())
                    .map(p -> new Verification.Stated(p, false));
        }
        return Optional.empty();
    }

    private static Optional<Verification.Stated> until(int year, String month) {
        int last = month(month);
        if (last < 1 || last > 12) {
            return Optional.empty();
        }
        YearMonth end = YearMonth.of(year, last);
        return Optional.of(
                last == 12
                        ? new Verification.Stated(Period.year(year), false)
                        : last == 6
                                ? new Verification.Stated(Period.holding(end, Frequency.HALF), false)
                                : last == 3
                                        ? new Verification.Stated(Period.holding(end, Frequency.QUARTER), false)
                                        : new Verification.Stated(Period.month(end), true));
    }
}

package org.huizong.publish.document;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.CrossCheck;
import org.huizong.aggregation.FilingStatus;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.catalogue.Catalogue;
import org.huizong.docx.Meaning;
import org.huizong.docx.Vocabulary;
import org.huizong.model.Frequency;
import org.huizong.model.Period;
import org.huizong.publish.document.Report.Problem;
import org.huizong.publish.document.Report.Section;
import org.huizong.publish.narrative.BriefingText;
import org.huizong.publish.narrative.Headlines;
import org.huizong.publish.narrative.Marks;
import org.huizong.publish.narrative.Statement;
import org.huizong.publish.narrative.Targets;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.narrative.Verdict;
import org.huizong.register.Lead;
import org.huizong.store.StoredFinding;
import org.huizong.wording.Wording;

/** The names that the text of a report may use. */
final class ReportNames {
    private static final Pattern CITED = Pattern.compile("[《〔]");

    /** How many units are named, if there are more. */
    private static final int NAMED = 8;

    private ReportNames() {}

    /** Those of a text about periods of a length. */
    static Vocabulary<Report> of(Catalogue catalogue, Frequency length) {
        Vocabulary<Report> names =
                new Vocabulary<Report>().eachParagraph(r -> r.prose().begin());
        about(names);
        filing(names);
        sentences(names);
        procedure(names);
        names.list("indicators", IndicatorNames.atHand(), r -> r.told(f -> true));
        names.list("headlines", IndicatorNames.atHand(), r -> {
            List<IndicatorFigures> headlines = Headlines.of(r.terms());
            return headlines.stream().map(f -> new Report.Told(r, f)).toList();
        });
        names.list(
                "targets", IndicatorNames.atHand(), r -> r.told(f -> f.target().isPresent()));
        names.list(
                "targets_next",
                IndicatorNames.atHand(),
                r -> r.told(f -> Targets.next(r.terms(), f.indicator()).isPresent()));
        names.list("unit_targets", UnitTarget.names(), UnitTarget::of);
        names.list("sections", section(), Report::sections);
        names.list("problems", problem(), Report::problems);
        names.field(
                "chart",
                r -> Headlines.of(r.terms()).stream()
                        .findFirst()
                        .map(f -> CourseDrawing.of(new Report.Told(r, f)))
                        .orElse(Meaning.of("")));
        IndicatorNames.all(catalogue, length, names);
        return names;
    }

    private static Vocabulary<Section> section() {
        return new Vocabulary<Section>()
                .field("section", s -> Meaning.of(s.report().terms().wording().choice("sections", s.code())))
                .list("indicators", IndicatorNames.atHand(), Section::indicators);
    }

    private static Vocabulary<Problem> problem() {
        return new Vocabulary<Problem>()
                .field("problem", p -> Meaning.of(p.leads().size()))
                .field("problem:article", p -> Meaning.of(article(p)))
                .field("problem:matters", p -> Meaning.of(p.report().matters(p.leads())))
                .field("problem:closed", p -> Meaning.of(p.report().closed(p.leads())))
                .field(
                        "problem:open",
                        p -> Meaning.of(p.leads().size() - p.report().closed(p.leads())));
    }

    /** A law or document is cited in its own words in every language; what is only the practice of the place is not. */
    private static String article(Problem problem) {
        Wording wording = problem.report().terms().wording();
        boolean isCited = CITED.matcher(problem.article()).find();
        return isCited || wording.isChinese() ? problem.article() : wording.text("narrative.practice");
    }

    /** What it is about: township, period, day, edition. */
    static void about(Vocabulary<Report> names) {
        text(names, "township", t -> t.wording().label(t.catalogue().top()));
        text(names, "office", Terms::office);
        text(names, "whole", Terms::whole);
        text(names, "period", t -> t.wording().period(t.period()));
        text(names, "period:year", t -> String.valueOf(t.period().last().getYear()));
        text(names, "period:next", t -> t.wording().period(next(t.period())));
        text(names, "period:prior", t -> t.wording().period(t.period().prior()));
        text(names, "period:year_ago", t -> t.wording().period(t.period().yearAgo()));
        text(names, "asof", t -> day(t.wording(), t.consolidation().asOf()));
        names.field("edition", r -> Meaning.of(r.terms().publication().edition().number()));
        names.field("stale", r -> Meaning.of(stale(r)));
    }

    private static void text(Vocabulary<Report> names, String name, Function<Terms, String> says) {
        names.field(name, r -> Meaning.of(r.prose().prose(says.apply(r.terms()))));
    }

    private static Period next(Period period) {
        return Period.holding(period.last().plusMonths(1), period.frequency());
    }

    static String day(Wording wording, LocalDate day) {
        return wording.text(
                "day.long", day.getYear(), wording.text("month." + day.getMonthValue()), day.getDayOfMonth());
    }

    private static String stale(Report report) {
        return report.fits()
                ? ""
                : report.terms()
                        .text(
                                "narrative.stale",
                                report.terms().publication().edition().number());
    }

    /** Who has reported. */
    private static void filing(Vocabulary<Report> names) {
        count(names, "owed", c -> c.owed());
        count(names, "counted", c -> c.count(FilingStatus.State.COUNTED));
        count(names, "not_due", c -> c.count(FilingStatus.State.NOT_DUE));
        returns(names, "late", c -> c.standings().stream().filter(FilingStatus::isLate));
        returns(names, "missing", c -> in(c, FilingStatus.State.MISSING));
        returns(names, "rejected", c -> in(c, FilingStatus.State.REJECTED));
        returns(names, "conflict", c -> in(c, FilingStatus.State.CONFLICT));
        returns(names, "open", c -> c.open().stream());
        text(
                names,
                "missing:returns",
                t -> new Verdict(t)
                        .names(in(t.consolidation().coverage(), FilingStatus.State.MISSING)
                                .toList()));
        text(names, "coverage", t -> new Verdict(t).counts());
        text(names, "completeness", t -> new Verdict(t).completeness());
    }

    private static Stream<FilingStatus> in(Coverage coverage, FilingStatus.State state) {
        return coverage.standings().stream().filter(s -> s.state() == state);
    }

    private static void count(Vocabulary<Report> names, String name, Function<Coverage, Integer> says) {
        names.field(name, r -> Meaning.of(says.apply(r.terms().consolidation().coverage())));
    }

    /** How many returns stand so, and behind {@code :units} whose they are. */
    private static void returns(Vocabulary<Report> names, String name, Function<Coverage, Stream<FilingStatus>> which) {
        names.field(
                name,
                r -> Meaning.of(
                        which.apply(r.terms().consolidation().coverage()).count()));
        text(
                names,
                name + ":units",
                t -> t.units(
                        which.apply(t.consolidation().coverage())
                                .map(s -> s.owed().unit())
                                .distinct()
                                .toList(),
                        NAMED));
    }

    /** The sentences of 首页, and what marks mean. */
    private static void sentences(Vocabulary<Report> names) {
        text(names, "briefing", t -> sentences(t, s -> !(s instanceof Statement.Demands)));
        text(names, "briefing:work", t -> sentences(t, s -> s instanceof Statement.Work));
        text(names, "briefing:incidents", t -> sentences(t, s -> s instanceof Statement.Incidents));
        text(names, "briefing:changes", t -> sentences(t, s -> s instanceof Statement.Changes));
        text(names, "briefing:filing", t -> sentences(t, s -> s instanceof Statement.Filing));
        text(names, "briefing:demands", t -> sentences(t, s -> s instanceof Statement.Demands));
        text(
                names,
                "baseline",
                t -> new Marks(t)
                        .sources(t.consolidation().indicators().stream().map(IndicatorFigures::yearAgo))
                        .map(sources -> t.text("narrative.baseline", sources))
                        .orElse(""));
    }

    private static String sentences(Terms terms, Predicate<Statement> which) {
        return String.join(terms.text("narrative.gap"), new BriefingText(terms).of(which));
    }

    /** What registers and checks show. */
    private static void procedure(Vocabulary<Report> names) {
        leads(names, "leads", Report::leads);
        names.field("queries", r -> Meaning.of(queries(r).count()));
        names.field(
                "queries:open",
                r -> Meaning.of(queries(r).filter(StoredFinding::isUnexplained).count()));
        names.field(
                "cross",
                r -> Meaning.of(r.terms().consolidation().crossChecks().stream()
                        .filter(CrossCheck::hasFailed)
                        .count()));
    }

    private static Stream<StoredFinding> queries(Report report) {
        return report.terms().publication().findings().stream()
                .filter(f -> f.finding().asks()
                        && f.finding().hasFailed()
                        && !f.unit().isEmpty());
    }

    private static void leads(Vocabulary<Report> names, String name, Function<Report, List<Lead>> which) {
        names.field(name, r -> Meaning.of(which.apply(r).size()));
        names.field(name + ":closed", r -> Meaning.of(r.closed(which.apply(r))));
        names.field(name + ":open", r -> Meaning.of(which.apply(r).size() - r.closed(which.apply(r))));
    }
}

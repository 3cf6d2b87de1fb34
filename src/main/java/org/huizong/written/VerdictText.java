package org.huizong.written;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huizong.aggregation.Figure;
import org.huizong.catalogue.Indicator;
import org.huizong.publish.narrative.Gaps;
import org.huizong.publish.narrative.Terms;
import org.huizong.wording.Wording;
import org.huizong.written.read.Paragraph;
import org.huizong.written.read.Place;

/** Says in words how the numbers of a report stand. */
final class VerdictText {
    private final Terms terms;
    private final Wording wording;
    private final List<Paragraph> paragraphs;

    VerdictText(Terms terms, List<Paragraph> paragraphs) {
        this.terms = terms;
        this.wording = terms.wording();
        this.paragraphs = paragraphs;
    }

    VerifiedReport report(List<Verdict> verdicts) {
        List<ReportLine> lines = verdicts.stream().map(v -> line(v, verdicts)).toList();
        List<String> notes = verdicts.stream()
                .flatMap(v -> v.claim().subject().stream())
                .filter(Subject::isIndicator)
                .distinct()
                .flatMap(s -> terms.catalogue().indicators(terms.period().months()).stream()
                        .filter(i -> i.code().equals(s.code())))
                .filter(i -> !note(i).isEmpty())
                .map(i -> wording.text("written.note", wording.label(i), note(i)))
                .toList();
        return new VerifiedReport(lines, notes);
    }

    private String note(Indicator indicator) {
        return wording.isChinese() ? indicator.note() : indicator.noteEn();
    }

    private ReportLine line(Verdict verdict, List<Verdict> all) {
        Claim claim = verdict.claim();
        return new ReportLine(
                verdict.outcome(),
                verdict.contradicts() >= 0,
                claim.paragraph(),
                claim.start(),
                claim.end(),
                place(paragraphs.get(claim.paragraph()).place()),
                claim.quote(),
                written(claim),
                ours(verdict),
                source(verdict, true),
                source(verdict, false),
                held(verdict).filter(Subject::isIndicator).map(Subject::code),
                remark(verdict, all));
    }

    private String written(Claim claim) {
        return paragraphs.get(claim.paragraph()).text().substring(claim.start(), claim.end());
    }

    String place(Place place) {
        String page = place.page() > 0 ? wording.text("written.page", place.page()) : "";
        return page
                + wording.text(
                        "written.place." + place.part().name().toLowerCase(Locale.ROOT),
                        place.number(),
                        place.row(),
                        place.column());
    }

    private String ours(Verdict verdict) {
        Claim claim = verdict.claim();
        if (verdict.ours().isEmpty()) {
            return "";
        }
        BigDecimal ours = verdict.ours().get();
        if (claim.kind() == Claim.Kind.MORE || claim.kind() == Claim.Kind.LESS) {
            boolean isShare =
                    claim.quantity().isShare() || claim.quantity().measure().equals("倍");
            String measure =
                    isShare ? "%" : subject(claim).map(Subject::measure).orElse("");
            String key = ours.signum() < 0 ? "written.less" : ours.signum() > 0 ? "written.more" : "written.same";
            return wording.text(key, amount(ours.abs(), measure));
        }
        return amount(
                ours,
                subject(claim).map(Subject::measure).orElse(claim.quantity().measure()));
    }

    private Optional<Subject> subject(Claim claim) {
        return claim.subjects().stream().findFirst();
    }

    /** As the program's own report on the period writes it. */
    private String amount(BigDecimal number, String measure) {
        int decimals = Math.max(0, number.scale());
        return measure.equals("%") || measure.isEmpty()
                ? Terms.number(number, decimals) + measure
                : terms.amount(number, decimals, measure);
    }

    /** What a number was held against; empty if it was against nothing on record. */
    private Optional<Subject> held(Verdict verdict) {
        Claim claim = verdict.claim();
        boolean isSum = verdict.outcome() == Outcome.SUM || claim.kind() == Claim.Kind.SUM;
        boolean isOnRecord = verdict.ours().isPresent() || verdict.outcome() == Outcome.OPEN;
        return isOnRecord && !isSum ? subject(claim) : Optional.empty();
    }

    private String source(Verdict verdict, boolean withTable) {
        Claim claim = verdict.claim();
        if (verdict.outcome() == Outcome.SUM || claim.kind() == Claim.Kind.SUM) {
            return wording.text("written.source.sum");
        }
        Optional<Subject> subject = held(verdict);
        if (subject.isEmpty()) {
            return "";
        }
        String label = wording.label(subject.get().code());
        if (verdict.reason().equals(Optional.of(Verdict.Reason.TARGET))) {
            return wording.text("written.source.target", label);
        }
        String table =
                withTable ? wording.text("written.source.table", subject.get().code()) : "";
        String what = subject.get().isIndicator()
                ? wording.text("written.source.indicator", label)
                : wording.text(
                        "written.source.item",
                        subject.get().domains().stream().map(wording::label).collect(Collectors.joining()),
                        label);
        String months = span(claim);
        String unit = claim.unit()
                .filter(u -> verdict.reason().equals(Optional.of(Verdict.Reason.OF_UNIT)))
                .map(wording::label)
                .orElse("");
        String counted = verdict.figure()
                .filter(f -> f.owed() > 0)
                .map(f -> wording.text("written.source.counted", f.counted(), f.owed()))
                .orElse("");
        return what + table + unit + months + counted;
    }

    private String span(Claim claim) {
        Span.Kind kind = claim.span().kind();
        boolean isChange = claim.kind() == Claim.Kind.MORE || claim.kind() == Claim.Kind.LESS;
        if (kind == Span.Kind.NOW || kind == Span.Kind.OTHER) {
            return "";
        }
        return wording.text(
                (isChange ? "written.against." : "written.span.") + kind.name().toLowerCase(Locale.ROOT),
                claim.span().other().map(wording::period).orElse(""));
    }

    private String remark(Verdict verdict, List<Verdict> all) {
        List<String> remarks = new ArrayList<>();
        if (verdict.outcome() == Outcome.OPEN) {
            String lacks = verdict.figure()
                    .map(f -> new Gaps(terms).text(f.basis().gaps(), terms.period()))
                    .orElse("");
            remarks.add(wording.text(
                    verdict.figure().flatMap(Figure::value).isPresent() ? "written.partial" : "written.unknown",
                    lacks));
        }
        if (verdict.outcome() == Outcome.ABSENT) {
            verdict.reason().ifPresent(r -> remarks.add(absent(r, verdict.claim())));
        }
        if (verdict.contradicts() >= 0) {
            Verdict other = all.get(verdict.contradicts());
            remarks.add(wording.text(
                    "written.contradicts",
                    place(paragraphs.get(other.claim().paragraph()).place()),
                    other.claim().quote()));
        }
        return String.join(wording.text("report.semicolon"), remarks);
    }

    private String absent(Verdict.Reason reason, Claim claim) {
        String likely = claim.subjects().stream()
                .map(Subject::code)
                .map(wording::label)
                .distinct()
                .limit(2)
                .collect(Collectors.joining(wording.text("list.separator")));
        return wording.text("written.absent." + reason.name().toLowerCase(Locale.ROOT), likely);
    }
}

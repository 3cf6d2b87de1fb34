package org.huizong.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Criterion;
import org.huizong.catalogue.Unit;
import org.huizong.model.Period;
import org.huizong.office.Marking;
import org.huizong.office.OfficeActs;
import org.huizong.wording.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Shows how the units score, what each deduction comes from, and lets the office give points as the command does. */
@Controller
final class AssessmentController {
    private final Pages pages;
    private final OfficeSettings settings;
    private final StoreKeeper keeper;
    private final EditionFigures figures;
    private final RecordActs recordActs;
    private final Runs runs;

    AssessmentController(
            Pages pages,
            OfficeSettings settings,
            StoreKeeper keeper,
            EditionFigures figures,
            RecordActs recordActs,
            Runs runs) {
        this.pages = pages;
        this.settings = settings;
        this.keeper = keeper;
        this.figures = figures;
        this.recordActs = recordActs;
        this.runs = runs;
    }

    @GetMapping("/assessment/{period}")
    PageView all(HttpServletRequest request, @PathVariable String period) {
        Catalogue catalogue = settings.catalogue().get();
        PageFrame frame = frame(request, period, catalogue);
        String none = catalogue.criteria().isEmpty() ? "web.assessment.nobody" : "web.assessment.none";
        return read(frame, catalogue, AssessmentReader::all)
                .map(view -> pages.page("assessment", frame, Map.of("view", Optional.of(view), "none", none)))
                .orElseGet(() -> pages.page("assessment", frame, Map.of("view", Optional.empty(), "none", none)));
    }

    @GetMapping("/assessment/{period}/{unit}")
    PageView one(HttpServletRequest request, @PathVariable String period, @PathVariable String unit) {
        Catalogue catalogue = settings.catalogue().get();
        PageFrame frame = frame(request, period, catalogue);
        AssessmentView.One view =
                read(frame, catalogue, reader -> reader.one(unit)).orElseThrow(() -> new NoSuchPageException("unit"));
        return pages.page("assessed", frame, Map.of("view", view));
    }

    @PostMapping("/assessment/{period}/{unit}/give")
    View give(
            HttpServletRequest request,
            @PathVariable String period,
            @PathVariable String unit,
            @RequestParam String criterion,
            @RequestParam String points,
            @RequestParam String reason) {
        String why = RecordActs.reason(reason);
        return mark(request, period, unit, criterion, (marking, acts) -> marking.give(acts, points, why));
    }

    @PostMapping("/assessment/{period}/{unit}/back")
    View takeBack(
            HttpServletRequest request,
            @PathVariable String period,
            @PathVariable String unit,
            @RequestParam String criterion,
            @RequestParam String reason) {
        String why = RecordActs.reason(reason);
        return mark(request, period, unit, criterion, (marking, acts) -> marking.takeBack(acts, why));
    }

    private View mark(
            HttpServletRequest request,
            String period,
            String unit,
            String criterion,
            BiFunction<Marking, OfficeActs, Optional<Marking.Refusal>> act) {
        Catalogue catalogue = settings.catalogue().get();
        Period wanted = Periods.of(period);
        Wording wording = pages.wording(request, catalogue);
        Unit whose = catalogue.unit(unit).orElseThrow(() -> new NoSuchPageException("unit"));
        Criterion by =
                catalogue.criterion(criterion, wanted.last()).orElseThrow(() -> new NoSuchPageException("criterion"));
        recordActs.act(
                catalogue,
                acts -> act.apply(new Marking(wording, whose, wanted, by), acts).ifPresent(refusal -> {
                    throw new KindRefusalException(
                            409,
                            "web.assessment.refused." + refusal.code(),
                            refusal.values().stream()
                                    .map(v -> v instanceof Period p ? wording.period(p) : v)
                                    .toArray());
                }));
        return new RedirectView("/assessment/" + wanted + "/" + unit + "#marks");
    }

    private PageFrame frame(HttpServletRequest request, String period, Catalogue catalogue) {
        return pages.frame(request, "assessment", Periods.of(period), pages.wording(request, catalogue));
    }

    /** Empty if nobody is assessed, or the period was never consolidated. */
    private <T> Optional<T> read(PageFrame frame, Catalogue catalogue, Function<AssessmentReader, T> what) {
        if (catalogue.criteria().isEmpty()) {
            return Optional.empty();
        }
        Downloads downloads = new Downloads(runs.output(frame.period()));
        return keeper.look(store -> figures.of(frame.period(), catalogue, store)
                        .map(shown -> new AssessmentReader(frame, catalogue, store, shown, downloads))
                        .map(what))
                .flatMap(Function.identity());
    }
}

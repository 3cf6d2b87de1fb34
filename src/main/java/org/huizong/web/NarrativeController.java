package org.huizong.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.FilingStatus;
import org.huizong.catalogue.Catalogue;
import org.huizong.edition.EditionNow;
import org.huizong.model.Period;
import org.huizong.office.CoverageText;
import org.huizong.publish.NarrativeReport;
import org.huizong.publish.ReportFolder;
import org.huizong.publish.WrittenFile;
import org.huizong.store.Store;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Writes the report on a period in words and its public page, as the command does, and hands them over. */
@Controller
final class NarrativeController {
    private final Pages pages;
    private final OfficeSettings settings;
    private final StoreKeeper keeper;
    private final EditionFigures figures;
    private final Runs runs;

    NarrativeController(Pages pages, OfficeSettings settings, StoreKeeper keeper, EditionFigures figures, Runs runs) {
        this.pages = pages;
        this.settings = settings;
        this.keeper = keeper;
        this.figures = figures;
        this.runs = runs;
    }

    @GetMapping("/narrative/{period}")
    PageView show(HttpServletRequest request, @PathVariable String period) {
        Catalogue catalogue = settings.catalogue().get();
        PageFrame frame = frame(request, period, catalogue);
        return keeper.look(store -> view(frame, catalogue, store))
                .flatMap(view -> view)
                .map(view -> pages.page("narrative", frame, Map.of("view", view)))
                .orElseGet(() -> pages.page(
                        "nofigures", frame, Map.of("heading", frame.t("web.narrative.heading", frame.periodName()))));
    }

    private Optional<NarrativeView> view(PageFrame frame, Catalogue catalogue, Store store) {
        return figures.of(frame.period(), catalogue, store).map(now -> {
            ReportFolder folder = folder(frame.period());
            List<FolderFile> files = FolderFile.list(folder.path());
            List<WrittenFile> fresh = files.isEmpty() ? List.of() : fresh(catalogue, store, now);
            return new NarrativeView(
                    frame.t(
                            "web.run.published",
                            now.edition().number(),
                            now.edition().asOf()),
                    !now.fits(),
                    partial(frame, now),
                    files.stream().map(file -> file(frame, folder, fresh, file)).toList(),
                    folder.path().toAbsolutePath().normalize().toString());
        });
    }

    private static Optional<String> partial(PageFrame frame, EditionNow shown) {
        Coverage coverage = shown.figures().coverage();
        return coverage.owed() == coverage.count(FilingStatus.State.COUNTED)
                ? Optional.empty()
                : Optional.of(CoverageText.of(frame.wording(), frame.period(), coverage));
    }

    /** What would be written now, in either language. */
    private static List<WrittenFile> fresh(Catalogue catalogue, Store store, EditionNow now) {
        return Stream.of(Lang.values())
                .map(lang -> new Wording(new MessageBundle(lang), catalogue))
                .map(words -> new NarrativeReport(catalogue, words, store).of(now, true))
                .flatMap(written -> written.files().stream())
                .toList();
    }

    private static NarrativeView.File file(
            PageFrame frame, ReportFolder folder, List<WrittenFile> fresh, FolderFile file) {
        Optional<WrittenFile> same =
                fresh.stream().filter(f -> f.name().equals(file.name())).findFirst();
        boolean isCurrent = same.filter(folder::holds).isPresent();
        String state = isCurrent ? "current" : same.isPresent() ? "behind" : "other";
        return new NarrativeView.File(
                file.id(),
                file.name(),
                Bytes.show(frame, file.size()),
                FilesController.minutes(file.saved()),
                isCurrent ? "good" : "warn",
                frame.t("web.narrative.state." + state));
    }

    /** Writes the report, or the public page. */
    @PostMapping("/narrative/{period}")
    View write(
            HttpServletRequest request,
            @PathVariable String period,
            @RequestParam(name = "public", defaultValue = "") String isPublic) {
        Catalogue catalogue = settings.catalogue().get();
        PageFrame frame = frame(request, period, catalogue);
        if (runs.isBusy()) {
            throw new KindRefusalException(409, "web.narrative.busy");
        }
        boolean wantsPage = !isPublic.isEmpty();
        NarrativeReport.Written written = keeper.look(store -> figures.of(frame.period(), catalogue, store)
                        .map(now -> new NarrativeReport(catalogue, frame.wording(), store).of(now, wantsPage)))
                .flatMap(made -> made)
                .orElseThrow(() -> new KindRefusalException(409, "web.figures.none"));
        if (wantsPage && !written.fits()) {
            throw new KindRefusalException(409, "web.narrative.public.stale");
        }
        List<WrittenFile> files = written.files();
        folder(frame.period()).write(wantsPage ? files.subList(1, files.size()) : files);
        return new RedirectView("/narrative/" + frame.period() + "#files");
    }

    @GetMapping("/narrative/{period}/{id}")
    void file(@PathVariable String period, @PathVariable String id, HttpServletResponse response) throws IOException {
        FolderFile file = FolderFile.of(folder(Periods.of(period)).path(), id);
        DownloadController.send(file.path(), file.name(), response);
    }

    private ReportFolder folder(Period period) {
        return ReportFolder.in(settings.output(), period);
    }

    private PageFrame frame(HttpServletRequest request, String period, Catalogue catalogue) {
        return pages.frame(request, "narrative", Periods.of(period), pages.wording(request, catalogue));
    }
}

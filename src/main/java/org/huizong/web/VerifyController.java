package org.huizong.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.huizong.catalogue.Catalogue;
import org.huizong.disk.FolderTree;
import org.huizong.disk.TempFolder;
import org.huizong.model.Period;
import org.huizong.office.ReportCheck;
import org.huizong.text.Visible;
import org.huizong.wording.Wording;
import org.huizong.written.ReportLine;
import org.huizong.written.ReportTable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Holds a written report against the figures, as the command does. */
@Controller
final class VerifyController {
    private final Pages pages;
    private final OfficeSettings settings;
    private final StoreKeeper keeper;
    private final EditionFigures figures;
    private final SentReports reports;

    VerifyController(
            Pages pages, OfficeSettings settings, StoreKeeper keeper, EditionFigures figures, SentReports reports) {
        this.pages = pages;
        this.settings = settings;
        this.keeper = keeper;
        this.figures = figures;
        this.reports = reports;
    }

    @GetMapping("/verify/{period}")
    PageView choose(HttpServletRequest request, @PathVariable String period) {
        return choose(frame(request, period, settings.catalogue().get()), Optional.empty(), "");
    }

    /** Takes a report; one of which nothing can be said is not kept. */
    @PostMapping("/verify/{period}")
    View take(
            HttpServletRequest request,
            @PathVariable String period,
            @RequestParam("file") MultipartFile file,
            @RequestParam(defaultValue = "") String about) {
        Catalogue catalogue = settings.catalogue().get();
        PageFrame frame = frame(request, period, catalogue);
        Optional<Period> wanted = Optional.of(about).filter(a -> !a.isEmpty()).map(Periods::of);
        SentReports.Sent sent = new SentReports.Sent(SentFile.of(file), wanted);
        boolean isKept = false;
        try {
            ReportCheck.Result result = check(sent, frame.wording(), catalogue);
            if (result instanceof ReportCheck.Refused refused) {
                return choose(frame, wanted, sentence(frame, refused));
            }
            isKept = true;
            return new RedirectView("/verify/" + frame.period() + "/" + reports.keep(sent));
        } finally {
            if (!isKept) {
                sent.file().close();
            }
        }
    }

    @GetMapping("/verify/{period}/{id}")
    PageView show(HttpServletRequest request, @PathVariable String period, @PathVariable String id) {
        Catalogue catalogue = settings.catalogue().get();
        PageFrame frame = frame(request, period, catalogue);
        SentReports.Sent sent = reports.get(id);
        ReportCheck.Result result = check(sent, frame.wording(), catalogue);
        return result instanceof ReportCheck.Checked checked
                ? pages.page("verified", frame, Map.of("id", id, "view", view(frame, sent, checked, catalogue)))
                : choose(frame, sent.wanted(), sentence(frame, (ReportCheck.Refused) result));
    }

    /** The copy with a comment at each number. */
    @GetMapping("/verify/{period}/{id}/copy")
    void copy(HttpServletRequest request, @PathVariable String id, HttpServletResponse response) throws IOException {
        hand(request, id, response, ReportCheck.copyName(pages.sentences(request), name(id)), (check, to) -> {
            if (check.copy(to.checked(), to.file()).isEmpty()) {
                throw new KindRefusalException(409, "web.verify.unmarked");
            }
        });
    }

    /** The numbers as a table. */
    @GetMapping("/verify/{period}/{id}/table")
    void table(HttpServletRequest request, @PathVariable String id, HttpServletResponse response) throws IOException {
        hand(
                request,
                id,
                response,
                ReportCheck.tableName(pages.sentences(request), name(id)),
                (check, to) -> ReportTable.write(to.checked().report(), to.file()));
    }

    /** What is to be written where. */
    private record Task(ReportCheck.Checked checked, Path file) {}

    private void hand(
            HttpServletRequest request,
            String id,
            HttpServletResponse response,
            String name,
            BiConsumer<ReportCheck, Task> write)
            throws IOException {
        Catalogue catalogue = settings.catalogue().get();
        Wording wording = pages.wording(request, catalogue);
        if (!(check(reports.get(id), wording, catalogue) instanceof ReportCheck.Checked checked)) {
            throw new KindRefusalException(404, "web.verify.gone");
        }
        Path folder = TempFolder.folder("answer");
        try {
            Path file = folder.resolve(name);
            write.accept(office(wording, catalogue), new Task(checked, file));
            DownloadController.send(file, name, response);
        } finally {
            FolderTree.delete(folder);
        }
    }

    private String name(String id) {
        return reports.get(id).file().name();
    }

    private ReportCheck office(Wording wording, Catalogue catalogue) {
        return new ReportCheck(catalogue, wording, settings.today().get());
    }

    private ReportCheck.Result check(SentReports.Sent sent, Wording wording, Catalogue catalogue) {
        ReportCheck office = office(wording, catalogue);
        ReportCheck.Reading reading =
                office.read(sent.file().path(), Visible.line(sent.file().name()), sent.wanted());
        if (reading instanceof ReportCheck.Refused refused) {
            return refused;
        }
        return keeper.look(store -> office.check(
                        (ReportCheck.Read) reading, store, edition -> figures.of(edition, catalogue, store)))
                .orElseThrow(() -> new KindRefusalException(409, "web.verify.nothing"));
    }

    /** Why nothing can be said of a report; the page has no commands to propose. */
    private static String sentence(PageFrame frame, ReportCheck.Refused refused) {
        Object[] values = refused.values().toArray();
        String own = "web.verify.refused." + refused.code();
        return frame.words().has(own)
                ? frame.t(own, values)
                : frame.wording().text("written." + refused.code(), values);
    }

    private PageFrame frame(HttpServletRequest request, String period, Catalogue catalogue) {
        return pages.frame(request, "verify", Periods.of(period), pages.wording(request, catalogue));
    }

    /** Asks for a report; the period that the page stands at is offered before the others, the newest of which come first. */
    private PageView choose(PageFrame frame, Optional<Period> chosen, String refused) {
        List<VerifyView.Choice> choices = keeper.look(store -> store.editions().periods()).orElse(List.of()).stream()
                .sorted(Comparator.comparing((Period p) -> !p.equals(frame.period()))
                        .thenComparing(Period::last, Comparator.reverseOrder())
                        .thenComparing(Period::first))
                .map(p -> new VerifyView.Choice(p.code(), frame.nameOf(p), chosen.equals(Optional.of(p))))
                .toList();
        return pages.page("verify", frame, Map.of("choices", choices, "refused", refused));
    }

    private VerifyView view(PageFrame frame, SentReports.Sent sent, ReportCheck.Checked checked, Catalogue catalogue) {
        ReportCheck office = office(frame.wording(), catalogue);
        Period period = checked.edition().period();
        List<ReportLine> lines = checked.report().lines();
        return new VerifyView(
                Visible.line(sent.file().name()),
                frame.t(
                        "web.verify.head",
                        frame.nameOf(period),
                        checked.edition().number(),
                        checked.edition().asOf()),
                !checked.fits(),
                period.code(),
                office.notices(checked).stream().map(Visible::line).toList(),
                office.counts(checked.report()),
                lines.stream()
                        .filter(ReportLine::isWrong)
                        .map(line -> line(office, period, line))
                        .toList(),
                lines.stream().map(line -> line(office, period, line)).toList(),
                checked.report().notes());
    }

    private static VerifyView.Line line(ReportCheck office, Period period, ReportLine line) {
        return new VerifyView.Line(
                switch (ReportCheck.tint(line)) {
                    case GOOD -> "good";
                    case BAD -> "bad";
                    case OPEN -> "warn";
                },
                office.word(line),
                line.place(),
                Visible.line(line.quote()),
                Visible.line(line.theirs()),
                line.ours(),
                line.plain(),
                line.indicator().map(code -> "/figures/" + period + "/" + code),
                Visible.line(line.remark()));
    }
}

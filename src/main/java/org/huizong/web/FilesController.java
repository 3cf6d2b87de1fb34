package org.huizong.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.huizong.catalogue.Catalogue;
import org.huizong.intake.ReturnsFolder;
import org.huizong.model.OfficeTime;
import org.huizong.model.Period;
import org.huizong.office.FileCheck;
import org.huizong.store.Store;
import org.huizong.store.StoredSubmission;
import org.huizong.wording.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Takes files, says at once what is wrong with them, and lists those that lie in the folder. */
@Controller
final class FilesController {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Pages pages;
    private final OfficeSettings settings;
    private final StoreKeeper keeper;
    private final Runs runs;
    private final FileDigests digests;

    FilesController(Pages pages, OfficeSettings settings, StoreKeeper keeper, Runs runs, FileDigests digests) {
        this.pages = pages;
        this.settings = settings;
        this.keeper = keeper;
        this.runs = runs;
        this.digests = digests;
    }

    @GetMapping("/files/{period}")
    PageView files(HttpServletRequest request, @PathVariable String period) {
        return page(request, Periods.of(period), List.of());
    }

    /** Takes files; a script that sends them one by one gets the answer alone, anybody else the whole page. */
    @PostMapping("/files/{period}")
    PageView take(
            HttpServletRequest request, @PathVariable String period, @RequestParam("files") List<MultipartFile> files) {
        Period wanted = Periods.of(period);
        if (isClosed(wanted)) {
            throw new KindRefusalException(409, "web.files.closed");
        }
        Catalogue catalogue = settings.catalogue().get();
        Wording wording = pages.wording(request, catalogue);
        FileAnswers answers = new FileAnswers(pages.words(request), wording);
        IncomingFiles incoming = new IncomingFiles(runs.returns(wanted));
        List<IncomingFiles.Kept> kept = files.stream()
                .filter(file -> !name(file).isBlank())
                .map(file -> incoming.keep(name(file), file::getInputStream))
                .toList();
        LocalDate today = settings.today().get();
        List<FilesView.Answer> all = keeper.look(
                        store -> check(FileCheck.against(store, catalogue, today), answers, wanted, kept))
                .orElseGet(() -> check(new FileCheck(catalogue, today), answers, wanted, kept));
        if (request.getHeader("X-Part") != null) {
            PageFrame frame = pages.frame(request, "files", wanted, wording);
            return pages.page("answers", frame, Map.of("answers", all));
        }
        return page(request, wanted, all);
    }

    private static String name(MultipartFile file) {
        return Objects.requireNonNullElse(file.getOriginalFilename(), "");
    }

    /** Checks files that have come. */
    private static List<FilesView.Answer> check(
            FileCheck check, FileAnswers answers, Period wanted, List<IncomingFiles.Kept> files) {
        return files.stream()
                .flatMap(kept -> check.check(ReturnsFolder.of(kept.path()), Optional.of(wanted))
                        .map(checked -> answers.of(checked, kept.isNew())))
                .toList();
    }

    private boolean isClosed(Period period) {
        return keeper.look(store -> store.events().isClosed(period)).orElse(false);
    }

    private PageView page(HttpServletRequest request, Period period, List<FilesView.Answer> answers) {
        Catalogue catalogue = settings.catalogue().get();
        PageFrame frame = pages.frame(request, "files", period, pages.wording(request, catalogue));
        Path folder = runs.returns(period);
        List<FolderFile> files = FolderFile.list(folder);
        List<FilesView.Line> lines = keeper.look(store -> lines(store, frame, files))
                .orElseGet(() -> files.stream()
                        .map(file -> line(frame, file, "unread", List.of()))
                        .toList());
        FilesView view = new FilesView(
                answers,
                lines,
                isClosed(period),
                settings.limits().file(),
                Bytes.show(frame, settings.limits().file()));
        return pages.page(
                "files",
                frame,
                Map.of("files", view, "folder", folder.toAbsolutePath().toString()));
    }

    private List<FilesView.Line> lines(Store store, PageFrame frame, List<FolderFile> files) {
        OnRecord record = new OnRecord(store, frame.period(), digests);
        List<StoredSubmission> sent = store.submissions().within(frame.period()).stream()
                .filter(s -> s.period().equals(frame.period()))
                .toList();
        return files.stream()
                .map(file -> {
                    Set<String> inside = digests.of(file);
                    List<StoredSubmission> in = sent.stream()
                            .filter(s -> inside.contains(s.sha256()))
                            .toList();
                    String state = !record.has(file) ? "unread" : in.isEmpty() ? "refused" : "read";
                    return line(
                            frame,
                            file,
                            state,
                            in.stream().map(s -> sent(frame, s)).toList());
                })
                .toList();
    }

    /** A time to the minute. */
    static String minutes(Instant time) {
        return MINUTES.format(time.atZone(OfficeTime.ZONE));
    }

    private static String sent(PageFrame frame, StoredSubmission s) {
        return frame.t(
                "web.files.sent",
                frame.wording().label(s.unit()),
                frame.wording().label(s.form()),
                frame.wording().text("disposition." + s.disposition().code()));
    }

    private static FilesView.Line line(PageFrame frame, FolderFile file, String state, List<String> returns) {
        return new FilesView.Line(
                file.id(), file.name(), Bytes.show(frame, file.size()), minutes(file.saved()), state, returns);
    }
}

package org.huizong.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.huizong.carry.CarryForward;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Unit;
import org.huizong.disk.TempFolder;
import org.huizong.model.Period;
import org.huizong.office.TemplateIssue;
import org.huizong.wording.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.util.StreamUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out templates: all of a period in one zip, one unit's, or blank ones. */
@Controller
final class TemplatesController {
    private static final String ZIP = ".zip";

    private final Pages pages;
    private final OfficeSettings settings;
    private final StoreKeeper keeper;

    TemplatesController(Pages pages, OfficeSettings settings, StoreKeeper keeper) {
        this.pages = pages;
        this.settings = settings;
        this.keeper = keeper;
    }

    @GetMapping("/templates/{period}")
    PageView show(HttpServletRequest request, @PathVariable String period) {
        Period wanted = Periods.of(period);
        Catalogue catalogue = settings.catalogue().get();
        PageFrame frame = pages.frame(request, "templates", wanted, pages.wording(request, catalogue));
        TemplateIssue issue = new TemplateIssue(catalogue, frame.wording());
        List<OwingUnit> units = issue.owing(wanted).stream()
                .map(u -> new OwingUnit(u.code(), frame.wording().label(u)))
                .toList();
        return pages.page("templates", frame, Map.of("units", units));
    }

    @GetMapping("/templates/{period}/all")
    void all(HttpServletRequest request, @PathVariable String period, HttpServletResponse response) throws IOException {
        Period wanted = Periods.of(period);
        TemplateIssue issue = issue(request);
        hand(response, "templates-" + wanted + ZIP, issue.owing(wanted), wanted, issue);
    }

    @GetMapping("/templates/{period}/unit/{unit}")
    void one(
            HttpServletRequest request,
            @PathVariable String period,
            @PathVariable String unit,
            HttpServletResponse response)
            throws IOException {
        Period wanted = Periods.of(period);
        TemplateIssue issue = issue(request);
        Unit owing = issue.owing(wanted).stream()
                .filter(u -> u.code().equals(unit))
                .findFirst()
                .orElseThrow(() -> new NoSuchPageException("unit"));
        hand(response, issue.fileName(owing, wanted), List.of(owing), wanted, issue);
    }

    @GetMapping("/templates/{period}/blank")
    void blank(HttpServletRequest request, @PathVariable String period, HttpServletResponse response)
            throws IOException {
        TemplateIssue issue = issue(request);
        Path file = TempFolder.file("templates", ZIP);
        try {
            zip(file, issue::blank);
            DownloadController.send(file, "templates" + ZIP, response);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private TemplateIssue issue(HttpServletRequest request) {
        Catalogue catalogue = settings.catalogue().get();
        Wording wording = pages.wording(request, catalogue);
        return new TemplateIssue(catalogue, wording);
    }

    /** Writes them aside first: what fails halfway is a page that says so, not half a file. */
    private void hand(HttpServletResponse response, String name, List<Unit> units, Period period, TemplateIssue issue)
            throws IOException {
        Path file = TempFolder.file("templates", ZIP);
        try {
            if (name.endsWith(ZIP)) {
                zip(file, files -> issue(issue, period, units, files));
            } else {
                issue(issue, period, units, (n, content) -> write(file, content));
            }
            DownloadController.send(file, name, response);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** A register whose records could not be carried on says so in its template. */
    private List<CarryForward.Lost> issue(
            TemplateIssue issue, Period period, List<Unit> units, TemplateIssue.Files files) {
        return keeper.look(store -> issue.issue(period, units, Optional.of(store), files))
                .orElseGet(() -> issue.issue(period, units, Optional.empty(), files));
    }

    private static void write(Path file, TemplateIssue.Content content) {
        try (OutputStream out = Files.newOutputStream(file)) {
            content.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void zip(Path file, Consumer<TemplateIssue.Files> templates) {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            templates.accept((name, content) -> entry(zip, name, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void entry(ZipOutputStream zip, String name, TemplateIssue.Content content) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            // an entry ends where its zip goes on
            content.write(StreamUtils.nonClosing(zip));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

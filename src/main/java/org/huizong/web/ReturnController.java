package org.huizong.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Explanations;
import org.huizong.model.Disposition;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.office.OfficeActs;
import org.huizong.store.StoredFinding;
import org.huizong.store.StoredSubmission;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Shows one return as it was sent, and lets the office take it back or say when it came. */
@Controller
final class ReturnController {
    private final Pages pages;
    private final OfficeSettings settings;
    private final StoreKeeper keeper;
    private final RecordActs recordActs;

    ReturnController(Pages pages, OfficeSettings settings, StoreKeeper keeper, RecordActs recordActs) {
        this.pages = pages;
        this.settings = settings;
        this.keeper = keeper;
        this.recordActs = recordActs;
    }

    @GetMapping("/return/{period}/{id}")
    PageView show(HttpServletRequest request, @PathVariable String period, @PathVariable long id) {
        Catalogue catalogue = settings.catalogue().get();
        PageFrame frame = pages.frame(request, "return", Periods.of(period), pages.wording(request, catalogue));
        ReturnView view = keeper.look(store -> new ReturnReader(frame, catalogue, store).read(id))
                .orElseThrow(() -> new NoSuchPageException("return"));
        return pages.page("return", frame, Map.of("view", view));
    }

    /** The file as it was sent, from the archive. */
    @GetMapping("/return/{period}/{id}/file")
    void file(
            HttpServletRequest request,
            @PathVariable String period,
            @PathVariable long id,
            HttpServletResponse response)
            throws IOException {
        StoredSubmission sent = keeper.look(store -> ReturnReader.sent(store, Periods.of(period), id))
                .orElseThrow(() -> new NoSuchPageException("return"));
        Path kept = keeper.use(store -> store.archive().place(sent.sha256()));
        if (!Files.isRegularFile(kept)) {
            throw new NoSuchPageException("file");
        }
        DownloadController.send(kept, sent.file().substring(sent.file().lastIndexOf('/') + 1), response);
    }

    @PostMapping("/return/{period}/{id}/withdraw")
    View withdraw(@PathVariable String period, @PathVariable long id, @RequestParam String reason) {
        String why = RecordActs.reason(reason);
        return change(period, id, (acts, sent) -> {
            if (sent.disposition() != Disposition.WITHDRAWN) {
                acts.withdraw(sent.period(), List.of(sent), why);
            }
        });
    }

    @PostMapping("/return/{period}/{id}/restore")
    View restore(@PathVariable String period, @PathVariable long id, @RequestParam String reason) {
        String why = RecordActs.reason(reason);
        return change(period, id, (acts, sent) -> {
            if (sent.disposition() == Disposition.WITHDRAWN) {
                acts.restore(sent.period(), List.of(sent), why);
            }
        });
    }

    @PostMapping("/return/{period}/{id}/received")
    View received(
            @PathVariable String period, @PathVariable long id, @RequestParam String day, @RequestParam String reason) {
        LocalDate came = day(day);
        String why = RecordActs.reason(reason);
        return change(period, id, (acts, sent) -> acts.receive(sent.period(), List.of(sent.file()), came, why));
    }

    /** What a sender told the office to explain a query, as the page names it. */
    @PostMapping("/return/{period}/{id}/explain")
    View explain(
            HttpServletRequest request,
            @PathVariable String period,
            @PathVariable long id,
            @RequestParam String asked,
            @RequestParam String told) {
        Catalogue catalogue = settings.catalogue().get();
        if (new Explanations(catalogue).sayNothing(told)) {
            throw new KindRefusalException(400, "web.return.told.nothing");
        }
        String words = pages.wording(request, catalogue)
                .text("explanation.told", told.strip(), settings.today().get());
        return change(period, id, (acts, sent) -> {
            Finding query = acts.asked(sent).stream()
                    .map(StoredFinding::finding)
                    .filter(f -> ReturnReader.name(f).equals(asked))
                    .findFirst()
                    .orElseThrow(() -> new KindRefusalException(409, "web.return.told.gone"));
            acts.explain(sent.period(), Map.of(sent, List.of(query)), words);
        });
    }

    private LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text.strip());
            if (!day.isAfter(settings.today().get())) {
                return day;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw new KindRefusalException(400, "web.return.day");
    }

    private View change(String period, long id, BiConsumer<OfficeActs, StoredSubmission> change) {
        Period wanted = Periods.of(period);
        recordActs.act(settings.catalogue().get(), acts -> {
            StoredSubmission sent = ReturnReader.sent(acts.store(), wanted, id);
            if (acts.store().events().isClosed(sent.period())) {
                throw new KindRefusalException(409, "web.record.closed");
            }
            change.accept(acts, sent);
        });
        return new RedirectView("/return/" + wanted + "/" + id);
    }
}

package org.huizong.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.catalogue.Catalogue;
import org.huizong.model.Period;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.view.RedirectView;

/** Runs the monthly job, shows how far it is, and what it left. */
@Controller
final class ConsolidateController {
    private static final Duration BETWEEN = Duration.ofMillis(250);

    /** After so many looks at the same it is said again: a browser that has gone is noticed by that. */
    private static final int MOST_SILENT = 40;

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final Pages pages;
    private final OfficeSettings settings;
    private final StoreKeeper keeper;
    private final Runs runs;
    private final Activity activity;

    ConsolidateController(Pages pages, OfficeSettings settings, StoreKeeper keeper, Runs runs, Activity activity) {
        this.pages = pages;
        this.settings = settings;
        this.keeper = keeper;
        this.runs = runs;
        this.activity = activity;
    }

    @GetMapping("/consolidate/{period}")
    PageView show(HttpServletRequest request, @PathVariable String period) {
        Period wanted = Periods.of(period);
        Catalogue catalogue = settings.catalogue().get();
        PageFrame frame = pages.frame(request, "consolidate", wanted, pages.wording(request, catalogue));
        ConsolidateReader reader = new ConsolidateReader(frame, catalogue);
        String elsewhere = runs.current()
                .map(RunState::period)
                .filter(p -> !p.equals(wanted))
                .map(frame.wording()::period)
                .orElse("");
        ConsolidateView view = new ConsolidateView(
                runs.last(wanted).map(reader::progress),
                elsewhere,
                keeper.look(reader::edition).orElse(""),
                keeper.look(reader::changes).orElse(List.of()),
                new Downloads(runs.output(wanted)).list(frame),
                keeper.look(store -> store.events().isClosed(wanted)).orElse(false));
        return pages.page("consolidate", frame, Map.of("view", view));
    }

    @PostMapping("/consolidate/{period}")
    View begin(HttpServletRequest request, @PathVariable String period) {
        Period wanted = Periods.of(period);
        if (wanted.isMonth() && !Files.isDirectory(runs.returns(wanted))) {
            throw new KindRefusalException(409, "web.run.nothing");
        }
        if (runs.begin(wanted, pages.lang(request)).isEmpty()) {
            String busy = runs.current()
                    .map(run -> pages.sentences(request).period(run.period()))
                    .orElse("");
            throw new KindRefusalException(409, "web.run.busy", busy);
        }
        return new RedirectView("/consolidate/" + wanted);
    }

    /** Tells a browser how far a run is, as often as something changes; it may go and come back as it likes. */
    @GetMapping("/consolidate/{period}/events")
    SseEmitter events(HttpServletRequest request, @PathVariable String period) {
        Period wanted = Periods.of(period);
        Catalogue catalogue = settings.catalogue().get();
        PageFrame frame = pages.frame(request, "consolidate", wanted, pages.wording(request, catalogue));
        ConsolidateReader reader = new ConsolidateReader(frame, catalogue);
        SseEmitter emitter = new SseEmitter(0L);
        Optional<RunState> run = runs.last(wanted);
        Thread teller = new Thread(() -> tell(emitter, run, frame, reader), "page-events");
        teller.setDaemon(true);
        teller.start();
        return emitter;
    }

    private void tell(SseEmitter emitter, Optional<RunState> run, PageFrame frame, ConsolidateReader reader) {
        try {
            if (run.isPresent()) {
                follow(emitter, run.get(), frame, reader);
            }
            // an event without data is none
            emitter.send(SseEmitter.event().name("over").data("over"));
            emitter.complete();
        } catch (IOException | RuntimeException goneOrFailed) {
            emitter.completeWithError(goneOrFailed);
        } catch (InterruptedException e) {
            emitter.complete();
            Thread.currentThread().interrupt();
        }
    }

    private void follow(SseEmitter emitter, RunState run, PageFrame frame, ConsolidateReader reader)
            throws IOException, InterruptedException {
        long told = -1;
        int silent = 0;
        while (true) {
            boolean over = run.isOver();
            long version = run.look().version();
            if (version != told || ++silent > MOST_SILENT) {
                told = version;
                silent = 0;
                activity.note();
                String html = pages.page("progress", frame, Map.of("progress", reader.progress(run)))
                        .text();
                emitter.send(SseEmitter.event().name("progress").data(html.replace("\n", " "), HTML));
            }
            if (over) {
                return;
            }
            Thread.sleep(BETWEEN.toMillis());
        }
    }
}

package org.huizong.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huizong.catalogue.Catalogue;
import org.huizong.disk.DiskException;
import org.huizong.disk.OwnerOnly;
import org.huizong.model.OfficeTime;
import org.huizong.model.Period;
import org.huizong.office.EventSubject;
import org.huizong.office.OpenMatters;
import org.huizong.spreadsheet.write.FileName;
import org.huizong.store.Backup;
import org.huizong.store.BackupContents;
import org.huizong.store.Store;
import org.huizong.text.Visible;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Shows what is on record of a period, closes and reopens it, and makes backups. */
@Controller
final class RecordController {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);

    private final Pages pages;
    private final OfficeSettings settings;
    private final StoreKeeper keeper;
    private final RecordActs recordActs;

    RecordController(Pages pages, OfficeSettings settings, StoreKeeper keeper, RecordActs recordActs) {
        this.pages = pages;
        this.settings = settings;
        this.keeper = keeper;
        this.recordActs = recordActs;
    }

    @GetMapping("/record/{period}")
    PageView show(HttpServletRequest request, @PathVariable String period) {
        Catalogue catalogue = settings.catalogue().get();
        PageFrame frame = pages.frame(request, "record", Periods.of(period), pages.wording(request, catalogue));
        RecordView view = keeper.look(store -> read(frame, catalogue, store))
                .orElseGet(() -> new RecordView(
                        "none", List.of(), "", List.of(), List.of(), List.of(), frame.t("web.backup.none"), List.of()));
        return pages.page(
                "record", frame, Map.of("view", view, "folder", backupFolder().toString()));
    }

    private RecordView read(PageFrame frame, Catalogue catalogue, Store store) {
        Period period = frame.period();
        boolean closed = store.events().isClosed(period);
        boolean published = store.editions().latest(period).isPresent();
        List<String> open = published && !closed
                ? new OpenMatters(
                                catalogue,
                                store,
                                frame.wording(),
                                settings.today().get())
                        .lines(period)
                : List.of();
        List<RecordView.Sent> sent = store.submissions().within(period).stream()
                .map(s -> new RecordView.Sent(
                        s.id(),
                        frame.wording().label(s.unit()),
                        frame.wording().label(s.form()),
                        frame.wording().text("disposition." + s.disposition().code()),
                        s.disposition().code(),
                        s.received().toString(),
                        Visible.line(s.file())))
                .toList();
        List<RecordView.Edition> editions = new ArrayList<>(store.editions().list(period).stream()
                .map(e -> new RecordView.Edition(
                        e.number(), e.asOf().toString(), e.changes().size()))
                .toList());
        Collections.reverse(editions);
        List<RecordView.Event> events = new ArrayList<>(store.events().list(Optional.of(period)).stream()
                .map(e -> new RecordView.Event(
                        MINUTES.format(e.happened().atZone(OfficeTime.ZONE)),
                        Visible.line(e.who()),
                        frame.wording().text("event." + e.what()),
                        Visible.line(EventSubject.of(e, catalogue, frame.wording())),
                        Visible.line(e.reason())))
                .toList());
        Collections.reverse(events);
        int month = period.last().getMonthValue();
        return new RecordView(
                closed ? "closed" : published ? "open" : "none",
                open,
                month == 1 ? frame.periodName() : frame.wording().text("cli.close.together", frame.periodName(), month),
                sent,
                editions,
                events,
                backup(frame, store),
                backups(frame));
    }

    private String backup(PageFrame frame, Store store) {
        LocalDate today = OfficeTime.day(settings.clock().instant());
        return store.lastBackup()
                .map(last -> OfficeTime.day(last.made()))
                .map(day -> day.equals(today)
                        ? frame.t("web.backup.today", day)
                        : frame.t("web.backup.last", day, ChronoUnit.DAYS.between(day, today)))
                .orElseGet(() -> frame.t("web.backup.none"));
    }

    private List<ConsolidateView.Download> backups(PageFrame frame) {
        List<ConsolidateView.Download> all = new ArrayList<>(FolderFile.list(backupFolder()).stream()
                .filter(f -> f.name().endsWith(".zip"))
                .map(f -> new ConsolidateView.Download(f.id(), f.name(), "", Bytes.show(frame, f.size())))
                .toList());
        Collections.reverse(all);
        return all;
    }

    private Path backupFolder() {
        return settings.output().toAbsolutePath().normalize().resolveSibling("backup");
    }

    @PostMapping("/record/{period}/close")
    View close(
            @PathVariable String period,
            @RequestParam String reason,
            @RequestParam(defaultValue = "") String meant,
            HttpServletRequest request) {
        Catalogue catalogue = settings.catalogue().get();
        PageFrame frame = pages.frame(request, "record", Periods.of(period), pages.wording(request, catalogue));
        Period wanted = frame.period();
        recordActs.act(catalogue, acts -> {
            boolean isOpen = !new OpenMatters(catalogue, acts.store(), frame.wording(), acts.today())
                    .lines(wanted)
                    .isEmpty();
            if (isOpen && meant.isEmpty()) {
                throw new KindRefusalException(409, "web.record.open");
            }
            if (acts.store().editions().latest(wanted).isEmpty()) {
                throw new KindRefusalException(409, "web.record.none");
            }
            if (!acts.store().events().isClosed(wanted)) {
                acts.close(wanted, reason.strip());
            }
        });
        return new RedirectView("/record/" + wanted);
    }

    @PostMapping("/record/{period}/reopen")
    View reopen(@PathVariable String period, @RequestParam String reason) {
        Period wanted = Periods.of(period);
        String why = RecordActs.reason(reason);
        recordActs.act(settings.catalogue().get(), acts -> {
            if (acts.store().events().isClosed(wanted)) {
                acts.reopen(wanted, why);
            }
        });
        return new RedirectView("/record/" + wanted);
    }

    /** Makes a backup beside the results; the page hands it over, to be put on another disk. */
    @PostMapping("/record/{period}/backup")
    View backup(@PathVariable String period) {
        Period wanted = Periods.of(period);
        if (!keeper.exists()) {
            throw new KindRefusalException(409, "web.backup.nothing");
        }
        keeper.use(this::backUp);
        return new RedirectView("/record/" + wanted + "#backup");
    }

    /** One at a time: two in one second are two files. */
    private synchronized BackupContents backUp(Store store) {
        Instant now = settings.clock().instant();
        try {
            OwnerOnly.folder(backupFolder());
        } catch (IOException e) {
            throw new DiskException(backupFolder(), e);
        }
        Set<String> taken = new HashSet<>();
        Path file;
        do {
            String name = FileName.free("huizong-" + NAME.format(now.atZone(OfficeTime.ZONE)), ".zip", taken);
            file = backupFolder().resolve(name);
        } while (Files.exists(file));
        return Backup.make(store, file, now);
    }

    @GetMapping("/backup/{id}")
    void backupFile(@PathVariable String id, HttpServletResponse response) throws IOException {
        FolderFile file = FolderFile.of(backupFolder(), id);
        DownloadController.send(file.path(), file.name(), response);
    }
}

package org.huizong.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huizong.baseline.BaselineKeeping;
import org.huizong.baseline.BaselineOutcome;
import org.huizong.catalogue.Catalogue;
import org.huizong.office.BaselineText;
import org.huizong.text.Visible;
import org.huizong.wording.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Takes in figures of earlier periods that were never collected, as the command does. */
@Controller
final class BaselineController {
    private final Pages pages;
    private final OfficeSettings settings;
    private final RecordActs recordActs;

    BaselineController(Pages pages, OfficeSettings settings, RecordActs recordActs) {
        this.pages = pages;
        this.settings = settings;
        this.recordActs = recordActs;
    }

    @GetMapping("/baseline/{period}")
    PageView show(HttpServletRequest request, @PathVariable String period) {
        return page(request, period, "", List.of());
    }

    @PostMapping("/baseline/{period}")
    PageView take(
            HttpServletRequest request,
            @PathVariable String period,
            @RequestParam("file") MultipartFile file,
            @RequestParam(defaultValue = "") String replace) {
        Catalogue catalogue = settings.catalogue().get();
        Wording wording = pages.wording(request, catalogue);
        BaselineOutcome outcome;
        try (SentFile table = SentFile.of(file)) {
            outcome = keep(catalogue, wording, table.path(), !replace.isEmpty());
        }
        if (outcome instanceof BaselineOutcome.Refused refused) {
            List<String> said = new ArrayList<>(
                    refused.faults().stream().map(wording.words()::fault).toList());
            said.add(
                    0,
                    wording.text(
                            "cli.baseline.refused",
                            refused.faults().size(),
                            IncomingFiles.plain(String.valueOf(file.getOriginalFilename()))));
            return page(request, period, "bad", said);
        }
        return page(request, period, "good", new BaselineText(wording).of((BaselineOutcome.Kept) outcome));
    }

    private BaselineOutcome keep(Catalogue catalogue, Wording wording, Path table, boolean replace) {
        List<BaselineOutcome> came = new ArrayList<>();
        recordActs.act(
                catalogue,
                acts -> came.add(new BaselineKeeping(catalogue, wording, acts.store())
                        .keep(
                                table,
                                replace,
                                new BaselineKeeping.Act(
                                        settings.who(),
                                        settings.clock().instant(),
                                        settings.today().get()))));
        return came.get(0);
    }

    private PageView page(HttpServletRequest request, String period, String tone, List<String> said) {
        Catalogue catalogue = settings.catalogue().get();
        PageFrame frame = pages.frame(request, "baseline", Periods.of(period), pages.wording(request, catalogue));
        return pages.page(
                "baseline",
                frame,
                Map.of("tone", tone, "said", said.stream().map(Visible::line).toList()));
    }
}

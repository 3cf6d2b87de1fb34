package org.huizong.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.huizong.catalogue.Catalogue;
import org.huizong.model.Period;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The first page: how a period stands and what to do next. */
@Controller
final class MonthController {
    private final Pages pages;
    private final OfficeSettings settings;
    private final StoreKeeper keeper;
    private final Runs runs;
    private final FileDigests digests;

    MonthController(Pages pages, OfficeSettings settings, StoreKeeper keeper, Runs runs, FileDigests digests) {
        this.pages = pages;
        this.settings = settings;
        this.keeper = keeper;
        this.runs = runs;
        this.digests = digests;
    }

    @GetMapping("/month/{period}")
    PageView month(HttpServletRequest request, @PathVariable String period) {
        Period wanted = Periods.of(period);
        Catalogue catalogue = settings.catalogue().get();
        PageFrame frame = pages.frame(request, "month", wanted, pages.wording(request, catalogue));
        MonthReader reader = new MonthReader(
                frame, catalogue, settings.today().get(), FolderFile.list(runs.returns(wanted)), digests);
        MonthView month = keeper.look(reader::read).orElseGet(reader::nothingYet);
        return pages.page("month", frame, Map.of("month", month));
    }
}

package org.huizong.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.huizong.catalogue.Catalogue;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows what a period came to, and what each figure is made of. */
@Controller
final class FiguresController {
    private final Pages pages;
    private final OfficeSettings settings;
    private final StoreKeeper keeper;
    private final EditionFigures figures;

    FiguresController(Pages pages, OfficeSettings settings, StoreKeeper keeper, EditionFigures figures) {
        this.pages = pages;
        this.settings = settings;
        this.keeper = keeper;
        this.figures = figures;
    }

    @GetMapping("/figures/{period}")
    PageView all(HttpServletRequest request, @PathVariable String period) {
        Catalogue catalogue = settings.catalogue().get();
        PageFrame frame = frame(request, period, catalogue);
        return read(frame, catalogue, FiguresReader::all)
                .map(view -> pages.page("figures", frame, Map.of("view", view)))
                .orElseGet(() -> pages.page(
                        "nofigures", frame, Map.of("heading", frame.t("web.figures.heading", frame.periodName()))));
    }

    @GetMapping("/figures/{period}/{indicator}")
    PageView one(HttpServletRequest request, @PathVariable String period, @PathVariable String indicator) {
        Catalogue catalogue = settings.catalogue().get();
        PageFrame frame = frame(request, period, catalogue);
        FiguresView.One view = read(frame, catalogue, reader -> reader.one(indicator))
                .orElseThrow(() -> new NoSuchPageException("indicator"));
        return pages.page("figure", frame, Map.of("view", view));
    }

    private PageFrame frame(HttpServletRequest request, String period, Catalogue catalogue) {
        return pages.frame(request, "figures", Periods.of(period), pages.wording(request, catalogue));
    }

    private <T> Optional<T> read(PageFrame frame, Catalogue catalogue, Function<FiguresReader, T> what) {
        return keeper.look(store -> figures.of(frame.period(), catalogue, store)
                        .map(shown -> new FiguresReader(frame, catalogue, shown))
                        .map(what))
                .flatMap(Function.identity());
    }
}

package org.huizong.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.huizong.intake.parse.PeriodText;
import org.huizong.model.Period;
import org.huizong.wording.Lang;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Where the page begins and ends, and the language it speaks. */
@Controller
final class StartController {
    private final Pages pages;
    private final StoreKeeper keeper;
    private final Runs runs;
    private final Activity activity;

    StartController(Pages pages, StoreKeeper keeper, Runs runs, Activity activity) {
        this.pages = pages;
        this.keeper = keeper;
        this.runs = runs;
        this.activity = activity;
    }

    /** The last month, unless nothing of it has come yet: then the newest of which anything has. */
    @GetMapping("/")
    View start() {
        Period last = pages.lastMonth();
        List<Period> known = keeper.look(store -> store.runs().periods()).orElse(List.of()).stream()
                .filter(Period::isMonth)
                .toList();
        boolean begun = known.isEmpty()
                || known.contains(last)
                || !FolderFile.list(runs.returns(last)).isEmpty();
        return new RedirectView("/month/" + (begun ? last : known.get(known.size() - 1)));
    }

    /** To any period, written as people write periods. */
    @GetMapping("/go")
    View go(@RequestParam String section, @RequestParam String period) {
        if (!section.matches("[a-z]+")) {
            throw new NoSuchPageException("section");
        }
        Period chosen = PeriodText.named(period)
                .or(() -> PeriodText.latest(
                        period, pages.lastMonth().last().plusMonths(1).atEndOfMonth()))
                .orElseThrow(() -> new KindRefusalException(400, "web.period.unknown", period));
        return new RedirectView("/" + section + "/" + Periods.of(chosen.code()).code());
    }

    @PostMapping("/language")
    View language(HttpServletRequest request, @RequestParam String lang, @RequestParam String back) {
        request.getSession().setAttribute(Pages.LANG, lang.equals("en") ? Lang.EN : Lang.ZH);
        boolean own = back.matches("/|/[a-z]+(/[0-9A-Za-z-]{4,8}(/[0-9A-Za-z_]+)?)?");
        return new RedirectView(own ? back : "/");
    }

    @PostMapping("/end")
    View end(HttpServletRequest request) {
        if (runs.isBusy()) {
            throw new KindRefusalException(409, "web.end.busy");
        }
        PageView page = pages.page("ended", pages.bare(request), Map.of());
        activity.endSoon();
        return page;
    }
}

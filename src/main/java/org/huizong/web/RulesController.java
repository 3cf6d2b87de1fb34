package org.huizong.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.catalogue.BrokenCatalogueException;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Fault;
import org.huizong.office.RuleTexts;
import org.huizong.office.TrialText;
import org.huizong.review.RuleTrial;
import org.huizong.text.Visible;
import org.huizong.wording.MessageBundle;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Says the rules in words, finds some of them, and tries others on what is on record. */
@Controller
final class RulesController {
    private final Pages pages;
    private final OfficeSettings settings;
    private final StoreKeeper keeper;

    RulesController(Pages pages, OfficeSettings settings, StoreKeeper keeper) {
        this.pages = pages;
        this.settings = settings;
        this.keeper = keeper;
    }

    @GetMapping("/rules/{period}")
    PageView rules(
            HttpServletRequest request,
            @PathVariable String period,
            @RequestParam(name = "q", defaultValue = "") String wanted) {
        return page(request, period, wanted.strip(), List.of());
    }

    /** Changes nothing: what the rules of a file would have found is said. */
    @PostMapping("/rules/{period}")
    PageView tryOut(HttpServletRequest request, @PathVariable String period, @RequestParam("file") MultipartFile file) {
        try (SentFile table = SentFile.of(file)) {
            return page(request, period, "", tried(request, table.path()));
        }
    }

    private List<RulesView.Paragraph> tried(HttpServletRequest request, Path table) {
        Catalogue inForce = settings.catalogue().get();
        Catalogue tried;
        try {
            tried = settings.tried().apply(table);
        } catch (BrokenCatalogueException e) {
            return faulty(pages.words(request), pages.sentences(request), e.faults());
        }
        List<RulesView.Paragraph> said = new ArrayList<>();
        return keeper.look(store -> {
                    TrialText text = new TrialText(
                            (indent, t) -> said.add(new RulesView.Paragraph(indent.length() / 2, Visible.line(t))),
                            pages.sentences(request),
                            inForce,
                            tried);
                    text.print(
                            table,
                            new RuleTrial(
                                            inForce,
                                            tried,
                                            store,
                                            settings.today().get())
                                    .run());
                    return said;
                })
                .orElseThrow(() -> new KindRefusalException(409, "web.rules.nodata"));
    }

    private static List<RulesView.Paragraph> faulty(MessageBundle words, MessageBundle sentences, List<Fault> faults) {
        return Stream.concat(
                        Stream.of(new RulesView.Paragraph(0, words.text("web.rules.faulty", faults.size()))),
                        faults.stream().map(f -> new RulesView.Paragraph(1, Visible.line(sentences.fault(f)))))
                .toList();
    }

    private PageView page(HttpServletRequest request, String period, String wanted, List<RulesView.Paragraph> tried) {
        Catalogue catalogue = settings.catalogue().get();
        PageFrame frame = pages.frame(request, "rules", Periods.of(period), pages.wording(request, catalogue));
        RuleTexts texts = new RuleTexts(catalogue, frame.wording());
        List<RulesView.Group> groups = new ArrayList<>();
        texts.rules(Optional.empty()).forEach((form, rules) -> {
            List<RuleTexts.Said> found =
                    rules.stream().map(texts::of).filter(r -> has(r, wanted)).toList();
            if (!found.isEmpty()) {
                groups.add(new RulesView.Group(texts.heading(form, found.size()), found));
            }
        });
        RulesView view = new RulesView(wanted, catalogue.rules().size(), groups, tried);
        return pages.page("rules", frame, Map.of("view", view));
    }

    /** Whether every word that was looked for stands in it. */
    private static boolean has(RuleTexts.Said rule, String wanted) {
        String text = (rule.head() + ' ' + rule.relation() + ' ' + rule.more()).toLowerCase(Locale.ROOT);
        return Stream.of(wanted.toLowerCase(Locale.ROOT).split("\\s+", -1)).allMatch(text::contains);
    }
}

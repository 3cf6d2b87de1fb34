package org.huizong.web;

import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.model.OfficeTime;
import org.huizong.model.Period;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.springframework.security.web.csrf.CsrfToken;

/** Makes pages in the language that somebody chose. */
final class Pages {
    static final String LANG = "lang";

    private final TemplateEngine templates;
    private final OfficeSettings settings;
    private final Runs runs;
    private final Map<Lang, MessageBundle> words = new EnumMap<>(Lang.class);
    private final Map<Lang, MessageBundle> sentences = new EnumMap<>(Lang.class);

    Pages(TemplateEngine templates, OfficeSettings settings, Runs runs) {
        this.templates = templates;
        this.settings = settings;
        this.runs = runs;
        for (Lang lang : Lang.values()) {
            words.put(lang, new MessageBundle(lang, OfficeServer.class));
            sentences.put(lang, new MessageBundle(lang));
        }
    }

    /** The language that was chosen, else the one the program was started in. */
    Lang lang(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(LANG) instanceof Lang chosen ? chosen : settings.lang();
    }

    /** The sentences of the whole program in that language. */
    MessageBundle sentences(HttpServletRequest request) {
        return bundle(sentences, lang(request));
    }

    /** The sentences of the pages in that language. */
    MessageBundle words(HttpServletRequest request) {
        return bundle(words, lang(request));
    }

    private static MessageBundle bundle(Map<Lang, MessageBundle> all, Lang lang) {
        MessageBundle bundle = all.get(lang);
        if (bundle == null) {
            throw new IllegalStateException("no words for " + lang);
        }
        return bundle;
    }

    /** The sentences about a catalogue. */
    Wording wording(HttpServletRequest request, Catalogue catalogue) {
        return new Wording(sentences(request), catalogue);
    }

    /** The month before the one that it is. */
    Period lastMonth() {
        return Period.month(YearMonth.from(settings.today().get()).minusMonths(1));
    }

    /** A frame around what belongs to no period. The catalogue may be what is broken, so its words are those of the built-in one. */
    PageFrame bare(HttpServletRequest request) {
        Period now = Period.month(YearMonth.from(OfficeTime.day(settings.clock().instant())));
        return frame(request, "", now, wording(request, CatalogueLoader.builtIn()));
    }

    /** The same for what went wrong on a page: with the way to the other pages of its period. */
    PageFrame fault(HttpServletRequest request) {
        Period period = Stream.of(request.getRequestURI().split("/"))
                .flatMap(part -> Periods.in(part).stream())
                .findFirst()
                .orElseGet(() -> bare(request).period());
        return frame(request, "fault", period, wording(request, CatalogueLoader.builtIn()));
    }

    PageFrame frame(HttpServletRequest request, String section, Period period, Wording wording) {
        String csrf =
                request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
        return new PageFrame(
                words(request), wording, lang(request), section, period, request.getRequestURI(), csrf, runs.current());
    }

    /** A page with the matter it shows. */
    PageView page(String template, PageFrame frame, Map<String, Object> parts) {
        return page(template, frame, parts, 200);
    }

    PageView page(String template, PageFrame frame, Map<String, Object> parts, int status) {
        Map<String, Object> all = new HashMap<>(parts);
        all.put("frame", frame);
        return new PageView(templates, template, all, status);
    }
}

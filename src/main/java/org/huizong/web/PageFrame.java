package org.huizong.web;

import java.util.Optional;
import org.huizong.model.Period;
import org.huizong.model.ProgramVersion;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;

/**
 * What every page shows around its own matter.
 *
 * @param words the sentences of the pages
 * @param wording the sentences about the catalogue
 * @param lang the language
 * @param section which entry of the menu it belongs to
 * @param period the period that is looked at
 * @param path the address of the page, to come back to
 * @param csrf what every form has to carry
 * @param running what is being consolidated now
 */
public record PageFrame(
        MessageBundle words,
        Wording wording,
        Lang lang,
        String section,
        Period period,
        String path,
        String csrf,
        Optional<RunState> running) {
    /** A sentence of the pages. */
    public String t(String key, Object... values) {
        return words.text(key, values);
    }

    /** The program's name and version. */
    public String program() {
        return words.text("web.version", ProgramVersion.TEXT);
    }

    /** The period as people say it. */
    public String periodName() {
        return wording.period(period);
    }

    /** The language's code for browsers. */
    public String htmlLang() {
        return lang == Lang.ZH ? "zh-CN" : "en";
    }

    /** The section whose page of another period is shown when one goes on to that. */
    public String sectionOfPeriod() {
        return section.equals("return") ? "record" : section;
    }

    /** Whether the menu is at that entry. */
    public boolean isAt(String entry) {
        return section.equals(entry);
    }

    /** Whether the language is Chinese. */
    public boolean isChinese() {
        return lang == Lang.ZH;
    }

    /** Any period as people say it. */
    public String nameOf(Period other) {
        return wording.period(other);
    }

    /** What is being consolidated now. */
    public String runningName() {
        return running.map(run -> wording.period(run.period())).orElse("");
    }

    /** The period before. */
    public Period before() {
        return period.prior();
    }

    /** The period after. */
    public Period after() {
        return Period.holding(period.last().plusMonths(1), period.frequency());
    }
}

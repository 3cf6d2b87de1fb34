package org.huizong.web;

import java.util.List;
import java.util.Optional;
import org.huizong.model.Severity;
import org.huizong.office.FileCheck;
import org.huizong.text.Visible;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;

/** Says what a file was read as, what becomes of it, and what is wrong with it. */
final class FileAnswers {
    private static final int SHOWN = 12;

    private final MessageBundle words;
    private final Wording wording;

    FileAnswers(MessageBundle words, Wording wording) {
        this.words = words;
        this.wording = wording;
    }

    FilesView.Answer of(FileCheck.Checked checked, boolean isNew) {
        long errors = checked.count(Severity.ERROR);
        long queries = checked.count(Severity.QUERY);
        long explained = checked.explained();
        boolean isNothing = checked.readAs().isEmpty();
        String state = checked.isSentBack() ? "bad" : queries > 0 || isNothing ? "warn" : "good";
        String verdict = isNothing
                ? words.text("web.answer.nothing")
                : checked.isSentBack()
                        ? words.text("web.answer.bad", errors)
                        : queries > 0
                                ? words.text("web.answer.warn", queries)
                                : explained > 0
                                        ? words.text("web.answer.explained", explained)
                                        : words.text("web.answer.good");
        List<FilesView.Found> findings = checked.findings().stream()
                .limit(SHOWN)
                .map(f -> new FilesView.Found(
                        f.finding().severity().code(),
                        wording.text("severity." + f.finding().severity().code()),
                        Visible.line(place(f)),
                        Visible.line(wording.sentence(f.finding(), f.period())),
                        Optional.of(Visible.line(f.explanation())).filter(e -> !e.isEmpty()),
                        Optional.empty()))
                .toList();
        return new FilesView.Answer(
                Visible.line(checked.file()),
                checked.readAs().stream()
                        .map(o -> words.text(
                                "web.answer.read",
                                wording.label(o.unit()),
                                wording.label(o.form()),
                                wording.period(o.period())))
                        .toList(),
                state,
                isNew ? verdict : words.text("web.answer.same", verdict),
                findings,
                checked.findings().size() - findings.size());
    }

    /** Sheet and cell: the file stands above. */
    private String place(FileCheck.Found found) {
        String place = wording.place(found.finding().where());
        String file = found.finding().where().file();
        return place.startsWith(file) ? place.substring(file.length()).strip() : place;
    }
}

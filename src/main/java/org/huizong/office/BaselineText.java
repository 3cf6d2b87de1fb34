package org.huizong.office;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.huizong.baseline.BaselineOutcome;
import org.huizong.model.BaselineFigure;
import org.huizong.store.BaselineStore.Difference;
import org.huizong.store.BaselineStore.Replacement;
import org.huizong.store.StoredBaseline;
import org.huizong.wording.Wording;

/** Says what became of earlier figures that somebody took in. */
public final class BaselineText {
    private static final int SHOWN = 20;

    private final Wording wording;

    /** In that language. */
    public BaselineText(Wording wording) {
        this.wording = wording;
    }

    /** What was kept, a line each: the sum of it first. */
    public List<String> of(BaselineOutcome.Kept kept) {
        Difference difference = kept.difference();
        List<String> lines = new ArrayList<>();
        lines.add(
                kept.isChange()
                        ? wording.text(
                                "cli.baseline.kept",
                                difference.added().size(),
                                difference.replaced().size(),
                                kept.removed().size(),
                                difference.unchanged().size())
                        : wording.text(
                                "cli.baseline.same", difference.unchanged().size()));
        list(lines, difference.replaced(), this::replaced);
        list(lines, kept.removed(), r -> wording.text("cli.baseline.removed", what(r.figure()), value(r)));
        if (kept.removed().isEmpty() && !difference.left().isEmpty()) {
            lines.add(wording.text("cli.baseline.left", difference.left().size()));
            list(
                    lines,
                    difference.left(),
                    l -> wording.text("cli.baseline.stays", what(l.figure()), value(l), l.file()));
        }
        return lines;
    }

    private String replaced(Replacement replacement) {
        return wording.text(
                "cli.baseline.replaced",
                what(replacement.now()),
                value(replacement.before()),
                replacement.now().value().toPlainString());
    }

    private static String value(StoredBaseline stored) {
        return stored.figure().value().toPlainString();
    }

    private String what(BaselineFigure figure) {
        return wording.text(
                "cli.baseline.figure",
                wording.period(figure.period()),
                wording.label(figure.unit()),
                wording.label(figure.code()));
    }

    private <T> void list(List<String> lines, List<T> all, Function<T, String> sentence) {
        all.stream().limit(SHOWN).map(sentence).forEach(lines::add);
        if (all.size() > SHOWN) {
            lines.add(wording.text("cli.list.more", all.size() - SHOWN));
        }
    }
}

package org.huizong.publish.letter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huizong.assessment.Assessment.OfUnit;
import org.huizong.assessment.Score;
import org.huizong.catalogue.Unit;
import org.huizong.publish.narrative.AssessmentText;
import org.huizong.publish.narrative.Terms;
import org.huizong.spreadsheet.mark.FrontSheet;
import org.huizong.spreadsheet.mark.FrontSheetStyle;
import org.huizong.spreadsheet.write.FileName;
import org.huizong.spreadsheet.write.TextWidth;
import org.huizong.text.Visible;

/**
 * Writes a letter to each unit of whose score there is anything to say: what was taken off, for what, where to look, and
 * how to answer.
 */
public final class AssessmentLetters {
    private static final List<Integer> WIDTHS = List.of(6, 14, 8, 8, 66);
    private static final int WHY = 4;
    private static final String ENDING = ".xlsx";

    /** Things said of one criterion: a letter is a sheet of paper. */
    private static final int MAX_LINES = 6;

    private static final double LINE = 15;
    private static final double TITLE = 34;
    private static final double HEAD = 24;

    private final Terms terms;
    private final AssessmentText text;

    /** Letters in these terms. */
    public AssessmentLetters(Terms terms) {
        this.terms = terms;
        this.text = new AssessmentText(terms);
    }

    /**
     * Writes them.
     *
     * @param folder where to; it is made if there is any
     * @return how many there are
     */
    public int write(Path folder) throws IOException {
        Set<String> names = new HashSet<>();
        List<OfUnit> concerned = terms.publication().assessment().units().stream()
                .filter(u -> u.scores().stream().anyMatch(AssessmentText::concerns))
                .toList();
        for (OfUnit unit : concerned) {
            Files.createDirectories(folder);
            letter(unit).write(folder.resolve(FileName.free(name(terms, unit.unit()), ENDING, names)));
        }
        return concerned.size();
    }

    /** What the letter to a unit is called, if no other has that name. */
    public static String fileName(Terms terms, Unit unit) {
        return FileName.free(name(terms, unit), ENDING, new HashSet<>());
    }

    private static String name(Terms terms, Unit unit) {
        return terms.text(
                "letter.file", terms.label(unit.code()), terms.period().code());
    }

    private FrontSheet letter(OfUnit of) {
        List<FrontSheet.Row> rows = new ArrayList<>();
        wide(rows, terms.text("letter.title"), FrontSheetStyle.TITLE, TITLE);
        words(
                rows,
                terms.text(
                        "letter.score",
                        terms.label(of.unit().code()),
                        terms.wording().period(terms.period()),
                        AssessmentText.points(of.score()),
                        AssessmentText.points(of.full())));
        if (of.open().signum() > 0) {
            words(rows, terms.text("letter.open", AssessmentText.points(of.open())));
        }
        words(rows, terms.text("letter.below"));
        rows.add(new FrontSheet.Row(0, false, List.of()));
        int head = rows.size();
        rows.add(new FrontSheet.Row(
                HEAD,
                false,
                List.of("number", "criterion", "full", "taken", "why").stream()
                        .map(h -> cell(terms.text("letter.head." + h), FrontSheetStyle.HEAD))
                        .toList()));
        int number = 1;
        for (Score score : of.scores()) {
            if (AssessmentText.concerns(score)) {
                rows.add(row(number++, score));
            }
        }
        rows.add(new FrontSheet.Row(0, false, List.of()));
        words(rows, terms.text("letter.answer"));
        for (int step = 1; step <= 3; step++) {
            words(rows, step + ". " + terms.text("letter.answer." + step, terms.office()));
        }
        words(rows, terms.text("letter.law"));
        return new FrontSheet(
                terms.text("letter.sheet"),
                WIDTHS,
                rows,
                head,
                terms.text("template.pages"),
                terms.wording().isChinese());
    }

    private FrontSheet.Row row(int number, Score score) {
        List<String> all = text.lines(score);
        List<String> shown = new ArrayList<>(all.subList(0, Math.min(MAX_LINES, all.size())));
        if (all.size() > MAX_LINES) {
            shown.add(terms.text("letter.more", all.size() - MAX_LINES));
        }
        String why = String.join("\n", shown);
        String label = text.label(score.criterion());
        String taken = score.isAssessed() ? AssessmentText.points(score.taken()) : text.shown(score);
        int lines = Math.max(TextWidth.lines(why, WIDTHS.get(WHY)), TextWidth.lines(label, WIDTHS.get(1)));
        return new FrontSheet.Row(
                8 + LINE * lines,
                false,
                List.of(
                        cell(String.valueOf(number), FrontSheetStyle.CENTRED),
                        cell(label, FrontSheetStyle.CENTRED),
                        cell(AssessmentText.points(score.full()), FrontSheetStyle.CENTRED),
                        cell(taken, FrontSheetStyle.CENTRED),
                        cell(why, FrontSheetStyle.TEXT)));
    }

    private static void words(List<FrontSheet.Row> rows, String text) {
        int width = WIDTHS.stream().mapToInt(w -> w).sum();
        wide(rows, text, FrontSheetStyle.WORDS, 6 + LINE * TextWidth.lines(text, width));
    }

    private static void wide(List<FrontSheet.Row> rows, String text, FrontSheetStyle look, double points) {
        rows.add(new FrontSheet.Row(points, true, Collections.singletonList(cell(text, look))));
    }

    private static FrontSheet.Cell cell(String text, FrontSheetStyle look) {
        return new FrontSheet.Cell(Visible.text(text), look, Optional.empty());
    }
}

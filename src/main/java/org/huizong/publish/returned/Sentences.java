package org.huizong.publish.returned;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.ItemType;
import org.huizong.catalogue.Return;
import org.huizong.model.Argument;
import org.huizong.model.CellAddress;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.spreadsheet.mark.ClerkBook;
import org.huizong.spreadsheet.mark.Mark;
import org.huizong.spreadsheet.mark.Unmarked;
import org.huizong.wording.Wording;

/** What one letter says, in the words of one language. */
final class Sentences {
    private final Catalogue catalogue;
    private final Wording wording;
    private final Letter letter;

    Sentences(Catalogue catalogue, Wording wording, Letter letter) {
        this.catalogue = catalogue;
        this.wording = wording;
        this.letter = letter;
    }

    String text(String key, Object... values) {
        return wording.text(key, values);
    }

    /** Who the notes on cells are by. */
    String author() {
        return text("returned.author");
    }

    /** Whose return for which period is meant. */
    String about() {
        String units = joined(letter.units().stream().map(wording::label).toList());
        String forms = joined(forms().stream()
                .map(f -> text("returned.form", wording.label(f)))
                .toList());
        String period = wording.period(letter.period());
        return units.isEmpty() ? text("returned.about.file", period) : text("returned.about", units, forms, period);
    }

    String file() {
        return text("returned.file", letter.file());
    }

    /** How much there is to do. */
    String counts() {
        List<String> parts = new ArrayList<>();
        for (Mark.Tint tint : Mark.Tint.values()) {
            if (letter.count(tint) > 0) {
                parts.add(text("returned.count." + key(tint), letter.count(tint)));
            }
        }
        return String.join(text("returned.count.and"), parts) + text("returned.count.end");
    }

    /**
     * How to go about it, a sentence a step.
     *
     * @param unmarked why the list goes back alone; empty if the cells are marked
     */
    List<String> steps(Optional<Unmarked> unmarked) {
        List<String> steps = new ArrayList<>();
        steps.add(unmarked.map(why -> text("returned.step.plain", text("returned.unmarked." + why.code())))
                .orElseGet(() -> text("returned.step.open")));
        steps.add(text(unmarked.isPresent() ? "returned.step.own" : "returned.step.here"));
        String issuers = joined(forms().stream().map(wording::issuer).distinct().toList());
        steps.add(issuers.isEmpty() ? text("returned.step.send.any") : text("returned.step.send", issuers));
        due().ifPresent(steps::add);
        return steps;
    }

    private Optional<String> due() {
        return forms().stream()
                .map(f -> f.due(letter.period()))
                .min(LocalDate::compareTo)
                .map(day -> text(letter.asOf().isAfter(day) ? "returned.due.past" : "returned.due", day));
    }

    /** The word for what a task asks: correct, explain, look. */
    String kind(Task task) {
        return text("returned.kind." + key(task.tint()));
    }

    private static String key(Mark.Tint tint) {
        return switch (tint) {
            case RED -> "error";
            case YELLOW -> "query";
            case BLUE -> "notice";
        };
    }

    /** Which cell of which item it is about. */
    String place(Task task) {
        if (task.where().sheet().isEmpty()) {
            return text("returned.place.file");
        }
        String item = task.finding().item();
        String cell = task.where().cell() + (item.isEmpty() ? "" : " " + wording.label(item));
        return letter.isOfSheets() || cell.isEmpty() ? (task.where().sheet() + " " + cell).strip() : cell.strip();
    }

    /** What is wrong and what to do. */
    String task(Task task, Optional<ClerkBook> book) {
        String instead = "returned.instead." + asked(task.finding());
        Period period = task.stored().period();
        String said = wording.words().has(instead)
                ? wording.sentence(withChoices(task.finding()), period, instead)
                : wording.sentence(task.finding(), period);
        String figures = wording.relation(task.finding(), period);
        String sentence = figures.isEmpty() ? said : text("returned.figures", said, figures);
        if (task.tint() != Mark.Tint.YELLOW) {
            return sentence;
        }
        return sentence
                + explanation(task, book)
                        .map(cell -> text("returned.explain", cell))
                        .orElseGet(() -> text("returned.explain.beside"));
    }

    /** What a finding asks for: of a blank that is no number, also of which type it is. */
    private String asked(Finding finding) {
        return catalogue
                .item(finding.item())
                .filter(i -> finding.rule().equals("required.text"))
                .map(i -> finding.rule() + "." + i.type().name().toLowerCase(Locale.ROOT))
                .orElse(finding.rule());
    }

    private Finding withChoices(Finding finding) {
        return catalogue
                .item(finding.item())
                .filter(i -> i.type() == ItemType.CHOICE)
                .map(i -> finding.with("choices", new Argument.ChoicesOf(i.code())))
                .orElse(finding);
    }

    /** The cell in which a query is to be explained. */
    Optional<String> explanation(Task task, Optional<ClerkBook> book) {
        return task.tint() == Mark.Tint.YELLOW
                ? book.flatMap(b ->
                        new ExplanationCell(catalogue, b).of(task.finding()).map(CellAddress::text))
                : Optional.empty();
    }

    /** What the note on a cell says. */
    String note(Task task, Optional<ClerkBook> book) {
        return text("returned.note", kind(task), task(task, book));
    }

    /** Name of the copy's file without its ending: unit, return if it is one, and period; else the name it came with. */
    String fileName() {
        List<String> units = letter.units();
        List<Return> forms = forms();
        if (units.isEmpty()) {
            String name = letter.file().substring(letter.file().lastIndexOf('/') + 1);
            int dot = name.lastIndexOf('.');
            String own = dot > 0 ? name.substring(0, dot) : name;
            String period = letter.period().code();
            boolean isSaid = own.contains(period) || own.contains(wording.period(letter.period()));
            return isSaid ? own : own + "-" + period;
        }
        String unit = wording.label(units.get(0));
        String first = units.size() == 1 ? unit : text("returned.name.units", unit, units.size());
        return first
                + (forms.size() == 1 ? "-" + wording.label(forms.get(0)) : "")
                + "-"
                + letter.period().code();
    }

    private List<Return> forms() {
        return letter.forms().stream()
                .flatMap(f -> catalogue.form(f, letter.period().last()).stream())
                .toList();
    }

    private String joined(List<String> words) {
        return words.stream().collect(Collectors.joining(text("list.separator")));
    }
}

package org.huizong.wording;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Choice;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Rule;
import org.huizong.catalogue.Unit;
import org.huizong.finding.CellRef;
import org.huizong.finding.Finding;
import org.huizong.period.Period;

/** The sentences of one language about one catalogue. */
public final class Wording {
    private static final String LABEL = ":label";
    private static final String BASELINE = "*";

    /** How many units are named, if there are more. */
    private static final int NAMED = 3;

    private final Words words;
    private final Catalogue catalogue;

    /** Sentences about that catalogue. */
    public Wording(Words words, Catalogue catalogue) {
        this.words = words;
        this.catalogue = catalogue;
    }

    /** The words alone. */
    public Words words() {
        return words;
    }

    /** Whether the language is Chinese. */
    public boolean isChinese() {
        return words.lang() == Lang.ZH;
    }

    /** The text of a key with {0}, {1} … filled in. */
    public String text(String key, Object... values) {
        return words.text(key, values);
    }

    /**
     * What a finding says, without its place: what is wrong and what to do.
     *
     * @param period the period it is about: a rule may say something else in another
     */
    public String sentence(Finding finding, Period period) {
        return finding.hasFailed()
                ? Words.fill(pattern(finding, period), name -> value(name, finding.arguments(), period))
                : new Reasons(this, finding, period).sentence();
    }

    /**
     * The formula of a rule with the values that it was held against: 整改隐患 5 ≤ 发现隐患 3. What comes from a baseline is
     * marked with a star. Empty if the finding is not of a rule, or could not be decided.
     */
    public String relation(Finding finding, Period period) {
        String formula = finding.arguments().getOrDefault("formula", "");
        return finding.hasFailed() ? new Relation(this, finding.arguments(), period).of(formula) : "";
    }

    /** The label of a name in a formula, with the words that a period has for its prefix. */
    public String operand(String operand, Period period) {
        if (words.has("context." + operand)) {
            return words.text("context." + operand);
        }
        return Stream.of("prior", "ytd", "year_ago")
                .filter(prefix -> operand.startsWith(prefix + "."))
                .findFirst()
                .map(prefix -> words.text(
                        "span." + prefix
                                + (prefix.equals("prior")
                                        ? "." + period.frequency().code()
                                        : ""),
                        label(operand.substring(prefix.length() + 1), period)))
                .orElseGet(() -> label(operand, period));
    }

    /** The label of an item as it is asked in a period; of anything else as ever. */
    private String label(String code, Period period) {
        return catalogue.item(code, period.last()).map(this::label).orElseGet(() -> label(code));
    }

    /** A label without what shows its place on a form, such as 其中:. */
    String bare(String label) {
        String of = text("label.of_which");
        return label.startsWith(of) ? label.substring(of.length()).strip() : label.strip();
    }

    /** Units by name, many of them abridged. */
    String units(List<String> codes) {
        String named = codes.stream().limit(NAMED).map(this::label).collect(Collectors.joining(text("list.separator")));
        return codes.size() > NAMED ? text("list.abridged", named) : named;
    }

    /** Where a finding points: file, sheet and cell, as far as there are any. */
    public String place(CellRef where) {
        StringBuilder place = new StringBuilder(where.file());
        if (!where.sheet().isEmpty()) {
            place.append(" [").append(where.sheet()).append(']');
        }
        if (!where.cell().isEmpty()) {
            place.append(' ').append(where.cell());
        }
        return place.toString();
    }

    private String pattern(Finding finding, Period period) {
        Optional<Rule> rule = catalogue.rules(period.last()).stream()
                .filter(r -> r.id().equals(finding.rule()))
                .findFirst();
        return rule.map(r -> isChinese() ? r.message() : r.messageEn())
                .orElseGet(() -> words.pattern("finding." + finding.rule()));
    }

    private String value(String name, Map<String, String> arguments, Period period) {
        if (!name.endsWith(LABEL)) {
            return figure(name, arguments);
        }
        String argument = name.substring(0, name.length() - LABEL.length());
        return label(arguments.getOrDefault(argument, argument), period);
    }

    /** The value of a name as it is shown: a choice by its label, what comes from a baseline with its mark. */
    String figure(String name, Map<String, String> arguments) {
        String value = arguments.get(name);
        if (value == null) {
            return words.text("value.none");
        }
        String shown = catalogue
                .item(name)
                .filter(i -> i.type() == ItemType.CHOICE)
                .map(i -> choice(i.choices(), value))
                .orElse(value);
        List<String> baseline = List.of(arguments.getOrDefault("baseline", "").split(", "));
        return baseline.contains(name) ? shown + BASELINE : shown;
    }

    /** The label of an item, unit, indicator or return by its code; the code itself if there is none. */
    public String label(String code) {
        return Stream.of(
                        catalogue.item(code).map(this::label),
                        catalogue.unit(code).map(this::label),
                        catalogue.indicators().stream()
                                .filter(i -> i.code().equals(code))
                                .findFirst()
                                .map(this::label),
                        catalogue.returns().stream()
                                .filter(r -> r.code().equals(code))
                                .findFirst()
                                .map(this::label))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(code);
    }

    /** Label of an item. */
    public String label(Item item) {
        return (isChinese() ? item.label() : item.labelEn()).strip();
    }

    /** Label of a unit. */
    public String label(Unit unit) {
        return isChinese() ? unit.label() : unit.labelEn();
    }

    /** Title of a return. */
    public String label(Return form) {
        return isChinese() ? form.label() : form.labelEn();
    }

    /** Label of an indicator. */
    public String label(Indicator indicator) {
        return isChinese() ? indicator.label() : indicator.labelEn();
    }

    /** Label of an entry of a list. */
    public String label(Choice choice) {
        return isChinese() ? choice.label() : choice.labelEn();
    }

    /** Label of the entry of that list and code; the code itself if there is none. */
    public String choice(String list, String code) {
        return catalogue.choice(list, code).map(this::label).orElse(code);
    }

    /** A measure such as 份: the word itself in Chinese, its translation from the list of measures in English. */
    public String measure(String measure) {
        return isChinese() ? measure : choice("measures", measure);
    }

    /** A period as people say it. */
    public String period(Period period) {
        return words.period(period);
    }

    /** Periods as people list them, months that follow each other as a range. */
    public String periods(List<Period> periods) {
        return words.periods(periods);
    }
}

package org.huizong.wording;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Choice;
import org.huizong.catalogue.Criterion;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Rule;
import org.huizong.catalogue.Unit;
import org.huizong.formula.Formula;
import org.huizong.formula.FormulaPhrases;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.model.Reason;
import org.huizong.model.Remark;

/** The sentences of one language about one catalogue. */
public final class Wording {
    /** How much is shown of a text that somebody typed. */
    private static final int LONGEST = 20;

    /** How many units are named, if there are more. */
    private static final int NAMED = 3;

    private static final int FEW = 8;

    /** A sentence that begins with the label of something. */
    private static final Pattern LABEL_FIRST = Pattern.compile("^\\{[^{}|]+:label}");

    private final MessageBundle words;
    private final Catalogue catalogue;

    /** Sentences about that catalogue. */
    public Wording(MessageBundle words, Catalogue catalogue) {
        this.words = words;
        this.catalogue = catalogue;
    }

    /** The words alone. */
    public MessageBundle words() {
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

    /** Names in a row. */
    public String list(Collection<String> names) {
        return words.list(names);
    }

    /** Names in a row; of many the first ones, and how many more there are. */
    public String list(List<String> names, int most) {
        return words.list(names, most);
    }

    /**
     * What a finding says, without its place: what is wrong and what to do.
     *
     * @param period the period it is about: a rule may say something else in another
     */
    public String sentence(Finding finding, Period period) {
        ArgumentWords values = new ArgumentWords(this, catalogue, finding, period);
        Optional<Reason> undecided = finding.derivation().undecided();
        if (undecided.isPresent()) {
            return new Reasons(this, catalogue, finding, values, period).sentence(undecided.get());
        }
        String pattern = Brackets.without(pattern(finding, period), values::lacks);
        String said = MessageBundle.fill(pattern, values::place);
        return (LABEL_FIRST.matcher(pattern).find() ? capital(said) : said)
                + finding.remarks().stream().map(this::remark).collect(Collectors.joining());
    }

    /** What is said of a finding in other words than its own: the text of a key, with the finding's values. */
    public String sentence(Finding finding, Period period, String key) {
        return MessageBundle.fill(words.pattern(key), new ArgumentWords(this, catalogue, finding, period)::place);
    }

    /** Why a finding could not be decided, in the words that it shares with all of its kind; empty if it failed. */
    public String kindOfReason(Finding finding, Period period) {
        ArgumentWords values = new ArgumentWords(this, catalogue, finding, period);
        return finding.derivation()
                .undecided()
                .map(new Reasons(this, catalogue, finding, values, period)::kind)
                .orElse("");
    }

    private String remark(Remark remark) {
        if (remark instanceof Remark.EmptyExplanation e) {
            return text("explained.nothing", abridged(e.text()));
        }
        return text(((Remark.HiddenSheet) remark).deep() ? "hidden.deep" : "hidden.menu");
    }

    /** One of the values that a finding names, as it is shown; empty if it has none of that name. */
    public String argument(Finding finding, String name, Period period) {
        return new ArgumentWords(this, catalogue, finding, period).given(name).orElse("");
    }

    /** What people call the record that a finding is about: the values of its key items, as far as the finding names them. */
    public String record(Finding finding, String form, Period period) {
        String called = catalogue.items(form, period.last()).stream()
                .filter(Item::key)
                .map(key -> argument(finding, key.code(), period))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        return called.isEmpty() ? finding.record() : called;
    }

    /**
     * Why a rule failed, with the figures that its sentence does not name: 决定日 9月30日,送达日 10月16日,隔了8个工作日. What
     * comes from a baseline is marked with a star. Empty if the sentence says it all, if the finding is not of a rule, or
     * could not be decided.
     */
    public String relation(Finding finding, Period period) {
        return rule(finding, period)
                .map(r -> capital(new GroundWords(this, catalogue, finding, period)
                        .beside(pattern(finding, period), sentence(finding, period))))
                .orElse("");
    }

    /** A sentence that begins with words of the bundle or a label; one that begins with what a return says is left alone. */
    private static String capital(String sentence) {
        return sentence.isEmpty() ? "" : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    /** A formula in words with the values that a finding carries. */
    String figures(String formula, Finding finding, Period period) {
        Formula parsed = catalogue.formula(formula);
        FormulaPhrases words = new FormulaSpeech(this, catalogue, parsed.operands(), Optional.of(period));
        ArgumentWords values = new ArgumentWords(this, catalogue, finding, period);
        return parsed.say(new FigureSpeech(words, values::value, name -> false, parsed));
    }

    /**
     * The label of a name in a formula as it is asked in a period, with the words that the period has for its prefix.
     */
    public String operand(String operand, Period period) {
        return operand(operand, Optional.of(period), code -> label(code, period));
    }

    /** The words for a name in a formula, given those for the code in it. */
    String operand(String operand, Optional<Period> period, UnaryOperator<String> label) {
        if (words.has("name." + operand)) {
            return words.text("name." + operand);
        }
        if (operand.startsWith(Criterion.QUERIES)) {
            return words.text("name.queries", operand.substring(Criterion.QUERIES.length()));
        }
        String before = period.map(p -> "prior." + p.frequency().code()).orElse("prior");
        return Stream.of("prior", "ytd", "year_ago", "other")
                .filter(prefix -> operand.startsWith(prefix + "."))
                .findFirst()
                .map(prefix -> words.text(
                        "span." + (prefix.equals("prior") ? before : prefix),
                        ofAnySpan(label.apply(operand.substring(prefix.length() + 1)))))
                .orElseGet(() -> label.apply(operand));
    }

    /** A label that begins with its own span, without that: what was found last month is not last month's of this month. */
    private String ofAnySpan(String label) {
        String now = words.text("span.now");
        return label.startsWith(now) ? label.substring(now.length()) : label;
    }

    /** The label of an item as it is asked in a period; of anything else as ever. */
    String label(String code, Period period) {
        return catalogue.item(code, period.last()).map(this::label).orElseGet(() -> label(code));
    }

    /** A sound formula of the catalogue in words, with labels for codes and signs as people write them. */
    public String formula(String formula) {
        Formula parsed = catalogue.formula(formula);
        return parsed.say(new FormulaSpeech(this, catalogue, parsed.operands(), Optional.empty()));
    }

    /** A sound formula of the catalogue in words, each name as it is given. */
    public String formula(String formula, UnaryOperator<String> names) {
        Formula parsed = catalogue.formula(formula);
        FormulaPhrases words = new FormulaSpeech(this, catalogue, parsed.operands(), Optional.empty());
        return parsed.say(new FormulaPhrases() {
            @Override
            public String name(String name) {
                return names.apply(name);
            }

            @Override
            public String text(String text, Optional<String> comparedWith) {
                return words.text(text, comparedWith);
            }

            @Override
            public String call(String function, List<String> arguments) {
                return words.call(function, arguments);
            }
        });
    }

    /** A text that somebody typed, which may be long. */
    static String abridged(String text) {
        return text.codePointCount(0, text.length()) > LONGEST
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + '…'
                : text;
    }

    /** Says what is known of the working days that the catalogue's formulas count. */
    public CalendarWords calendar() {
        return new CalendarWords(this, catalogue);
    }

    /** The first few of these names, and how many more there are. */
    public String few(List<String> names) {
        return list(names, FEW);
    }

    /** Units by name, many of them abridged. */
    String units(List<String> codes) {
        String named = list(codes.stream().limit(NAMED).map(this::label).toList());
        return codes.size() > NAMED ? text("list.abridged", named) : named;
    }

    /** What a rule's failure asks of the sender. */
    public String severity(Rule rule) {
        return words.text("rule.severity." + rule.severity().code());
    }

    /** What a rule is held against. */
    public String scope(Rule rule) {
        return words.text("rule.scope." + code(rule.scope()));
    }

    /** What becomes of a rule when a figure is missing. */
    public String missing(Rule rule) {
        return words.text("rule.missing." + code(rule.missing()));
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
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
        return rule(finding, period)
                .map(r -> isChinese() ? r.message() : r.messageEn())
                .orElseGet(() -> ofTheProgram(finding.rule()));
    }

    /** Of a rule that neither the tables nor the program have any more the months before may still hold findings. */
    private String ofTheProgram(String rule) {
        String key = "finding." + rule;
        return words.has(key) ? words.pattern(key) : words.text("rule.gone", rule);
    }

    private Optional<Rule> rule(Finding finding, Period period) {
        return catalogue.rule(finding.rule(), period.last());
    }

    /** The label of an item, unit, indicator or return by its code; the code itself if there is none. */
    public String label(String code) {
        return Stream.of(
                        catalogue.item(code).map(this::label),
                        catalogue
                                .reference(code)
                                .map(r -> words.text("value.reference", label(r.from()), label(r.to()))),
                        catalogue.unit(code).map(this::label),
                        catalogue.indicator(code).map(this::label),
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

    /** Who issues a return; empty if the tables do not say. */
    public String issuer(Return form) {
        return isChinese() ? form.issuer() : form.issuerEn();
    }

    /** Label of a criterion of the assessment. */
    public String label(Criterion criterion) {
        return isChinese() ? criterion.label() : criterion.labelEn();
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

    /**
     * The label of a line that is a part of one above it (其中): the word is said at the first, and the others stand
     * below it.
     *
     * @param depth of how many lines it is a part; 0 if of none
     */
    public String part(String label, int depth, boolean isFirst) {
        String parted = depth == 0 || !isFirst ? label : text("label.part", label);
        for (int i = isFirst ? 1 : 0; i < depth; i++) {
            parted = text("label.part.next", parted);
        }
        return parted;
    }

    /** A measure such as 份: the word itself in Chinese, its translation from the list of measures in English. */
    public String measure(String measure) {
        return measure(measure, BigDecimal.TEN);
    }

    /** The word for a measure as it goes with a number: the list may say {@code item|items}. */
    public String measure(String measure, BigDecimal number) {
        if (isChinese()) {
            return measure;
        }
        String words = choice("measures", measure);
        int many = words.indexOf('|') + 1;
        boolean isOne = number.abs().compareTo(BigDecimal.ONE) == 0;
        return isOne && many > 0 ? words.substring(0, many - 1) : words.substring(many);
    }

    /** A period as people say it. */
    public String period(Period period) {
        return words.period(period);
    }

    /** A day as people say it, without the year if it is that one. */
    String day(LocalDate day, int year) {
        String month = text("month." + day.getMonthValue());
        return text(day.getYear() == year ? "day.short" : "day.long", day.getYear(), month, day.getDayOfMonth());
    }

    /** Periods as people list them, months that follow each other as a range. */
    public String periods(List<Period> periods) {
        return words.periods(periods);
    }
}

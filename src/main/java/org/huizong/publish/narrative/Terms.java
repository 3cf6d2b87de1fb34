package org.huizong.publish.narrative;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.Publication;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.ItemType;
import org.huizong.catalogue.Obligation;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.UnitKind;
import org.huizong.layout.Line;
import org.huizong.model.Period;
import org.huizong.wording.Wording;

/** What a publication is about, and the words in which it speaks of it. */
public final class Terms {
    /** What stands where there is no figure. */
    public static final String NONE = "—";

    private final Publication publication;
    private final Catalogue catalogue;
    private final Wording wording;
    private final States states;

    /** The terms of a publication, in the language of those words. */
    public Terms(Publication publication, Catalogue catalogue, Wording wording) {
        this.publication = publication;
        this.catalogue = catalogue;
        this.wording = wording;
        this.states = new States(this);
    }

    public Publication publication() {
        return publication;
    }

    public Consolidation consolidation() {
        return publication.consolidation();
    }

    public Period period() {
        return consolidation().period();
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Wording wording() {
        return wording;
    }

    /** The registers that anybody owes in the period or a shorter one in it, in the order of the catalogue. */
    public List<Return> registers() {
        List<String> owed = catalogue.owedWithin(period()).stream()
                .map(Obligation::form)
                .distinct()
                .toList();
        return catalogue.returns().stream()
                .map(Return::code)
                .distinct()
                .filter(owed::contains)
                .flatMap(code -> catalogue.form(code, period().months()).stream())
                .filter(r -> r.kind() == Return.Kind.REGISTER)
                .toList();
    }

    /** The title of a return without the words for how often it is owed. */
    public String shortLabel(Return form) {
        return shortLabel(wording, form);
    }

    private static String shortLabel(Wording wording, Return form) {
        return wording.label(form).replaceFirst("(月|季|半年|年)报表$|: [^:]*Return$", "");
    }

    /** The title of a return as it is asked in a period, without the words for how often; the code if there is none. */
    public String shortLabel(String form, Period of) {
        return shortLabel(catalogue, wording, form, of);
    }

    static String shortLabel(Catalogue catalogue, Wording wording, String form, Period of) {
        return catalogue.form(form, of.last()).map(f -> shortLabel(wording, f)).orElse(form);
    }

    public String text(String key, Object... values) {
        return wording.text(key, values);
    }

    /** Names in a row. */
    public String list(Collection<String> names) {
        return wording.list(names);
    }

    /** Units by name; of many the first ones, and how many they are: 石桥村、青山村、柳溪村等5个单位. */
    public String units(List<String> codes, int most) {
        String names = list(codes.stream().limit(most).map(this::label).toList());
        return codes.size() > most ? text("report.units.more", names, codes.size()) : names;
    }

    /** A number as a sentence has it, rounded half up. */
    public static String number(BigDecimal number, int decimals) {
        return number.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    /** A number as a sentence has it, with its measure: 15000份. */
    public String amount(BigDecimal number, int decimals, String measure) {
        return text("narrative.amount", number(number, decimals), wording.measure(measure, number));
    }

    /** A text that depends on how long the period is: {@code key.month} and so on. */
    public String textOfPeriod(String key, Object... values) {
        return wording.text(key + '.' + period().frequency().code(), values);
    }

    /** Says what the period is held against: the period before ({@code prior}) or a year ago ({@code yearago}). */
    public String base(String which) {
        Period base = which.equals("prior") ? period().prior() : period().yearAgo();
        return textOfPeriod("report.base." + which, wording.period(base));
    }

    /** An item's head as a period of this length has it: 本月立案 of a year is 本年立案. */
    public String ofPeriod(String label) {
        return label.replace(text("report.this.month"), textOfPeriod("report.this"));
    }

    /** What stands at the left of a form's line in this language, as a period of this length has it. */
    public String head(Line line) {
        String head = line.head(wording.isChinese());
        return ofPeriod(wording.part(head, line.part().depth(), line.part().isFirst()));
    }

    /** What a line is called where the heads of its groups do not show. */
    public String label(Line line) {
        return ofPeriod(wording.isChinese() ? line.label() : line.labelEn());
    }

    /** Label of a unit, return or item by its code. */
    public String label(String code) {
        return wording.label(code);
    }

    /** An item by its label and that of its return; anything else that a formula may name by its label alone. */
    public String words(String operand) {
        return catalogue
                .item(operand)
                .map(item -> text(
                        "report.notes.operand",
                        shortLabel(item.form(), period()),
                        wording.label(item).strip()))
                .orElseGet(() -> wording.operand(operand, period()).strip());
    }

    /** A value as people read it: an entry of a list by its label, anything else as it is. */
    public String value(String item, String text) {
        return catalogue
                .item(item)
                .filter(i -> i.type() == ItemType.CHOICE)
                .map(i -> wording.choice(i.choices(), text))
                .orElse(text);
    }

    /** The word for all units together: 全镇, or 全县. */
    public String whole() {
        return text("report.units." + (catalogue.top().kind() == UnitKind.COUNTY ? "county" : "township"));
    }

    /** Title of the whole report. */
    public String title() {
        return textOfPeriod("report.title", wording.label(catalogue.top()));
    }

    public States states() {
        return states;
    }

    /** Who made it: the office that issues what is owed in the period, or else the township. */
    public String office() {
        return catalogue.returns().stream()
                .filter(Return::isOwed)
                .filter(r -> period().months().stream().anyMatch(r.validity()::covers))
                .map(wording()::issuer)
                .filter(i -> !i.isEmpty())
                .findFirst()
                .orElseGet(() -> wording().label(catalogue.top()));
    }
}

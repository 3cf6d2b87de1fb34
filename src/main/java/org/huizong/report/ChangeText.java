package org.huizong.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.period.Period;
import org.huizong.store.EditionCause;
import org.huizong.store.EditionChange;
import org.huizong.wording.Wording;

/** The changes of an edition in words, for the page and for the terminal. */
public final class ChangeText {
    private static final int MOST_NAMED = 3;
    /** A number, of a baseline with its source behind it. */
    private static final Pattern NUMBER = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)(?: \\[(.*)])?");

    private static final Set<String> OF_INDICATOR =
            Set.of("indicator", "prior", "year_ago", "year_to_date", "year_to_date_ago");

    private final Catalogue catalogue;
    private final Wording wording;
    private final Period period;

    /** Of an edition of that period. */
    public ChangeText(Catalogue catalogue, Wording wording, Period period) {
        this.catalogue = catalogue;
        this.wording = wording;
        this.period = period;
    }

    /**
     * A change in words.
     *
     * @param unit whose figure it is
     * @param form the return that it belongs to, or 主要指标
     * @param what item, indicator or state
     * @param span the months it is about
     * @param before what stood there
     * @param after what stands there
     * @param why what happened
     * @param source the files behind it, or the rules; empty if there are none
     */
    public record Row(
            String unit, String form, String what, String span, Cell before, Cell after, String why, String source) {}

    /**
     * What stands before or after.
     *
     * @param text as people read it
     * @param number the same as a number, if it is one
     * @param decimals how many of it are shown
     */
    public record Cell(String text, Optional<BigDecimal> number, int decimals) {}

    /** That change in words. */
    public Row row(EditionChange change) {
        Function<String, Cell> cell = figure -> cell(change, figure);
        return new Row(
                change.unit().isEmpty() ? wording.label(catalogue.top()) : wording.label(change.unit()),
                form(change),
                what(change),
                span(change),
                cell.apply(change.before()),
                cell.apply(change.after()),
                why(change),
                source(change));
    }

    /** Whether it is about the township as a whole and not about what one unit has sent. */
    static boolean isTotal(EditionChange change) {
        return OF_INDICATOR.contains(change.kind()) || change.kind().startsWith("item");
    }

    private String form(EditionChange change) {
        if (OF_INDICATOR.contains(change.kind())) {
            return wording.text("report.change.kind.indicator");
        }
        if (change.kind().equals("baseline")) {
            return wording.text("report.change.kind.baseline");
        }
        return isOfReturn(change)
                ? wording.label(code(change))
                : item(change).map(i -> wording.label(i.form())).orElse("");
    }

    private String what(EditionChange change) {
        if (isOfReturn(change)) {
            return wording.text("report.change.kind." + change.kind());
        }
        String label = indicator(change)
                .map(wording::label)
                .orElseGet(() -> wording.label(code(change)).strip());
        String of = change.kind().equals("baseline") ? ofBaseline(change) : record(change);
        return of.isEmpty() ? label : wording.text("report.change.record", label, of);
    }

    private static String ofBaseline(EditionChange change) {
        Matcher number = NUMBER.matcher(change.after().isEmpty() ? change.before() : change.after());
        return number.matches() ? Objects.requireNonNullElse(number.group(2), "") : "";
    }

    /** A unit below by its name, a record by its key. */
    private String record(EditionChange change) {
        boolean register = item(change).map(i -> catalogue.isRegister(i.form())).orElse(false);
        return register || change.record().isEmpty() ? change.record() : wording.label(change.record());
    }

    private Optional<Indicator> indicator(EditionChange change) {
        return catalogue.indicators().stream()
                .filter(i -> i.code().equals(code(change)))
                .findFirst();
    }

    private String span(EditionChange change) {
        if (isTotal(change)) {
            String kind = change.kind().replaceFirst("^item_", "");
            return switch (kind) {
                case "item", "indicator" -> wording.period(period);
                case "prior" -> wording.period(period.prior());
                case "year_ago" -> wording.period(period.yearAgo());
                default -> wording.text("report.change.kind." + kind);
            };
        }
        String[] codeAndPeriod = change.code().split(" ", 2);
        Optional<Period> of = codeAndPeriod.length > 1
                ? Period.tryParse(codeAndPeriod[1])
                : change.causes().stream().flatMap(c -> c.period().stream()).findFirst();
        return wording.period(of.orElse(period));
    }

    private static String code(EditionChange change) {
        return change.code().split(" ", 2)[0];
    }

    private static boolean isOfReturn(EditionChange change) {
        return change.kind().startsWith("coverage") || change.kind().equals("below");
    }

    private Optional<Item> item(EditionChange change) {
        return catalogue.item(code(change), period.last()).or(() -> catalogue.item(code(change)));
    }

    private Cell cell(EditionChange change, String figure) {
        if (change.kind().startsWith("coverage")) {
            return text(wording.text("report.state." + (figure.isEmpty() ? none(change) : figure)));
        }
        if (change.kind().equals("below")) {
            return text(figure.isEmpty() ? wording.text("report.below.none") : wording.text("report.missing", figure));
        }
        if (figure.isEmpty()) {
            return text(Page.NONE);
        }
        return number(change, figure).orElseGet(() -> text(choice(change, figure)));
    }

    /** Only what is not counted is on record: nothing means counted, of all units together due, or, by the tables, not owed. */
    private static String none(EditionChange change) {
        if (change.causes().stream().anyMatch(c -> c.why() == EditionCause.Why.TABLES)) {
            return "not_owed";
        }
        return change.kind().equals("coverage") && change.unit().isEmpty() ? "due" : "counted";
    }

    private static Cell text(String text) {
        return new Cell(text, Optional.empty(), 0);
    }

    private Optional<Cell> number(EditionChange change, String figure) {
        Optional<Integer> decimals = item(change)
                .map(Item::type)
                .filter(ItemType::isNumeric)
                .map(ItemType::decimals)
                .or(() -> indicator(change).map(Indicator::decimals));
        Matcher number = NUMBER.matcher(figure);
        return decimals.filter(d -> number.matches())
                .map(d -> new Cell(number.group(1), Optional.of(new BigDecimal(number.group(1))), d));
    }

    private String choice(EditionChange change, String figure) {
        return item(change)
                .filter(i -> i.type() == ItemType.CHOICE)
                .map(i -> wording.choice(i.choices(), figure))
                .orElse(figure);
    }

    private String why(EditionChange change) {
        return change.causes().stream()
                .map(c -> wording.text("report.change.why." + c.why().code()))
                .distinct()
                .collect(Collectors.joining(wording.text("list.separator")));
    }

    private String source(EditionChange change) {
        List<String> all = change.causes().stream()
                .map(EditionCause::what)
                .filter(w -> !w.isEmpty())
                .distinct()
                .toList();
        String named = all.stream().limit(MOST_NAMED).collect(Collectors.joining(wording.text("list.separator")));
        int more = all.size() - MOST_NAMED;
        return more > 0 ? wording.text("report.change.files", named, all.size()) : named;
    }
}

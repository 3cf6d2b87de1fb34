package org.huizong.publish.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.model.Below;
import org.huizong.model.Period;
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
     * @param own what stood and stands there, of these months
     * @param toDate the same of the year to date, of a total
     * @param why what happened
     * @param source the files behind it, or the rules; empty if there are none
     */
    public record Row(
            String unit, String form, String what, String span, Pair own, Pair toDate, String why, String source) {}

    /** Holds what stood there, and what stands there. */
    public record Pair(Cell before, Cell after) {
        private static final Pair SAME = new Pair(text(""), text(""));

        /** Tells whether anything is another. */
        public boolean isDifferent() {
            return !equals(SAME);
        }
    }

    /**
     * Tells what stands before or after.
     *
     * @param text as people read it; empty where nothing has changed
     * @param number the same as a number, if it is one
     * @param decimals how many of it are shown
     */
    public record Cell(String text, Optional<BigDecimal> number, int decimals) {}

    /** The changes in words, a total with its year to date in one. */
    public List<Row> rows(List<EditionChange> changes) {
        Map<Object, List<EditionChange>> together = new LinkedHashMap<>();
        for (EditionChange change : changes) {
            Object key = isTotal(change) ? form(change) + ' ' + change.code() + ' ' + span(change) : change;
            together.computeIfAbsent(key, k -> new ArrayList<>()).add(change);
        }
        return together.values().stream().map(this::row).toList();
    }

    private Row row(List<EditionChange> changes) {
        EditionChange any = changes.get(0);
        List<EditionCause> causes =
                changes.stream().flatMap(c -> c.causes().stream()).distinct().toList();
        return new Row(
                any.unit().isEmpty() ? wording.label(catalogue.top()) : wording.label(any.unit()),
                form(any),
                what(any),
                span(any),
                pair(changes, false),
                pair(changes, true),
                why(causes),
                source(causes));
    }

    private Pair pair(List<EditionChange> changes, boolean toDate) {
        return changes.stream()
                .filter(c -> isToDate(c) == toDate)
                .findFirst()
                .map(c -> new Pair(cell(c, c.before()), cell(c, c.after())))
                .orElse(Pair.SAME);
    }

    private static boolean isToDate(EditionChange change) {
        return change.kind().endsWith("year_to_date") || change.kind().endsWith("year_to_date_ago");
    }

    private static boolean isTotal(EditionChange change) {
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
                case "prior" -> wording.period(period.prior());
                case "year_ago", "year_to_date_ago" -> wording.period(period.yearAgo());
                default -> wording.period(period);
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
            return text(
                    figure.isEmpty()
                            ? wording.text("report.below.none")
                            : wording.text("report.missing", wording.few(Below.names(figure))));
        }
        if (figure.isEmpty()) {
            return text(Terms.NONE);
        }
        return number(change, figure).orElseGet(() -> text(choice(change, figure)));
    }

    /**
     * Only what is not counted is on record: nothing means counted, of all units together due, or, by the tables, not
     * owed.
     */
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

    private String why(List<EditionCause> causes) {
        return causes.stream()
                .map(c -> wording.text("report.change.why." + c.why().code()))
                .distinct()
                .collect(Collectors.joining(wording.text("list.separator")));
    }

    private String source(List<EditionCause> causes) {
        List<String> all = causes.stream()
                .map(EditionCause::what)
                .filter(w -> !w.isEmpty())
                .distinct()
                .toList();
        String named = all.stream().limit(MOST_NAMED).collect(Collectors.joining(wording.text("list.separator")));
        int more = all.size() - MOST_NAMED;
        return more > 0 ? wording.text("report.change.files", named, all.size()) : named;
    }
}

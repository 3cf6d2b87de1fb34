package org.huizong.store;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.huizong.catalogue.Item;
import org.huizong.submission.Below;
import org.huizong.submission.Value;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The numbers of counted submissions and what registers are counted for, gathered over months within each unit. */
public final class FactStore {
    /** Submissions whose values are read together: the database would put a long result on the disk. */
    private static final int TOGETHER = 100;

    private final JdbcClient db;

    FactStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * One item of one unit over a span of months.
     *
     * @param unit code of the unit
     * @param item code of the item
     * @param sum of the reported values
     * @param max largest reported value
     * @param first value of the earliest reported period
     * @param firstMonth last month of that period
     * @param last value of the latest reported period
     * @param lastMonth last month of that period
     * @param count how many values were reported
     */
    public record Fact(
            String unit,
            String item,
            BigDecimal sum,
            BigDecimal max,
            BigDecimal first,
            YearMonth firstMonth,
            BigDecimal last,
            YearMonth lastMonth,
            int count) {
        /** One value. */
        public static Fact of(String unit, String item, BigDecimal value, YearMonth month) {
            return new Fact(unit, item, value, value, value, month, value, month, 1);
        }

        /** Both together. */
        public Fact with(Fact other) {
            Fact later = other.lastMonth.isAfter(lastMonth) ? other : this;
            Fact earlier = other.firstMonth.isBefore(firstMonth) ? other : this;
            return new Fact(
                    unit,
                    item,
                    sum.add(other.sum),
                    max.max(other.max),
                    earlier.first,
                    earlier.firstMonth,
                    later.last,
                    later.lastMonth,
                    count + other.count);
        }

        /**
         * Says what the months make of an item; a mean to 34 digits. An item without meaning beyond a month has one
         * month.
         */
        public BigDecimal over(Item.Time time) {
            return switch (time) {
                case SUM -> sum;
                case FIRST -> first;
                case LAST, NONE -> last;
                case MAX -> max;
                case MEAN -> sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128);
            };
        }
    }

    /**
     * Hands over every fact of the months from first to last, both included, by unit.
     *
     * @param without numbers of submissions that are left out
     */
    public void each(YearMonth first, YearMonth last, Collection<Long> without, Consumer<Fact> reader) {
        Map<Long, Source> sources = new LinkedHashMap<>();
        Set<Long> left = Set.copyOf(without);
        String unit = "";
        for (Source source : sources(first, last)) {
            if (sources.size() >= TOGETHER && !source.unit().equals(unit)) {
                gather(sources, reader);
                sources.clear();
            }
            unit = source.unit();
            if (!left.contains(source.submission())) {
                sources.put(source.submission(), source);
            }
        }
        gather(sources, reader);
        measured(first, last, without, reader);
    }

    /** Says what registers are counted for: no submission says it, but its records do, and those of later months. */
    private void measured(YearMonth first, YearMonth last, Collection<Long> without, Consumer<Fact> reader) {
        Map<Key, Fact> facts = new LinkedHashMap<>();
        span("""
                        SELECT unit, item, amount, last_month FROM fact
                        WHERE first_month >= :first AND last_month <= :last
                            AND (submission IS NULL OR submission NOT IN (:without))
                        ORDER BY unit, item, last_month""", first, last, without).query((RowCallbackHandler) row -> {
            Fact fact = Fact.of(
                    row.getString("unit"),
                    row.getString("item"),
                    Rows.plain(row.getBigDecimal("amount")),
                    YearMonth.from(row.getObject("last_month", LocalDate.class)));
            facts.merge(new Key(fact.unit(), fact.item()), fact, Fact::with);
        });
        facts.values().forEach(reader);
    }

    /** A counted submission as the source of facts. */
    private record Source(long submission, String unit, YearMonth lastMonth) {}

    private List<Source> sources(YearMonth first, YearMonth last) {
        return db.sql("""
                        SELECT id, unit, last_month FROM submission
                        WHERE first_month >= :first AND last_month <= :last AND disposition IN ('accepted', 'queried')
                        ORDER BY unit, last_month, id""")
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .query((row, n) -> new Source(
                        row.getLong("id"),
                        row.getString("unit"),
                        YearMonth.from(row.getObject("last_month", LocalDate.class))))
                .list();
    }

    private record Key(String unit, String item) {}

    private void gather(Map<Long, Source> sources, Consumer<Fact> reader) {
        if (sources.isEmpty()) {
            return;
        }
        Map<Key, Fact> facts = new LinkedHashMap<>();
        db.sql("""
                        SELECT submission, item, number_is FROM observation
                        WHERE submission IN (:ids) AND kind = 'N' AND record = ''
                        ORDER BY submission, record, item""").param("ids", sources.keySet()).query((RowCallbackHandler) row -> {
            Source source = Objects.requireNonNull(sources.get(row.getLong("submission")));
            BigDecimal number = Rows.plain(row.getBigDecimal("number_is"));
            String item = row.getString("item");
            facts.merge(
                    new Key(source.unit(), item), Fact.of(source.unit(), item, number, source.lastMonth()), Fact::with);
        });
        facts.values().forEach(reader);
    }

    /** The last months of the periods for which a number is known for an item, by unit, from first to last. */
    public Map<String, Set<YearMonth>> reported(String item, YearMonth first, YearMonth last) {
        Map<String, Set<YearMonth>> reported = new HashMap<>();
        db.sql("""
                        SELECT s.unit, s.last_month
                        FROM submission s JOIN observation o ON o.submission = s.id
                        WHERE s.first_month >= :first AND s.last_month <= :last
                            AND s.disposition IN ('accepted', 'queried')
                            AND o.item = :item AND o.kind = 'N' AND o.record = ''
                        UNION
                        SELECT unit, last_month FROM fact
                        WHERE first_month >= :first AND last_month <= :last AND item = :item
                        ORDER BY unit, last_month""")
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .param("item", item)
                .query((RowCallbackHandler) row -> reported.computeIfAbsent(row.getString("unit"), u -> new HashSet<>())
                        .add(YearMonth.from(row.getObject("last_month", LocalDate.class))));
        return reported;
    }

    /**
     * What a unit that reports for many says of one of its own.
     *
     * @param unit code of the unit that reports
     * @param item code of the item
     * @param part code of the unit below it
     * @param value its figure; empty if it has none
     * @param month last month of the period
     * @param owes whether it still reports
     */
    public record Part(
            String unit, String item, String part, Optional<BigDecimal> value, YearMonth month, boolean owes) {}

    /**
     * Hands over what counted submissions of the months from first to last say of the units below, by unit and month.
     *
     * @param without numbers of submissions that are left out
     */
    public void eachPart(YearMonth first, YearMonth last, Collection<Long> without, Consumer<Part> reader) {
        span("""
                        SELECT s.unit, s.last_month, o.item, o.record, o.kind, o.number_is
                        FROM submission s JOIN observation o ON o.submission = s.id
                        WHERE s.first_month >= :first AND s.last_month <= :last AND s.id NOT IN (:without)
                            AND s.disposition IN ('accepted', 'queried') AND o.record <> '' AND o.item LIKE :parts
                        ORDER BY s.unit, s.last_month, s.id, o.place""", first, last, without).param("parts", Below.ofUnits("%")).query((RowCallbackHandler) row -> {
            BigDecimal number = row.getBigDecimal("number_is");
            reader.accept(new Part(
                    row.getString("unit"),
                    Below.item(row.getString("item")).orElseThrow(),
                    row.getString("record"),
                    Optional.ofNullable(number).map(Rows::plain),
                    YearMonth.from(row.getObject("last_month", LocalDate.class)),
                    !row.getString("kind").equals(String.valueOf(Rows.kind(Value.Gap.NOT_OWED)))));
        });
    }

    /** Numbers of the counted submissions of the months from first to last that lack somebody below. */
    public Set<Long> lackingBelow(YearMonth first, YearMonth last) {
        return Set.copyOf(db.sql("""
                        SELECT s.id FROM submission s JOIN observation o ON o.submission = s.id
                        WHERE s.first_month >= :first AND s.last_month <= :last
                            AND s.disposition IN ('accepted', 'queried') AND o.record = '' AND o.item = :missing
                        ORDER BY s.id""")
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .param("missing", Below.MISSING)
                .query(Long.class)
                .list());
    }

    /**
     * The sum of each item over all units and the months from first to last: the township's total of what is added up,
     * reached without the units' figures.
     *
     * @param without numbers of submissions that are left out
     */
    public Map<String, BigDecimal> sums(YearMonth first, YearMonth last, Collection<Long> without) {
        Map<String, BigDecimal> sums = new HashMap<>();
        span("""
                        SELECT o.item, SUM(o.number_is) AS total
                        FROM submission s JOIN observation o ON o.submission = s.id
                        WHERE s.first_month >= :first AND s.last_month <= :last AND s.id NOT IN (:without)
                            AND s.disposition IN ('accepted', 'queried') AND o.kind = 'N' AND o.record = ''
                        GROUP BY o.item ORDER BY o.item""", first, last, without).query((RowCallbackHandler)
                row -> sums.put(row.getString("item"), Rows.plain(row.getBigDecimal("total"))));
        return sums;
    }

    private JdbcClient.StatementSpec span(String sql, YearMonth first, YearMonth last, Collection<Long> without) {
        return db.sql(sql)
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .param("without", without.isEmpty() ? List.of(-1L) : without);
    }

    /**
     * A counted submission of a span of months.
     *
     * @param submission its number
     * @param unit code of the unit
     * @param form code of the return
     * @param period code of the period
     */
    public record Counted(long submission, String unit, String form, String period) {}

    /** The counted submissions of the months from first to last, both included. */
    public List<Counted> counted(YearMonth first, YearMonth last) {
        return db.sql("""
                        SELECT id AS submission, unit, form, period FROM submission
                        WHERE first_month >= :first AND last_month <= :last AND disposition IN ('accepted', 'queried')
                        ORDER BY unit, form, period""")
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .query(Counted.class)
                .list();
    }
}

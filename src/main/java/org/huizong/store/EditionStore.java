package org.huizong.store;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.huizong.catalogue.Obligation;
import org.huizong.model.Period;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The published states of periods, each with its lines and the submissions it counts. */
public final class EditionStore {

    private final JdbcClient db;
    private final JdbcTemplate template;

    EditionStore(DataSource source) {
        this.db = JdbcClient.create(source);
        this.template = new JdbcTemplate(source);
    }

    /**
     * One figure of an edition.
     *
     * @param kind {@code indicator}, {@code item} (a township's total), {@code coverage} and so on
     * @param code code of the indicator or item; of the return and its period for coverage
     * @param unit code of the unit; empty for the township
     * @param figure as text
     */
    public record Line(String kind, String code, String unit, String figure) {}

    /** The latest edition of a period, if it has one. */
    public Optional<Edition> latest(Period period) {
        return db.sql("SELECT MAX(edition_no) FROM edition WHERE period = :period HAVING COUNT(*) > 0")
                .param("period", period.code())
                .query(Integer.class)
                .optional()
                .flatMap(number -> list(period, number).stream().findFirst());
    }

    /** The editions of a period, oldest first. */
    public List<Edition> list(Period period) {
        return list(period, 0);
    }

    /** The editions of a period from a number on, oldest first. */
    private List<Edition> list(Period period, int from) {
        return db.sql("""
                        SELECT edition_no, as_of, stale FROM edition
                        WHERE period = :period AND edition_no >= :from ORDER BY edition_no""")
                .param("period", period.code())
                .param("from", from)
                .query((row, n) -> new Edition(
                        period,
                        row.getInt("edition_no"),
                        row.getObject("as_of", LocalDate.class),
                        changes(period, row.getInt("edition_no")),
                        Optional.of(row.getString("stale")).filter(s -> !s.isEmpty())))
                .list();
    }

    private List<EditionChange> changes(Period period, int number) {
        List<EditionCause> causes = causes(period, number);
        return db.sql("""
                        SELECT kind, code, record, unit, before, after, cause FROM edition_change
                        WHERE period = :period AND edition_no = :number ORDER BY place""")
                .param("period", period.code())
                .param("number", number)
                .query((row, n) -> new EditionChange(
                        row.getString("kind"),
                        row.getString("code"),
                        row.getString("record"),
                        row.getString("unit"),
                        row.getString("before"),
                        row.getString("after"),
                        Numbers.parse(row.getString("cause")).stream()
                                .map(causes::get)
                                .toList()))
                .list();
    }

    private List<EditionCause> causes(Period period, int number) {
        return db.sql("""
                        SELECT why, unit, form, of_period, subject FROM edition_cause
                        WHERE period = :period AND edition_no = :number ORDER BY place""")
                .param("period", period.code())
                .param("number", number)
                .query((row, n) -> new EditionCause(
                        why(row.getString("why")),
                        row.getString("unit"),
                        row.getString("form"),
                        Period.tryParse(row.getString("of_period")),
                        row.getString("subject")))
                .list();
    }

    private static EditionCause.Why why(String code) {
        return Stream.of(EditionCause.Why.values())
                .filter(w -> w.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the store holds an unknown cause of a change: " + code));
    }

    /** The lines of an edition, by kind, code and unit. */
    public List<Line> lines(Edition edition) {
        return db.sql("""
                        SELECT kind, code, unit, figure FROM edition_line
                        WHERE period = :period AND edition_no = :number ORDER BY kind, code, unit""")
                .param("period", edition.period().code())
                .param("number", edition.number())
                .query(Line.class)
                .list();
    }

    /** Numbers of the submissions that an edition's figures come from. */
    public Set<Long> submissions(Edition edition) {
        return new TreeSet<>(db.sql("""
                        SELECT submission FROM edition_submission WHERE period = :period AND edition_no = :number""")
                .param("period", edition.period().code())
                .param("number", edition.number())
                .query(Long.class)
                .list());
    }

    /** The returns, of periods from that month on, of which another submission counts now than in an edition. */
    public Set<Obligation> differing(Edition edition, YearMonth since) {
        return new HashSet<>(db.sql("""
                        SELECT DISTINCT s.unit, s.form, s.period
                        FROM submission s LEFT JOIN edition_submission e
                            ON e.period = :period AND e.edition_no = :number AND e.submission = s.id
                        WHERE s.first_month >= :since
                            AND (s.disposition IN ('accepted', 'queried')) <> (e.submission IS NOT NULL)""")
                .param("period", edition.period().code())
                .param("number", edition.number())
                .param("since", since.atDay(1))
                .query((row, n) -> new Obligation(
                        row.getString("unit"), row.getString("form"), Period.parse(row.getString("period"))))
                .list());
    }

    /** Puts on record that an edition's figures come from what counts now, of periods from that month on. */
    public void comesFrom(Edition edition, YearMonth since) {
        db.sql("DELETE FROM edition_submission WHERE period = :period AND edition_no = :number")
                .param("period", edition.period().code())
                .param("number", edition.number())
                .update();
        db.sql("""
                        INSERT INTO edition_submission (period, edition_no, submission)
                        SELECT CAST(:period AS VARCHAR(10)), CAST(:number AS INTEGER), id FROM submission
                        WHERE first_month >= :since AND disposition IN ('accepted', 'queried')""")
                .param("period", edition.period().code())
                .param("number", edition.number())
                .param("since", since.atDay(1))
                .update();
    }

    /** Puts a new edition on record. */
    public void add(Edition edition, List<Line> lines) {
        db.sql("INSERT INTO edition (period, edition_no, as_of, stale) VALUES (:period, :number, :asOf, '')")
                .param("period", edition.period().code())
                .param("number", edition.number())
                .param("asOf", edition.asOf())
                .update();
        String period = edition.period().code();
        int number = edition.number();
        template.batchUpdate(
                "INSERT INTO edition_line (period, edition_no, kind, code, unit, figure) VALUES (?, ?, ?, ?, ?, ?)",
                lines.stream()
                        .map(l -> new Object[] {period, number, l.kind(), l.code(), l.unit(), l.figure()})
                        .toList());
        add(period, number, edition.changes());
    }

    /** Each cause once, in the order of the changes that name it. */
    private void add(String period, int number, List<EditionChange> changes) {
        Map<EditionCause, Integer> places = new LinkedHashMap<>();
        changes.stream().flatMap(c -> c.causes().stream()).forEach(c -> places.putIfAbsent(c, places.size()));
        template.batchUpdate(
                """
                INSERT INTO edition_cause (period, edition_no, place, why, unit, form, of_period, subject)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                places.entrySet().stream()
                        .map(e -> row(period, number, e.getValue(), e.getKey()))
                        .toList());
        template.batchUpdate(
                """
                INSERT INTO edition_change (period, edition_no, place, kind, code, record, unit, before, after, cause)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                IntStream.range(0, changes.size())
                        .mapToObj(i -> row(
                                period,
                                number,
                                i,
                                changes.get(i),
                                Numbers.text(changes.get(i).causes().stream()
                                        .map(c -> Objects.requireNonNull(places.get(c)))
                                        .toList())))
                        .toList());
    }

    private static Object[] row(String period, int number, int place, EditionCause c) {
        String of = c.period().map(Period::code).orElse("");
        return new Object[] {period, number, place, c.why().code(), c.unit(), c.form(), of, c.what()};
    }

    private static Object[] row(String period, int number, int place, EditionChange c, String causes) {
        return new Object[] {
            period, number, place, c.kind(), c.code(), c.record(), c.unit(), c.before(), c.after(), causes
        };
    }

    /** Marks the latest edition of a period as no longer fitting what is on record, or, with an empty text, as fitting. */
    public void stale(Period period, String why) {
        db.sql("""
                        UPDATE edition SET stale = :why WHERE period = :period
                            AND edition_no = (SELECT MAX(edition_no) FROM edition WHERE period = :period)""").params(Map.of("why", why, "period", period.code())).update();
    }

    /** Every period that has an edition, earliest first. */
    public List<Period> periods() {
        return db.sql("SELECT DISTINCT period FROM edition ORDER BY period").query(String.class).list().stream()
                .map(Period::parse)
                .sorted()
                .toList();
    }
}

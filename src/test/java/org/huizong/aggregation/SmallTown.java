package org.huizong.aggregation;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.edition.Editions;
import org.huizong.model.CellRef;
import org.huizong.model.Disposition;
import org.huizong.model.Observation;
import org.huizong.model.OfficeTime;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.model.SourceFile;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.huizong.store.Edition;
import org.huizong.store.ReadingStore.Act;
import org.huizong.store.Store;
import org.huizong.store.StoredFinding;
import org.huizong.store.StoredObservation;
import org.huizong.store.SubmissionStore.Decision;
import org.jspecify.annotations.Nullable;

/**
 * 小河镇: an office with the return {@code social} and three villages with the return {@code village}, both monthly, a
 * handful of items, and only what a test sends. Its tables can be changed between two runs.
 */
public final class SmallTown implements AutoCloseable {
    private static final Map<String, String> TABLES = Map.of(
            "units.csv",
            """
            code,label,label_en,kind,parent,returns,aliases,merged_into,from,until
            xiaohe,小河镇,Xiaohe Township,township,,,,,,
            d01,社会办,Social Office,department,xiaohe,social,,,,
            v01,东村,East Village,village,xiaohe,village,,,,
            v02,南村,South Village,village,xiaohe,village,,,,
            v03,北村,North Village,village,xiaohe,village,,,,
            """,
            "returns.csv",
            """
            code,version,form_no,label,label_en,kind,frequency,due_day,issuer,issuer_en,notes,notes_en,from,until
            social,1,小01表,社会事务月报表,Social Affairs: Monthly Return,form,month,5,司法所,Judicial Office,,,,
            village,1,小02表,村级月报表,Village: Monthly Return,form,month,5,司法所,Judicial Office,,,,
            """,
            "items.csv",
            """
            return,code,label,label_en,row,column,type,measure,required,key,min,max,choices,time,across,formula,personal,aliases,from,until
            social,social.pension,参保人数,Pension entries,01,,integer,人,,,,,,sum,sum,,,,,
            social,social.cases,案件,Cases,02,,integer,起,,,,,,sum,sum,,,,,
            social,social.fines,罚款,Fines,03,,money,元,,,,,,sum,sum,,,,,
            social,social.takers,参考人数,Took the examination,04,,integer,人,,,,,,sum,sum,,,,,
            social,social.passed,合格人数,Passed,05,,integer,人,,,,,,sum,sum,,,,,
            village,village.payers,缴费人数,Payers,01,,integer,人,,,,,,sum,sum,,,,,
            village,village.residents,常住人口,Residents,02,,integer,人,,,,,,last,sum,,,,,
            """,
            "choices.csv",
            """
            list,code,label,label_en
            sections,people,民生,People
            sections,law,执法,Law
            measures,人,人,persons
            measures,起,起,cases
            measures,万元,万元,10 000 yuan
            measures,元,元,yuan
            """,
            "holidays.csv",
            "date,label\n",
            "rules.csv",
            "id,scope,severity,formula,missing,locate,message,message_en,basis,from,until\n",
            "indicators.csv",
            """
            code,section,order,label,label_en,measure,formula,decimals,direction,target,note,note_en,from,until
            payers,people,10,缴费人数,Payers,人,village.payers,0,up,1200,,,,
            residents,people,20,常住人口,Residents,人,village.residents,0,none,,,,,
            cases,law,30,案件,Cases,起,social.cases,0,none,,,,,
            fines,law,40,罚款,Fines,万元,social.fines/10000,2,none,,,,,
            pass_rate,law,50,合格率,Pass rate,%,social.passed/social.takers*100,1,up,,,,,
            """);

    private final Store store;
    private final Map<String, String> tables = new TreeMap<>(TABLES);
    private final long run;
    /** What the tables come to; null until somebody asks after they were changed. */
    private @Nullable Catalogue catalogue;

    /** Makes it without any figures. */
    public SmallTown(Path folder) {
        this.store = Store.open(folder);
        this.run = store.runs().begin(Period.parse("2025-01"), LocalDate.of(2025, 2, 5));
    }

    /** Replaces a part of a table, which must be there. */
    public SmallTown with(String table, String part, String by) {
        String text = tables.getOrDefault(table, "");
        if (!text.contains(part)) {
            throw new IllegalArgumentException(table + " holds no " + part);
        }
        return withTable(table, text.replace(part, by));
    }

    /** Replaces a table. */
    public SmallTown withTable(String table, String text) {
        tables.put(table, text);
        catalogue = null;
        return this;
    }

    /** Adds a line to a table. */
    public SmallTown withLine(String table, String line) {
        tables.merge(table, line + "\n", String::concat);
        catalogue = null;
        return this;
    }

    /** The catalogue as it stands. */
    public Catalogue catalogue() {
        if (catalogue == null) {
            catalogue = load(tables);
        }
        return catalogue;
    }

    /** The catalogue as it stands, but for one table. */
    public Catalogue catalogueWith(String table, String text) {
        Map<String, String> changed = new TreeMap<>(tables);
        changed.put(table, text);
        return load(changed);
    }

    private static Catalogue load(Map<String, String> tables) {
        Map<String, byte[]> bytes = new TreeMap<>();
        tables.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return CatalogueLoader.load(bytes);
    }

    /** Writes its tables into a new folder. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> table : tables.entrySet()) {
            Files.writeString(folder.resolve(table.getKey()), table.getValue());
        }
    }

    /** Puts an accepted submission on record, received in time; the values are item codes without the return's. */
    public SmallTown send(String unit, String form, String period, Map<String, ? extends Number> values) {
        return send(unit, form, period, values, Disposition.ACCEPTED);
    }

    /** Puts a submission on record with what became of it. */
    public SmallTown send(
            String unit, String form, String period, Map<String, ? extends Number> values, Disposition disposition) {
        return send(period + "/" + unit + ".xlsx", unit, form, period, values, disposition);
    }

    /** Puts a submission on record that counts in the stead of what the unit has sent before. */
    public SmallTown correct(String unit, String form, String period, Map<String, ? extends Number> values) {
        decide(unit, form, period, Disposition.SUPERSEDED);
        return send(period + "/" + unit + "(更正).xlsx", unit, form, period, values, Disposition.ACCEPTED);
    }

    /** Puts a submission on record whose file has the name of what the unit has sent before, and other content. */
    public SmallTown resend(String unit, String form, String period, Map<String, ? extends Number> values) {
        String name = period + "/" + unit + ".xlsx";
        Reading again = reading(name, name + form + values, unit, form, period, values);
        put(Period.parse(period), List.of(again), Disposition.ACCEPTED);
        return this;
    }

    /** Decides otherwise on the submissions of one unit's return. */
    public SmallTown decide(String unit, String form, String period, Disposition disposition) {
        store.submissions()
                .decide(store.submissions().within(Period.parse(period)).stream()
                        .filter(s -> s.unit().equals(unit) && s.form().equals(form))
                        .map(s -> new Decision(s.id(), s.revision(), disposition))
                        .toList());
        return this;
    }

    private SmallTown send(
            String name,
            String unit,
            String form,
            String period,
            Map<String, ? extends Number> values,
            Disposition disposition) {
        put(Period.parse(period), List.of(reading(name, unit, form, period, values)), disposition);
        return this;
    }

    /** Puts the one submission of each reading on record with what became of it. */
    private void put(Period of, List<Reading> readings, Disposition disposition) {
        LocalDate received = received(of);
        store.submissions()
                .decide(store
                        .readings(catalogue())
                        .record(new Act(of, "1", run, received, OfficeTime.end(received)), readings)
                        .stream()
                        .map(id -> new Decision(id, 1, disposition))
                        .toList());
    }

    private static LocalDate received(Period of) {
        return of.end().plusDays(3);
    }

    private static Reading reading(
            String name, String unit, String form, String period, Map<String, ? extends Number> values) {
        return reading(name, name + form, unit, form, period, values);
    }

    private static Reading reading(
            String name,
            String content,
            String unit,
            String form,
            String period,
            Map<String, ? extends Number> values) {
        Period of = Period.parse(period);
        String sha = "%064x".formatted(Math.abs((long) content.hashCode()));
        SourceFile file = new SourceFile(Path.of(name), name, sha, 16_000);
        CellRef sheet = new CellRef(name, form, "");
        List<Observation> observations = new ArrayList<>();
        new TreeMap<>(values)
                .forEach((item, number) -> observations.add(new Observation(
                        form + '.' + item,
                        "",
                        Value.of(new BigDecimal(number.toString())),
                        new CellRef(name, form, "D" + (9 + observations.size())))));
        Submission submission = new Submission(
                unit,
                form,
                "1",
                of,
                Optional.of(received(of).atTime(2, 30).toInstant(ZoneOffset.UTC)),
                sheet,
                observations,
                Map.of(),
                List.of());
        return new Reading.Read(file, List.of(submission), List.of());
    }

    /**
     * Every unit that is owed sends: each village so many payers and residents, the office so many cases, and of what a
     * test has added {@code extraa}, {@code extrab} … one more each.
     */
    public SmallTown sendAll(String period, int number) {
        put(
                Period.parse(period),
                catalogue().owed(Period.parse(period)).stream()
                        .map(o -> reading(
                                period + "/" + o.unit() + ".xlsx",
                                o.unit(),
                                o.form(),
                                period,
                                o.form().equals("village")
                                        ? Map.of("payers", number, "residents", number * 100)
                                        : office(number)))
                        .toList(),
                Disposition.ACCEPTED);
        return this;
    }

    private Map<String, Integer> office(int number) {
        Map<String, Integer> values = new TreeMap<>(Map.of("cases", number, "pension", number * 3));
        catalogue().items().stream()
                .map(i -> i.code().substring(i.code().indexOf('.') + 1))
                .filter(i -> i.startsWith("extra"))
                .forEach(i -> values.put(i, number + i.charAt(5) - 'a' + 1));
        return values;
    }

    /** Consolidates a period and puts its edition on record. */
    public SmallTown run(String period) {
        Period of = Period.parse(period);
        Consolidation consolidation = consolidate(period, of.end().plusDays(5));
        Editions editions = new Editions(catalogue(), store);
        editions.record(editions.of(consolidation), consolidation);
        return this;
    }

    /** What a period comes to, without putting anything on record. */
    public Consolidation consolidate(String period, LocalDate asOf) {
        return new Consolidator(catalogue(), store).consolidate(Period.parse(period), asOf);
    }

    /** All that is published about a period as of a day. */
    public Publication publish(String period, LocalDate asOf) {
        Period of = Period.parse(period);
        Consolidation consolidation = consolidate(period, asOf);
        Editions editions = new Editions(catalogue(), store);
        Edition edition = editions.of(consolidation);
        List<StoredObservation> all = new ArrayList<>();
        store.submissions().observations(store.submissions().within(of), Long.MAX_VALUE, all::add);
        List<StoredFinding> findings =
                store.findings().within(of.months().stream().map(Period::month).toList());
        return new Publication(
                consolidation,
                edition,
                editions.outdated(edition),
                store.submissions().within(of),
                findings,
                List.of(),
                new Assessments(catalogue(), store)
                        .of(consolidation, store.submissions().within(of), findings),
                new Publication.Observations() {
                    @Override
                    public long count() {
                        return all.size();
                    }

                    @Override
                    public void first(long most, Consumer<StoredObservation> reader) {
                        all.stream().limit(most).forEach(reader);
                    }
                },
                Publication.Archived.NOWHERE);
    }

    /** Where it is on record. */
    public Store store() {
        return store;
    }

    @Override
    public void close() {
        store.close();
    }
}

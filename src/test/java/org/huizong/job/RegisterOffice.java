package org.huizong.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.Catalogue;
import org.huizong.edition.Editions;
import org.huizong.model.Period;
import org.huizong.publish.PublicationPart;
import org.huizong.register.RegisterFacts;
import org.huizong.review.SubmissionChecks;
import org.huizong.store.EventStore.Event;
import org.huizong.store.Store;
import org.huizong.validation.Lint;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.jspecify.annotations.Nullable;

/**
 * An office whose units 安监办, 交管站 and 城管办 send one register of cases as CSV files. What it publishes is read from its
 * tables, so that nothing here knows how the figures come about.
 */
public final class RegisterOffice {
    private static final String HEADS = "案号,立案日期,决定日期,罚款额,当事人,违法日期,结案日期,情况说明";
    private static final Map<String, String> TABLES = Map.of(
            "units.csv",
            """
            code,label,label_en,kind,parent,returns,aliases,merged_into,from,until
            t00,小镇,Small Town,township,,,,,,
            d01,安监办,Work Safety Office,department,t00,cases,,,,
            d02,交管站,Traffic Station,department,t00,cases,,d03,,2025-04
            d03,城管办,Urban Office,department,t00,cases,,,2025-05,
            """,
            "returns.csv",
            """
            code,version,form_no,label,label_en,kind,frequency,due_day,issuer,issuer_en,notes,notes_en,open,from,until
            cases,1,小01表,案件台账,Register of Cases,register,month,5,司法所,Judicial Office,,,ISBLANK(cases.closed_on),,
            """,
            "items.csv",
            """
            return,code,label,label_en,row,column,type,measure,required,key,min,max,choices,time,across,formula,personal,aliases,from,until
            cases,cases.number,案号,Case,01,,text,,是,是,,,,none,none,,,,,
            cases,cases.filed_on,立案日期,Filed on,02,,date,,,,,,,none,none,,,,,
            cases,cases.decided_on,决定日期,Decided on,03,,date,,,,,,,none,none,,,,,
            cases,cases.fine,罚款额,Fine,04,,money,元,,,,,,none,none,,,,,
            cases,cases.party,当事人,Party,05,,text,,,,,,,none,none,,,,,
            cases,cases.acted_on,违法日期,Acted on,06,,date,,,,,,,none,none,,,,,
            cases,cases.closed_on,结案日期,Closed on,07,,date,,,,,,,none,none,,,,,
            cases,cases.filed,立案,Filed,11,,integer,件,,,,,,sum,sum,"AND(cases.filed_on>=period_start,cases.filed_on<=period_end)",,,,
            cases,cases.decided,决定,Decided,12,,integer,件,,,,,,sum,sum,"AND(cases.decided_on>=period_start,cases.decided_on<=period_end)",,,,
            cases,cases.fines,罚款,Fines,13,,money,元,,,,,,sum,sum,"IF(AND(cases.decided_on>=period_start,cases.decided_on<=period_end),cases.fine,0)",,,,
            cases,cases.pending,未决定,Pending,14,,integer,件,,,,,,last,sum,"AND(cases.filed_on<=period_end,OR(ISBLANK(cases.decided_on),cases.decided_on>period_end))",,,,
            cases,cases.listed,在册,Listed,15,,integer,件,,,,,,last,sum,LEN(cases.number)>0,,,,
            """,
            "choices.csv",
            "list,code,label,label_en\nsections,law,执法,Law\nmeasures,件,件,cases\nmeasures,元,元,yuan\n",
            "holidays.csv",
            "date,day,label\n",
            "rules.csv",
            """
            id,scope,severity,formula,missing,locate,message,message_en,basis,from,until
            CAS001,pair,query,"OR(cases.party<>other.cases.party,cases.acted_on<>other.cases.acted_on,cases.fine=0,other.cases.fine=0)",zero,cases.fine,同一行为罚了两次,fined twice,《行政处罚法》第二十九条,,
            """,
            "indicators.csv",
            """
            code,section,order,label,label_en,measure,formula,decimals,direction,target,note,note_en,from,until
            decided,law,10,行政处罚,Penalties,件,cases.decided,0,none,,,,,
            fines,law,20,罚款,Fines,元,cases.fines,0,none,,,,,
            """);

    private final Path home;
    private final Map<String, String> tables = new TreeMap<>(TABLES);
    private Set<PublicationPart> parts = Set.of(PublicationPart.TABLES);
    /** What the tables come to; null until somebody asks after they were changed. */
    private @Nullable Catalogue catalogue;

    /** An office whose folders lie there. */
    public RegisterOffice(Path home) {
        this.home = home;
    }

    /** Publishes everything from now on, and not the tables alone. */
    RegisterOffice publishing() {
        parts = Set.of(PublicationPart.values());
        return this;
    }

    /** Replaces a part of a table, which must be there. */
    RegisterOffice with(String table, String part, String by) {
        String text = tables.getOrDefault(table, "");
        if (!text.contains(part)) {
            throw new IllegalArgumentException(table + " holds no " + part);
        }
        tables.put(table, text.replace(part, by));
        catalogue = null;
        return this;
    }

    /** Writes the tables into a folder, for commands. */
    public Path tables() {
        Path folder = home.resolve("catalogue");
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> table : tables.entrySet()) {
                Files.writeString(folder.resolve(table.getKey()), table.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /** What is typed to consolidate a month by the tables, and whatever else is to be said. */
    public String[] consolidating(String month, String... more) {
        List<String> command = List.of(
                "consolidate",
                month,
                "--returns",
                returns(month) + "",
                "--to",
                output(month) + "",
                "--data",
                data() + "",
                "--catalogue",
                tables() + "");
        return Stream.concat(command.stream(), Stream.of(more)).toArray(String[]::new);
    }

    Catalogue catalogue() {
        if (catalogue == null) {
            Map<String, byte[]> bytes = new HashMap<>();
            tables.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
            catalogue = Lint.load(bytes);
        }
        return catalogue;
    }

    /**
     * Puts a unit's register into the folder of a month, in place of the one before.
     *
     * @param rows the cells of each record, separated by commas: number, filed, decided, fine, party, acted, closed, reason
     */
    public RegisterOffice send(String month, String unit, String... rows) {
        StringBuilder text =
                new StringBuilder("小镇案件台账\n填报单位,").append(unit).append(",,报告期,").append(month);
        text.append(rows.length == 0 ? ",,本期无,是\n" : "\n").append(HEADS).append('\n');
        for (String row : rows) {
            text.append(row).append('\n');
        }
        try {
            Path folder = Files.createDirectories(returns(month));
            Files.writeString(folder.resolve(unit + ".csv"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private Path returns(String month) {
        return home.resolve("returns").resolve(month);
    }

    private Path output(String period) {
        return home.resolve("output").resolve(period);
    }

    private Path data() {
        return home.resolve("data");
    }

    /** Consolidates a period five days after its end. */
    Outcome run(String code) {
        return run(code, Period.parse(code).end().plusDays(5));
    }

    /** Consolidates a period as of a day. */
    Outcome run(String code, LocalDate asOf) {
        Period period = Period.parse(code);
        Catalogue catalogue = catalogue();
        try (Store store = open()) {
            return new MonthlyJob(catalogue, new Wording(new MessageBundle(Lang.ZH), catalogue), store)
                    .run(
                            new Request(
                                    period,
                                    Optional.of(returns(code)).filter(Files::isDirectory),
                                    output(code),
                                    asOf,
                                    Office.NOW,
                                    parts),
                            Progress.SILENT);
        }
    }

    /** Consolidates several periods one after the other. */
    RegisterOffice runAll(String... codes) {
        for (String code : codes) {
            run(code);
        }
        return this;
    }

    private Store open() {
        return Store.open(data());
    }

    /** Closes or opens a period as the commands do. */
    RegisterOffice note(String what, String code) {
        Period period = Period.parse(code);
        try (Store store = open()) {
            store.events().add(new Event(Instant.EPOCH, "office", what, period, "", "a reason"));
            if (what.equals("reopen")) {
                new Editions(catalogue(), store).markStale(new RegisterFacts(catalogue(), store).refresh(), period);
            }
        }
        return this;
    }

    /** Takes a unit's register of a month back, as the command does. */
    RegisterOffice withdraw(String code, String unit) {
        return put(code, unit, (store, submission) -> store.submissions().withdraw(submission));
    }

    /** Lets what was taken back count again, as the command does. */
    RegisterOffice restore(String code, String unit) {
        return put(code, unit, (store, submission) -> store.submissions().restore(submission));
    }

    private RegisterOffice put(String code, String unit, BiConsumer<Store, Long> change) {
        Period period = Period.parse(code);
        Catalogue catalogue = catalogue();
        try (Store store = open()) {
            store.submissions().within(period).stream()
                    .filter(s -> s.file().equals(unit + ".csv"))
                    .forEach(s -> change.accept(store, s.id()));
            new SubmissionChecks(catalogue, store, period, period.end().plusDays(5)).run();
            new Editions(catalogue, store).markStale(period);
        }
        return this;
    }

    /** Does something to what is on record. */
    RegisterOffice change(Consumer<Store> change) {
        try (Store store = open()) {
            change.accept(store);
        }
        return this;
    }

    /** The published periods that no longer fit what is on record. */
    List<String> stale() {
        try (Store store = open()) {
            return Editions.stale(store).stream().map(Period::code).toList();
        }
    }

    /** What was published of a code in a period, such as {@code 3 (prior 2, year 5)}; without a figure —. */
    String total(String period, String code) {
        return rows(period, "totals.csv").stream()
                .filter(r -> r.get("code").equals(code))
                .map(r -> r.get("value").isEmpty() ? "—" : r.get("value"))
                .findFirst()
                .orElseThrow();
    }

    /** What was published of a code in several periods. */
    List<String> totals(String code, String... periods) {
        return List.of(periods).stream().map(p -> total(p, code)).toList();
    }

    /** The findings about records that a period published: unit, record and sentence. */
    List<String> findings(String period) {
        return rows(period, "findings.csv").stream()
                .filter(r ->
                        r.get("rule").startsWith("record.") || r.get("rule").startsWith("CAS"))
                .filter(r -> r.get("period").equals(period))
                .map(r -> String.join(" ", r.get("unit"), r.get("rule"), r.get("cell"), r.get("message"))
                        .replaceAll(" +", " "))
                .toList();
    }

    List<CSVRecord> rows(String period, String table) {
        Path file = output(period).resolve("data").resolve(table);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(Files.readString(file).replace("\uFEFF", ""), format)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts of the first page of a period's workbook whose note says that, from top to bottom. */
    List<String> page(String period, String note) {
        try (Stream<Path> files = Files.list(output(period));
                XSSFWorkbook book = new XSSFWorkbook(
                        Files.newInputStream(files.filter(f -> f.toString().endsWith(".xlsx"))
                                .findFirst()
                                .orElseThrow()))) {
            for (Sheet sheet : book) {
                List<String> texts = new ArrayList<>();
                sheet.forEach(row -> row.forEach(cell -> {
                    if (cell.getCellType() == CellType.STRING) {
                        texts.add(cell.getStringCellValue());
                    }
                }));
                if (texts.stream().anyMatch(t -> t.contains(note))) {
                    return texts;
                }
            }
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

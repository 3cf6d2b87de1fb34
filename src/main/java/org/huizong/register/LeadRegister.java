package org.huizong.register;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Obligation;
import org.huizong.catalogue.Rule;
import org.huizong.model.Period;
import org.huizong.model.Value;
import org.huizong.store.Store;
import org.huizong.store.StoredFinding;
import org.huizong.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * The office's own register of leads 程序线索台账: the return of the code {@code leads}, which a catalogue may have. It is filled
 * by the program, and says what became of each.
 */
public final class LeadRegister {
    /** Code of the return. */
    public static final String CODE = "leads";

    static final String FOUND_ON = "leads.found_on";
    static final String RESPONSIBLE = "leads.responsible";
    static final String SUBJECT = "leads.subject";
    static final String MATTER = "leads.matter";
    static final String HANDED_ON = "leads.handed_on";
    static final String HANDED_TO = "leads.handed_to";
    /** Code of the item that says what came of a lead. */
    public static final String RESULT = "leads.result";

    static final String CLOSED_ON = "leads.closed_on";
    private static final String NUMBER = "leads.number";
    private static final String BASIS = "leads.basis";

    private static final List<String> ITEMS =
            List.of(NUMBER, FOUND_ON, BASIS, RESPONSIBLE, SUBJECT, MATTER, HANDED_ON, HANDED_TO, RESULT, CLOSED_ON);

    /** How long a lead is looked back for that nobody has taken up. */
    private static final int MONTHS = 12;

    private final Catalogue catalogue;
    private final Store store;

    /** Over that store, in the terms of that catalogue. */
    public LeadRegister(Catalogue catalogue, Store store) {
        this.catalogue = catalogue;
        this.store = store;
    }

    /** The rules whose queries are leads: about records, with a legal basis; by their ids. */
    public static Map<String, Rule> rules(Catalogue catalogue) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        catalogue.rules().stream()
                .filter(rule -> rule.scope().ofRecords() && !rule.basis().isEmpty())
                .forEach(rule -> rules.put(rule.id(), rule));
        return rules;
    }

    /**
     * The leads that were asked about in a period's year up to its end, in the order in which they were found, each with what
     * became of it by then; with those of earlier years that the register still had open.
     */
    public List<Lead> known(Period period) {
        YearMonth last = period.last();
        YearMonth january = YearMonth.of(last.getYear(), 1);
        List<StoredFinding> asked = asked(january.minusMonths(MONTHS), last);
        Set<String> ofTheYear = asked.stream()
                .filter(query -> !query.period().last().isBefore(january))
                .map(LeadRegister::folded)
                .collect(Collectors.toSet());
        Map<String, SentRecord> sent = sent(last);
        Map<String, Lead> known = new LinkedHashMap<>();
        found(asked).forEach((key, lead) -> {
            Lead handled = handled(lead, sent.get(key));
            if (ofTheYear.contains(key) || (sent.containsKey(key) && isLeft(handled, last))) {
                known.put(key, handled);
            }
        });
        sent.forEach((key, record) -> {
            Lead registered = new Lead(
                            record.value(NUMBER).show(),
                            record.value(BASIS).show(),
                            Optional.empty(),
                            Optional.empty(),
                            Lead.Handling.NONE)
                    .handled(Lead.Handling.of(record));
            if (isLeft(registered, last)) {
                known.putIfAbsent(key, registered);
            }
        });
        return List.copyOf(known.values());
    }

    private static Lead handled(Lead lead, @Nullable SentRecord record) {
        return record == null ? lead : lead.handled(Lead.Handling.of(record));
    }

    /** Tells whether it was not closed before the year of that month. */
    private static boolean isLeft(Lead lead, YearMonth month) {
        return !lead.isClosed(month.withMonth(1).atDay(1).minusDays(1));
    }

    /** The leads of the months before a period that the register has never had, in the order in which they were found. */
    public List<Lead> fresh(Period period) {
        YearMonth before = period.first().minusMonths(1);
        Map<String, Lead> leads = found(asked(before.minusMonths(MONTHS - 1L), before));
        sent(before).keySet().forEach(leads::remove);
        return List.copyOf(leads.values());
    }

    /**
     * A lead as the register takes it up, by item.
     *
     * @param responsible how the unit is called
     * @param subject how the record is called
     * @param matter what was found, in words
     */
    public static Map<String, Value> row(Lead lead, String responsible, String subject, String matter) {
        Map<String, Value> row = new HashMap<>();
        row.put(NUMBER, Value.of(lead.key()));
        lead.found().ifPresent(period -> row.put(FOUND_ON, Value.of(period.end())));
        row.put(BASIS, Value.of(lead.basis()));
        row.put(RESPONSIBLE, Value.of(responsible));
        row.put(SUBJECT, Value.of(subject));
        row.put(MATTER, Value.of(matter));
        return row;
    }

    /** The queries of these months and of the longer periods that end in them, by period. */
    private List<StoredFinding> asked(YearMonth first, YearMonth last) {
        return store.findings().asked(periods(first, last), rules(catalogue).keySet()).stream()
                .sorted(Comparator.comparing(StoredFinding::period))
                .toList();
    }

    /** The leads that queries are, each as it was found first. */
    private Map<String, Lead> found(List<StoredFinding> queries) {
        Map<String, Rule> rules = rules(catalogue);
        Map<String, Lead> leads = new LinkedHashMap<>();
        queries.forEach(query -> {
            String basis = Optional.ofNullable(rules.get(query.finding().rule()))
                    .map(Rule::basis)
                    .orElse("");
            leads.putIfAbsent(
                    folded(query),
                    new Lead(
                            Lead.key(query),
                            basis,
                            Optional.of(query.period()),
                            Optional.of(query),
                            Lead.Handling.NONE));
        });
        return leads;
    }

    /** The key of the lead that a query is, as a register's records are told apart by it. */
    private static String folded(StoredFinding query) {
        return Folding.key(Lead.key(query));
    }

    private Collection<Period> periods(YearMonth first, YearMonth last) {
        return Stream.iterate(first.getYear(), year -> year <= last.getYear(), year -> year + 1)
                .flatMap(year -> catalogue.owedWithin(Period.year(year)).stream())
                .map(Obligation::period)
                .filter(p -> !p.last().isBefore(first) && !p.last().isAfter(last))
                .distinct()
                .sorted()
                .toList();
    }

    /** What the registers of leads say that were sent for these months and those before, of each lead the newest. */
    private Map<String, SentRecord> sent(YearMonth last) {
        Map<String, SentRecord> newest = new LinkedHashMap<>();
        store.submissions()
                .registers(
                        CODE,
                        last,
                        ITEMS,
                        (submission, values) -> SentRecord.of(submission, values)
                                .forEach(record -> newest.putIfAbsent(Folding.key(record.key()), record)));
        return newest;
    }
}

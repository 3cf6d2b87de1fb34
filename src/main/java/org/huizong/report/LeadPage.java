package org.huizong.report;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.catalogue.Rule;
import org.huizong.model.Finding;
import org.huizong.model.Observation;
import org.huizong.store.StoredFinding;

/**
 * 程序线索: for the judicial office, what the registers show of procedure, by article of the law.
 *
 * <p>A lead is a query about a record whose rule names its legal basis. It is no verdict: the return was accepted, and the
 * unit is asked.
 */
final class LeadPage {
    private static final int HEAD_ROW = 2;
    private static final int LAST = 10;

    private final Book book;
    private final Page page;
    private final List<StoredFinding> leads;
    private final Map<String, Rule> rules;
    private final Ledger ledger;

    LeadPage(Book book, Ledger ledger) {
        this.ledger = ledger;
        this.book = book;
        this.page = Page.list(book, Book.LEADS);
        this.rules = rules(book);
        this.leads = leads(book);
    }

    /** The leads of a publication, by article, then unit, then record. */
    static List<StoredFinding> leads(Book book) {
        Map<String, Rule> rules = rules(book);
        return book.publication().findings().stream()
                .filter(f -> f.finding().asks() && rules.containsKey(f.finding().rule()))
                .sorted(Comparator.comparing((StoredFinding f) -> order(book, f))
                        .thenComparing(StoredFinding::unit)
                        .thenComparing(f -> f.finding().record()))
                .toList();
    }

    private static int order(Book book, StoredFinding stored) {
        List<String> ids = book.catalogue().rules().stream().map(Rule::id).toList();
        return ids.indexOf(stored.finding().rule());
    }

    private static Map<String, Rule> rules(Book book) {
        Map<String, Rule> rules = new HashMap<>();
        book.catalogue().rules().stream()
                .filter(r -> r.scope().ofRecords() && !r.basis().isEmpty())
                .forEach(r -> rules.put(r.id(), r));
        return rules;
    }

    /** What people call the record: the values of its key items. */
    private String called(StoredFinding lead) {
        String called = items(lead)
                .filter(Item::key)
                .map(i -> book.wording().argument(lead.finding(), i.code(), lead.period()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        return called.isEmpty() ? lead.finding().record() : called;
    }

    /** The unit, and those of another register whom the record names: the officers of a case. */
    private String ask(StoredFinding lead) {
        Map<String, Observation> record =
                ledger.record(lead.form(), lead.unit(), lead.finding().record());
        String named = items(lead)
                .filter(i -> i.type() == ItemType.TEXT && !i.choices().isEmpty())
                .flatMap(i -> Optional.ofNullable(record.get(i.code())).stream())
                .map(o -> o.value().show())
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(book.text("report.comma")));
        String unit = book.label(lead.unit());
        return named.isEmpty() ? unit : unit + book.text("report.comma") + book.text("report.leads.ask", named);
    }

    private Stream<Item> items(StoredFinding lead) {
        return book.catalogue().items(lead.form(), lead.period().last()).stream();
    }

    void write() {
        page.widths(24, 12, 18, 42, 8, 20, 24, 22, 14, 7, 9);
        page.wide(0, 0, LAST, book.text("report.leads.title"), Look.TITLE);
        page.wide(1, 0, LAST, book.text("report.leads.note"), Look.NOTE);
        page.line(
                HEAD_ROW,
                Look.HEAD,
                Stream.of(
                                "basis",
                                "unit",
                                "record",
                                "finding",
                                "days",
                                "ask",
                                "explanation",
                                "file",
                                "sheet",
                                "row",
                                "rule")
                        .map(head -> book.text("report.head." + head))
                        .toArray(String[]::new));
        int row = HEAD_ROW + 1;
        for (StoredFinding lead : leads) {
            Finding finding = lead.finding();
            page.line(
                    row++,
                    Look.CELL,
                    Optional.ofNullable(rules.get(finding.rule()))
                            .map(Rule::basis)
                            .orElse(""),
                    book.label(lead.unit()),
                    called(lead),
                    book.wording().sentence(finding, lead.period()),
                    finding.derivation().days().map(BigDecimal::toPlainString).orElse(""),
                    ask(lead),
                    lead.explanation(),
                    finding.where().file(),
                    finding.where().sheet(),
                    finding.where().row(),
                    finding.rule());
        }
        if (leads.isEmpty()) {
            page.text(row, 0, book.text("report.leads.none"), Look.PLAIN);
        } else {
            page.filter(HEAD_ROW, row - 1, LAST);
        }
        page.sheet().createFreezePane(0, HEAD_ROW + 1);
        page.print(true, HEAD_ROW);
        page.done();
    }
}

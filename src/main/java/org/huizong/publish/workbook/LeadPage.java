package org.huizong.publish.workbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.model.Observation;
import org.huizong.publish.narrative.Leads;
import org.huizong.publish.narrative.Ledger;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.table.ListCell;
import org.huizong.publish.table.Listing;
import org.huizong.store.StoredFinding;

/**
 * 程序线索: for the judicial office, what the registers show of procedure, by article of the law.
 *
 * <p>A lead is a query about a record whose rule names its legal basis. It is no verdict: the return was accepted, and the
 * unit is asked.
 */
final class LeadPage {
    private final Terms terms;
    private final Page page;
    private final Leads leads;
    private final Ledger ledger;

    LeadPage(Book book, Ledger ledger) {
        this.ledger = ledger;
        this.terms = book.terms();
        this.page = Page.list(book, SheetKey.LEADS);
        this.leads = new Leads(terms);
    }

    /** What people call the record: the values of its key items. */
    private String called(StoredFinding lead) {
        String called = items(lead)
                .filter(Item::key)
                .map(i -> terms.wording().argument(lead.finding(), i.code(), lead.period()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        return called.isEmpty() ? lead.finding().record() : called;
    }

    /** The unit, and those of another register whom the record names: the officers of a case. */
    private String ask(StoredFinding lead) {
        Map<String, Observation> record =
                ledger.record(lead.form(), lead.unit(), lead.finding().record());
        List<String> named = items(lead)
                .filter(i -> i.type() == ItemType.TEXT && !i.choices().isEmpty())
                .flatMap(i -> Optional.ofNullable(record.get(i.code())).stream())
                .map(o -> o.value().show())
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        String unit = terms.label(lead.unit());
        return named.isEmpty() ? unit : terms.list(List.of(unit, terms.text("report.leads.ask", terms.list(named))));
    }

    private Stream<Item> items(StoredFinding lead) {
        return terms.catalogue().items(lead.form(), lead.period().last()).stream();
    }

    void write() {
        page.write(
                terms.text("report.leads.title"),
                terms.text("report.leads.note"),
                list(),
                leads.all(),
                terms.text("report.leads.none"));
        page.done();
    }

    private Listing<StoredFinding> list() {
        return new Listing<StoredFinding>()
                .sheet("basis", 24, f -> ListCell.of(leads.basis(f)))
                .sheet("unit", 12, f -> ListCell.of(terms.label(f.unit())))
                .sheet("record", 18, f -> ListCell.of(called(f)))
                .sheet("finding", 42, f -> ListCell.of(terms.wording().sentence(f.finding(), f.period())))
                .sheet(
                        "days",
                        8,
                        f -> ListCell.of(f.finding()
                                .derivation()
                                .days()
                                .map(BigDecimal::toPlainString)
                                .orElse("")))
                .sheet("ask", 20, f -> ListCell.of(ask(f)))
                .sheet("explanation", 24, f -> ListCell.of(f.explanation()))
                .sheet("file", 22, f -> ListCell.of(f.finding().where().file()))
                .sheet("sheet", 14, f -> ListCell.of(f.finding().where().sheet()))
                .sheet("row", 7, f -> ListCell.of(f.finding().where().row()))
                .sheet("rule", 9, f -> ListCell.of(f.finding().rule()));
    }
}

package org.huizong.publish.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.model.Observation;
import org.huizong.publish.narrative.Leads;
import org.huizong.publish.narrative.Ledger;
import org.huizong.publish.narrative.SheetKey;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.table.LeadList;
import org.huizong.publish.table.ListCell;
import org.huizong.publish.table.Listing;
import org.huizong.register.Lead;
import org.huizong.register.LeadRegister;
import org.huizong.store.StoredFinding;

/**
 * 程序线索: for the judicial office, what the registers show of procedure, by article of the law.
 *
 * <p>A lead is a query about a record whose rule names its legal basis. It is no verdict: the return was accepted, and the
 * unit is asked. What became of it stands beside it as far as the office keeps its register of leads; below, the year by
 * article.
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

    /** What people call the record: the values of its key items, as the register wrote them. */
    private String called(StoredFinding lead) {
        Map<String, Observation> record = record(lead);
        String called = items(lead)
                .filter(Item::key)
                .flatMap(i -> Optional.ofNullable(record.get(i.code())).stream())
                .map(o -> o.value().show())
                .collect(Collectors.joining(" "));
        return called.isEmpty() ? terms.wording().record(lead.finding(), lead.form(), lead.period()) : called;
    }

    private Map<String, Observation> record(StoredFinding lead) {
        return ledger.record(lead.form(), lead.unit(), lead.finding().record());
    }

    /** The unit, and those of another register whom the record names: the officers of a case. */
    private String ask(StoredFinding lead) {
        Map<String, Observation> record = record(lead);
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

    /** A line of the list: a query of the period, or a lead that the office's register alone has. */
    private record Line(Optional<StoredFinding> query, Optional<Lead> earlier) {}

    void write() {
        Listing<Line> list = list();
        List<Line> lines = Stream.concat(
                        leads.all().stream().map(query -> new Line(Optional.of(query), Optional.empty())),
                        leads.earlier(terms.period()).stream()
                                .map(lead -> new Line(Optional.empty(), Optional.of(lead))))
                .toList();
        int end = page.write(
                terms.text("report.leads.title"),
                terms.text("report.leads.note"),
                list,
                lines,
                terms.text("report.leads.none"));
        year(end + 1);
        page.done();
    }

    /** The year by article: how many were found, in which months, and what became of them. */
    private void year(int first) {
        List<Leads.Article> articles = leads.byBasis();
        if (articles.isEmpty()) {
            return;
        }
        Listing<Leads.Article> list = LeadList.of(terms);
        int row = first;
        page.text(
                row++, 0, terms.text("report.leads.year", terms.period().last().getYear()), Look.SECTION);
        page.line(
                row++,
                Look.HEAD,
                list.columns().stream()
                        .map(column -> terms.text("report.head." + column.name()))
                        .toArray(String[]::new));
        for (Leads.Article article : articles) {
            page.row(row++, list, article);
        }
    }

    private Listing<Line> list() {
        return new Listing<Line>()
                .sheet("basis", 24, l -> text(l, leads::basis, Lead::basis))
                .sheet(
                        "unit",
                        12,
                        l -> text(
                                l,
                                f -> terms.label(f.unit()),
                                lead -> lead.handling().responsible()))
                .sheet(
                        "record",
                        18,
                        l -> text(l, this::called, lead -> lead.handling().subject()))
                .sheet(
                        "finding",
                        42,
                        l -> text(
                                l,
                                f -> terms.wording().sentence(f.finding(), f.period()),
                                lead -> lead.handling().matter()))
                .sheet(
                        "days",
                        8,
                        l -> text(
                                l,
                                f -> f.finding()
                                        .derivation()
                                        .days()
                                        .map(BigDecimal::toPlainString)
                                        .orElse(""),
                                lead -> ""))
                .sheet(
                        "found_in",
                        11,
                        l -> text(
                                l,
                                f -> terms.wording().period(leads.found(f)),
                                lead -> lead.found()
                                        .map(terms.wording()::period)
                                        .orElse("")))
                .sheet("ask", 20, l -> text(l, this::ask, lead -> ""))
                .sheet("explanation", 24, l -> text(l, StoredFinding::explanation, lead -> ""))
                .sheet("handed_on", 11, l -> ListCell.of(day(handling(l).handedOn())))
                .sheet("handed_to", 14, l -> ListCell.of(handling(l).handedTo()))
                .sheet(
                        "result",
                        11,
                        l -> ListCell.of(
                                terms.value(LeadRegister.RESULT, handling(l).result())))
                .sheet("closed_on", 11, l -> ListCell.of(day(handling(l).closedOn())))
                .sheet("file", 22, l -> text(l, f -> f.finding().where().file(), lead -> ""))
                .sheet("sheet", 14, l -> text(l, f -> f.finding().where().sheet(), lead -> ""))
                .sheet("row", 7, l -> text(l, f -> f.finding().where().row(), lead -> ""))
                .sheet("rule", 9, l -> text(l, f -> f.finding().rule(), lead -> ""));
    }

    private Lead.Handling handling(Line line) {
        return line.earlier()
                .map(Lead::handling)
                .or(() -> line.query().map(leads::handling))
                .orElse(Lead.Handling.NONE);
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private static ListCell text(Line line, Function<StoredFinding, String> asked, Function<Lead, String> registered) {
        return ListCell.of(
                line.query().map(asked).or(() -> line.earlier().map(registered)).orElse(""));
    }
}

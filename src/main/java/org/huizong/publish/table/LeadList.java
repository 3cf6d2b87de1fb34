package org.huizong.publish.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.huizong.model.Period;
import org.huizong.publish.narrative.Leads;
import org.huizong.publish.narrative.Terms;

/** The year on 程序线索 and leads.csv: an article a line, how many leads were found, in which months, what became of them. */
public final class LeadList {
    private final Terms terms;
    private final int year;

    private LeadList(Terms terms) {
        this.terms = terms;
        this.year = terms.period().last().getYear();
    }

    /** The list of a publication. */
    public static Listing<Leads.Article> of(Terms terms) {
        LeadList list = new LeadList(terms);
        LocalDate end = terms.period().end();
        return list.counts(end);
    }

    private Listing<Leads.Article> counts(LocalDate end) {
        Listing<Leads.Article> list = new Listing<>();
        list.both("basis", 24, Leads.Article::basis);
        count(list, "found", Leads.Article::found);
        count(list, "open", article -> article.open(end));
        list.file("course", this::course).sheet("leads.course", 42, article -> ListCell.of(course(article)));
        count(list, "handed", Leads.Article::handed);
        count(list, "closed", article -> article.closed(end));
        return list;
    }

    private static void count(Listing<Leads.Article> list, String name, ToLongFunction<Leads.Article> count) {
        list.file(name, article -> String.valueOf(count.applyAsLong(article)))
                .sheet("leads." + name, 12, article -> ListCell.of(count.applyAsLong(article)));
    }

    /** In which months how many were found; those of earlier years last. */
    private String course(Leads.Article article) {
        Map<Period, Long> months = article.months(year);
        long before =
                article.found() - months.values().stream().mapToLong(n -> n).sum();
        List<String> parts = new ArrayList<>();
        months.forEach((month, n) ->
                parts.add(terms.text("report.leads.month", terms.wording().period(month), n)));
        if (before > 0) {
            parts.add(terms.text("report.leads.month", terms.text("report.leads.before"), before));
        }
        return terms.list(parts);
    }
}

package org.huizong.publish.narrative;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizong.aggregation.Figure;
import org.huizong.aggregation.FormFigures;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.catalogue.Obligation;
import org.huizong.catalogue.Pillar;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Unit;
import org.huizong.catalogue.UnitBook;
import org.huizong.model.Frequency;
import org.huizong.model.Period;
import org.huizong.publish.narrative.Pillars.Cell;
import org.huizong.register.Lead;
import org.huizong.store.StoredFinding;
import org.huizong.validation.Measures;

/** What each pillar tells of a unit and of the township, from forms, registers and leads. */
final class PillarCells {
    private static final String YES = "yes";

    private final Terms terms;
    private final Catalogue catalogue;
    private final Ledger ledger;
    private final Measures measures;
    private final UnitBook units;
    /** What was chosen, by unit and item, then period. */
    private final Map<List<String>, Map<Period, String>> chosen = new HashMap<>();

    private final Map<String, List<Period>> owed;
    private final List<Lead> leads;

    PillarCells(Terms terms, Ledger ledger) {
        this.terms = terms;
        this.catalogue = terms.catalogue();
        this.ledger = ledger;
        this.measures = new Measures(catalogue);
        this.units = new UnitBook(catalogue);
        this.owed = catalogue.owedWithin(terms.period()).stream()
                .collect(Collectors.groupingBy(
                        PillarCells::key, Collectors.mapping(Obligation::period, Collectors.toList())));
        this.leads = new Leads(terms)
                .byBasis().stream().flatMap(a -> a.leads().stream()).toList();
        read();
    }

    private static String key(Obligation owed) {
        return owed.unit() + ' ' + owed.form();
    }

    private void read() {
        Set<String> codes = catalogue.pillars().stream()
                .flatMap(p -> catalogue.item(p.item()).stream())
                .filter(i -> i.type() == ItemType.CHOICE)
                .map(Item::code)
                .collect(Collectors.toSet());
        Set<String> forms = codes.stream()
                .flatMap(c -> catalogue.item(c).stream())
                .map(Item::form)
                .collect(Collectors.toSet());
        terms.publication().observations().of(forms, o -> {
            if (codes.contains(o.observation().item())
                    && !o.observation().value().isMissing()) {
                chosen.computeIfAbsent(
                                List.of(o.submission().unit(), o.observation().item()), k -> new HashMap<>())
                        .put(o.submission().period(), o.observation().value().show());
            }
        });
    }

    /** What a pillar tells of a unit. */
    Cell of(Unit unit, Pillar pillar) {
        if (pillar.item().equals(Pillar.LEADS)) {
            return leads(leads.stream().filter(l -> isAbout(l, unit)).toList(), pillar);
        }
        if (pillar.item().equals(Pillar.SCORES)) {
            return score(unit);
        }
        Optional<Item> item = asked(pillar);
        if (item.isEmpty()) {
            return Cell.NOTHING;
        }
        if (item.get().type() == ItemType.CHOICE) {
            return choice(unit, item.get());
        }
        return pillar.by().isPresent()
                ? records(item.get(), pillar, about(unit, item.get(), pillar))
                : own(unit, item.get(), pillar);
    }

    /** What it tells of the whole township; nothing lacks there, for it is told of whom it lacks. */
    Cell whole(Pillar pillar) {
        if (pillar.item().equals(Pillar.LEADS)) {
            return leads(leads, pillar).isTold() ? new Cell(leads(leads, pillar).text(), false) : Cell.NOTHING;
        }
        Optional<Item> asked = asked(pillar);
        if (asked.isEmpty()) {
            return Cell.NOTHING;
        }
        Item item = asked.get();
        if (item.type() == ItemType.CHOICE) {
            return everywhere(item);
        }
        if (item.key()) {
            return counted(all(item).size(), pillar, false);
        }
        Figure total = terms.consolidation().total(item.code());
        return total.isOwed() ? new Cell(figure(item, total), false) : Cell.NOTHING;
    }

    /** The item of a pillar, if a return of the period asks for it. */
    private Optional<Item> asked(Pillar pillar) {
        return catalogue
                .item(pillar.item())
                .filter(i -> catalogue.isAsked(i.code(), terms.period().last()));
    }

    private List<Period> owed(Unit unit, Item item) {
        return owed.getOrDefault(unit.code() + ' ' + item.form(), List.of());
    }

    /** In which periods a unit said that something is in place, and in which not. */
    private Cell choice(Unit unit, Item item) {
        List<Period> periods = owed(unit, item);
        if (periods.isEmpty()) {
            return Cell.NOTHING;
        }
        Map<Period, String> said = chosen.getOrDefault(List.of(unit.code(), item.code()), Map.of());
        List<Period> open = periods.stream().filter(p -> !said.containsKey(p)).toList();
        List<Period> not = periods.stream()
                .filter(p -> said.containsKey(p) && !YES.equals(said.get(p)))
                .toList();
        if (open.isEmpty() && not.isEmpty()) {
            return new Cell(terms.text("report.pillars.in"), false);
        }
        List<String> parts = new ArrayList<>();
        if (!not.isEmpty()) {
            parts.add(terms.text("report.pillars.not", names(not)).strip());
        }
        if (!open.isEmpty()) {
            parts.add(terms.text("report.pillars.open", names(open)).strip());
        }
        return new Cell(String.join(terms.text("report.semicolon"), parts), true);
    }

    /** Nothing of a period that is the whole of what is reported on. */
    private String names(List<Period> periods) {
        return periods.equals(List.of(terms.period()))
                ? ""
                : terms.wording()
                        .few(periods.stream()
                                .map(p -> p.frequency() == Frequency.MONTH
                                                && terms.wording().isChinese()
                                        ? terms.text(
                                                "report.charts.month.short",
                                                p.first().getMonthValue())
                                        : terms.wording().period(p))
                                .toList());
    }

    private Cell everywhere(Item item) {
        List<Cell> cells = catalogue.units().stream()
                .map(u -> choice(u, item))
                .filter(Cell::isTold)
                .toList();
        long in = cells.stream().filter(c -> !c.lacks()).count();
        return cells.isEmpty() ? Cell.NOTHING : new Cell(terms.text("report.pillars.in.of", in, cells.size()), false);
    }

    /** What a unit reported itself. */
    private Cell own(Unit unit, Item item, Pillar pillar) {
        if (owed(unit, item).isEmpty()) {
            return Cell.NOTHING;
        }
        if (item.key()) {
            return counted(
                    all(item).stream()
                            .filter(e -> e.submission().unit().equals(unit.code()))
                            .count(),
                    pillar,
                    true);
        }
        Figure figure =
                figures(item).map(f -> f.figure(unit.code(), item.code())).orElse(Figure.NOT_OWED);
        return figure.isOwed() ? new Cell(figure(item, figure), lacks(pillar, figure.value())) : Cell.NOTHING;
    }

    private Optional<FormFigures> figures(Item item) {
        return terms.consolidation().asking(item.code());
    }

    private List<Ledger.Entry> all(Item item) {
        return terms.registers().stream()
                .filter(r -> r.code().equals(item.form()))
                .findFirst()
                .map(this::entries)
                .orElse(List.of());
    }

    private List<Ledger.Entry> entries(Return register) {
        return List.copyOf(ledger.of(register));
    }

    private List<Ledger.Entry> about(Unit unit, Item item, Pillar pillar) {
        return all(item).stream()
                .filter(e -> pillar.by()
                        .flatMap(by -> Optional.ofNullable(e.values().get(by)))
                        .map(o -> o.value().show())
                        .flatMap(units::find)
                        .filter(u -> u.code().equals(unit.code()))
                        .isPresent())
                .toList();
    }

    /** The records about a unit, counted or by what a measure makes of them. */
    private Cell records(Item item, Pillar pillar, List<Ledger.Entry> records) {
        if (records.isEmpty()) {
            return Cell.NOTHING;
        }
        if (item.key()) {
            return counted(records.size(), pillar, false);
        }
        BigDecimal sum = records.stream()
                .filter(e -> !item.time().isStock() || isInLast(e, item))
                .map(e -> measures.of(item, terms.period(), e.values()).amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Cell(number(item, sum), lacks(pillar, Optional.of(sum)));
    }

    /** Tells whether a record stands in the last register that its unit owed: who left before is not on duty. */
    private boolean isInLast(Ledger.Entry entry, Item item) {
        List<Period> periods = owed.getOrDefault(entry.submission().unit() + ' ' + item.form(), List.of());
        return periods.stream()
                .max(Comparator.comparing(Period::last))
                .filter(entry.submission().period()::equals)
                .isPresent();
    }

    private Cell counted(long records, Pillar pillar, boolean isOwed) {
        if (records == 0 && !isOwed) {
            return Cell.NOTHING;
        }
        return new Cell(
                terms.text("report.pillars.records", records), lacks(pillar, Optional.of(BigDecimal.valueOf(records))));
    }

    /** Leads that nobody has closed by the end of the period. */
    private Cell leads(List<Lead> some, Pillar pillar) {
        if (some.isEmpty()) {
            return Cell.NOTHING;
        }
        long open = some.stream().filter(l -> !l.isClosed(terms.period().end())).count();
        return new Cell(
                terms.text("report.pillars.leads", some.size(), open),
                lacks(pillar, Optional.of(BigDecimal.valueOf(open))));
    }

    /** The points of the assessment out of those that are assessed. */
    private Cell score(Unit unit) {
        return terms.publication().assessment().units().stream()
                .filter(u -> u.unit().code().equals(unit.code()))
                .filter(u -> u.full().signum() > 0)
                .findFirst()
                .map(u -> new Cell(
                        terms.text(
                                "report.pillars.score",
                                AssessmentText.points(u.score()),
                                AssessmentText.points(u.full())),
                        false))
                .orElse(Cell.NOTHING);
    }

    private boolean isAbout(Lead lead, Unit unit) {
        return lead.finding()
                .map(StoredFinding::unit)
                .or(() -> units.find(lead.handling().responsible()).map(Unit::code))
                .filter(unit.code()::equals)
                .isPresent();
    }

    /** An unknown figure lacks itself, for nobody can say that the work stands. */
    private static boolean lacks(Pillar pillar, Optional<BigDecimal> number) {
        return number.map(n -> switch (pillar.lacks()) {
                    case NONE -> false;
                    case ZERO -> n.signum() == 0;
                    case SOME -> n.signum() > 0;
                })
                .orElse(pillar.lacks() != Pillar.Lacks.NONE);
    }

    private String figure(Item item, Figure figure) {
        return figure.value().isEmpty()
                ? terms.text("report.pillars.figure", label(item), Terms.NONE, "")
                        .strip()
                : terms.text(
                        "report.pillars.figure",
                        label(item),
                        Marks.show(figure, item.type().decimals()),
                        terms.wording().measure(item.measure(), figure.value().get()));
    }

    private String number(Item item, BigDecimal number) {
        return terms.text(
                "report.pillars.figure",
                label(item),
                number.setScale(item.type().decimals(), RoundingMode.HALF_UP).toPlainString(),
                terms.wording().measure(item.measure(), number));
    }

    private String label(Item item) {
        return terms.ofPeriod(terms.wording().label(item).strip());
    }
}

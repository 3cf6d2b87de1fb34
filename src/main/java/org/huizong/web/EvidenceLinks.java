package org.huizong.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.assessment.Evidence;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Name;
import org.huizong.model.Period;
import org.huizong.store.Store;
import org.huizong.store.StoredSubmission;

/** Leads from what a deduction comes from to the page of the return in which it stands. */
final class EvidenceLinks {
    private final PageFrame frame;
    private final Catalogue catalogue;
    private final Store store;
    private final Map<Period, List<StoredSubmission>> sent = new HashMap<>();

    EvidenceLinks(PageFrame frame, Catalogue catalogue, Store store) {
        this.frame = frame;
        this.catalogue = catalogue;
        this.store = store;
    }

    /** Where a piece of evidence stands: the returns that it is about, else who has reported. */
    List<AssessmentView.Link> of(String unit, Evidence evidence) {
        List<StoredSubmission> sent = sent(unit, evidence);
        if (sent.isEmpty()) {
            return List.of(new AssessmentView.Link(
                    frame.t("web.assessment.month", frame.nameOf(evidence.period())), "/month/" + evidence.period()));
        }
        return sent.stream()
                .distinct()
                .map(s -> new AssessmentView.Link(
                        frame.t(
                                "web.assessment.return",
                                frame.nameOf(s.period()),
                                frame.wording().label(s.form())),
                        "/return/" + s.period() + "/" + s.id()))
                .toList();
    }

    private List<StoredSubmission> sent(String unit, Evidence evidence) {
        if (evidence instanceof Evidence.OfFiling filing) {
            return filing.submission().stream().toList();
        }
        if (evidence instanceof Evidence.OfFinding found) {
            return found.stored().submission().stream()
                    .flatMap(id -> sent(found.period(), id).stream())
                    .toList();
        }
        Evidence.OfFigure figure = (Evidence.OfFigure) evidence;
        return figure.cells().isEmpty()
                ? registers(unit, figure)
                : figure.cells().stream().map(Evidence.Cell::submission).toList();
    }

    /** The counted registers whose records a figure counts. */
    private List<StoredSubmission> registers(String unit, Evidence.OfFigure figure) {
        String name = Name.of(figure.operand()).item();
        Set<String> forms = Stream.concat(
                        Stream.of(name),
                        catalogue.indicator(name).stream()
                                .flatMap(i -> catalogue.formula(i.formula()).operands().stream()))
                .flatMap(code -> catalogue.item(code).stream())
                .map(Item::form)
                .collect(Collectors.toSet());
        return within(figure.period()).stream()
                .filter(s -> s.unit().equals(unit) && forms.contains(s.form()))
                .filter(s -> s.disposition().counts())
                .toList();
    }

    private Optional<StoredSubmission> sent(Period period, long id) {
        return within(period).stream().filter(s -> s.id() == id).findFirst();
    }

    private List<StoredSubmission> within(Period period) {
        return sent.computeIfAbsent(period, store.submissions()::within);
    }
}

package org.huizong.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Explanations;
import org.huizong.model.CellAddress;
import org.huizong.model.Finding;
import org.huizong.model.Observation;
import org.huizong.model.Remark;

/**
 * What one submission says to explain what is asked about it.
 *
 * <p>A query about a record is explained in the record's row; about one that is not there, in the cell for the whole
 * return. One about an item of a form is explained in any row of the
 * item: in the cell for its rule, beside the cell in question, or in the cell for another rule that blames the item. One
 * about neither is explained in the cell for its rule, or in that for the whole return.
 */
public final class GivenExplanations {
    private final Catalogue catalogue;
    private final Explanations words;
    private final List<Observation> said;
    private final Set<String> records = new HashSet<>();

    /**
     * Of one submission.
     *
     * @param words tells those that say nothing
     * @param observations its values, from which the explanations are taken
     */
    public GivenExplanations(Catalogue catalogue, Explanations words, List<Observation> observations) {
        this.catalogue = catalogue;
        this.words = words;
        this.said =
                observations.stream().filter(o -> Explanations.isName(o.item())).toList();
        observations.stream()
                .map(Observation::record)
                .filter(Predicate.not(String::isEmpty))
                .forEach(records::add);
    }

    /** The text that explains a finding: the first that says something, else the first; empty if there is none. */
    public String of(Finding finding) {
        List<String> texts = texts(finding).map(o -> o.value().show()).toList();
        return texts.stream()
                .filter(Predicate.not(words::sayNothing))
                .findFirst()
                .or(() -> texts.stream().findFirst())
                .orElse("");
    }

    /** Whether a finding is explained by something that says something. */
    public boolean explain(Finding finding) {
        return !words.sayNothing(of(finding));
    }

    /** A query with an explanation that says nothing carries it; of an earlier check it carries none. */
    public Finding remarked(Finding finding) {
        Finding bare = finding.without(Remark.EmptyExplanation.class);
        String text = bare.asks() ? of(bare) : "";
        return !text.isEmpty() && words.sayNothing(text) ? bare.with(new Remark.EmptyExplanation(text)) : bare;
    }

    private Stream<Observation> texts(Finding finding) {
        if (records.contains(finding.record())) {
            return named(Explanations.OF_RECORD).filter(o -> o.record().equals(finding.record()));
        }
        if (!finding.record().isEmpty()) {
            return named(Explanations.OF_RETURN);
        }
        Stream<Observation> own = named(Explanations.name(finding.rule()));
        return finding.item().isEmpty()
                ? Stream.concat(own, named(Explanations.OF_RETURN))
                : Stream.of(own, beside(finding), ofOthers(finding)).flatMap(s -> s);
    }

    private Stream<Observation> named(String name) {
        return said.stream().filter(o -> o.item().equals(name));
    }

    /** Those in the row of the cell in question. */
    private Stream<Observation> beside(Finding finding) {
        Optional<Integer> row = finding.where().address().map(CellAddress::row);
        return said.stream()
                .filter(o -> row.isPresent()
                        && o.record().isEmpty()
                        && o.where().file().equals(finding.where().file())
                        && o.where().sheet().equals(finding.where().sheet())
                        && o.where().address().map(CellAddress::row).equals(row));
    }

    /** Those for other rules that blame the item. */
    private Stream<Observation> ofOthers(Finding finding) {
        return said.stream()
                .filter(o -> catalogue.rules().stream()
                        .anyMatch(r -> r.locate().equals(Optional.of(finding.item()))
                                && o.item().equals(Explanations.name(r.id()))));
    }
}

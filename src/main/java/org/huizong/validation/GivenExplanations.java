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

/** What one submission says to explain what is asked about it, in the {@link Explanations#places places} for that. */
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
        return Explanations.places(catalogue, finding, records.contains(finding.record())).stream()
                .flatMap(place -> texts(place, finding));
    }

    private Stream<Observation> texts(Explanations.Place place, Finding finding) {
        if (place instanceof Explanations.Place.Named named) {
            return named(named.name());
        }
        return place instanceof Explanations.Place.OfTheRecord
                ? named(Explanations.OF_RECORD).filter(o -> o.record().equals(finding.record()))
                : beside(finding);
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
}

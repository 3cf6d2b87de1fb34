package org.huizong.publish.returned;

import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Explanations;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Rule;
import org.huizong.model.CellAddress;
import org.huizong.model.Finding;
import org.huizong.spreadsheet.mark.ClerkBook;

/** Finds the cell of a clerk's workbook in which a query is to be explained. */
final class ExplanationCell {
    private final Catalogue catalogue;
    private final ClerkBook book;

    ExplanationCell(Catalogue catalogue, ClerkBook book) {
        this.catalogue = catalogue;
        this.book = book;
    }

    /** The first of the {@link Explanations#places places} that the workbook has; empty if it has none. */
    Optional<CellAddress> of(Finding finding) {
        return Explanations.places(catalogue, finding, row(finding).isPresent()).stream()
                .flatMap(place -> cell(place, finding).stream())
                .findFirst();
    }

    private Optional<CellAddress> cell(Explanations.Place place, Finding finding) {
        if (place instanceof Explanations.Place.Named named) {
            return named(finding, named.name());
        }
        return place instanceof Explanations.Place.OfTheRecord
                ? row(finding)
                        .flatMap(row ->
                                named(finding, Explanations.OF_RECORD).map(head -> new CellAddress(row, head.column())))
                : beside(finding);
    }

    /** The first that stands in the row of the cell in question. */
    private Optional<CellAddress> beside(Finding finding) {
        String form = finding.item().substring(0, finding.item().indexOf('.') + 1);
        return Stream.concat(
                        catalogue.rules().stream()
                                .filter(r -> r.scope() == Rule.Scope.RETURN)
                                .map(Rule::id),
                        catalogue.items().stream().map(Item::code).filter(code -> code.startsWith(form)))
                .flatMap(of -> named(finding, Explanations.name(of)).stream())
                .filter(at -> row(finding).filter(row -> row == at.row()).isPresent())
                .findFirst();
    }

    private static Optional<Integer> row(Finding finding) {
        return finding.where().address().map(CellAddress::row);
    }

    private Optional<CellAddress> named(Finding finding, String name) {
        return book.cell(finding.where().sheet(), name);
    }
}

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

    /**
     * The cell: of a record that in its row, of an item that for the rule or else beside it, of what concerns the whole
     * return that for the rule or else that for all; empty if the workbook has none.
     */
    Optional<CellAddress> of(Finding finding) {
        Optional<CellAddress> whole = named(finding, Explanations.OF_RETURN);
        if (!finding.record().isEmpty()) {
            return row(finding)
                    .flatMap(row -> named(finding, Explanations.OF_RECORD).map(c -> new CellAddress(row, c.column())))
                    .or(() -> whole);
        }
        Optional<CellAddress> own = named(finding, Explanations.name(finding.rule()));
        return own.or(() -> finding.item().isEmpty() ? whole : beside(finding));
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

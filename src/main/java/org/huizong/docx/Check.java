package org.huizong.docx;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.huizong.docx.Token.Kind;
import org.huizong.text.Nearest;

/** Holds the names of a part against those that are known where they stand. */
final class Check {
    private final Pieces pieces;
    private final List<Flaw> flaws = new ArrayList<>();

    Check(Pieces pieces) {
        this.pieces = pieces;
    }

    List<Flaw> flaws(Vocabulary<?> vocabulary) {
        check(pieces.root(), List.of(vocabulary));
        return flaws;
    }

    /** Checks a piece where these vocabularies hold, the nearest first. */
    private void check(Piece piece, List<Vocabulary<?>> known) {
        if (piece instanceof Piece.Plain plain) {
            plain.inner().forEach(p -> check(p, known));
        } else if (piece instanceof Piece.Value value) {
            name(piece, value.token(), known);
        } else if (piece instanceof Piece.Block block) {
            List<Vocabulary<?>> within = new ArrayList<>(known);
            if (block.open().kind() == Kind.EACH) {
                list(block, known).ifPresent(of -> within.add(0, of));
            } else {
                name(piece, block.open(), known);
            }
            block.then().forEach(p -> check(p, within));
            block.otherwise().forEach(p -> check(p, known));
        }
    }

    private Optional<Vocabulary<?>> list(Piece.Block block, List<Vocabulary<?>> known) {
        String name = block.open().name();
        Optional<Vocabulary<?>> of = Optional.empty();
        for (Vocabulary<?> one : known) {
            of = of.isPresent() ? of : one.list(name);
        }
        if (of.isEmpty()) {
            Collection<String> lists = new TreeSet<>();
            known.forEach(v -> lists.addAll(v.lists()));
            fault(block, block.open(), "list", known, lists);
        }
        return of;
    }

    private void name(Piece piece, Token token, List<Vocabulary<?>> known) {
        String name = token.name();
        boolean isCondition = token.kind() != Kind.FIELD;
        boolean isOfList = known.size() > 1 && Scope.OF_LISTS.contains(name);
        boolean isKnown = known.stream()
                .anyMatch(v -> v.hasField(name) || (isCondition && v.list(name).isPresent()));
        if (isOfList || isKnown) {
            return;
        }
        Collection<String> names = new TreeSet<>();
        known.forEach(v -> {
            names.addAll(v.fields());
            if (isCondition) {
                names.addAll(v.lists());
            }
        });
        fault(piece, token, "field", known, names);
    }

    private void fault(Piece piece, Token token, String kind, List<Vocabulary<?>> known, Collection<String> names) {
        for (Vocabulary<?> one : known) {
            Optional<Vocabulary.Refusal> why = one.refusal(token.name());
            if (why.isPresent()) {
                flaws.add(pieces.flaw(piece, token, why.get().kind(), why.get().arguments()));
                return;
            }
        }
        String near = Nearest.of(token.name(), names);
        flaws.add(pieces.flaw(
                piece, token, near.isEmpty() ? kind + ".none" : kind, Map.of("value", token.name(), "near", near)));
    }
}

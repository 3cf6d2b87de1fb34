package org.huizong.docx;

import java.util.List;
import org.w3c.dom.Node;

/** A piece of a text as its tokens part it. */
sealed interface Piece {
    /** What stays as it is but for the pieces in it. */
    record Plain(Node node, List<Piece> inner, boolean hasControl) implements Piece {
        public Plain {
            inner = List.copyOf(inner);
        }
    }

    /**
     * A field.
     *
     * @param run what it stands in, alone
     */
    record Value(Node run, Token token) implements Piece {}

    /** What is there on a condition, or once for each part of a list. */
    record Block(Token open, List<Piece> then, List<Piece> otherwise) implements Piece {
        public Block {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }
}

package org.huizong.docx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizong.docx.Token.Kind;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/**
 * Parts a text at its tokens. A token that opens or closes and stands alone in its row repeats or leaves out rows, alone in
 * its paragraph whole paragraphs and tables, among other words those words: its other end stands likewise.
 */
final class Pieces {
    private static final String ROW = "tr";

    private final String part;
    private final Paragraphs paragraphs;
    private final List<Flaw> flaws = new ArrayList<>();
    private final IdentityHashMap<Piece, Node> places = new IdentityHashMap<>();
    private final Piece.Plain root;

    Pieces(String part, Document document) {
        this.part = part;
        this.paragraphs = new Paragraphs(document);
        for (Node paragraph : paragraphs.all()) {
            if (Token.hasLooseBrace(paragraphs.words(paragraph))) {
                flaws.add(flaw(paragraph, "brace", paragraphs.around(paragraph, brace(paragraphs.words(paragraph)))));
            }
        }
        this.root = plain(document.getDocumentElement(), null);
    }

    private static String brace(String words) {
        return words.replaceAll(Token.WRITTEN.pattern(), "")
                .replaceAll("[^{}｛｝]", "")
                .substring(0, 1);
    }

    Piece.Plain root() {
        return root;
    }

    /** What is wrong with how tokens open and close. */
    List<Flaw> flaws() {
        return List.copyOf(flaws);
    }

    private Piece.Plain plain(Node node, @Nullable Node paragraph) {
        Node within = Xml.is(node, Paragraphs.PARAGRAPH) ? node : paragraph;
        List<Piece> inner = pieces(Xml.children(node), within);
        boolean hasControl = inner.stream()
                .anyMatch(p -> !(p instanceof Piece.Plain plain) || (plain.hasControl() && !isOwn(plain.node())));
        return new Piece.Plain(node, inner, hasControl);
    }

    private static boolean isOwn(Node node) {
        return Xml.is(node, Paragraphs.PARAGRAPH);
    }

    private List<Piece> pieces(List<Node> siblings, @Nullable Node paragraph) {
        Deque<Open> open = new ArrayDeque<>();
        List<Piece> all = new ArrayList<>();
        for (Node node : siblings) {
            List<Piece> here = open.isEmpty() ? all : open.peek().current();
            Optional<Token> token = token(node);
            Node place = paragraph == null ? firstParagraph(node) : paragraph;
            if (token.isEmpty()) {
                here.add(plain(node, paragraph));
                continue;
            }
            Token found = token.get();
            if (found.kind().opens()) {
                open.push(new Open(found, place));
            } else if (found.kind() == Kind.FIELD) {
                here.add(at(place, new Piece.Value(node, found)));
            } else if (open.isEmpty()) {
                flaws.add(flaw(place, found.kind() == Kind.END ? "end" : "else", around(place, found)));
            } else if (found.kind() == Kind.ELSE) {
                if (!open.peek().turn()) {
                    flaws.add(flaw(place, "else", around(place, found)));
                }
            } else {
                Open closed = open.pop();
                (open.isEmpty() ? all : open.peek().current()).add(at(closed.place, closed.block()));
            }
        }
        open.forEach(o -> flaws.add(flaw(o.place, "open", around(o.place, o.token))));
        return all;
    }

    private Piece at(Node place, Piece piece) {
        places.put(piece, place);
        return piece;
    }

    /** A token that has opened and not closed yet. */
    private static final class Open {
        private final Token token;
        private final Node place;
        private final List<Piece> then = new ArrayList<>();
        private final List<Piece> otherwise = new ArrayList<>();
        private boolean turned;

        Open(Token token, Node place) {
            this.token = token;
            this.place = place;
        }

        List<Piece> current() {
            return turned ? otherwise : then;
        }

        /** Goes over to what stands for the other case; there is one. */
        boolean turn() {
            boolean first = !turned && token.kind() != Kind.EACH;
            turned = first || turned;
            return first;
        }

        Piece.Block block() {
            return new Piece.Block(token, then, otherwise);
        }
    }

    /** The token that a run is, or the opening or closing one that is all that a paragraph or a row says. */
    private static Optional<Token> token(Node node) {
        if (Xml.is(node, Paragraphs.RUN)) {
            return alone(Paragraphs.text(node));
        }
        if (Xml.is(node, Paragraphs.PARAGRAPH)) {
            return alone(Paragraphs.text(node)).filter(t -> t.kind() != Kind.FIELD);
        }
        return Xml.is(node, ROW) ? alone(text(node)).filter(t -> t.kind() != Kind.FIELD) : Optional.empty();
    }

    private static Optional<Token> alone(String text) {
        return Optional.of(text.strip())
                .filter(t -> Token.WRITTEN.matcher(t).matches())
                .map(Token::of);
    }

    private static String text(Node row) {
        StringBuilder text = new StringBuilder();
        Xml.elements(row, Paragraphs.PARAGRAPH).forEach(p -> text.append(Paragraphs.text(p)));
        return text.toString();
    }

    private static Node firstParagraph(Node node) {
        return Xml.is(node, Paragraphs.PARAGRAPH)
                ? node
                : Xml.elements(node, Paragraphs.PARAGRAPH).stream()
                        .<Node>map(p -> p)
                        .findFirst()
                        .orElse(node);
    }

    private String around(Node place, Token token) {
        return paragraphs.around(place, token.written());
    }

    private Flaw flaw(Node paragraph, String kind, String words) {
        return new Flaw(part, paragraphs.number(paragraph), words, kind, Map.of());
    }

    /** A flaw of a piece. */
    Flaw flaw(Piece piece, Token token, String kind, Map<String, String> arguments) {
        Node place = places.getOrDefault(piece, root.node());
        return new Flaw(part, paragraphs.number(place), around(place, token), kind, arguments);
    }
}

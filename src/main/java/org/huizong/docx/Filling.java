package org.huizong.docx;

import java.util.List;
import java.util.Set;
import org.huizong.text.Visible;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Writes a part anew with its tokens filled; the part itself stays as it is. */
final class Filling {
    /** Marks by which Word finds places and paragraphs again: of what is there several times each would be wrong. */
    private static final Set<String> MARKS = Set.of("bookmarkStart", "bookmarkEnd");

    private static final Set<String> IDS = Set.of("paraId", "textId");

    /** What a paragraph without words is kept for. */
    private static final List<String> KEPT =
            List.of("drawing", "pict", "object", "br", "sectPr", "fldSimple", "fldChar");

    private final Document document;
    private final Charts charts;

    private Filling(Document document, Charts charts) {
        this.document = document;
        this.charts = charts;
    }

    static Document fill(Piece.Plain root, Scope<?> scope, Charts charts) {
        Document document = (Document) root.node().getOwnerDocument().cloneNode(false);
        new Filling(document, charts).put(root, scope, document, false);
        return document;
    }

    private void put(Piece piece, Scope<?> scope, Node into, boolean again) {
        if (piece instanceof Piece.Plain plain) {
            plain(plain, scope, into, again);
        } else if (piece instanceof Piece.Value value) {
            value(value, scope, into);
        } else {
            block((Piece.Block) piece, scope, into, again);
        }
    }

    private void block(Piece.Block block, Scope<?> scope, Node into, boolean again) {
        String name = block.open().name();
        if (block.open().kind() == Token.Kind.EACH) {
            scope.each(name).forEach(part -> block.then().forEach(p -> put(p, part, into, true)));
            return;
        }
        boolean met = scope.meaning(name).holds() == (block.open().kind() == Token.Kind.IF);
        (met ? block.then() : block.otherwise()).forEach(p -> put(p, scope, into, again));
    }

    private void plain(Piece.Plain plain, Scope<?> scope, Node into, boolean again) {
        if (again && MARKS.contains(String.valueOf(plain.node().getLocalName()))) {
            return;
        }
        if (Xml.is(plain.node(), Paragraphs.PARAGRAPH)) {
            scope.begin();
        }
        Node copy = into.appendChild(document.importNode(plain.node(), false));
        if (copy instanceof Element element) {
            withoutIds(element);
        }
        plain.inner().forEach(p -> put(p, scope, copy, again));
        boolean gone = switch (String.valueOf(copy.getLocalName())) {
            case "p" -> plain.hasControl() && isEmpty(copy);
            case "tbl" -> Xml.children(copy).stream().noneMatch(c -> Xml.is(c, "tr"));
            default -> false;
        };
        if (gone) {
            into.removeChild(copy);
        } else if (Xml.is(copy, "tc") && Xml.children(copy).stream().noneMatch(c -> Xml.is(c, Paragraphs.PARAGRAPH))) {
            copy.appendChild(element(copy, Paragraphs.PARAGRAPH));
        }
    }

    private static void withoutIds(Element element) {
        for (int i = element.getAttributes().getLength() - 1; i >= 0; i--) {
            Node attribute = element.getAttributes().item(i);
            if (IDS.contains(String.valueOf(attribute.getLocalName()))) {
                element.removeAttributeNS(attribute.getNamespaceURI(), attribute.getLocalName());
            }
        }
    }

    private static boolean isEmpty(Node paragraph) {
        return Paragraphs.text(paragraph).isBlank()
                && KEPT.stream().allMatch(name -> Xml.elements(paragraph, name).isEmpty());
    }

    private void value(Piece.Value value, Scope<?> scope, Node into) {
        Meaning meaning = scope.meaning(value.token().name());
        Node run = document.importNode(value.run(), true);
        Element text = Xml.elements(run, Paragraphs.TEXT).get(0);
        if (meaning instanceof Meaning.Chart chart) {
            if (chart.holds()) {
                run.replaceChild(charts.drawing(document, chart), text);
                into.appendChild(run);
            }
            return;
        }
        String words = Visible.text(((Meaning.Text) meaning).text());
        if (words.isEmpty()) {
            return;
        }
        into.appendChild(run);
        String[] lines = words.split("\n", -1);
        Paragraphs.put(text, lines[0]);
        for (int i = 1; i < lines.length; i++) {
            run.appendChild(element(run, "br"));
            Element next = (Element) text.cloneNode(false);
            Paragraphs.put(next, lines[i]);
            run.appendChild(next);
        }
    }

    /** A new element beside others of its kind. */
    private Element element(Node like, String name) {
        @Nullable String prefix = like.getPrefix();
        return document.createElementNS(like.getNamespaceURI(), prefix == null ? name : prefix + ':' + name);
    }
}

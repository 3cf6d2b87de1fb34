package org.huizong.docx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The paragraphs of a part, with each token in a run of its own: Word splits what was typed in one go over several runs
 * wherever somebody went back, checked the spelling or changed the language.
 */
final class Paragraphs {
    static final String PARAGRAPH = "p";
    static final String RUN = "r";
    static final String TEXT = "t";
    private static final String LOOK = "rPr";
    private static final int AROUND = 12;

    private final IdentityHashMap<Node, Integer> numbers = new IdentityHashMap<>();
    private final IdentityHashMap<Node, String> words = new IdentityHashMap<>();

    Paragraphs(Document part) {
        int number = 0;
        for (Element paragraph : Xml.elements(part, PARAGRAPH)) {
            String text = text(paragraph);
            number += text.isBlank() ? 0 : 1;
            numbers.put(paragraph, number);
            words.put(paragraph, text);
            List<MatchResult> tokens = new ArrayList<>(Token.in(text));
            Collections.reverse(tokens);
            tokens.forEach(token -> isolate(paragraph, token));
        }
    }

    List<Node> all() {
        return List.copyOf(numbers.keySet());
    }

    int number(Node paragraph) {
        return numbers.getOrDefault(paragraph, 0);
    }

    String words(Node paragraph) {
        return words.getOrDefault(paragraph, "");
    }

    /** The words around a token of a paragraph. */
    String around(Node paragraph, String written) {
        String text = words(paragraph);
        int at = Math.max(0, text.indexOf(written));
        int from = Math.max(0, at - AROUND);
        int to = Math.min(text.length(), at + written.length() + AROUND);
        return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    }

    /** The words of a paragraph, without those of paragraphs in it, such as the ones of a text box. */
    static String text(Node paragraph) {
        StringBuilder text = new StringBuilder();
        texts(paragraph).forEach(t -> text.append(t.getTextContent()));
        return text.toString();
    }

    private static List<Element> texts(Node of) {
        List<Element> texts = new ArrayList<>();
        for (Node child : Xml.children(of)) {
            if (Xml.is(child, TEXT) && child instanceof Element text && Xml.is(of, RUN)) {
                texts.add(text);
            } else if (!Xml.is(child, PARAGRAPH)) {
                texts.addAll(texts(child));
            }
        }
        return texts;
    }

    /** Gathers a token into the run in which it begins, whose look it keeps, and parts that from what stands around it. */
    private static void isolate(Element paragraph, MatchResult token) {
        int at = 0;
        Element home = null;
        for (Element text : texts(paragraph)) {
            String said = text.getTextContent();
            int from = Math.max(token.start() - at, 0);
            int to = Math.min(token.end() - at, said.length());
            at += said.length();
            if (from >= to) {
                continue;
            }
            if (home == null) {
                home = text;
                split(text, said.substring(0, from), token.group(), said.substring(to));
            } else {
                rest(text, said.substring(to));
            }
        }
    }

    /** Leaves of a text what stands behind the token, and nothing of its run where that is nothing. */
    private static void rest(Element text, String words) {
        Node run = text.getParentNode();
        if (!words.isEmpty()) {
            put(text, words);
            return;
        }
        run.removeChild(text);
        if (!hasMore(run)) {
            run.getParentNode().removeChild(run);
        }
    }

    private static void split(Element text, String before, String token, String after) {
        Node run = text.getParentNode();
        Node parent = run.getParentNode();
        Node first = look(run);
        Node last = look(run);
        boolean passed = false;
        for (Node child : Xml.children(run)) {
            if (child == text) {
                passed = true;
            } else if (!Xml.is(child, LOOK)) {
                (passed ? last : first).appendChild(child);
            }
        }
        if (!before.isEmpty()) {
            first.appendChild(like(text, before));
        }
        if (!after.isEmpty()) {
            last.insertBefore(like(text, after), firstBehindLook(last));
        }
        put(text, token);
        if (hasMore(first)) {
            parent.insertBefore(first, run);
        }
        if (hasMore(last)) {
            parent.insertBefore(last, run.getNextSibling());
        }
    }

    private static @Nullable Node firstBehindLook(Node run) {
        return Xml.children(run).stream()
                .filter(c -> !Xml.is(c, LOOK))
                .findFirst()
                .orElse(null);
    }

    private static boolean hasMore(Node run) {
        return Xml.children(run).stream().anyMatch(c -> !Xml.is(c, LOOK));
    }

    /** An empty run of the same look. */
    private static Node look(Node run) {
        Node empty = run.cloneNode(false);
        Xml.children(run).stream().filter(c -> Xml.is(c, LOOK)).forEach(c -> empty.appendChild(c.cloneNode(true)));
        return empty;
    }

    private static Element like(Element text, String words) {
        Element copy = (Element) text.cloneNode(false);
        put(copy, words);
        return copy;
    }

    /** Gives a text its words; without the attribute Word would drop spaces around them. */
    static void put(Element text, String words) {
        text.setTextContent(words);
        text.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
    }
}

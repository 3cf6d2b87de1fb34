package org.huizong.spreadsheet.mark;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.huizong.model.CellAddress;
import org.huizong.spreadsheet.opc.Dialect;
import org.huizong.spreadsheet.opc.Edits;
import org.huizong.spreadsheet.opc.Section;
import org.huizong.spreadsheet.opc.UnknownMarkup;
import org.huizong.spreadsheet.opc.XmlScanner;
import org.huizong.spreadsheet.opc.XmlText;
import org.jspecify.annotations.Nullable;

/** The part with a sheet's notes: those of earlier copies are taken off, new ones added; what a clerk had noted stays. */
final class CommentsXml {
    static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";

    /** A run of letters of one look. */
    private record Run(int firstCharacter, long from, long to, boolean isPlain) {}

    /**
     * A note as it came.
     *
     * @param textFrom behind the start tag of its text
     * @param textTo before its end tag
     */
    private record Comment(String author, String text, List<Run> runs, long from, long to, long textFrom, long textTo) {
        OptionalInt ours() {
            return Note.begin(author, text);
        }
    }

    private final Edits edits;
    private final Map<CellAddress, Comment> comments = new LinkedHashMap<>();
    private final Set<CellAddress> removed = new TreeSet<>();
    private final List<String> authors = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private int elements;
    private String prefix = "";
    private @Nullable Section authorList;
    private @Nullable Section commentList;

    /** Reads the notes of a sheet. */
    CommentsXml(InputStream xml, Edits edits) throws IOException {
        this.edits = edits;
        XmlScanner scanner = new XmlScanner(xml);
        while (scanner.next()) {
            String name = scanner.localName();
            if (scanner.depth() == 1 && scanner.isStart()) {
                Dialect.of(scanner);
                prefix = scanner.prefix();
            } else if (scanner.depth() == 2 && name.equals("authors")) {
                authorList = section(authorList, scanner);
            } else if (scanner.depth() == 2 && name.equals("commentList")) {
                commentList = section(commentList, scanner);
            } else if (scanner.depth() == 3 && scanner.isStart() && name.equals("author")) {
                author(scanner);
            } else if (scanner.depth() == 3 && scanner.isStart() && name.equals("comment")) {
                comment(scanner);
            }
        }
        if (authorList == null || commentList == null) {
            throw new UnknownMarkup("notes without authors");
        }
    }

    private static Section section(@Nullable Section open, XmlScanner scanner) {
        if (open == null) {
            return new Section(scanner);
        }
        open.end(scanner);
        return open;
    }

    private void author(XmlScanner scanner) throws IOException {
        String author = scanner.text();
        numbers.putIfAbsent(author, authors.size());
        authors.add(author);
        TooLarge.check(authors.size(), "author");
    }

    private void comment(XmlScanner scanner) throws IOException {
        TooLarge.check(++elements, "comment");
        long from = scanner.from();
        Optional<CellAddress> at = CellAddress.parse(scanner.value("ref"));
        int author = Integer.parseInt(scanner.value("authorId"));
        StringBuilder text = new StringBuilder();
        List<Run> runs = new ArrayList<>();
        long textFrom = -1;
        long textTo = -1;
        boolean isEmpty = scanner.isEmpty();
        while (!isEmpty && scanner.next() && scanner.depth() > 3) {
            String name = scanner.localName();
            if (scanner.depth() == 4 && name.equals("text")) {
                textFrom = scanner.isStart() ? scanner.to() : textFrom;
                textTo = scanner.isStart() ? -1 : scanner.from();
            } else if (scanner.depth() == 5 && scanner.isStart() && textFrom >= 0 && textTo < 0) {
                run(scanner, name, text, runs);
            }
        }
        if (at.isEmpty() || author < 0 || author >= authors.size()) {
            throw new UnknownMarkup("a note without a cell or an author");
        }
        comments.put(
                at.get(),
                new Comment(authors.get(author), text.toString(), runs, from, scanner.to(), textFrom, textTo));
    }

    private static void run(XmlScanner scanner, String name, StringBuilder text, List<Run> runs) throws IOException {
        int first = text.length();
        long from = scanner.from();
        if (name.equals("t")) {
            text.append(scanner.text());
            runs.add(new Run(first, from, scanner.to(), true));
        } else if (name.equals("r") && !scanner.isEmpty()) {
            while (scanner.next() && scanner.depth() > 5) {
                if (scanner.isStart() && scanner.localName().equals("t")) {
                    text.append(scanner.text());
                }
            }
            runs.add(new Run(first, from, scanner.to(), false));
        }
    }

    /** Takes the notes of earlier copies off, but for cells that are marked again: there they are replaced. */
    void clean(Set<CellAddress> markedAgain) {
        comments.forEach((at, comment) -> {
            if (comment.ours().isPresent() && !markedAgain.contains(at)) {
                String theirs = theirs(comment);
                if (theirs.isEmpty()) {
                    edits.delete(comment.from(), comment.to());
                    removed.add(at);
                } else {
                    write(comment, "");
                }
            }
        });
    }

    /** The cells that have no note any more. */
    Set<CellAddress> removed() {
        return removed;
    }

    private static String theirs(Comment comment) {
        return comment.text()
                .substring(0, comment.ours().orElse(comment.text().length()))
                .strip();
    }

    /**
     * Puts a note on a cell, below what is noted there already.
     *
     * @return all that the note says then
     */
    String add(CellAddress at, String author, String note) {
        Optional<Comment> before = Optional.ofNullable(comments.get(at));
        String theirs = before.map(CommentsXml::theirs).orElse("");
        if (!theirs.isEmpty()) {
            write(before.orElseThrow(), "\n" + note);
            return theirs + "\n" + note;
        }
        before.ifPresent(b -> edits.delete(b.from(), b.to()));
        section(commentList)
                .add("<%1$scomment ref=\"%2$s\" authorId=\"%3$d\"><%1$stext>%4$s</%1$stext></%1$scomment>"
                        .formatted(prefix, at.text(), author(author), letters(note)));
        return note;
    }

    /** Writes a note of a clerk's with other words of ours behind it; its own runs stay if ours has not grown into one. */
    private void write(Comment comment, String ours) {
        String run = ours.isEmpty() ? "" : "<%1$sr>%2$s</%1$sr>".formatted(prefix, letters(ours));
        int end = comment.ours().orElse(comment.text().length());
        Optional<Run> first =
                comment.runs().stream().filter(r -> r.firstCharacter() >= end).findFirst();
        boolean isApart = end == comment.text().length()
                || first.filter(r -> r.firstCharacter() == end).isPresent();
        if (!isApart) {
            String theirs = letters(theirs(comment));
            edits.replace(
                    comment.textFrom(),
                    comment.textTo(),
                    run.isEmpty() ? theirs : "<%1$sr>%2$s</%1$sr>".formatted(prefix, theirs) + run);
            return;
        }
        for (Run each : comment.runs()) {
            if (each.isPlain() && !run.isEmpty()) {
                edits.insert(each.from(), "<" + prefix + "r>");
                edits.insert(each.to(), "</" + prefix + "r>");
            }
        }
        long behind = first.map(Run::from).orElse(comment.textTo());
        edits.replace(behind, comment.textTo(), run);
    }

    private String letters(String text) {
        return "<%1$st xml:space=\"preserve\">%2$s</%1$st>".formatted(prefix, XmlText.encoded(text));
    }

    private int author(String author) {
        return numbers.computeIfAbsent(author, a -> {
            section(authorList).add("<%1$sauthor>%2$s</%1$sauthor>".formatted(prefix, XmlText.encoded(a)));
            authors.add(a);
            return authors.size() - 1;
        });
    }

    private static Section section(@Nullable Section section) {
        return Optional.ofNullable(section).orElseThrow();
    }

    /** Writes what was added; call it once. */
    void finish() {
        section(authorList).into(edits);
        section(commentList).into(edits);
    }

    /** A part without any note. */
    static String none(Dialect dialect) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"" + dialect.main()
                + "\"><authors></authors><commentList></commentList></comments>";
    }
}

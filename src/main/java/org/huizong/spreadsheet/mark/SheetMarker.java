package org.huizong.spreadsheet.mark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huizong.model.CellAddress;
import org.huizong.spreadsheet.opc.Edits;
import org.huizong.spreadsheet.opc.PackageEditor;
import org.huizong.spreadsheet.opc.Relationships;
import org.huizong.spreadsheet.opc.UnknownMarkup;
import org.huizong.spreadsheet.read.Parts;

/** Marks the sheets of a package, and takes the marks of earlier copies off them. */
final class SheetMarker {
    private final PackageEditor editor;
    private final Stylesheet styles;
    private final String author;
    private final Set<String> seen = new HashSet<>();

    SheetMarker(PackageEditor editor, Stylesheet styles, String author) {
        this.editor = editor;
        this.styles = styles;
        this.author = author;
    }

    /** Marks one sheet, by the path of its part. */
    void mark(String path, Map<CellAddress, CellMark> marks) throws IOException {
        once(path);
        Edits edits = editor.edits(path);
        WorksheetXml sheet;
        try (InputStream in = editor.open(path)) {
            sheet = new WorksheetXml(in, marks.keySet(), edits);
        }
        sheet.deselect(edits);
        if (!sheet.isWorksheet()) {
            return;
        }
        // both may go to one place of the sheet, where the notes come behind
        if (!marks.isEmpty()) {
            List<WorksheetXml.Tinted> tinted = new ArrayList<>();
            ClerkBook.byTint(marks)
                    .forEach((tint, cells) -> tinted.add(new WorksheetXml.Tinted(styles.tint(tint), cells)));
            sheet.tint(tinted, edits);
        }
        Optional<CommentsXml> comments = comments(path, sheet, !marks.isEmpty());
        if (comments.isPresent()) {
            comments.get().clean(marks.keySet());
            if (!marks.isEmpty() || !comments.get().removed().isEmpty()) {
                notes(path, sheet, comments.get(), marks);
            }
            comments.get().finish();
        }
    }

    private void notes(String path, WorksheetXml sheet, CommentsXml comments, Map<CellAddress, CellMark> marks)
            throws IOException {
        NotesDrawing drawing = drawing(path, sheet);
        drawing.remove(comments.removed());
        marks.forEach((at, mark) -> {
            String all = comments.add(at, author, Note.text(author, mark.note()));
            drawing.put(at, Note.Box.of(at, all, sheet.grid()::width, sheet.grid()::height));
        });
        drawing.finish();
    }

    /** The notes of a sheet; a new part for them if there is none and it is needed. */
    private Optional<CommentsXml> comments(String path, WorksheetXml sheet, boolean isNeeded) throws IOException {
        Relationships related = editor.relationships(path);
        Optional<Relationships.Relationship> there = related.to("comments");
        if (there.isPresent()) {
            String notes = there.get().path();
            once(notes);
            try (InputStream in = editor.open(notes)) {
                return Optional.of(new CommentsXml(in, editor.edits(notes)));
            }
        }
        if (!isNeeded) {
            return Optional.empty();
        }
        String none = CommentsXml.none(sheet.dialect());
        String entry = editor.add("xl/comments.xml", CommentsXml.TYPE, none);
        related.add(sheet.dialect().relationships() + "/comments", entry);
        return Optional.of(new CommentsXml(bytes(none), editor.edits(Parts.path(entry))));
    }

    /** The drawing of a sheet's notes; a new part if there is none. */
    private NotesDrawing drawing(String path, WorksheetXml sheet) throws IOException {
        Relationships related = editor.relationships(path);
        if (sheet.drawing().isPresent()) {
            String drawing = related.of(sheet.drawing().get())
                    .map(Relationships.Relationship::path)
                    .orElse("");
            once(drawing);
            try (InputStream in = editor.open(drawing)) {
                return new NotesDrawing(in, editor.edits(drawing));
            }
        }
        String entry = editor.add("xl/drawings/vmlDrawing.vml", NotesDrawing.TYPE, NotesDrawing.NONE);
        sheet.refer(related.add(sheet.dialect().relationships() + "/vmlDrawing", entry), editor.edits(path));
        return new NotesDrawing(bytes(NotesDrawing.NONE), editor.edits(Parts.path(entry)));
    }

    private static InputStream bytes(String part) {
        return new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8));
    }

    /** A part that two sheets share would be marked for both. */
    private void once(String path) {
        if (!seen.add(path)) {
            throw new UnknownMarkup("a part of two sheets: " + path);
        }
    }
}

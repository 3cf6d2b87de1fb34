package org.huizong.written.mark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.huizong.disk.DiskException;
import org.huizong.spreadsheet.opc.PackageEditor;
import org.huizong.spreadsheet.opc.UnknownMarkup;
import org.huizong.spreadsheet.read.Guard;
import org.huizong.spreadsheet.read.WrittenText;
import org.huizong.written.read.Place;
import org.huizong.written.read.WordParts;
import org.huizong.written.read.WordText;
import org.huizong.written.read.WrittenDocument;

/** Writes the copy of a document with remarks at its words; every other byte of a .docx stays. */
public final class CommentedCopy {
    private CommentedCopy() {}

    /**
     * Writes the copy; the document itself is only read.
     *
     * @param author in whose name the comments are
     * @return false if the document is made in a way that cannot be marked
     * @throws DiskException if the copy cannot be written
     */
    public static boolean write(WrittenDocument.Text document, List<Remark> remarks, String author, Path to) {
        try {
            WrittenText text = document.format() == WrittenDocument.Format.DOCX
                    ? Guard.document(document.file())
                    : Guard.document(to, PlainWord.of(document.paragraphs()));
            if (!(text instanceof WrittenText.Word word)) {
                return false;
            }
            mark(word, remarks, author, to);
            return true;
        } catch (UnknownMarkup e) {
            return false;
        } catch (IOException e) {
            throw new DiskException(to, e);
        }
    }

    private static void mark(WrittenText.Word word, List<Remark> remarks, String author, Path to) throws IOException {
        List<WordParts.Part> parts = WordParts.of(word);
        List<Map<Integer, List<WordText.Piece>>> pieces = WordText.pieces(parts, word.parts()::open);
        PackageEditor editor = new PackageEditor(word.parts());
        try (CommentsPart comments = new CommentsPart(editor, word.document(), author)) {
            List<Remark> ordered = remarks.stream()
                    .sorted(Comparator.comparingInt(Remark::paragraph).thenComparingInt(Remark::start))
                    .toList();
            for (int i = 0; i < parts.size(); i++) {
                Map<Integer, List<WordText.Piece>> own = pieces.get(i);
                List<Remark> here = new ArrayList<>(ordered.stream()
                        .filter(r -> own.containsKey(r.paragraph()))
                        .toList());
                if (!here.isEmpty()) {
                    // Word knows no comments in headers, footers and notes
                    boolean takesComments = parts.get(i).kind() == Place.Part.BODY;
                    RunMarker marker = new RunMarker(
                            bytes(editor, parts.get(i).path()),
                            editor.edits(parts.get(i).path()),
                            takesComments ? comments : null);
                    marker.mark(own, here);
                }
            }
        }
        editor.write(to);
    }

    private static byte[] bytes(PackageEditor editor, String path) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = editor.open(path)) {
            in.transferTo(bytes);
        }
        return bytes.toByteArray();
    }

    static String text(byte[] bytes, long from, long to) {
        return new String(bytes, (int) from, (int) (to - from), StandardCharsets.UTF_8);
    }
}

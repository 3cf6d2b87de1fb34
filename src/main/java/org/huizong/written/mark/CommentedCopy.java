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
import java.util.Optional;
import org.huizong.disk.DiskException;
import org.huizong.disk.WholeFile;
import org.huizong.spreadsheet.opc.PackageEditor;
import org.huizong.spreadsheet.opc.UnknownMarkup;
import org.huizong.spreadsheet.read.Guard;
import org.huizong.spreadsheet.read.WrittenText;
import org.huizong.written.read.PartParagraphs;
import org.huizong.written.read.Place;
import org.huizong.written.read.WordParts;
import org.huizong.written.read.WrittenDocument;

/**
 * The copy of a document with remarks at its words; every other byte of a .docx stays.
 *
 * @param kept where another file is kept that stood in its place
 */
public record CommentedCopy(Optional<Path> kept) {
    /**
     * Writes the copy; the document itself is only read.
     *
     * @param author in whose name the comments are
     * @return empty, with nothing written, if the document is made in a way that cannot be marked
     * @throws DiskException if the copy cannot be written
     */
    public static Optional<CommentedCopy> write(
            WrittenDocument.Text document, List<Remark> remarks, String author, Path to) {
        try {
            WrittenText text = document.format() == WrittenDocument.Format.DOCX
                    ? Guard.document(document.file())
                    : Guard.document(to, PlainWord.of(document.paragraphs()));
            if (!(text instanceof WrittenText.Word word)) {
                return Optional.empty();
            }
            PackageEditor editor = marked(word, remarks, author);
            return Optional.of(new CommentedCopy(WholeFile.write(to, editor::write)));
        } catch (UnknownMarkup e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new DiskException(to, e);
        }
    }

    private static PackageEditor marked(WrittenText.Word word, List<Remark> remarks, String author) throws IOException {
        List<WordParts.Part> parts = WordParts.of(word);
        List<Map<Integer, List<PartParagraphs.Piece>>> pieces = PartParagraphs.pieces(parts, word.parts()::open);
        PackageEditor editor = new PackageEditor(word.parts());
        CommentsPart comments = new CommentsPart(editor, word.document(), author);
        List<Remark> ordered = remarks.stream()
                .sorted(Comparator.comparingInt(Remark::paragraph).thenComparingInt(Remark::start))
                .toList();
        for (int i = 0; i < parts.size(); i++) {
            Map<Integer, List<PartParagraphs.Piece>> own = pieces.get(i);
            List<Remark> here = new ArrayList<>(
                    ordered.stream().filter(r -> own.containsKey(r.paragraph())).toList());
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
        comments.finish();
        return editor;
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

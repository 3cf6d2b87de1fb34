package org.huizong.spreadsheet.read;

import java.nio.file.Path;

/** What the guard says of a text that somebody wrote, a report and no return, before any parser sees it. */
public sealed interface WrittenText
        permits WrittenText.Word, WrittenText.OldWord, WrittenText.Pdf, WrittenText.Lines, Unfit {
    /**
     * A .docx that may be read part by part.
     *
     * @param parts what it consists of
     * @param document path of the part with its text
     */
    record Word(Parts parts, String document) implements WrittenText {}

    /** A .doc: the container is sound, what is in it nobody has looked at. */
    record OldWord(Path file) implements WrittenText {}

    /** A PDF of a size that may be read. */
    record Pdf(Path file) implements WrittenText {}

    /** A plain text, decoded and without a byte order mark. */
    record Lines(String text) implements WrittenText {}
}

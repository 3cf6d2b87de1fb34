package org.huizong.spreadsheet.read;

import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a zip is, by the paths in it: one document of some program, or files that somebody put together. */
enum Packed {
    WORKBOOK("file.damaged"),
    WORD("file.word"),
    SLIDES("file.slides"),
    /** What stamped documents come as. */
    OFD("file.ofd"),
    /** Of Numbers, Pages or Keynote. */
    IWORK("file.iwork"),
    /** Of LibreOffice and others; its part {@code mimetype} says what it is. */
    OPEN("file.format"),
    /** A document of some other program. */
    OTHER("file.unknown"),
    FILES("file.archive");

    /** A folder that a Mac shows as one document. */
    static final Pattern BUNDLE = Pattern.compile("(.*?\\.(?:numbers|pages|key))/.*", Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_WORKBOOK = Pattern.compile("xl/workbook\\d*\\.(?:xml|bin)");
    private static final Pattern OF_WORD = Pattern.compile("word/document\\d*\\.xml");
    private static final Pattern OF_SLIDES = Pattern.compile("ppt/presentation\\d*\\.xml");
    private static final Pattern OF_IWORK =
            Pattern.compile("(?:.*/)?(?:[^/]+\\.iwa|index\\.zip|index\\.xml(?:\\.gz)?|index\\.apxl(?:\\.gz)?)");
    private static final Pattern HISTORY = Pattern.compile("(?:.*/)?buildversionhistory\\.plist");
    private static final Pattern OF_NO_BUNDLE =
            Pattern.compile("\\[content_types]\\.xml|(?:_rels|docprops|xl)/.*|meta-inf/manifest\\.(?:mf|xml)|mimetype");

    private final String finding;

    Packed(String finding) {
        this.finding = finding;
    }

    /** Id of the finding about a file of that kind that is no workbook. */
    String finding() {
        return finding;
    }

    /** Tells it by the names of a zip's entries. */
    static Packed of(Collection<String> entries) {
        Set<String> paths = entries.stream().map(Parts::path).collect(Collectors.toSet());
        if (paths.contains("ofd.xml")) {
            return OFD;
        }
        if (any(paths, OF_WORD)) {
            return WORD;
        }
        if (any(paths, OF_SLIDES)) {
            return SLIDES;
        }
        if (any(paths, OF_WORKBOOK)) {
            return paths.contains("xl/workbook.bin") ? OPEN : WORKBOOK;
        }
        if (isIwork(paths)) {
            return IWORK;
        }
        if (paths.contains("content.xml")) {
            return OPEN;
        }
        return any(paths, OF_NO_BUNDLE) ? OTHER : FILES;
    }

    /** One such document, be it its parts or the folder of them: with other files beside it, it is one of several. */
    private static boolean isIwork(Set<String> paths) {
        Set<String> folders = paths.stream()
                .map(path -> BUNDLE.matcher(path))
                .map(m -> m.matches() ? m.group(1) : "")
                .collect(Collectors.toSet());
        return folders.size() == 1
                && any(paths, OF_IWORK)
                && (any(paths, HISTORY) || paths.stream().anyMatch(p -> p.endsWith(".iwa")));
    }

    /** Of a document of LibreOffice and others what its part {@code mimetype} says. */
    static Packed open(String mimetype) {
        return mimetype.contains("spreadsheet")
                ? OPEN
                : mimetype.contains("presentation") ? SLIDES : mimetype.contains("text") ? WORD : OTHER;
    }

    private static boolean any(Set<String> paths, Pattern kind) {
        Predicate<String> matches = kind.asMatchPredicate();
        return paths.stream().anyMatch(matches);
    }
}

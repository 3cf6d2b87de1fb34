package org.huizong.spreadsheet.read;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a part of an .xlsx most likely is, by its name in the zip. Relations alone say for certain; the name decides only
 * what is kept for being read soon, and how much of it there may be.
 */
enum Part {
    /** Sheet names and defined names; Excel in the browser numbers the file. */
    WORKBOOK("xl/workbook\\d*\\.xml"),
    /** What refers to what, when it was saved, which program did. */
    SMALL("docprops/(core|app)\\.xml|_rels/\\.rels|xl/_rels/workbook\\d*\\.xml\\.rels"),
    SHARED_STRINGS("xl/sharedstrings\\d*\\.xml"),
    WORKSHEET("xl/worksheets/[^/]+\\.xml"),
    /** What other programs keep there for themselves; no parser looks at it. */
    CUSTOM("customxml/.*"),
    MACROS("xl/(vbaproject\\.bin|macrosheets/.*)"),
    /** What another workbook gave when this one was saved. */
    LINK("xl/externallinks/.*"),
    /** Any other part that a parser may take for XML. */
    XML(".*\\.(xml|rels|vml)"),
    /** Pictures, printer settings and the like. */
    OTHER(".*");

    private final Pattern name;

    Part(String name) {
        this.name = Pattern.compile(name, Pattern.DOTALL);
    }

    static Part of(String entry) {
        String path = Parts.path(entry);
        for (Part part : values()) {
            if (part.name.matcher(path).matches()) {
                return part;
            }
        }
        return OTHER;
    }

    /** Whether the parser reads it, so that its bytes are kept if they are few. */
    boolean isRead() {
        return this == WORKBOOK || this == SMALL || this == SHARED_STRINGS || this == WORKSHEET;
    }

    boolean isXml() {
        return this != OTHER && this != MACROS;
    }

    /** What is to be known of a workbook that has such a part. */
    Optional<String> remark() {
        return this == MACROS
                ? Optional.of(Verdict.MACROS)
                : this == LINK ? Optional.of(Verdict.LINKS) : Optional.empty();
    }

    /** The most bytes it may have: only worksheets are streamed without holding what is in them. */
    long limit() {
        return switch (this) {
            case SMALL -> 4L << 20;
            case WORKBOOK, SHARED_STRINGS, CUSTOM, MACROS, LINK, XML, OTHER -> 32L << 20;
            case WORKSHEET -> Long.MAX_VALUE;
        };
    }
}

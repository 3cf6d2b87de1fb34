package org.huizong.workbook;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a part of an .xlsx is, by its name in the zip. */
enum Part {
    /** Sheet names and defined names; Excel in the browser numbers the file. */
    WORKBOOK("xl/workbook\\d*\\.xml"),
    CORE("docprops/core\\.xml"),
    /** Which program saved it. */
    APP("docprops/app\\.xml"),
    /** Which part holds which sheet. */
    RELATIONS("xl/_rels/workbook\\d*\\.xml\\.rels"),
    SHARED_STRINGS("xl/sharedstrings\\d*\\.xml"),
    WORKSHEET("xl/worksheets/[^/]+\\.xml"),
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
        return isSmall() || holdsText();
    }

    /** Whether it says something about the others: kept in any case. */
    boolean isSmall() {
        return this == WORKBOOK || this == CORE || this == APP || this == RELATIONS;
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

    /** Whether the text of cells stands in it. */
    boolean holdsText() {
        return this == SHARED_STRINGS || this == WORKSHEET;
    }

    /** The most bytes it may have: only worksheets are streamed, every other part is held whole. */
    long limit() {
        return switch (this) {
            case WORKBOOK, CORE, APP, RELATIONS -> 4L << 20;
            case SHARED_STRINGS, MACROS, LINK, XML, OTHER -> 32L << 20;
            case WORKSHEET -> Long.MAX_VALUE;
        };
    }
}

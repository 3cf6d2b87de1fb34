package org.huizong.workbook;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a part of an .xlsx is, by its name in the zip. */
enum Part {
    /** Sheet names and defined names; Excel in the browser numbers the file. */
    WORKBOOK("xl/workbook\\d*\\.xml"),
    CORE("docprops/core\\.xml"),
    /** Which program saved it. */
    APP("docprops/app\\.xml"),
    SHARED_STRINGS("xl/sharedstrings\\d*\\.xml"),
    WORKSHEET("xl/worksheets/[^/]+\\.xml"),
    /** Any other part that a parser may take for XML. */
    XML(".*\\.(xml|rels|vml)"),
    /** Pictures, printer settings and the like. */
    OTHER(".*");

    private final Pattern name;

    Part(String name) {
        this.name = Pattern.compile(name, Pattern.DOTALL);
    }

    static Part of(String entry) {
        String path = entry.replace('\\', '/').toLowerCase(Locale.ROOT);
        String relative = path.startsWith("/") ? path.substring(1) : path;
        for (Part part : values()) {
            if (part.name.matcher(relative).matches()) {
                return part;
            }
        }
        return OTHER;
    }

    /** Whether its bytes are kept for the pass over names and dates. */
    boolean isKept() {
        return this == WORKBOOK || this == CORE || this == APP;
    }

    boolean isXml() {
        return this != OTHER;
    }

    /** Whether the text of cells stands in it. */
    boolean holdsText() {
        return this == SHARED_STRINGS || this == WORKSHEET;
    }

    /** The most bytes it may have: only worksheets are streamed, every other part is held whole. */
    long limit() {
        return switch (this) {
            case WORKBOOK, CORE, APP -> 4L << 20;
            case SHARED_STRINGS, XML, OTHER -> 32L << 20;
            case WORKSHEET -> Long.MAX_VALUE;
        };
    }
}

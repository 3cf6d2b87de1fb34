package org.huizong.spreadsheet.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a file is by its first bytes, whatever its name says. */
enum Magic {
    EMPTY,
    ZIP,
    /** The container of .xls, of encrypted .xlsx, and of old .doc and .et. */
    OLE2,
    PDF,
    /** RAR or 7z. */
    ARCHIVE,
    IMAGE,
    /** Text, CSV, or a web page under a false name. */
    TEXT,
    UNKNOWN;

    private static final int LOOK_AT = 4096;
    /** One byte of so many. */
    private static final int FEW = 100;

    /** Looks at the first bytes of a file. */
    static Magic of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(LOOK_AT));
        }
    }

    /** Looks at the first bytes of a content. */
    static Magic of(byte[] content) {
        byte[] head = content.length > LOOK_AT ? Arrays.copyOf(content, LOOK_AT) : content;
        if (head.length == 0) {
            return EMPTY;
        }
        String start = new String(head, 0, Math.min(8, head.length), StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\3\4") || start.startsWith("PK\5\6")) {
            return ZIP;
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return OLE2;
        }
        if (start.startsWith("%PDF")) {
            return PDF;
        }
        if (start.startsWith("Rar!") || start.startsWith("7z\u00bc\u00af")) {
            return ARCHIVE;
        }
        if (start.startsWith("\u0089PNG")
                || start.startsWith("\u00ff\u00d8\u00ff")
                || start.startsWith("GIF8")
                || start.startsWith("BM")
                || start.startsWith("II*\0")
                || start.startsWith("MM\0*")
                || isOfPhone(head)) {
            return IMAGE;
        }
        return isOther(head, start) || !isText(head, start) ? UNKNOWN : TEXT;
    }

    /** What telephones make of a photo: HEIC, AVIF, WebP. */
    private static boolean isOfPhone(byte[] head) {
        String kind = new String(head, 0, Math.min(12, head.length), StandardCharsets.ISO_8859_1);
        return kind.matches("(?s)....ftyp(?:hei[cfsx]|hev[cx]|mif1|msf1|avif)|RIFF....WEBP");
    }

    /** Programs, those that unpack themselves among them, and what a telephone recorded may begin much like texts. */
    private static boolean isOther(byte[] head, String start) {
        boolean isProgram = start.startsWith("MZ") || start.startsWith("\u007fELF");
        return start.startsWith("#!AMR")
                || (isProgram && new String(head, StandardCharsets.ISO_8859_1).indexOf('\0') >= 0);
    }

    /** A text may have a control character that got into it, and one at its end, as DOS ended files. */
    private static boolean isText(byte[] head, String start) {
        if (start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff")) {
            return true;
        }
        int controls = 0;
        for (byte b : head) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\r' && b != '\n') {
                controls++;
            }
        }
        return controls <= 1 + head.length / FEW;
    }
}

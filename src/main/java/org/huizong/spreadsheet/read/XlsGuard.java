package org.huizong.spreadsheet.read;

import java.io.IOException;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.ContinueRecord;
import org.apache.poi.hssf.record.ExternSheetRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.MulBlankRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.NameRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.SupBookRecord;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.util.LittleEndian;

/** Runs over the heads of the records of an .xls, which are plain even in an encrypted one, and counts what they build. */
final class XlsGuard {
    /** Bytes of all shared texts: each text, and each change of type within one, becomes some fifty. */
    private static final int MAX_STRINGS = 8 << 20;
    /** Records about other workbooks. */
    private static final int MAX_BOOKS = 10_000;
    /** Bytes of the counts that stand before the shared texts. */
    private static final int COUNTS = 8;
    /** Bytes of the texts of an encrypted file, of which nobody knows how many they are. */
    private static final int MAX_HIDDEN_STRINGS = Limits.MAX_CELLS * 3;

    private long built;
    private int tabs;
    private int names;
    private int books;
    private int last;
    private long strings;
    private boolean encrypted;

    private XlsGuard() {}

    /**
     * How many records and cells there are.
     *
     * @throws Beyond if there is more of something than is read
     */
    static long built(DocumentInputStream in) throws IOException {
        XlsGuard guard = new XlsGuard();
        byte[] head = new byte[4];
        while (in.available() >= head.length) {
            in.readFully(head);
            int length = LittleEndian.getUShort(head, 2);
            int left = guard.record(LittleEndian.getUShort(head, 0), length, in);
            if (left > in.available()) {
                break;
            }
            in.skip(left);
        }
        return guard.built;
    }

    /** Counts a record; how many of its bytes are left. */
    private int record(int kind, int length, DocumentInputStream in) throws IOException {
        built++;
        int left = length;
        switch (kind) {
            case BoundSheetRecord.sid -> Limits.tabs(++tabs);
            case NameRecord.sid -> limit(++names, Limits.MAX_NAMES);
            case SupBookRecord.sid, ExternSheetRecord.sid -> limit(++books, MAX_BOOKS);
            case FilePassRecord.sid -> encrypted = true;
            case MulBlankRecord.sid -> built += length / 2;
            case MulRKRecord.sid -> built += length / 6;
            case SSTRecord.sid -> {
                strings += length;
                if (length >= COUNTS && !encrypted && in.available() >= COUNTS) {
                    byte[] counts = new byte[COUNTS];
                    in.readFully(counts);
                    left -= COUNTS;
                    Limits.shared(LittleEndian.getUInt(counts, 4));
                }
            }
            case ContinueRecord.sid -> strings += last == SSTRecord.sid ? length : 0;
            default -> {}
        }
        if (encrypted && strings > MAX_HIDDEN_STRINGS) {
            throw new Beyond(Unfit.of("file.encrypted"));
        }
        if (strings > MAX_STRINGS) {
            throw Beyond.limit("file.texts", Limits.MAX_TEXTS);
        }
        last = kind == ContinueRecord.sid ? last : kind;
        return left;
    }

    private static void limit(int count, int most) {
        if (count > most) {
            throw Beyond.limit("file.names", most);
        }
    }
}

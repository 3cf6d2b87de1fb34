package org.huizong.proof;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.intake.Recast;

/** Old workbooks, texts, disguises and things in the folder that are no files at all. */
final class HostileOthers {
    private static final String HEAD = "表号,青依法06表\n填报单位,柳溪村\n报告期,2025-01\n指标,数量\n";

    private final byte[] honest;
    private final byte[] old;
    private final List<Hostile> files = new ArrayList<>();

    private HostileOthers(byte[] honest, Path scratch) {
        this.honest = honest;
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(honest))) {
            this.old = Files.readAllBytes(Recast.old(book, scratch.resolve("old.xls")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Hostile> of(byte[] honest, Path scratch) {
        HostileOthers made = new HostileOthers(honest, scratch);
        made.old();
        made.locked();
        made.texts();
        made.disguises();
        made.folder();
        return made.files;
    }

    private void add(String technique, String name, Hostile.Maker maker) {
        files.add(new Hostile(technique, name, maker));
    }

    private void bytes(String technique, String name, byte[] bytes) {
        add(technique, name, f -> Files.write(f, bytes));
    }

    private void text(String technique, String name, String text) {
        bytes(technique, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void old() {
        for (int step : List.of(50, 500, 3_000)) {
            byte[] bytes = old.clone();
            for (int i = 600; i < bytes.length; i += step) {
                bytes[i] ^= 0x55;
            }
            bytes("noise in an .xls", "old-noise-" + step + ".xls", bytes);
        }
        bytes("an .xls cut off", "old-half.xls", Arrays.copyOf(old, old.length / 2));
        bytes("an .xls cut off", "old-600.xls", Arrays.copyOf(old, 600));
        bytes("tables of sectors", "old-circle.xls", int32(old, 512, 0));
        bytes("tables of sectors", "old-fat-lost.xls", int32(old, 76, 0x00ffffff));
        bytes("tables of sectors", "old-directory-lost.xls", int32(old, 48, 0x00fffff0));
        bytes("tables of sectors", "old-sector-size.xls", int32(old, 30, 0x00060002));
        bytes("records of an .xls", "old-string-count.xls", record(0xfc, 4, 0x7fffffff));
        bytes("records of an .xls", "old-string-length.xls", record(0xfc, 8, 0x0000ffff));
        bytes("records of an .xls", "old-sheet-place.xls", record(0x85, 0, 0x7ffffff0));
        bytes("records of an .xls", "old-name-length.xls", record(0x18, 2, 0xffffffff));
        bytes("records of an .xls", "old-begin-again.xls", record(0x809, 0, 0));
        add("many cells of an .xls", "old-3-million.xls", f -> {
            try (HSSFWorkbook book = new HSSFWorkbook();
                    OutputStream out = Files.newOutputStream(f)) {
                for (int s = 0; s < 6; s++) {
                    var sheet = book.createSheet();
                    for (int r = 0; r < 65_000; r++) {
                        var row = sheet.createRow(r);
                        row.createCell(0).setCellValue(r);
                        row.createCell(1).setCellValue(1);
                    }
                }
                book.write(out);
            }
        });
        add("an .xls of long ago", "old-book.xls", f -> {
            try (POIFSFileSystem files = new POIFSFileSystem();
                    OutputStream out = Files.newOutputStream(f)) {
                files.createDocument(new ByteArrayInputStream(new byte[9_000]), "Book");
                files.writeFilesystem(out);
            }
        });
    }

    private void locked() {
        add("passwords", "old-password.xls", f -> {
            try (HSSFWorkbook book = new HSSFWorkbook(new ByteArrayInputStream(old));
                    OutputStream out = Files.newOutputStream(f)) {
                Biff8EncryptionKey.setCurrentUserPassword("geheim");
                book.write(out);
            } finally {
                Biff8EncryptionKey.setCurrentUserPassword(null);
            }
        });
        add("passwords", "password.xlsx", f -> encrypt("geheim", f));
        add("passwords", "password-spun.xlsx", f -> {
            encrypt("geheim", f);
            byte[] bytes = Files.readAllBytes(f);
            byte[] spin = "spinCount=\"100000\"".getBytes(StandardCharsets.US_ASCII);
            int at = indexOf(bytes, spin);
            if (at >= 0) {
                System.arraycopy("spinCount=\"999999\"".getBytes(StandardCharsets.US_ASCII), 0, bytes, at, spin.length);
            }
            Files.write(f, bytes);
        });
        add("passwords", "password-cut.xlsx", f -> {
            encrypt("geheim", f);
            byte[] bytes = Files.readAllBytes(f);
            Files.write(f, Arrays.copyOf(bytes, bytes.length / 2));
        });
    }

    private void encrypt(String password, Path file) throws IOException {
        var info = new EncryptionInfo(EncryptionMode.agile);
        var encryptor = info.getEncryptor();
        encryptor.confirmPassword(password);
        try (POIFSFileSystem files = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            try (OutputStream in = encryptor.getDataStream(files)) {
                in.write(honest);
            } catch (java.security.GeneralSecurityException e) {
                throw new IOException(e);
            }
            files.writeFilesystem(out);
        }
    }

    private void texts() {
        add("a line without end", "line-8-MB-commas.csv", f -> Files.writeString(f, HEAD + ",".repeat(7_900_000)));
        add("a line without end", "line-8-MB-1.csv", f -> Files.writeString(f, HEAD + "1,".repeat(3_900_000)));
        add("a line without end", "line-8-MB-words.csv", f -> Files.writeString(f, HEAD + "x".repeat(7_900_000)));
        add("a line without end", "line-8-MB-tabs.txt", f -> Files.writeString(f, HEAD + "\t".repeat(7_900_000)));
        add("quotes", "quote-open.csv", f -> Files.writeString(f, HEAD + "\"" + "x,\n".repeat(2_500_000)));
        add("quotes", "quotes-7-MB.csv", f -> Files.writeString(f, HEAD + "\"".repeat(7_000_000)));
        text("quotes", "quote-inside.csv", HEAD + "发放宣传资料,1\"2\"3\n");
        add("many lines", "lines-4-million.csv", f -> Files.writeString(f, HEAD + "\n".repeat(4_000_000)));
        add("many lines", "lines-of-2.csv", f -> Files.writeString(f, HEAD + "1,1\n".repeat(1_900_000)));
        add("many lines", "heads-of-500000.csv", f -> Files.writeString(f, "指标,".repeat(500_000) + "\n" + HEAD));
        text("holes in a text", "hole-2-MB.csv", HEAD + "x,y\n".repeat(2_000) + "\0".repeat(2 << 20) + "1\n");
        text("holes in a text", "ends-2-MB.csv", HEAD + "x,y\n".repeat(2_000) + "\u001a".repeat(2 << 20) + "1\n");
        bytes("encodings of a text", "utf16-without-mark.csv", HEAD.getBytes(StandardCharsets.UTF_16LE));
        bytes("encodings of a text", "utf32.csv", HEAD.getBytes(Charset.forName("UTF-32")));
        bytes(
                "encodings of a text",
                "mixed.csv",
                joined(HEAD.getBytes(StandardCharsets.UTF_8), HEAD.getBytes(Charset.forName("GB18030"))));
        text("encodings of a text", "nul.csv", HEAD.replace("数量", "数\0量"));
        text("encodings of a text", "surrogate.csv", HEAD + "\ud83d,1\n");
        text("commands in a text", "terminal.csv", "\u001b]0;x\u0007" + HEAD + "\u001b[2J\u202e发放宣传资料,1\n");
        text("commands in a text", "formulas.csv", "=cmd|'/c calc'!A0,＝1+1\n@SUM(1),+1\n" + HEAD);
        text("commands in a text", "link.csv", HEAD + "=HYPERLINK(\"http://example.invalid\"),-1\n");
    }

    private void disguises() {
        text("pages as workbooks", "page.xls", "<html><table><tr><td>青依法06表</td></tr></table></html>");
        text(
                "pages as workbooks",
                "spreadsheetml.xls",
                "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>");
        text("pages as workbooks", "rtf.xlsx", "{\\rtf1 青依法06表}");
        bytes(
                "other things as workbooks",
                "program.xlsx",
                joined("MZ".getBytes(StandardCharsets.US_ASCII), HostileXml.noise(9_000)));
        bytes("other things as workbooks", "noise.xlsx", HostileXml.noise(200_000));
        bytes(
                "other things as workbooks",
                "picture.xlsx",
                joined(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, HostileXml.noise(9_000)));
        text("other things as workbooks", "paper.xlsx", "%PDF-1.7\n%%EOF");
        bytes(
                "other things as workbooks",
                "rar.xlsx",
                joined("Rar!\u001a\u0007".getBytes(StandardCharsets.ISO_8859_1), HostileXml.noise(999)));
        bytes(
                "programs and sounds",
                "unpacks-itself.exe",
                joined(("MZ\u0090\0" + "program ".repeat(400)).getBytes(StandardCharsets.ISO_8859_1), honest));
        text("programs and sounds", "recording.amr", "#!AMR\n" + "录音".repeat(500));
        bytes("files of nothing", "empty.xlsx", new byte[0]);
        bytes("files of nothing", "one-byte.xlsx", new byte[] {'P'});
        text("files of nothing", "mark-alone.csv", "\ufeff");
        text("files of nothing", "spaces.csv", " ".repeat(100_000));
        bytes("files of nothing", "zeros.xls", new byte[100_000]);
        add("files of holes", "holes-5-GB.xlsx", f -> holes(f, 5L << 30));
        add("files of holes", "holes-300-MB.csv", f -> holes(f, 300L << 20));
        add("files of holes", "holes-200-MB.xls", f -> {
            Files.write(f, Arrays.copyOf(old, 512));
            holes(f, 200L << 20);
        });
    }

    private static void holes(Path file, long size) throws IOException {
        try (RandomAccessFile holes = new RandomAccessFile(file.toFile(), "rw")) {
            holes.setLength(size);
        }
    }

    private void folder() {
        bytes("names of files", "a\u001b[31m\u0007\u202exslx.xlsx", HostileXml.noise(99));
        bytes("names of files", "a\nb\tc.xlsx", HostileXml.noise(99));
        bytes("names of files", "=1+1.xlsx", HostileXml.noise(99));
        bytes("names of files", "-rf.xlsx", HostileXml.noise(99));
        bytes("names of files", "长".repeat(80) + ".xlsx", HostileXml.noise(99));
        add("no files at all", "folder.xlsx", Files::createDirectory);
        add("no files at all", "link-to-passwd.xlsx", f -> Files.createSymbolicLink(f, Path.of("/etc/passwd")));
        add("no files at all", "link-to-nowhere.xlsx", f -> Files.createSymbolicLink(f, Path.of("nowhere")));
        add("no files at all", "link-in-a-circle.xlsx", f -> Files.createSymbolicLink(f, f.getFileName()));
        add("no files at all", "pipe.xlsx", f -> {
            try {
                new ProcessBuilder("mkfifo", f.toString()).start().waitFor();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });
        add("junk", "junk-20000", f -> {
            Files.createDirectory(f);
            for (int i = 0; i < 20_000; i++) {
                Files.write(f.resolve(i + ".tmp"), new byte[] {1, 2, 3, (byte) i, (byte) (i >> 8)});
            }
        });
        add("junk", "deep", f -> {
            Path deep = f;
            for (int i = 0; i < 150; i++) {
                deep = deep.resolve("d");
            }
            Files.createDirectories(deep);
            Files.write(deep.resolve("a.xlsx"), HostileXml.noise(99));
        });
    }

    /** An .xls whose first record of a kind says something else at a place. */
    private byte[] record(int kind, int at, int value) {
        int place = indexOf(old, new byte[] {(byte) 0x09, 0x08, 0x10, 0x00});
        ByteBuffer buffer = ByteBuffer.wrap(old.clone()).order(ByteOrder.LITTLE_ENDIAN);
        while (place >= 0 && place < old.length - 4) {
            int found = buffer.getShort(place) & 0xffff;
            int length = buffer.getShort(place + 2) & 0xffff;
            if (found == kind && length >= at + 4) {
                buffer.putInt(place + 4 + at, value);
                return buffer.array();
            }
            place += 4 + length;
        }
        throw new IllegalStateException("no record " + kind);
    }

    private static byte[] int32(byte[] bytes, int at, int value) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes.clone()).order(ByteOrder.LITTLE_ENDIAN);
        return buffer.putInt(at, value).array();
    }

    private static int indexOf(byte[] bytes, byte[] what) {
        for (int i = 0; i <= bytes.length - what.length; i++) {
            if (Arrays.equals(bytes, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }
}

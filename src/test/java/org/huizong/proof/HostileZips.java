package org.huizong.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Files whose zip is not what it says. */
final class HostileZips {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;

    private final byte[] honest;
    private final List<Hostile> files = new ArrayList<>();

    private HostileZips(byte[] honest) {
        this.honest = honest;
    }

    static List<Hostile> of(byte[] honest) {
        HostileZips made = new HostileZips(honest);
        made.bombs();
        made.lies();
        made.entries();
        made.bundles();
        return made.files;
    }

    private void add(String technique, String name, Hostile.Maker maker) {
        files.add(new Hostile(technique, name, maker));
    }

    private void bytes(String technique, String name, byte[] bytes) {
        add(technique, name, f -> Files.write(f, bytes));
    }

    private void bombs() {
        add(
                "bombs",
                "bomb-sheet.xlsx",
                f -> Parcel.of(honest)
                        .insert(Parcel.SHEET, "</sheetData>", Parcel.times(400_000_000, " "))
                        .write(f));
        add(
                "bombs",
                "bomb-zeros.xlsx",
                f -> Parcel.of(honest)
                        .put("xl/media/a.bin", Parcel.times(900_000_000, "\0"))
                        .write(f));
        add(
                "bombs",
                "bomb-core.xlsx",
                f -> Parcel.of(honest)
                        .put(Parcel.CORE, Parcel.times(300_000_000, "x"))
                        .write(f));
        add("bombs", "bomb-many-of-20-MB.xlsx", f -> {
            Parcel parcel = Parcel.of(honest);
            for (int i = 0; i < 40; i++) {
                parcel.put("xl/media/" + i + ".bin", Parcel.times(20_000_000, "\0"));
            }
            parcel.write(f);
        });
        add("bombs", "bomb-in-a-bundle.zip", f -> Files.write(f, bundle("a.xlsx", bomb())));
        add("overlapping entries", "overlap.xlsx", f -> Files.write(f, overlapping()));
    }

    private static byte[] bomb() throws IOException {
        return zip("xl/workbook.xml", new byte[60 << 20]);
    }

    /** A central directory of 1,500 entries that all lie at the same place. */
    private byte[] overlapping() {
        int central = find(honest, CENTRAL);
        int length = 46 + u16(honest, central + 28) + u16(honest, central + 30) + u16(honest, central + 32);
        byte[] header = Arrays.copyOfRange(honest, central, central + length);
        byte[] to = Arrays.copyOf(honest, central);
        var out = new ByteArrayOutputStream();
        out.writeBytes(to);
        for (int i = 0; i < 1_500; i++) {
            out.writeBytes(header);
        }
        ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0x06054b50)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 1_500)
                .putShort((short) 1_500);
        end.putInt(1_500 * length).putInt(central).putShort((short) 0);
        out.writeBytes(end.array());
        return out.toByteArray();
    }

    private void lies() {
        bytes("cut off", "cut-half.xlsx", Arrays.copyOf(honest, honest.length / 2));
        bytes("cut off", "cut-last-byte.xlsx", Arrays.copyOf(honest, honest.length - 1));
        bytes("cut off", "cut-front.xlsx", Arrays.copyOfRange(honest, 100, honest.length));
        bytes("cut off", "cut-directory.xlsx", Arrays.copyOf(honest, find(honest, CENTRAL) + 30));
        bytes("lying headers", "crc-wrong.xlsx", changed(find(honest, CENTRAL) + 16, 0x12345678));
        bytes("lying headers", "size-small.xlsx", changed(find(honest, CENTRAL) + 24, 1));
        bytes("lying headers", "size-huge.xlsx", changed(find(honest, CENTRAL) + 24, 0x7fffffff));
        bytes("lying headers", "offset-huge.xlsx", changed(find(honest, CENTRAL) + 42, 0x7fffffff));
        bytes("lying headers", "zip64-without.xlsx", changed(find(honest, CENTRAL) + 24, 0xffffffff));
        bytes("methods", "method-lzma.xlsx", method(14));
        bytes("methods", "method-unknown.xlsx", method(77));
        bytes("methods", "method-zstandard.xlsx", method(93));
        add("methods", "method-lzma.zip", f -> Files.write(f, method(bundle("a.xlsx", honest), 14)));
        bytes("methods", "method-stored.xlsx", method(0));
        bytes("encrypted entries", "encrypted-flag.xlsx", changed16(find(honest, CENTRAL) + 8, 1));
        bytes("comments of the zip", "comment-65535.xlsx", commented("c".repeat(65_535)));
        bytes("comments of the zip", "comment-end-again.xlsx", commented("PK\5\6" + "\0".repeat(18)));
        bytes("comments of the zip", "comment-length-lies.xlsx", changed16(honest.length - 2, 500));
        bytes("something before or after", "prefix-64k.xlsx", joined(HostileXml.noise(65_536), honest));
        bytes("something before or after", "suffix-64k.xlsx", joined(honest, HostileXml.noise(65_536)));
        bytes(
                "something before or after",
                "pdf-and-zip.xlsx",
                joined("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII), honest));
        bytes("something before or after", "twice.xlsx", joined(honest, honest));
        bytes("noise in the data", "noise-1000.xlsx", noisy(1_000));
        bytes("noise in the data", "noise-10000.xlsx", noisy(10_000));
    }

    private void entries() {
        add(
                "names of entries",
                "entry-up.xlsx",
                f -> Parcel.of(honest).put("../../../../tmp/evil.xml", "x").write(f));
        add(
                "names of entries",
                "entry-root.xlsx",
                f -> Parcel.of(honest).put("/etc/evil.xml", "x").write(f));
        add(
                "names of entries",
                "entry-drive.xlsx",
                f -> Parcel.of(honest).put("C:\\evil\\xl\\workbook.xml", "x").write(f));
        add(
                "names of entries",
                "entry-30000.xlsx",
                f -> Parcel.of(honest).put("x".repeat(30_000), "x").write(f));
        add(
                "names of entries",
                "entry-controls.xlsx",
                f -> Parcel.of(honest)
                        .put("xl/\u001b[2J\u0007\u202e.xml", "<a/>")
                        .write(f));
        add(
                "one part twice",
                "workbook-twice.xlsx",
                f -> Parcel.of(honest).put("xl/Workbook.xml", "<workbook/>").write(f));
        add(
                "one part twice",
                "sheet-twice.xlsx",
                f -> Parcel.of(honest)
                        .put("XL/worksheets/SHEET2.xml", "<worksheet/>")
                        .write(f));
        add("one part twice", "same-name-twice.xlsx", f -> Files.write(f, twice()));
        add("many entries", "entries-5000.xlsx", f -> many(5_000, f));
        add("many entries", "entries-65000.xlsx", f -> many(65_000, f));
        add("extra fields", "extra-60000.xlsx", f -> {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(f))) {
                for (int i = 0; i < 1_500; i++) {
                    ZipEntry entry = new ZipEntry("a" + i);
                    byte[] extra = new byte[60_000];
                    extra[0] = 0x77;
                    extra[1] = 0x77;
                    extra[2] = (byte) (59_996 & 0xff);
                    extra[3] = (byte) (59_996 >> 8);
                    entry.setExtra(extra);
                    zip.putNextEntry(entry);
                }
            }
        });
        bytes("zips of nothing", "no-entries.xlsx", new byte[] {
            'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
        });
        add("zips of nothing", "folders-alone.zip", f -> Files.write(f, zip("a/", new byte[0])));
    }

    private void many(int count, java.nio.file.Path file) throws IOException {
        Parcel parcel = Parcel.of(honest);
        for (int i = 0; i < count; i++) {
            parcel.put("xl/custom/" + i, new byte[0]);
        }
        parcel.write(file);
    }

    private void bundles() {
        add("bundles that climb out", "bundle-up.zip", f -> Files.write(f, bundle("../../../evil.xlsx", honest)));
        add("bundles that climb out", "bundle-root.zip", f -> Files.write(f, bundle("/tmp/evil.xlsx", honest)));
        add("bundles that climb out", "bundle-drive.zip", f -> Files.write(f, bundle("C:\\evil.xlsx", honest)));
        add("bundles that climb out", "bundle-link.zip", f -> {
            try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(f.toFile())) {
                ZipArchiveEntry link = new ZipArchiveEntry("a.xlsx");
                link.setUnixMode(UnixStat.LINK_FLAG | 0777);
                zip.putArchiveEntry(link);
                zip.write("/etc/passwd".getBytes(StandardCharsets.US_ASCII));
                zip.closeArchiveEntry();
            }
        });
        add("bundles in bundles", "bundle-6-deep.zip", f -> {
            byte[] bytes = honest;
            for (int i = 0; i < 6; i++) {
                bytes = bundle(i == 0 ? "a.xlsx" : "a.zip", bytes);
            }
            Files.write(f, bytes);
        });
        add(
                "the program's own files",
                "backup.zip",
                f -> Parcel.of(zip("huizong.mv.db", HostileXml.noise(9_000)))
                        .put("personal.key", HostileXml.noise(32))
                        .put("archive/aa/evil.xlsx", honest)
                        .put("huizong-backup.txt", "huizong-backup 1\n")
                        .write(f));
        add("the program's own files", "data-folder", f -> {
            Files.createDirectory(f);
            Files.write(f.resolve("personal.key"), HostileXml.noise(32));
            Files.write(f.resolve("original.xlsx"), honest);
        });
        add("bundles of many", "bundle-20000.zip", f -> {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(f))) {
                for (int i = 0; i < 20_000; i++) {
                    zip.putNextEntry(new ZipEntry(i + ".xlsx"));
                    zip.write('x');
                }
            }
        });
        add(
                "bundles of many",
                "bundle-names-controls.zip",
                f -> Files.write(f, bundle("a\u001b[31m\n\u0007.xlsx", HostileXml.noise(99))));
        add(
                "bundles of many",
                "bundle-name-30000.zip",
                f -> Files.write(f, bundle("长".repeat(9_000) + ".xlsx", HostileXml.noise(99))));
        add(
                "bundles of many",
                "bundle-name-of-pairs.zip",
                f -> Files.write(f, bundle("😀".repeat(250) + ".xlsx", HostileXml.noise(99))));
    }

    private static byte[] bundle(String name, byte[] content) throws IOException {
        return zip(name, content);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private byte[] twice() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream((OutputStream) bytes)) {
            for (String text : List.of("<worksheet/>", "<worksheet><sheetData/></worksheet>")) {
                zip.putArchiveEntry(new ZipArchiveEntry(Parcel.SHEET));
                zip.write(text.getBytes(StandardCharsets.UTF_8));
                zip.closeArchiveEntry();
            }
            zip.putArchiveEntry(new ZipArchiveEntry(Parcel.WORKBOOK));
            zip.write(Parcel.of(honest).bytes(Parcel.WORKBOOK));
            zip.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private byte[] method(int method) {
        return method(honest.clone(), method);
    }

    private static byte[] method(byte[] zip, int method) {
        ByteBuffer.wrap(zip)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(find(zip, CENTRAL) + 10, (short) method)
                .putShort(find(zip, LOCAL) + 8, (short) method);
        return zip;
    }

    private byte[] commented(String comment) {
        byte[] text = comment.getBytes(StandardCharsets.ISO_8859_1);
        return joined(changed16(honest.length - 2, text.length), text);
    }

    private byte[] noisy(int step) {
        byte[] bytes = honest.clone();
        for (int i = step; i < bytes.length; i += step) {
            bytes[i] ^= 0x55;
        }
        return bytes;
    }

    private byte[] changed(int at, int to) {
        byte[] bytes = honest.clone();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, to);
        return bytes;
    }

    private byte[] changed16(int at, int to) {
        byte[] bytes = honest.clone();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(at, (short) to);
        return bytes;
    }

    private static int find(byte[] bytes, int signature) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < bytes.length - 4; i++) {
            if (buffer.getInt(i) == signature) {
                return i;
            }
        }
        throw new IllegalStateException("no such header");
    }

    private static int u16(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(at) & 0xffff;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}

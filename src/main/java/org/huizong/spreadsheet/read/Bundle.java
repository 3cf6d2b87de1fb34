package org.huizong.spreadsheet.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.huizong.disk.DiskException;
import org.huizong.disk.FolderTree;
import org.huizong.disk.OwnFiles;
import org.huizong.disk.TempFolder;
import org.huizong.text.Folding;

/**
 * A .zip of several files, as chat programs and mail make them. Its files are unpacked where everything temporary lies; what they are called in the zip is shown, but is no part of any path.
 */
public final class Bundle {
    /**
     * One file of a zip.
     *
     * @param path where it was unpacked to
     * @param name its path in the zip, with forward slashes and without anything that leads out of it
     */
    public record Member(Path path, String name) {}

    /** What begins with one of these is one document. */
    private static final Pattern DOCUMENT = Pattern.compile(
            "\\[content_types\\]\\.xml|_rels/.*|docprops/.*|xl/.*|word/document.*|ppt/presentation.*|mimetype",
            Pattern.DOTALL);

    private static final int NAME_LENGTH = 26;
    private static final int NAME = 30;
    private static final int HEAD = 256;
    /** Characters of a name, of which the last are kept. */
    private static final int LONGEST = 200;

    private Bundle() {}

    /** Id of the finding about a folder that is one document. */
    public static final String DOCUMENT_FINDING = "file.iwork";

    /** Whether a folder is what a Mac shows as one document. */
    public static boolean isDocument(Path folder) {
        return Packed.BUNDLE.matcher(folder.getFileName() + "/").matches()
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Stream.of("Index.zip", "Index", "index.xml", "index.xml.gz", "index.apxl.gz", "Metadata")
                        .anyMatch(part -> Files.exists(folder.resolve(part)));
    }

    /** Whether a file may be one, by how it begins: cheap, and true of hardly any workbook. */
    public static boolean mayBe(Path file) {
        try {
            return mayBe(head(file));
        } catch (IOException e) {
            return false;
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean mayBe(byte[] head) {
        if (Magic.of(head) != Magic.ZIP || head.length <= NAME) {
            return false;
        }
        return !DOCUMENT.matcher(Parts.path(first(head))).matches();
    }

    /** Whether a file that begins so may be a workbook, or a zip of some. */
    public static boolean mayBeWorkbook(byte[] head) {
        Magic magic = Magic.of(head);
        return magic == Magic.ZIP || magic == Magic.OLE2;
    }

    /** What the first file of a zip is called in it. */
    private static String first(byte[] head) {
        int length = (head[NAME_LENGTH] & 0xff) | (head[NAME_LENGTH + 1] & 0xff) << 8;
        return new String(head, NAME, Math.min(length, head.length - NAME), StandardCharsets.ISO_8859_1);
    }

    /**
     * Whether a zip is a backup of this program, or a data folder that somebody packed: nothing in it is a return, and
     * its key must get nowhere else.
     */
    public static boolean isOwn(Path file) {
        try {
            byte[] head = head(file);
            if (!mayBe(head) || OwnFiles.isPackedData(first(head))) {
                return mayBe(head);
            }
        } catch (IOException e) {
            return false;
        }
        try (ZipFile zip = new ZipSource(file, Optional.empty()).open()) {
            return Collections.list(zip.getEntries()).stream()
                    .map(ZipArchiveEntry::getName)
                    .anyMatch(OwnFiles::isPackedData);
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /**
     * Unpacks a zip, whose files get its time: they came when it came. Empty if it is a document itself, has nothing in it, is locked or damaged, or would take too much
     * room: then the guard says what is wrong with it.
     *
     * @throws IOException if the disk does not give the file or has no room
     */
    public static Optional<List<Member>> unpack(Path file) throws IOException {
        if (Files.size(file) > WorkbookReader.MAX_FILE) {
            return Optional.empty();
        }
        Path folder = TempFolder.folder("zip");
        List<Member> members = new ArrayList<>();
        boolean whole = false;
        try (ZipFile zip = new ZipSource(file, Optional.empty()).open()) {
            long room = Math.min(
                    ZipGuard.MAX_INFLATED, Math.max(ZipGuard.RATIO_FROM, Files.size(file) * ZipGuard.MAX_RATIO));
            whole = unpack(zip, folder, room, members);
            for (Member member : members) {
                Files.setLastModifiedTime(member.path(), Files.getLastModifiedTime(file));
            }
        } catch (DiskException noRoom) {
            FolderTree.delete(folder);
            throw noRoom;
        } catch (IOException | RuntimeException e) {
            whole = false;
        }
        if (whole && !members.isEmpty()) {
            return Optional.of(members);
        }
        FolderTree.delete(folder);
        return Optional.empty();
    }

    private static boolean unpack(ZipFile zip, Path folder, long room, List<Member> members) throws IOException {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        boolean locked = entries.stream().anyMatch(e -> e.getGeneralPurposeBit().usesEncryption());
        if (locked
                || !entries.stream().allMatch(ZipGuard::isUnpackable)
                || entries.size() > ZipGuard.MAX_ENTRIES
                || Packed.of(entries.stream().map(ZipArchiveEntry::getName).toList()) != Packed.FILES) {
            return false;
        }
        Set<String> taken = new HashSet<>();
        Set<String> documents = new HashSet<>();
        long left = room;
        for (ZipArchiveEntry entry : entries) {
            if (entry.isDirectory()) {
                continue;
            }
            String name = name(entry);
            Matcher inDocument = Packed.BUNDLE.matcher(name);
            if (inDocument.matches() && !documents.add(inDocument.group(1))) {
                continue;
            }
            Path path = folder.resolve(String.valueOf(members.size() + 1));
            members.add(new Member(path, free(safe(inDocument.matches() ? inDocument.group(1) : name), taken)));
            left -= inDocument.matches()
                    ? copy(zip, entries, inDocument.group(1) + "/", path, left)
                    : copy(zip, entry, path, left);
            if (left < 0) {
                return false;
            }
        }
        return true;
    }

    /** How many bytes there were; more than there is room for if it stopped, or if they are not what the zip says. */
    private static long copy(ZipFile zip, ZipArchiveEntry entry, Path to, long room) throws IOException {
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[16 << 10];
        long size = 0;
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(to)) {
            for (int n = in.read(buffer); n >= 0 && size <= room; n = in.read(buffer)) {
                size += n;
                crc.update(buffer, 0, n);
                write(out, buffer, n, to);
            }
        }
        return crc.getValue() == entry.getCrc() ? size : room + 1;
    }

    /** That there is no room for a file says nothing about the zip. */
    private static void write(OutputStream out, byte[] buffer, int length, Path to) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw new DiskException(to, e);
        }
    }

    /** Copies the parts of a document that is a folder to a zip of their own, which is how mail programs send it. */
    private static long copy(ZipFile zip, List<ZipArchiveEntry> entries, String document, Path to, long room)
            throws IOException {
        long size = 0;
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(to)) {
            for (ZipArchiveEntry entry : entries) {
                if (name(entry).startsWith(document) && !entry.isDirectory()) {
                    out.addRawArchiveEntry(entry, zip.getRawInputStream(entry));
                    size += entry.getCompressedSize();
                    if (size > room) {
                        return size;
                    }
                }
            }
        }
        return size;
    }

    /** Windows writes Chinese names in its own encoding and does not say so. */
    private static String name(ZipArchiveEntry entry) {
        if (entry.getGeneralPurposeBit().usesUTF8ForNames()
                || entry.getNameSource() != ZipArchiveEntry.NameSource.NAME) {
            return entry.getName();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(entry.getRawName()))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(entry.getRawName(), Charset.forName("GB18030"));
        }
    }

    private static String safe(String name) {
        String safe = Stream.of(name.split("[/\\\\]"))
                .map(part -> part.replaceAll("[\\p{Cntrl}:*?\"<>|]", "_").strip())
                .filter(part -> !part.isEmpty() && !part.matches("\\.+"))
                .collect(Collectors.joining("/"));
        String writable = Folding.writable(safe);
        int characters = writable.codePointCount(0, writable.length());
        return writable.substring(writable.offsetByCodePoints(0, Math.max(0, characters - LONGEST)));
    }

    private static String free(String name, Set<String> taken) {
        String free = name.isEmpty() ? "_" : name;
        for (int n = 2; !taken.add(free.toLowerCase(Locale.ROOT)); n++) {
            free = n + "-" + name;
        }
        return free;
    }
}

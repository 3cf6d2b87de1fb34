package org.huizong.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.huizong.model.Period;

/** What a period leaves to take: the workbook, all tables in one zip, all marked copies in another, and each copy. */
final class Downloads {
    static final String TABLES = "tables";
    static final String COPIES = "copies";
    static final String LETTERS = "letters";
    static final String PUBLIC = "public";

    /** The folder of each group that can be taken in one zip. */
    private static final Map<String, String> GROUPS =
            Map.of(TABLES, "data/", COPIES, "returned/", LETTERS, "letters/", PUBLIC, "public/");

    private final Path output;

    Downloads(Path output) {
        this.output = output;
    }

    List<ConsolidateView.Download> list(PageFrame frame) {
        List<FolderFile> files = FolderFile.list(output);
        List<ConsolidateView.Download> all = new ArrayList<>();
        files.stream()
                .filter(f -> !f.name().contains("/") && f.name().endsWith(".xlsx"))
                .forEach(f -> all.add(download(frame, f, "workbook")));
        all.addAll(of(frame, PUBLIC));
        List.of(COPIES, LETTERS, TABLES).forEach(id -> group(frame, files, id, all));
        all.addAll(of(frame, COPIES));
        return all;
    }

    /** Each file of a group. */
    List<ConsolidateView.Download> of(PageFrame frame, String id) {
        return files(id).stream().map(f -> download(frame, f, id)).toList();
    }

    private List<FolderFile> files(String id) {
        return FolderFile.list(output).stream()
                .filter(f -> f.name().startsWith(folder(id)))
                .toList();
    }

    private static String folder(String id) {
        return Optional.ofNullable(GROUPS.get(id)).orElseThrow(() -> new NoSuchPageException("group"));
    }

    private static void group(PageFrame frame, List<FolderFile> files, String id, List<ConsolidateView.Download> all) {
        List<FolderFile> of =
                files.stream().filter(f -> f.name().startsWith(folder(id))).toList();
        if (!of.isEmpty()) {
            all.add(new ConsolidateView.Download(
                    id,
                    frame.t("web.download.name." + id, of.size()),
                    frame.t("web.download." + id),
                    Bytes.show(frame, of.stream().mapToLong(FolderFile::size).sum())));
        }
    }

    private static ConsolidateView.Download download(PageFrame frame, FolderFile file, String kind) {
        return new ConsolidateView.Download(
                file.id(),
                file.name().substring(file.name().lastIndexOf('/') + 1),
                frame.t("web.download.one." + kind),
                Bytes.show(frame, file.size()));
    }

    /** Tells whether an id stands for several files in one zip. */
    static boolean isGroup(String id) {
        return GROUPS.containsKey(id);
    }

    /** The one of that id. */
    FolderFile file(String id) {
        return FolderFile.of(output, id);
    }

    /** The name of a zip of several. */
    static String zipName(Period period, String id) {
        return period + "-" + id + ".zip";
    }

    /** Writes all files of a group into one zip. */
    void zip(String id, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (FolderFile file : files(id)) {
                zip.putNextEntry(new ZipEntry(file.name().substring(folder(id).length())));
                Files.copy(file.path(), zip);
                zip.closeEntry();
            }
        }
    }
}

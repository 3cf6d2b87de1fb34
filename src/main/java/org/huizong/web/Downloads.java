package org.huizong.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.huizong.model.Period;

/** What a period leaves to take: the workbook, all tables in one zip, all marked copies in another, and each copy. */
final class Downloads {
    static final String TABLES = "tables";
    static final String COPIES = "copies";

    private static final String DATA = "data/";
    private static final String RETURNED = "returned/";

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
        group(frame, files, RETURNED, COPIES, all);
        group(frame, files, DATA, TABLES, all);
        files.stream().filter(f -> f.name().startsWith(RETURNED)).forEach(f -> all.add(download(frame, f, "copy")));
        return all;
    }

    private static void group(
            PageFrame frame, List<FolderFile> files, String folder, String id, List<ConsolidateView.Download> all) {
        List<FolderFile> of =
                files.stream().filter(f -> f.name().startsWith(folder)).toList();
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
                frame.t("web.download." + kind),
                Bytes.show(frame, file.size()));
    }

    /** Tells whether an id stands for several files in one zip. */
    static boolean isGroup(String id) {
        return id.equals(TABLES) || id.equals(COPIES);
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
        String folder = id.equals(COPIES) ? RETURNED : DATA;
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (FolderFile file : FolderFile.list(output)) {
                if (file.name().startsWith(folder)) {
                    zip.putNextEntry(new ZipEntry(file.name().substring(folder.length())));
                    Files.copy(file.path(), zip);
                    zip.closeEntry();
                }
            }
        }
    }
}

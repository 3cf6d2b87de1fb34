package org.huizong.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.huizong.disk.DiskException;
import org.huizong.disk.DiskOutput;
import org.huizong.publish.document.PublicPage;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.workbook.PublicSheet;
import org.huizong.spreadsheet.write.FileName;

/** The public page of a period as a Word file and as a workbook, of the same edition. */
final class PublicSummary {
    private PublicSummary() {}

    static List<WrittenFile> of(Terms terms) {
        PublicPage page = new PublicPage(terms);
        String name = FileName.safe(page.title());
        return List.of(
                new WrittenFile(name + ".docx", page.docx()),
                new WrittenFile(
                        name + ".xlsx",
                        new PublicSheet(terms.wording())
                                .write(page, terms.consolidation().asOf())));
    }

    /** Writes both into a folder. */
    static void write(Terms terms, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new DiskException(folder, e);
        }
        for (WrittenFile file : of(terms)) {
            Path place = folder.resolve(file.name());
            try (OutputStream out = DiskOutput.to(place)) {
                out.write(file.content());
            } catch (IOException e) {
                throw new DiskException(place, e);
            }
        }
    }
}

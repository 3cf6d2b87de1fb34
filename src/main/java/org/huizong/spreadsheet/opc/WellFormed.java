package org.huizong.spreadsheet.opc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.huizong.spreadsheet.read.Xml;
import org.huizong.spreadsheet.read.ZipSource;

/**
 * Reads parts of a package that was written: none is left that no parser reads. Whether its elements are what the schema
 * allows is not looked at.
 */
final class WellFormed {
    private WellFormed() {}

    /**
     * Reads them. Of drawings of notes, of which Office itself writes some that are no XML, only the tags are looked for.
     *
     * @throws IOException if a part is no XML
     * @throws UnknownMarkup if a drawing ends before its elements do
     */
    static void check(Path file, Collection<String> entries) throws IOException {
        try (ZipFile zip = new ZipSource(file, Optional.empty()).open()) {
            for (String entry : entries) {
                try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
                    if (entry.endsWith(".vml")) {
                        tags(in);
                    } else {
                        read(in, entry);
                    }
                }
            }
        }
    }

    private static void tags(InputStream in) throws IOException {
        XmlScanner scanner = XmlScanner.forgiving(in);
        boolean more = true;
        while (more) {
            more = scanner.next();
        }
    }

    private static void read(InputStream in, String entry) throws IOException {
        try {
            XMLStreamReader reader = Xml.reader(in);
            while (reader.hasNext()) {
                reader.next();
            }
        } catch (XMLStreamException e) {
            throw new IOException(entry, e);
        }
    }
}

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

/** Reads parts of a package that was written: no file leaves the house that a spreadsheet calls damaged. */
final class WellFormed {
    private WellFormed() {}

    /** Drawings of notes are left out: Office itself writes some that are no XML. */
    static void check(Path file, Collection<String> entries) throws IOException {
        try (ZipFile zip = new ZipSource(file, Optional.empty()).open()) {
            for (String entry : entries) {
                if (!entry.endsWith(".vml")) {
                    try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
                        read(in, entry);
                    }
                }
            }
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

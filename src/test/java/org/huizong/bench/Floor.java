package org.huizong.bench;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Inflates and tokenises every sheet of the workbooks in a folder, by one thread, and does nothing with what it reads. */
public final class Floor {
    private static final XMLInputFactory FACTORY = new InputFactoryImpl();

    private Floor() {}

    /** Argument: the folder of the returns. */
    public static void main(String[] args) throws IOException, XMLStreamException {
        long tokens = 0;
        for (Path file : workbooks(Path.of(args[0]))) {
            tokens += tokens(file);
        }
        System.out.println(tokens);
    }

    /** The workbooks of a folder in the order of their names. */
    static List<Path> workbooks(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".xlsx")).sorted().toList();
        }
    }

    private static long tokens(Path file) throws IOException, XMLStreamException {
        long tokens = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry part : zip.stream()
                    .filter(e -> e.getName().startsWith("xl/worksheets/")
                            && e.getName().endsWith(".xml"))
                    .toList()) {
                try (InputStream sheet = zip.getInputStream(part)) {
                    XMLStreamReader reader = FACTORY.createXMLStreamReader(sheet);
                    while (reader.hasNext()) {
                        reader.next();
                        tokens++;
                    }
                }
            }
        }
        return tokens;
    }
}

package org.huizong.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Streams an .xlsx that the guard has found sound; one that the streaming parser chokes on is given to POI. */
final class XlsxReader {
    private final Verdict.Sound sound;
    private int left = WorkbookReader.MAX_CELLS;

    private XlsxReader(Verdict.Sound sound) {
        this.sound = sound;
    }

    static Contents read(Path file, Verdict.Sound sound) {
        try {
            WorkbookPart part = sound.workbook();
            if (part.sheets().isEmpty()) {
                return Unfit.of("file.sheets");
            }
            if (part.hasTwins()) {
                return Unfit.of("file.damaged");
            }
            return new Contents.Sheets(
                    new XlsxReader(sound).sheets(), part.from1904(), sound.saved(), false, sound.remarks());
        } catch (TooManyCells e) {
            return new Unfit("file.cells", Map.of("limit", String.valueOf(WorkbookReader.MAX_CELLS)));
        } catch (SheetParser.Beyond e) {
            return Unfit.of("file.damaged");
        } catch (IOException | XMLStreamException | RuntimeException e) {
            return PoiReader.read(file, sound);
        }
    }

    private List<SheetCells> sheets() throws IOException, XMLStreamException {
        WorkbookPart part = sound.workbook();
        List<String> strings = strings(part.sharedStrings());
        List<SheetCells> read = new ArrayList<>();
        for (int i = 0; i < part.sheets().size(); i++) {
            WorkbookPart.Tab tab = part.sheets().get(i);
            try (InputStream in = sound.parts().open(tab.part())) {
                SheetParser parser = new SheetParser(in, strings, left);
                SheetCells.Builder cells = parser.parse();
                left -= parser.count();
                read.add(cells.build(tab.name(), tab.visibility(), DefinedName.of(i, tab.name(), part.names())));
            }
        }
        return read;
    }

    private List<String> strings(Optional<String> path) throws IOException, XMLStreamException {
        List<String> strings = new ArrayList<>();
        if (path.isPresent()) {
            try (InputStream in = sound.parts().open(path.get())) {
                XMLStreamReader reader = Xml.reader(in);
                while (reader.hasNext()) {
                    if (reader.next() == XMLStreamConstants.START_ELEMENT
                            && reader.getLocalName().equals("si")) {
                        strings.add(Xml.text(reader, "si"));
                    }
                }
            }
        }
        return strings;
    }
}

package org.huizong.spreadsheet.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Streams an .xlsx that the guard has found sound; one that the streaming parser chokes on is given to POI. */
final class XlsxReader {
    private final Verdict.Sound sound;
    private final Limits limits = new Limits();

    private XlsxReader(Verdict.Sound sound) {
        this.sound = sound;
    }

    static Contents read(Verdict.Sound sound) {
        try {
            WorkbookPart part = sound.workbook();
            if (part.sheets().isEmpty()) {
                return Unfit.of("file.sheets");
            }
            if (part.hasTwins() || !part.parts().allMatch(sound.parts()::has)) {
                return Unfit.of("file.damaged");
            }
            return new Contents.Sheets(
                    new XlsxReader(sound).sheets(), part.from1904(), sound.saved(), false, sound.remarks());
        } catch (Beyond e) {
            return e.why();
        } catch (IOException | XMLStreamException | RuntimeException e) {
            return PoiReader.read(sound);
        }
    }

    private List<SheetCells> sheets() throws IOException, XMLStreamException {
        WorkbookPart part = sound.workbook();
        List<String> strings = strings(part.sharedStrings());
        List<SheetCells> read = new ArrayList<>();
        for (int i = 0; i < part.sheets().size(); i++) {
            WorkbookPart.Tab tab = part.sheets().get(i);
            try (InputStream in = sound.parts().cells(tab.part())) {
                SheetCells.Builder cells = new SheetParser(in, strings, limits).parse();
                read.add(cells.build(tab.name(), tab.visibility(), part.names().of(i, tab.name())));
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
                        strings.add(Xml.text(reader, "si", limits));
                        Limits.shared(strings.size());
                    }
                }
            }
        }
        return strings;
    }
}

package org.huizong.workbook;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What xl/workbook.xml says: sheets, dates, defined names.
 *
 * @param sheets tabs in order
 * @param from1904 whether serial dates count from 1904
 * @param names defined names of sheets and of the whole workbook
 */
record WorkbookPart(List<Tab> sheets, boolean from1904, List<DefinedName> names) {
    /** A sheet's name, and whether it does not show. */
    record Tab(String name, boolean hidden) {}

    /** The years a zip and a spreadsheet know: a time outside them says nothing. */
    private static final int FIRST_YEAR = 1980;

    private static final int LAST_YEAR = 9999;

    /** The parser that fastexcel brings: three times as fast as Java's own. */
    private static final XMLInputFactory FACTORY = factory();

    private static final ZoneId CLOCK = ZoneId.of("Asia/Shanghai");

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** Whether two tabs have the same name: nobody could say which of them a cell is on, and Excel refuses it. */
    boolean hasTwins() {
        return sheets.stream()
                        .map(t -> t.name().toLowerCase(Locale.ROOT))
                        .distinct()
                        .count()
                < sheets.size();
    }

    static WorkbookPart parse(byte[] xml) throws XMLStreamException {
        List<Tab> sheets = new ArrayList<>();
        List<DefinedName> names = new ArrayList<>();
        boolean from1904 = false;
        XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml));
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (reader.getLocalName()) {
                case "workbookPr" -> from1904 = isTrue(attribute(reader, "date1904"));
                case "sheet" ->
                    sheets.add(new Tab(
                            attribute(reader, "name"),
                            attribute(reader, "state").contains("idden")));
                case "definedName" -> names.add(name(reader));
                default -> {}
            }
        }
        return new WorkbookPart(sheets, from1904, names);
    }

    private static DefinedName name(XMLStreamReader reader) throws XMLStreamException {
        String name = attribute(reader, "name");
        String sheet = attribute(reader, "localSheetId");
        int index = sheet.matches("\\d{1,5}") ? Integer.parseInt(sheet) : DefinedName.WORKBOOK;
        return new DefinedName(name, index, reader.getElementText());
    }

    /**
     * When docProps/core.xml says that the file was last saved; empty if it does not say or can't be read.
     *
     * <p>LibreOffice (7.4 as well as its newest sources) writes what its clock shows and calls that UTC: docProps/app.xml
     * says where it was, and the clock is taken to be China's. Left alone, a correction made in Excel within eight hours
     * would seem older than what it corrects.
     */
    static Optional<Instant> saved(byte[] core, byte[] app) {
        Optional<Instant> said = text(core, "modified").flatMap(WorkbookPart::instant);
        boolean showsClock = text(app, "Application")
                .filter(a -> a.startsWith("LibreOffice") || a.startsWith("Collabora"))
                .isPresent();
        return showsClock
                ? said.map(s -> s.atOffset(ZoneOffset.UTC)
                        .toLocalDateTime()
                        .atZone(CLOCK)
                        .toInstant())
                : said;
    }

    /** What stands in the first element of that name; empty if there is none. */
    private static Optional<String> text(byte[] xml, String element) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals(element)) {
                    return Optional.of(reader.getElementText().strip());
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            boolean zoned = text.matches(".*(Z|[+-]\\d\\d:\\d\\d)");
            OffsetDateTime saved = zoned
                    ? OffsetDateTime.parse(text)
                    : LocalDateTime.parse(text).atOffset(ZoneOffset.UTC);
            return Optional.of(saved)
                    .filter(s -> s.getYear() >= FIRST_YEAR && s.getYear() <= LAST_YEAR)
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String attribute(XMLStreamReader reader, String name) {
        @Nullable String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static boolean isTrue(String value) {
        return value.equals("1") || value.equals("true");
    }
}

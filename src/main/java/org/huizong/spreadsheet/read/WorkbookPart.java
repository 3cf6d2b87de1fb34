package org.huizong.spreadsheet.read;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What the workbook's own part and its relations say: sheets, dates, defined names.
 *
 * @param sheets tabs in order
 * @param sharedStrings path of the part with the texts of cells; empty if there is none
 * @param from1904 whether serial dates count from 1904
 * @param names defined names of sheets and of the whole workbook
 */
record WorkbookPart(List<Tab> sheets, Optional<String> sharedStrings, boolean from1904, DefinedNames names) {
    /** A sheet's name, whether it shows, and the path of its part, empty if it is related to none. */
    record Tab(String name, Visibility visibility, String part) {}

    /** Characters of a tab's name; Excel takes 31, other programs more. */
    private static final int LONGEST_NAME = 255;

    /** The years a zip and a spreadsheet know: a time outside them says nothing. */
    static final int FIRST_YEAR = 1980;

    static final int LAST_YEAR = 9999;

    private static final ZoneId CLOCK = ZoneId.of("Asia/Shanghai");
    private static final Pattern ZONED = Pattern.compile(".*(Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern INDEX = Pattern.compile("\\d{1,5}");
    /** Whether two tabs have the same name: nobody could say which of them a cell is on, and Excel refuses it. */
    boolean hasTwins() {
        return sheets.stream()
                        .map(t -> t.name().toLowerCase(Locale.ROOT))
                        .distinct()
                        .count()
                < sheets.size();
    }

    /** Paths of the parts that hold its cells and their texts. */
    Stream<String> parts() {
        return Stream.concat(sheets.stream().map(Tab::part), sharedStrings.stream());
    }

    /** Whether two tabs name one part. */
    boolean sharesParts() {
        return sheets.stream().map(Tab::part).distinct().count() < sheets.size();
    }

    /**
     * Reads the workbook's own part.
     *
     * @param relations to the other parts, by id
     * @throws Beyond if there are more tabs or names than are read, or a tab has a name that none can have
     */
    static WorkbookPart parse(InputStream xml, Map<String, Relation> relations) throws XMLStreamException {
        List<Tab> sheets = new ArrayList<>();
        DefinedNames names = new DefinedNames();
        boolean from1904 = false;
        XMLStreamReader reader = Xml.reader(xml);
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (reader.getLocalName()) {
                case "workbookPr" -> from1904 = isTrue(Xml.attribute(reader, "date1904"));
                case "sheet" -> {
                    sheets.add(tab(reader, relations));
                    Limits.tabs(sheets.size());
                }
                case "definedName" -> name(reader, names);
                default -> {}
            }
        }
        return new WorkbookPart(sheets, Relation.to("sharedStrings", relations), from1904, names);
    }

    private static Visibility visibility(String state) {
        return switch (state) {
            case "hidden" -> Visibility.HIDDEN;
            case "veryHidden" -> Visibility.VERY_HIDDEN;
            default -> Visibility.SHOWN;
        };
    }

    private static Tab tab(XMLStreamReader reader, Map<String, Relation> relations) {
        String name = Xml.attribute(reader, "name");
        if (name.length() > LONGEST_NAME) {
            throw new Beyond(Unfit.of("file.damaged"));
        }
        return new Tab(
                name,
                visibility(Xml.attribute(reader, "state")),
                relations.getOrDefault(relation(reader), Relation.NONE).path());
    }

    /** The id of a relation, whatever prefix its namespace has. */
    private static String relation(XMLStreamReader reader) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            @Nullable String namespace = reader.getAttributeNamespace(i);
            if (reader.getAttributeLocalName(i).equals("id") && namespace != null && !namespace.isEmpty()) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    private static void name(XMLStreamReader reader, DefinedNames names) throws XMLStreamException {
        String name = Xml.attribute(reader, "name");
        String sheet = Xml.attribute(reader, "localSheetId");
        int index = INDEX.matcher(sheet).matches() ? Integer.parseInt(sheet) : DefinedNames.WORKBOOK;
        names.add(name, index, reader.getElementText());
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
            XMLStreamReader reader = Xml.reader(new ByteArrayInputStream(xml));
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
            boolean zoned = ZONED.matcher(text).matches();
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

    private static boolean isTrue(String value) {
        return value.equals("1") || value.equals("true");
    }
}

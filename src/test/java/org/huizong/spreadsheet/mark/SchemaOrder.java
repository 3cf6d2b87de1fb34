package org.huizong.spreadsheet.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.xmlbeans.SchemaParticle;
import org.apache.xmlbeans.SchemaType;
import org.huizong.spreadsheet.read.Xml;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTStylesheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;

/** Holds that the elements of a workbook's parts stand in the order of the schema: Excel calls others damaged. */
final class SchemaOrder {
    private static final Map<String, SchemaType> TYPES =
            Map.of("worksheet", CTWorksheet.type, "workbook", CTWorkbook.type, "styleSheet", CTStylesheet.type);

    private SchemaOrder() {}

    /** Looks at the sheets, the styles and the workbook's own part. */
    static void check(Package workbook) {
        for (String part : workbook.names()) {
            if (part.startsWith("xl/") && part.endsWith(".xml")) {
                check(part, children(workbook.bytes(part)));
            }
        }
    }

    /** The elements are the root and those in it. */
    private static void check(String part, List<String> elements) {
        SchemaType type = TYPES.get(elements.get(0));
        if (type == null) {
            return;
        }
        List<String> inOrder = new ArrayList<>(elements.subList(0, 1));
        for (SchemaParticle particle : type.getContentModel().getParticleChildren()) {
            String name = particle.getName().getLocalPart();
            elements.stream()
                    .filter(name::equals)
                    .limit(particle.getIntMaxOccurs())
                    .forEach(inOrder::add);
        }
        assertThat(elements).as(part).isEqualTo(inOrder);
    }

    /** Those that are written in two ways may stand wherever one of them may. */
    private static List<String> children(byte[] part) {
        try {
            XMLStreamReader reader = Xml.reader(new ByteArrayInputStream(part));
            List<String> elements = new ArrayList<>();
            for (int depth = 0; reader.hasNext(); ) {
                int event = reader.next();
                if (event == XMLStreamReader.START_ELEMENT) {
                    if (depth++ < 2 && !reader.getLocalName().equals("AlternateContent")) {
                        elements.add(reader.getLocalName());
                    }
                } else if (event == XMLStreamReader.END_ELEMENT) {
                    depth--;
                }
            }
            return elements;
        } catch (XMLStreamException e) {
            throw new AssertionError(e);
        }
    }
}

package org.huizong.spreadsheet.read;

import java.util.List;

/**
 * Lifts the limits that Java 24 and later put on entities for the XML parsers of the whole program.
 *
 * <p>They count a document itself as one, and each ampersand and quote that is written as one: a sheet of long formulas has
 * more of them than the 100,000 that are allowed (JDK-8343004). The limits are meant for entities that a DOCTYPE declares,
 * and no part of a workbook with one ever comes to a parser.
 */
public final class XmlLimits {
    private static final List<String> LIFTED = List.of(
            "jdk.xml.maxGeneralEntitySizeLimit", "jdk.xml.totalEntitySizeLimit", "jdk.xml.entityExpansionLimit");

    private XmlLimits() {}

    /** Lifts them; call before the first parser is made. */
    public static void lift() {
        LIFTED.forEach(limit -> System.setProperty(limit, "0"));
    }
}

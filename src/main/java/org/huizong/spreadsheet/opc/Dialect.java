package org.huizong.spreadsheet.opc;

/** The namespaces of a workbook: those that every program writes, or those of the standard's strict form. */
public enum Dialect {
    TRANSITIONAL(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    STRICT("http://purl.oclc.org/ooxml/spreadsheetml/main", "http://purl.oclc.org/ooxml/officeDocument/relationships");

    private final String main;
    private final String relationships;

    Dialect(String main, String relationships) {
        this.main = main;
        this.relationships = relationships;
    }

    /**
     * That of the part whose root the reader stands at.
     *
     * @throws UnknownMarkup if it is neither
     */
    public static Dialect of(XmlScanner root) {
        String prefix = root.prefix();
        String namespace = root.value(prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix.replace(":", ""));
        for (Dialect dialect : values()) {
            if (dialect.main.equals(namespace)) {
                return dialect;
            }
        }
        throw new UnknownMarkup("a part of the namespace " + namespace);
    }

    /** The namespace of sheets, styles, comments. */
    public String main() {
        return main;
    }

    /** The namespace of {@code r:id}, with which the types of relationships begin too. */
    public String relationships() {
        return relationships;
    }
}

package org.huizong.docx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The charts of a text: each a part of its own that the text refers to, with a workbook behind it. */
final class Charts {
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static final String CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static final String PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

    /** 15.2 by 7.5 centimetres: the width of the text of an official document, in EMU. */
    private static final String WIDTH = "5472000";

    private static final String HEIGHT = "2700000";

    private final List<Placed> all = new ArrayList<>();
    private String part = "";

    /** A chart, and the name of the part that shows it. */
    private record Placed(String part, Meaning.Chart chart) {}

    /** From now on charts are drawn in the part of that name. */
    void in(String name) {
        part = name;
    }

    /** The element that shows a chart in the part. */
    Element drawing(Document document, Meaning.Chart chart) {
        all.add(new Placed(part, chart));
        String root = document.getDocumentElement().getNamespaceURI();
        Element drawing = document.createElementNS(root, "w:drawing");
        Element inline = child(drawing, PLACED, "wp:inline");
        for (String side : List.of("distT", "distB", "distL", "distR")) {
            inline.setAttribute(side, "0");
        }
        Element extent = child(inline, PLACED, "wp:extent");
        extent.setAttribute("cx", WIDTH);
        extent.setAttribute("cy", HEIGHT);
        Element properties = child(inline, PLACED, "wp:docPr");
        properties.setAttribute("id", String.valueOf(9000 + all.size()));
        properties.setAttribute("name", "Chart " + all.size());
        properties.setAttribute("descr", chart.label());
        child(inline, PLACED, "wp:cNvGraphicFramePr");
        Element data = child(child(inline, DRAWING, "a:graphic"), DRAWING, "a:graphicData");
        data.setAttribute("uri", CHART);
        child(data, CHART, "c:chart").setAttributeNS(OFFICE, "r:id", id(all.size()));
        return drawing;
    }

    private static Element child(Element of, String namespace, String name) {
        Element child = of.getOwnerDocument().createElementNS(namespace, name);
        of.appendChild(child);
        return child;
    }

    private static String id(int number) {
        return "huizongChart" + number;
    }

    /** Adds the parts of all charts, and to each part that shows some what leads to them. */
    void into(Map<String, byte[]> parts) throws UnfitWordFileException {
        if (all.isEmpty()) {
            return;
        }
        Document types = Xml.parse(parts.getOrDefault("[Content_Types].xml", new byte[0]));
        for (int i = 1; i <= all.size(); i++) {
            Placed placed = all.get(i - 1);
            String folder = placed.part().substring(0, placed.part().lastIndexOf('/') + 1);
            String chart = "charts/huizong" + i + ".xml";
            String workbook = "embeddings/huizong" + i + ".xlsx";
            refer(parts, folder, placed.part().substring(folder.length()), i, chart);
            type(types, "/" + folder + chart, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml");
            type(types, "/" + folder + workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            parts.put(folder + chart, placed.chart().drawing().getBytes(StandardCharsets.UTF_8));
            parts.put(
                    folder + "charts/_rels/huizong" + i + ".xml.rels",
                    ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\""
                                    + RELATIONSHIPS + "\"><Relationship Id=\"rId1\" Type=\"" + OFFICE
                                    + "/package\" Target=\"../" + workbook + "\"/></Relationships>")
                            .getBytes(StandardCharsets.UTF_8));
            parts.put(folder + workbook, placed.chart().workbook());
        }
        parts.put("[Content_Types].xml", Xml.bytes(types));
    }

    private static void refer(Map<String, byte[]> parts, String folder, String name, int number, String chart)
            throws UnfitWordFileException {
        String relationships = folder + "_rels/" + name + ".rels";
        Document refers = Xml.parse(parts.getOrDefault(
                relationships, ("<Relationships xmlns=\"" + RELATIONSHIPS + "\"/>").getBytes(StandardCharsets.UTF_8)));
        Element refer = child(refers.getDocumentElement(), RELATIONSHIPS, "Relationship");
        refer.setAttribute("Id", id(number));
        refer.setAttribute("Type", OFFICE + "/chart");
        refer.setAttribute("Target", chart);
        parts.put(relationships, Xml.bytes(refers));
    }

    private static void type(Document types, String part, String type) {
        Element override = child(types.getDocumentElement(), TYPES, "Override");
        override.setAttribute("PartName", part);
        override.setAttribute("ContentType", type);
    }
}

package org.huizong.docx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class ChartsTest {
    private static final Meaning.Chart BARS = new Meaning.Chart("<c:chartSpace/>", new byte[] {1}, "检查次数");

    @Test
    void leadsToAChartFromThePartThatShowsIt() throws UnfitWordFileException {
        Document document = Xml.parse("<w:hdr xmlns:w=\"w\"/>".getBytes(StandardCharsets.UTF_8));
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<Types/>".getBytes(StandardCharsets.UTF_8));
        Charts charts = new Charts();
        charts.in("word/document.xml");
        charts.drawing(document, BARS);
        charts.in("word/header1.xml");
        charts.drawing(document, BARS);

        charts.into(parts);

        assertThat(text(parts, "word/_rels/document.xml.rels"))
                .contains("huizongChart1", "charts/huizong1.xml")
                .doesNotContain("huizongChart2");
        assertThat(text(parts, "word/_rels/header1.xml.rels"))
                .contains("huizongChart2", "charts/huizong2.xml")
                .doesNotContain("huizongChart1");
        assertThat(parts).containsKeys("word/charts/huizong1.xml", "word/charts/huizong2.xml");
    }

    private static String text(Map<String, byte[]> parts, String name) {
        return new String(parts.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }
}

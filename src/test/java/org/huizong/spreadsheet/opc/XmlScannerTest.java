package org.huizong.spreadsheet.opc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlScannerTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1 << 16})
    void findsTagsAndTheirBytesHoweverManyAreReadAtOnce(int atOnce) throws IOException {
        String xml = "<?xml version=\"1.0\"?><!-- <no> --><表 a='1>2'><x:b c=\"é\"/><t>1<![CDATA[<no>]]></t></表>";

        List<String> tags = new ArrayList<>();
        XmlScanner scanner = new XmlScanner(slow(xml, atOnce));
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        while (scanner.next()) {
            int from = (int) scanner.from();
            tags.add(scanner.depth() + new String(bytes, from, (int) scanner.to() - from, StandardCharsets.UTF_8));
        }

        assertThat(tags).containsExactly("1<表 a='1>2'>", "2<x:b c=\"é\"/>", "2<t>", "2</t>", "1</表>");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1 << 16})
    void readsTextsOverAllElementsInThem(int atOnce) throws IOException {
        XmlScanner scanner =
                new XmlScanner(slow("<a><is>甲&lt;&#20057;<r>丙</r><e/><![CDATA[<丁>]]><!--no--></is><b/></a>", atOnce));

        scanner.next();
        scanner.next();
        String text = scanner.text();
        scanner.next();

        assertThat(text).isEqualTo("甲<乙丙<丁>");
        assertThat(scanner.name()).isEqualTo("b");
        assertThat(scanner.depth()).isEqualTo(2);
    }

    @Test
    void readsAttributesByTheirNameAlone() throws IOException {
        XmlScanner scanner = new XmlScanner(slow("<c  xr = 'no'\n r='A1' r:id=\"&quot;7&quot;\"/>", 9));

        scanner.next();

        assertThat(scanner.value("r")).isEqualTo("A1");
        assertThat(scanner.prefixed("id").map(XmlScanner.Attribute::value)).contains("\"7\"");
        assertThat(scanner.attribute("id")).isEmpty();
        assertThat(scanner.attribute("r")).map(a -> a.to() - a.from()).contains(2L);
    }

    @Test
    void refusesOtherLettersAndWhatEndsTooSoon() {
        assertThatThrownBy(() -> new XmlScanner(slow("<?xml version=\"1.0\" encoding=\"GBK\"?><a/>", 99)))
                .isInstanceOf(UnknownMarkup.class);
        assertThatThrownBy(() -> {
                    XmlScanner scanner = new XmlScanner(slow("<a><b/>", 99));
                    while (scanner.next()) {}
                })
                .isInstanceOf(UnknownMarkup.class);
    }

    private static InputStream slow(String xml, int atOnce) {
        return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public int read(byte[] to, int from, int length) {
                return super.read(to, from, Math.min(length, atOnce));
            }
        };
    }
}

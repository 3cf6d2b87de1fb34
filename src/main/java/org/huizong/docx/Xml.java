package org.huizong.docx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** XML in memory, read without anything that it points to. */
final class Xml {
    private static final ErrorHandler SILENT = new ErrorHandler() {
        @Override
        public void warning(SAXParseException e) {
            // a part that can be read is read
        }

        @Override
        public void error(SAXParseException e) {
            // a part that can be read is read
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    };

    private Xml() {}

    static Document parse(byte[] xml) throws UnfitWordFileException {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(SILENT);
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (SAXException | IOException broken) {
            throw new UnfitWordFileException("broken");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        return factory;
    }

    static byte[] bytes(Document document) {
        try {
            document.setXmlStandalone(true);
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            var bytes = new ByteArrayOutputStream(1 << 14);
            transformer.transform(new DOMSource(document), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException("a text that was read cannot be written", e);
        }
    }

    /** The elements of that name below a node, at any depth, in order. */
    static List<Element> elements(Node of, String name) {
        List<Element> found = new ArrayList<>();
        collect(of, name, found);
        return found;
    }

    private static void collect(Node of, String name, List<Element> found) {
        for (Node child : children(of)) {
            if (child instanceof Element element && name.equals(child.getLocalName())) {
                found.add(element);
            }
            collect(child, name, found);
        }
    }

    static List<Node> children(Node of) {
        NodeList nodes = of.getChildNodes();
        List<Node> all = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            all.add(nodes.item(i));
        }
        return all;
    }

    static boolean is(Node node, String name) {
        return name.equals(node.getLocalName());
    }
}

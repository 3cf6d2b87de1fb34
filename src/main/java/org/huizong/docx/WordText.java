package org.huizong.docx;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.huizong.text.Visible;
import org.w3c.dom.Document;

/** A Word file with fields to fill. */
public final class WordText {
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String MAIN = WORD + "document.main+xml";
    private static final Set<String> OTHERS =
            Set.of(WORD + "header+xml", WORD + "footer+xml", WORD + "footnotes+xml", WORD + "endnotes+xml");
    private static final String PROPERTIES = "docProps/core.xml";

    private final Map<String, byte[]> parts;
    private final Map<String, Pieces> pieces = new LinkedHashMap<>();

    private WordText(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /**
     * Reads a Word file.
     *
     * @throws UnfitWordFileException if it is none, is damaged, has macros, or is too large
     */
    public static WordText read(byte[] file) throws UnfitWordFileException {
        Map<String, byte[]> parts = Parts.unpack(file);
        Map<String, String> types = Parts.types(parts);
        if (types.values().stream().anyMatch(t -> t.contains("macroenabled"))) {
            throw new UnfitWordFileException("macros");
        }
        String main = types.entrySet().stream()
                .filter(t -> t.getValue().equals(MAIN) && parts.containsKey(t.getKey()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new UnfitWordFileException("broken"));
        WordText read = new WordText(parts);
        read.part(main, "");
        for (Map.Entry<String, String> type : types.entrySet()) {
            if (OTHERS.contains(type.getValue()) && parts.containsKey(type.getKey())) {
                String name = type.getKey();
                read.part(name, name.substring(name.lastIndexOf('/') + 1).replaceFirst("\\.xml$", ""));
            }
        }
        return read;
    }

    private void part(String name, String called) throws UnfitWordFileException {
        pieces.put(name, new Pieces(called, Xml.parse(Objects.requireNonNull(parts.get(name)))));
    }

    /** What is wrong with its fields: how they open and close, and names that are not known; in the order of the text. */
    public List<Flaw> flaws(Vocabulary<?> vocabulary) {
        List<Flaw> flaws = new ArrayList<>();
        pieces.values().forEach(p -> {
            flaws.addAll(p.flaws());
            flaws.addAll(new Check(p).flaws(vocabulary));
        });
        return List.copyOf(flaws);
    }

    /**
     * The file with its fields filled; it must have no flaw.
     *
     * @param title what the file says it is called
     * @param day what it says about when it was made, so that the same content makes the same bytes
     */
    public <T> byte[] fill(Vocabulary<T> vocabulary, T subject, String title, LocalDate day) {
        Map<String, byte[]> filled = new LinkedHashMap<>(parts);
        Charts charts = new Charts();
        pieces.forEach((name, p) -> {
            charts.in(name);
            Document document = Filling.fill(p.root(), Scope.of(vocabulary, subject), charts);
            filled.put(name, Xml.bytes(document));
        });
        filled.computeIfPresent(PROPERTIES, (name, old) -> properties(title, day));
        try {
            charts.into(filled);
        } catch (UnfitWordFileException e) {
            throw new IllegalStateException("a file that was read cannot be read again", e);
        }
        return Parts.pack(filled);
    }

    private static byte[] properties(String title, LocalDate day) {
        String time = day + "T00:00:00Z";
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                        + "<cp:coreProperties"
                        + " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>"
                        + escaped(title) + "</dc:title><dc:creator>Huizong</dc:creator>"
                        + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">" + time + "</dcterms:created>"
                        + "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">" + time + "</dcterms:modified>"
                        + "</cp:coreProperties>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return Visible.line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

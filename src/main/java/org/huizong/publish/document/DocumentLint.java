package org.huizong.publish.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Document;
import org.huizong.catalogue.Fault;
import org.huizong.docx.Flaw;
import org.huizong.docx.UnfitWordFileException;
import org.huizong.docx.Vocabulary;
import org.huizong.docx.WordText;
import org.huizong.model.Frequency;

/** Holds the Word files of a catalogue against the names that they may use. */
public final class DocumentLint {
    private DocumentLint() {}

    /** What is wrong with the catalogue's own Word files; those that come with the program fit every catalogue. */
    public static List<Fault> faults(Catalogue catalogue) {
        return all(catalogue, false);
    }

    /** What is wrong with all Word files that a catalogue uses. */
    static List<Fault> all(Catalogue catalogue, boolean builtInToo) {
        return Stream.of(true, false)
                .flatMap(isChinese -> Stream.concat(
                        Arrays.stream(Frequency.values())
                                .flatMap(length -> faults(
                                        catalogue.document(Document.ofReport(length, isChinese)),
                                        ReportNames.of(catalogue, length),
                                        builtInToo)),
                        faults(
                                catalogue.document(Document.ofPublic(isChinese)),
                                PublicNames.of(catalogue),
                                builtInToo)))
                .toList();
    }

    private static Stream<Fault> faults(Document document, Vocabulary<?> names, boolean builtInToo) {
        return document.isOwn() || builtInToo ? faults(document, names).stream() : Stream.of();
    }

    /** What is wrong with one. */
    static List<Fault> faults(Document document, Vocabulary<?> names) {
        try {
            List<Fault> faults = new ArrayList<>();
            WordText.read(document.content()).flaws(names).forEach(flaw -> faults.add(fault(document, flaw)));
            return List.copyOf(faults);
        } catch (UnfitWordFileException unfit) {
            return List.of(Fault.of(document.name(), 0, "", "document." + unfit.kind(), Map.of()));
        }
    }

    private static Fault fault(Document document, Flaw flaw) {
        Map<String, String> arguments = new TreeMap<>(flaw.arguments());
        arguments.put("text", flaw.words());
        // a sentence cannot say braces of its own
        arguments.putAll(Map.of("begin", "{if …}", "end", "{end}", "example", "{inspections}"));
        String place = flaw.part().isEmpty() ? document.name() : document.name() + '/' + flaw.part();
        String kind = flaw.kind().startsWith("document.") ? flaw.kind() : "document." + flaw.kind();
        return Fault.of(place, flaw.paragraph(), "", kind, arguments);
    }
}

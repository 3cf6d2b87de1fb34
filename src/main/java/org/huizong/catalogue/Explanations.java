package org.huizong.catalogue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huizong.model.Finding;
import org.huizong.text.Folding;

/**
 * Tells an explanation from words that explain nothing, such as 情况属实: those of the list {@code empty_explanations}.
 *
 * <p>Spaces, punctuation, capitals and full-width letters make no difference, and punctuation alone explains nothing.
 * Immutable.
 */
public final class Explanations {
    /** Names a text that explains what is asked about a record of a register. */
    public static final String OF_RECORD = "explain";

    /** Names the text that explains what concerns no single line or record of a return. */
    public static final String OF_RETURN = "explain.whole_return";

    private static final String PREFIX = OF_RECORD + ".";

    /** Name of the list in choices.csv; its labels are the words, in either language. */
    public static final String LIST = "empty_explanations";

    /** Signs that are passed over, besides space and each one's full-width form. */
    private static final String SIGNS = ".,;:!?()-/\"*~";

    private static final String WIDE_SIGNS = "。、…—·“”";
    private static final char WIDE_SPACE = '\u3000';
    /** How far full-width letters and signs are from the plain ones. */
    private static final int WIDER = '！' - '!';

    private final Set<String> words = new LinkedHashSet<>();

    /** With the list of that catalogue. */
    public Explanations(Catalogue catalogue) {
        catalogue.choices(LIST).stream()
                .flatMap(c -> Stream.of(c.label(), c.labelEn()))
                .map(Explanations::folded)
                .filter(w -> !w.isEmpty())
                .forEach(words::add);
    }

    /** Names the text that explains a rule's query, or what is asked about an item. */
    public static String name(String of) {
        return PREFIX + of;
    }

    /** Where a finding may be explained. */
    public sealed interface Place {
        /** A cell of a name. */
        record Named(String name) implements Place {}

        /** Any cell for an explanation in the row of the cell in question. */
        record Beside() implements Place {}

        /** The cell in the row of the record in question. */
        record OfTheRecord() implements Place {}
    }

    /**
     * Where a finding may be explained, in the order in which one looks there: a query about a record in the record's row;
     * about one that is not there, in the cell for the whole return. One about an item of a form in any row of the item: in
     * the cell for its rule, beside the cell in question, or in the cell for another rule that blames the item. One about
     * neither in the cell for its rule, or in that for the whole return.
     *
     * @param isThere whether the record that it is about, if any, is in the return
     */
    public static List<Place> places(Catalogue catalogue, Finding finding, boolean isThere) {
        Place whole = new Place.Named(OF_RETURN);
        if (!finding.record().isEmpty()) {
            return List.of(isThere ? new Place.OfTheRecord() : whole);
        }
        Place own = new Place.Named(name(finding.rule()));
        if (finding.item().isEmpty()) {
            return List.of(own, whole);
        }
        Stream<Place> ofOthers = catalogue.rules().stream()
                .filter(r -> r.locate().equals(Optional.of(finding.item())))
                .map(r -> new Place.Named(name(r.id())));
        return Stream.concat(Stream.of(own, new Place.Beside()), ofOthers).toList();
    }

    /**
     * The name under which what a sender tells of one finding stands as if it stood in the cell in question: it explains no
     * more than the same words beside that cell would.
     *
     * @param isThere as for {@link #places}
     */
    public static String told(Catalogue catalogue, Finding finding, boolean isThere) {
        if (!finding.record().isEmpty()) {
            return isThere ? OF_RECORD : OF_RETURN;
        }
        boolean isOfARule = catalogue.rules().stream().anyMatch(r -> r.id().equals(finding.rule()));
        return name(isOfARule || finding.item().isEmpty() ? finding.rule() : finding.item());
    }

    /** Tells whether a name is that of an explanation. */
    public static boolean isName(String name) {
        return name.equals(OF_RECORD) || name.startsWith(PREFIX);
    }

    /** Whether a text gives no reason. */
    public boolean sayNothing(String explanation) {
        String folded = folded(explanation);
        return folded.isEmpty() || words.contains(folded);
    }

    /** The words that say nothing, as texts without {@link #ignored} signs and in small letters. */
    public List<String> words() {
        return List.copyOf(words);
    }

    /** Every sign that is passed over. */
    public static List<String> ignored() {
        return Stream.of(
                        Stream.of(' ', WIDE_SPACE),
                        SIGNS.chars().mapToObj(c -> (char) c),
                        SIGNS.chars().mapToObj(c -> (char) (c + WIDER)),
                        WIDE_SIGNS.chars().mapToObj(c -> (char) c))
                .flatMap(s -> s)
                .map(String::valueOf)
                .toList();
    }

    /** A text with full-width letters instead of plain ones, as people type them in Chinese. */
    public static String wide(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c >= '!' && c <= '~' ? c + WIDER : c)));
        return wide.toString();
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        Folding.fold(text)
                .chars()
                .filter(c -> SIGNS.indexOf(c) < 0 && WIDE_SIGNS.indexOf(c) < 0)
                .forEach(c -> folded.append((char) c));
        return folded.toString();
    }
}

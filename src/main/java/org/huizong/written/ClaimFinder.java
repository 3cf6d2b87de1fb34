package org.huizong.written;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huizong.text.FoldedText;
import org.huizong.written.read.Paragraph;

/** Finds what the numbers of a document speak of, paragraph by paragraph: headings say for those below them of which field they speak, and whether of plans. */
final class ClaimFinder {
    private static final Pattern TOP = Pattern.compile("^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]+部分)");
    private static final Pattern LISTED =
            Pattern.compile("^(?:[一二三四五六七八九十]{1,3}、|\\([一二三四五六七八九十\\d]{1,3}\\)|\\d{1,2}[.、](?!\\d)|[一二三四五六七八九]是)");
    private static final Pattern BRACKET = Pattern.compile("^\\(([^)\\d]{2,12})\\)");
    private static final String ENDS = "。;!?！？；\n";
    private static final int HEADING = 40;
    private static final int LONGEST = 1_000;

    private final Vocabulary vocabulary;
    private final Periods periods;
    private final Span usual;
    private final List<Claim> claims = new ArrayList<>();
    private Set<String> topic = Set.of();
    private boolean isOfPlans;

    /**
     * Finds claims with these words.
     *
     * @param usual of which months numbers speak where nothing else is said
     */
    ClaimFinder(Vocabulary vocabulary, Periods periods, Span usual) {
        this.vocabulary = vocabulary;
        this.periods = periods;
        this.usual = usual;
    }

    /** The claims of all paragraphs, in their order. */
    List<Claim> in(List<Paragraph> paragraphs) {
        for (int i = 0; i < paragraphs.size(); i++) {
            paragraph(paragraphs.get(i), i);
        }
        return List.copyOf(claims);
    }

    private void paragraph(Paragraph paragraph, int index) {
        FoldedText text = FoldedText.of(paragraph.text());
        FoldedText lead = FoldedText.of(paragraph.lead());
        String folded = text.text();
        String masked = Uncounted.of(folded);
        List<Quantity> quantities = Quantities.of(text, masked);
        boolean isListed = LISTED.matcher(folded).find();
        int first = end(folded, 0);
        boolean isHeading = paragraph.lead().isEmpty()
                && first <= HEADING
                && (isListed || first >= folded.length() - 1)
                && quantities.stream().noneMatch(q -> q.start() < first);
        if (isHeading) {
            String heading = folded.substring(0, first);
            if (TOP.matcher(heading).find()) {
                isOfPlans = Context.headsPlans(heading);
            }
            topic = fields(heading);
        }
        Matcher bracket = BRACKET.matcher(folded);
        if (paragraph.lead().isEmpty() && bracket.find()) {
            topic = fields(bracket.group(1));
        }
        Set<String> own = topic;
        Spotted spotted = Spotted.in(folded, quantities, vocabulary, periods);
        Spotted ofLead = Spotted.in(lead.text(), List.of(), vocabulary, periods);
        Optional<SentenceClaims.Spoken> last = Optional.empty();
        for (int from = 0; from < folded.length(); ) {
            int to = end(folded, from);
            Sentence sentence = new Sentence(index, text, masked, lead.text(), ofLead, from, to);
            SentenceWords words = new SentenceWords(sentence, spotted, own, usual, periods);
            last = new SentenceClaims(vocabulary, usual, words, isOfPlans, claims, last).find();
            from = Math.max(to + 1, from + 1);
        }
    }

    /** The fields that a heading speaks of. */
    private Set<String> fields(String heading) {
        Set<String> fields = new LinkedHashSet<>();
        vocabulary.fields(heading).forEach(hit -> fields.add(hit.meant()));
        return fields;
    }

    /** Where a sentence ends; one without an end is parted where it gets too long for anybody to follow. */
    private static int end(String text, int from) {
        int at = from;
        while (at < text.length()
                && ENDS.indexOf(text.charAt(at)) < 0
                && !(at - from > LONGEST && Context.BREAKS.indexOf(text.charAt(at)) >= 0)
                && at - from < 2 * LONGEST) {
            at++;
        }
        return at;
    }
}

package org.huizong.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.wording.Wording;

/** Formulas that tell what is wrong with a cell of a record by itself, as it is sent back for on arrival. */
final class RecordFlaws {
    /** Weights of the digits of a citizen's number, modulo 11, and of an organisation's code, modulo 31. */
    private static final int[] CITIZEN = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private static final int[] CREDIT = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int X_IN_CREDIT = 29;

    private final Wording wording;
    private final UnaryOperator<String> spellings;
    private final UnaryOperator<String> identities;

    /**
     * Flaws in the words of a language.
     *
     * @param spellings the cells that hold every spelling of a list's entries, by the name of the list
     * @param identities the cell that says whether a number is none, by code of its item
     */
    RecordFlaws(Wording wording, UnaryOperator<String> spellings, UnaryOperator<String> identities) {
        this.wording = wording;
        this.spellings = spellings;
        this.identities = identities;
    }

    /** Each that a filled cell may have, as a condition, with the sentence for it. */
    Map<String, String> of(Item item, String x) {
        Map<String, String> flaws = new LinkedHashMap<>();
        String label = wording.label(item);
        switch (item.type()) {
            case TEXT -> {}
            case IDENTITY ->
                flaws.put(
                        "LEN(" + identities.apply(item.code()) + ")>0",
                        wording.text("template.record.identity", label));
            case CHOICE -> flaws.put(filled(x, isUnlisted(item, x)), wording.text("template.record.choice", label));
            case DATE -> flaws.put("ISTEXT(" + x + ")", wording.text("template.record.date", label));
            default -> {
                flaws.put("ISTEXT(" + x + ")", wording.text("template.record.number", label));
                if (item.type() == ItemType.INTEGER) {
                    number(flaws, x, "INT(" + x + ")<>" + x, wording.text("template.record.integer", label));
                }
                item.min()
                        .map(Excel::plain)
                        .ifPresent(min ->
                                number(flaws, x, x + "<" + min, wording.text("template.record.min", label, min)));
                item.max()
                        .map(Excel::plain)
                        .ifPresent(max ->
                                number(flaws, x, x + ">" + max, wording.text("template.record.max", label, max)));
            }
        }
        return flaws;
    }

    private static void number(Map<String, String> flaws, String x, String flaw, String sentence) {
        flaws.put("IF(ISNUMBER(" + x + ")," + flaw + ",FALSE)", sentence);
    }

    private static String filled(String x, String flaw) {
        return "AND(" + x + "<>\"\"," + flaw + ")";
    }

    /** Whether a cell is blank that must not be, or has any such flaw; empty if nothing can be wrong with it. */
    Optional<String> any(Item item, String x) {
        List<String> flaws = new ArrayList<>(of(item, x).keySet());
        if (item.required()) {
            flaws.add(0, x + "=\"\"");
        }
        return flaws.isEmpty() ? Optional.empty() : Optional.of(String.join(",", flaws));
    }

    private String isUnlisted(Item item, String x) {
        return "ISNA(MATCH(" + x + "," + spellings.apply(item.choices()) + ",0))";
    }

    /**
     * Whether it has the shape of a citizen's number, and neither its last digit and its day nor those of a code are right:
     * a mark if so.
     */
    static String noIdentity(String x) {
        String shape = "IF(LEN(" + x + ")=18,AND(ISNUMBER(-LEFT(" + x + ",17)),ISNUMBER(FIND(UPPER(RIGHT(" + x
                + ")),\"0123456789X\"))),FALSE)";
        String citizen =
                "AND(MID(\"10X98765432\",MOD(" + sum(x, CITIZEN) + ",11)+1,1)=UPPER(RIGHT(" + x + ")),TEXT(DATE(MID("
                        + x + ",7,4),MID(" + x + ",11,2),MID(" + x + ",13,2)),\"yyyymmdd\")=MID(" + x + ",7,8))";
        String last = "IF(UPPER(RIGHT(" + x + "))=\"X\"," + X_IN_CREDIT + ",RIGHT(" + x + ")*1)";
        String credit = "MOD(" + sum(x, CREDIT) + "+" + last + ",31)=0";
        String wrong = "\"" + VerdictMark.ERROR + "\"";
        return "IFERROR(IF(" + shape + ",IF(OR(" + citizen + "," + credit + "),\"\"," + wrong + "),\"\"),\"\")";
    }

    private static String sum(String x, int[] weights) {
        StringBuilder sum = new StringBuilder();
        for (int i = 0; i < weights.length; i++) {
            sum.append(i == 0 ? "" : "+")
                    .append("MID(")
                    .append(x)
                    .append(',')
                    .append(i + 1)
                    .append(",1)*")
                    .append(weights[i]);
        }
        return sum.toString();
    }
}

package org.huizong.job;

import java.util.Arrays;
import java.util.Set;
import org.huizong.wording.Lang;
import org.huizong.wording.Words;

/** The names that a publication has in its folder, in any language and for any period. */
final class OurNames {
    private static final Set<String> FIXED = Set.of(OutputFolder.MARK, "data", "returned");
    private static final String WORKBOOK = "report.file.";

    private OurNames() {}

    static boolean include(String name) {
        return FIXED.contains(name) || Arrays.stream(Lang.values()).anyMatch(lang -> isWorkbook(name, new Words(lang)));
    }

    private static boolean isWorkbook(String name, Words words) {
        return words.keys(WORKBOOK).stream()
                .map(length -> words.text(WORKBOOK + length, "\n").split("\n", 2))
                .anyMatch(around -> name.matches("(?s)\\Q" + around[0] + "\\E[-0-9QH]+\\Q" + around[1] + "\\E"));
    }
}

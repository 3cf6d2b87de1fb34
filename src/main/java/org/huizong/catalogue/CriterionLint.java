package org.huizong.catalogue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks what can be said of the criteria of the assessment without reading a formula. */
final class CriterionLint {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z_]{2,}[a-z0-9_]*");

    private final Tables tables;
    private final Faults faults;

    CriterionLint(Tables tables, Faults faults) {
        this.tables = tables;
        this.faults = faults;
    }

    void run() {
        tables.criteria().forEach(this::check);
    }

    private void check(Criterion criterion) {
        if (!CODE.matcher(criterion.code()).matches()) {
            fault(criterion, "criterion", "criterion.code", Map.of("value", criterion.code()));
        }
        BigDecimal full = criterion.full();
        if (full.signum() <= 0) {
            fault(criterion, "full", "criterion.full", Map.of("value", full.toPlainString()));
        }
        criterion
                .cap()
                .filter(cap -> cap.signum() <= 0 || cap.compareTo(full) > 0)
                .ifPresent(cap -> fault(
                        criterion,
                        "cap",
                        "criterion.cap",
                        Map.of("value", cap.toPlainString(), "full", full.toPlainString())));
        if (criterion.isManual() && criterion.cap().isPresent()) {
            fault(criterion, "cap", "criterion.cap.manual", Map.of());
        }
    }

    private void fault(Criterion criterion, String column, String kind, Map<String, String> arguments) {
        faults.add(Tables.ASSESSMENT, tables.line(criterion), column, kind, arguments);
    }
}

package org.huizong.catalogue;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The columns that each table must have, in order. */
final class Columns {
    static final Map<String, Set<String>> ALL;

    /** Columns that a table may do without: those that came later than tables that are in use, and the English ones. */
    static final Set<String> OPTIONAL = Set.of(
            "days",
            "under",
            "lines",
            "changes",
            "day",
            "open",
            "rows",
            "tally",
            "area",
            "headline",
            "aliases",
            "public",
            "label_en",
            "issuer_en",
            "notes_en",
            "message_en",
            "note_en",
            "sanction");

    static {
        Map<String, Set<String>> all = new LinkedHashMap<>();
        all.put(
                Tables.UNITS,
                set(
                        "code",
                        "label",
                        "label_en",
                        "kind",
                        "parent",
                        "returns",
                        "aliases",
                        "area",
                        "merged_into",
                        "from",
                        "until"));
        all.put(
                Tables.RETURNS,
                set(
                        "code",
                        "version",
                        "form_no",
                        "label",
                        "label_en",
                        "kind",
                        "frequency",
                        "due_day",
                        "issuer",
                        "issuer_en",
                        "notes",
                        "notes_en",
                        "open",
                        "rows",
                        "tally",
                        "from",
                        "until",
                        "changes",
                        "aliases"));
        all.put(
                Tables.ITEMS,
                set(
                        "return",
                        "code",
                        "label",
                        "label_en",
                        "row",
                        "column",
                        "type",
                        "measure",
                        "required",
                        "key",
                        "min",
                        "max",
                        "choices",
                        "time",
                        "across",
                        "formula",
                        "personal",
                        "aliases",
                        "from",
                        "until",
                        "under",
                        "lines",
                        "sanction"));
        all.put(Tables.CHOICES, set("list", "code", "label", "label_en"));
        all.put(Tables.HOLIDAYS, set("date", "day", "label"));
        all.put(
                Tables.RULES,
                set(
                        "id",
                        "scope",
                        "severity",
                        "formula",
                        "days",
                        "missing",
                        "locate",
                        "message",
                        "message_en",
                        "basis",
                        "from",
                        "until"));
        all.put(
                Tables.INDICATORS,
                set(
                        "code",
                        "section",
                        "order",
                        "label",
                        "label_en",
                        "measure",
                        "formula",
                        "decimals",
                        "direction",
                        "target",
                        "headline",
                        "note",
                        "note_en",
                        "aliases",
                        "public",
                        "from",
                        "until"));
        all.put(
                Tables.ASSESSMENT,
                set(
                        "criterion",
                        "label",
                        "label_en",
                        "kinds",
                        "frequency",
                        "full",
                        "formula",
                        "cap",
                        "time",
                        "basis",
                        "note",
                        "note_en",
                        "from",
                        "until"));
        all.put(Tables.TARGETS, set("indicator", "unit", "year", "value"));
        all.put(Tables.PILLARS, set("group", "code", "label", "label_en", "item", "by", "lacks"));
        ALL = Collections.unmodifiableMap(all);
    }

    private Columns() {}

    private static Set<String> set(String... columns) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(columns)));
    }
}

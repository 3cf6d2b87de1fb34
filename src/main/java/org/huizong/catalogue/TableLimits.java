package org.huizong.catalogue;

import java.util.Map;
import java.util.Set;

/**
 * How large a table may be: far more than any office needs, and little enough for every check to end within seconds.
 */
public final class TableLimits {
    /** Bytes of any table. */
    public static final int MAX_BYTES = 8 * 1024 * 1024;
    /** Columns of a table. */
    static final int MAX_COLUMNS = 100;
    /** Items that a form asks in one month. */
    static final int MAX_FORM_ITEMS = 500;
    /** Value columns of a form. */
    static final int MAX_FORM_COLUMNS = 50;
    /** Items that a record of a register has in one month, measures left out. */
    static final int MAX_REGISTER_COLUMNS = 100;
    /** The first and the last year of any month or day. */
    static final int FIRST_YEAR = 1949;

    static final int LAST_YEAR = 2099;
    /** Digits before and behind the point of any number. */
    static final int MAX_DIGITS = 15;

    static final int MAX_DECIMALS = 6;

    private static final int MAX_ROWS = 200_000;
    private static final Map<String, Integer> ROWS = Map.of(
            Tables.UNITS, 50_000,
            Tables.RETURNS, 200,
            Tables.ITEMS, 10_000,
            Tables.CHOICES, 20_000,
            Tables.HOLIDAYS, 20_000,
            Tables.RULES, 5_000,
            Tables.INDICATORS, 1_000,
            Tables.ASSESSMENT, 1_000,
            Tables.TARGETS, 20_000,
            Tables.PILLARS, 100);

    private static final int MEGABYTE = 1 << 20;
    private static final Map<String, Integer> MEGABYTES = Map.of(Tables.RULES, 2, Tables.ITEMS, 4, Tables.RETURNS, 4);

    /** What a cell of a worksheet holds. */
    private static final int MAX_CELL = 32_767;

    private static final int WORD = 100;
    private static final int LABEL = 200;
    private static final Map<String, Integer> CELLS = Map.ofEntries(
            Map.entry("code", WORD),
            Map.entry("id", 30),
            Map.entry("kind", WORD),
            Map.entry("parent", WORD),
            Map.entry("merged_into", WORD),
            Map.entry("version", 20),
            Map.entry("form_no", WORD),
            Map.entry("frequency", WORD),
            Map.entry("due_day", WORD),
            Map.entry("rows", WORD),
            Map.entry("return", WORD),
            Map.entry("row", 20),
            Map.entry("column", WORD),
            Map.entry("type", WORD),
            Map.entry("measure", WORD),
            Map.entry("min", WORD),
            Map.entry("max", WORD),
            Map.entry("choices", WORD),
            Map.entry("list", WORD),
            Map.entry("section", WORD),
            Map.entry("order", WORD),
            Map.entry("target", WORD),
            Map.entry("indicator", WORD),
            Map.entry("unit", WORD),
            Map.entry("group", WORD),
            Map.entry("item", WORD),
            Map.entry("by", WORD),
            Map.entry("lacks", WORD),
            Map.entry("year", WORD),
            Map.entry("value", WORD),
            Map.entry("headline", WORD),
            Map.entry("criterion", WORD),
            Map.entry("kinds", WORD),
            Map.entry("full", WORD),
            Map.entry("cap", WORD),
            Map.entry("sanction", WORD),
            Map.entry("area", WORD),
            Map.entry("locate", WORD),
            Map.entry("from", WORD),
            Map.entry("until", WORD),
            Map.entry("date", WORD),
            Map.entry("label", LABEL),
            Map.entry("label_en", LABEL),
            Map.entry("issuer", LABEL),
            Map.entry("issuer_en", LABEL),
            Map.entry("returns", 4_000),
            Map.entry("aliases", 4_000),
            Map.entry("message", 2_000),
            Map.entry("message_en", 2_000),
            Map.entry("note", 2_000),
            Map.entry("note_en", 2_000),
            Map.entry("basis", 2_000));

    /** Columns whose texts people read in several lines, or in which Excel breaks a formula. */
    private static final Set<String> BROKEN = Set.of(
            "notes",
            "notes_en",
            "note",
            "note_en",
            "message",
            "message_en",
            "basis",
            "formula",
            "days",
            "open",
            "source");

    private TableLimits() {}

    /** Bytes of the table of that name, in units of 1,048,576. */
    static int megabytes(String table) {
        return MEGABYTES.getOrDefault(table, MAX_BYTES / MEGABYTE);
    }

    /** Bytes of the table of that name. */
    static int bytes(String table) {
        return megabytes(table) * MEGABYTE;
    }

    /** Rows of the table of that name. */
    static int rows(String table) {
        return ROWS.getOrDefault(table, MAX_ROWS);
    }

    /** Characters of a cell in the column of that name. */
    static int characters(String column) {
        return CELLS.getOrDefault(column, MAX_CELL);
    }

    /** Tells whether a cell in the column of that name may have several lines. */
    static boolean mayBreak(String column) {
        return BROKEN.contains(column);
    }
}

package org.huizong.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.huizong.model.CellRef;
import org.huizong.model.Disposition;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.model.Value;

/** Turns rows of the database into values. */
final class Rows {
    /** Columns of {@link #submission}, with tables {@code s} submission and {@code f} file. */
    static final String SUBMISSION = """
            s.id, s.unit, s.form, s.version, s.period, s.revision, f.name AS file, s.sha256, s.sheet, s.saved,
            f.received, s.disposition""";

    /** Columns of {@link #observation}, with table {@code o} observation. */
    static final String OBSERVATION = "o.item, o.record, o.kind, o.number_is, o.text_is, o.day_is, o.digest, o.cell";

    /** Stands between the name of a sheet and a cell of it. */
    private static final char OTHER_SHEET = '!';

    private Rows() {}

    /** A submission; what it has in common with others is kept once. */
    static StoredSubmission submission(ResultSet row, Same same) throws SQLException {
        OffsetDateTime saved = row.getObject("saved", OffsetDateTime.class);
        return new StoredSubmission(
                row.getLong("id"),
                same.of(row.getString("unit")),
                same.of(row.getString("form")),
                same.of(row.getString("version")),
                same.of(Period.parse(row.getString("period"))),
                row.getInt("revision"),
                same.of(row.getString("file")),
                same.of(row.getString("sha256")),
                same.of(row.getString("sheet")),
                Optional.ofNullable(saved).map(OffsetDateTime::toInstant),
                same.of(row.getObject("received", LocalDate.class)),
                disposition(row.getString("disposition")));
    }

    static Disposition disposition(String code) {
        for (Disposition disposition : Disposition.values()) {
            if (disposition.code().equals(code)) {
                return disposition;
            }
        }
        throw new IllegalStateException("the store holds an unknown disposition: " + code);
    }

    static Observation observation(ResultSet row, String file, String sheet) throws SQLException {
        return new Observation(row.getString("item"), row.getString("record"), value(row), where(row, file, sheet));
    }

    /** The place of a value; the name of its sheet stands before the cell if that is not the sheet of the return. */
    private static CellRef where(ResultSet row, String file, String sheet) throws SQLException {
        String cell = row.getString("cell");
        int other = cell.lastIndexOf(OTHER_SHEET);
        return other < 0
                ? new CellRef(file, sheet, cell)
                : new CellRef(file, cell.substring(0, other), cell.substring(other + 1));
    }

    /** The cell of a value of a return on that sheet, as {@link #observation} reads it. */
    static String cell(CellRef where, String sheet) {
        return where.sheet().equals(sheet) ? where.cell() : where.sheet() + OTHER_SHEET + where.cell();
    }

    static char kind(Value value) {
        if (value instanceof Value.Quantity) {
            return 'N';
        }
        if (value instanceof Value.Text) {
            return 'T';
        }
        if (value instanceof Value.Date) {
            return 'D';
        }
        if (value instanceof Value.Masked) {
            return 'M';
        }
        return value == Value.Gap.BLANK ? 'B' : 'X';
    }

    private static Value value(ResultSet row) throws SQLException {
        return switch (row.getString("kind")) {
            case "N" -> Value.of(plain(row.getBigDecimal("number_is")));
            case "T" -> Value.of(row.getString("text_is"));
            case "D" -> Value.of(row.getObject("day_is", LocalDate.class));
            case "M" -> new Value.Masked(row.getString("text_is"), row.getString("digest"));
            case "B" -> Value.Gap.BLANK;
            default -> Value.Gap.NOT_OWED;
        };
    }

    /** A number without the zeros that the column's scale adds, and never with an exponent. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}

package org.huizong.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Derivation;
import org.huizong.model.Finding;
import org.huizong.model.Outcome;
import org.huizong.model.Period;
import org.huizong.model.Reason;
import org.huizong.model.Remark;
import org.huizong.model.Severity;
import org.huizong.model.Subject;

/**
 * Findings keep subject, values, derivation and remarks apart and with their types, where a map of texts held them all. In
 * Java, because a finding is written as the program writes it. A value that is only shown stays the text it was.
 */
final class V14__typed_arguments extends BaseJavaMigration {
    private static final int BATCH = 1000;
    private static final String LIST = ", ";
    private static final String UNITS = ":units";
    private static final String PART = "=";
    private static final Set<String> NAMES =
            Set.of("file", "first", "by", "counts", "sheet", "folders", "near", "units");

    @Override
    public void migrate(Context context) throws SQLException {
        type(context.getConnection());
    }

    static void type(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, rule, outcome, arguments FROM finding ORDER BY id");
                PreparedStatement update =
                        connection.prepareStatement("UPDATE finding SET arguments = ? WHERE id = ?")) {
            int waiting = 0;
            while (row.next()) {
                boolean undecided = row.getString(3).equals(Outcome.UNDECIDED.code());
                update.setString(1, FindingJson.write(typed(row.getString(2), undecided, row.getString(4))));
                update.setLong(2, row.getLong(1));
                update.addBatch();
                if (++waiting % BATCH == 0) {
                    update.executeBatch();
                }
            }
            update.executeBatch();
        }
    }

    private static Finding typed(String rule, boolean undecided, String flat) {
        SortedMap<String, String> said = FlatArguments.read(flat);
        Finding finding = Finding.failed(rule, Severity.NOTICE, CellRef.NOWHERE);
        boolean namesHolder = rule.startsWith("record.units");
        Optional<String> holder = namesHolder ? Optional.ofNullable(said.remove("unit")) : Optional.empty();
        if (holder.isPresent()) {
            finding = finding.with("holder", Argument.code(holder.get()));
        }
        finding = finding.about(
                new Subject(taken(said, "unit"), taken(said, "form"), taken(said, "item"), taken(said, "record")));
        finding = finding.by(derivation(undecided, said));
        String nothing = taken(said, "nothing");
        if (!nothing.isEmpty()) {
            finding = finding.with(new Remark.EmptyExplanation(nothing));
        }
        String hidden = taken(said, "hidden");
        if (!hidden.isEmpty()) {
            finding = finding.with(new Remark.HiddenSheet(hidden.equals("deep")));
        }
        return finding.with(arguments(said, finding.item()));
    }

    private static String taken(Map<String, String> said, String name) {
        return Optional.ofNullable(said.remove(name)).orElse("");
    }

    private static Derivation derivation(boolean undecided, SortedMap<String, String> said) {
        said.keySet().removeIf(name -> name.startsWith(PART));
        Optional<BigDecimal> days = Optional.ofNullable(said.remove("days")).map(BigDecimal::new);
        return new Derivation(undecided ? Optional.of(reason(said)) : Optional.empty(), List.of(), days);
    }

    private static Reason reason(SortedMap<String, String> said) {
        String kind = taken(said, "reason");
        String missing = taken(said, "missing");
        List<String> names = missing.isEmpty() ? List.of() : List.of(missing.split(LIST, -1));
        return switch (kind) {
            case "register" -> new Reason.NoRegister(names);
            case "text" -> new Reason.NoNumber(names);
            case "zero" -> new Reason.DivisionByZero(taken(said, "divisor"));
            case "calendar" ->
                new Reason.UnknownYears(List.of(taken(said, "years").split(LIST, -1)).stream()
                        .map(Integer::valueOf)
                        .toList());
            case "error" -> new Reason.Failure(taken(said, "error"));
            default -> {
                List<Reason.Lack> lacks = new ArrayList<>();
                for (String name : names) {
                    String units = taken(said, name + UNITS);
                    lacks.add(new Reason.Lack(name, units.isEmpty() ? List.of() : List.of(units.split(LIST, -1))));
                }
                yield new Reason.Missing(lacks);
            }
        };
    }

    private static Map<String, Argument> arguments(SortedMap<String, String> said, String item) {
        Set<String> baseline = Set.of(taken(said, "baseline").split(LIST, -1));
        Map<String, Argument> arguments = new TreeMap<>();
        said.forEach((name, text) -> {
            Argument shown = argument(name, text, item);
            arguments.put(name, baseline.contains(name) ? new Argument.OfBaseline(shown) : shown);
        });
        // the list is asked of the catalogue in the language of the reader
        arguments.remove("choices_en");
        return arguments;
    }

    private static Argument argument(String name, String text, String item) {
        if (name.equals("choices")) {
            return new Argument.ChoicesOf(item);
        }
        if (name.equals("period")) {
            return Period.tryParse(text).map(Argument::of).orElse(Argument.text(text));
        }
        return NAMES.contains(name) ? Argument.name(text) : Argument.text(text);
    }
}

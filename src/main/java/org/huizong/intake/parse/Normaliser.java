package org.huizong.intake.parse;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Choice;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.model.Argument;
import org.huizong.model.IdentityNumber;
import org.huizong.model.Value;
import org.huizong.text.Folding;

/** Turns what stands in a cell into the value of an item: repairs what is certain, guesses nothing. */
public final class Normaliser {
    private static final String YES_NO = "yes_no";
    private static final Set<String> YES = Set.of("√", "✓", "✔", "☑", "有", "对", "y", "true");
    private static final Set<String> NO = Set.of("无", "没有", "n", "false");
    /** Excel keeps 15 digits: a longer number, such as an identity card's, has lost its end. */
    private static final int DIGITS = 15;
    /** Decimals that are kept: what is smaller is the noise of a calculation, and so it is for every check. */
    private static final int DECIMALS = 10;

    private static final Pattern EXPONENT = Pattern.compile("\\d(?:\\.\\d+)?[Ee]\\+1\\d");

    private final Catalogue catalogue;

    public Normaliser(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The value of an item; blank is never zero. */
    public ParsedValue normalise(Optional<Value> raw, Item item, boolean from1904) {
        if (raw.isEmpty()) {
            return ParsedValue.plain(Value.Gap.BLANK);
        }
        Value cell = raw.get();
        if (cell instanceof Value.CellError fault) {
            return ParsedValue.unreadable("cell.error", fault.code());
        }
        if (cell instanceof Value.Text text
                && (Folding.trim(text.text()).isEmpty() || NumberText.isCrossed(text.text()))) {
            return ParsedValue.plain(Value.Gap.BLANK);
        }
        Optional<ParsedValue> choice = item.type() == ItemType.CHOICE ? listed(cell, item) : Optional.empty();
        if (choice.isPresent()) {
            return choice.get();
        }
        if (item.key() && Filler.isBlank(cell.show(), item)) {
            return ParsedValue.plain(Value.Gap.BLANK);
        }
        if (!item.required() && Filler.isBlank(cell.show(), item)) {
            return ParsedValue.blanked(cell.show());
        }
        return switch (item.type()) {
            case INTEGER, DECIMAL, MONEY -> number(cell, item);
            case DATE -> date(cell, from1904);
            case CHOICE -> unlisted(cell, item);
            case TEXT -> text(cell, item);
            case IDENTITY -> identity(cell);
        };
    }

    private static ParsedValue number(Value cell, Item item) {
        if (cell instanceof Value.Quantity numeric) {
            return number(numeric, item);
        }
        Optional<BigDecimal> number =
                cell instanceof Value.Text text ? NumberText.read(text.text(), item.measure()) : Optional.empty();
        return number.map(n -> SuspiciousValueCheck.of(item, n)
                        .map(rule -> ParsedValue.doubted(Value.of(n), rule, cell.show()))
                        .orElseGet(() -> ParsedValue.repaired(Value.of(n), cell.show())))
                .orElseGet(() -> ParsedValue.unreadable("unreadable", cell.show()));
    }

    private static ParsedValue number(Value.Quantity cell, Item item) {
        BigDecimal number = cell.number();
        if (isTooLong(number)) {
            return ParsedValue.unreadable("unreadable.large", cell.show());
        }
        Value value = Value.of(number.scale() > DECIMALS ? number.setScale(DECIMALS, RoundingMode.HALF_EVEN) : number);
        return SuspiciousValueCheck.of(item, number)
                .map(rule -> ParsedValue.doubted(value, rule, cell.show()))
                .orElseGet(() -> ParsedValue.plain(value));
    }

    /** Whether it is a number that was too long for its cell, or what a table of text made of one: 5.13E+17. */
    private static boolean hasLostDigits(Value cell) {
        return cell instanceof Value.Quantity numeric
                ? isTooLong(numeric.number())
                : EXPONENT.matcher(Folding.halfWidth(cell.show())).matches();
    }

    private static boolean isTooLong(BigDecimal number) {
        return number.precision() - number.scale() > DIGITS;
    }

    private static ParsedValue date(Value cell, boolean from1904) {
        if (cell instanceof Value.Quantity numeric) {
            var serial = DateText.serial(numeric.number(), from1904);
            if (serial.isPresent()) {
                return ParsedValue.plain(Value.of(serial.get()));
            }
        }
        return DateText.read(cell.show())
                .map(day -> ParsedValue.repaired(Value.of(day), cell.show()))
                .orElseGet(() -> ParsedValue.unreadable("unreadable.date", cell.show()));
    }

    private Optional<ParsedValue> listed(Value cell, Item item) {
        List<Choice> choices = catalogue.choices(item.choices());
        String written = Folding.fold(cell.show());
        for (Choice choice : choices) {
            if (written.equals(Folding.fold(choice.label()))
                    || written.equals(Folding.fold(choice.labelEn()))
                    || written.equals(Folding.fold(choice.code()))) {
                return Optional.of(ParsedValue.plain(Value.of(choice.code())));
            }
        }
        return item.choices().equals(YES_NO) && (YES.contains(written) || NO.contains(written))
                ? Optional.of(ParsedValue.repaired(Value.of(YES.contains(written) ? "yes" : "no"), cell.show()))
                : Optional.empty();
    }

    private ParsedValue unlisted(Value cell, Item item) {
        return ParsedValue.unreadable("choice", cell.show(), Map.of("choices", new Argument.ChoicesOf(item.code())));
    }

    /** A citizen's number must be one; a code that fails its check is only doubted, for some in real use do. */
    private static ParsedValue identity(Value cell) {
        if (Filler.isMark(cell.show())) {
            return ParsedValue.unreadable("unreadable.none", cell.show());
        }
        if (hasLostDigits(cell)) {
            return ParsedValue.unreadable("unreadable.digits", cell.show());
        }
        String written = Folding.trim(cell.show());
        String number = Folding.fold(written).toUpperCase(Locale.ROOT);
        if (IdentityNumber.isCitizen(number) || IdentityNumber.isCredit(number)) {
            return number.equals(written)
                    ? ParsedValue.plain(Value.of(number))
                    : ParsedValue.repaired(Value.of(number), cell.show());
        }
        if (IdentityNumber.isCitizenLike(number)) {
            return ParsedValue.unreadable("identity.citizen", number);
        }
        return ParsedValue.doubted(
                Value.of(number), IdentityNumber.isCreditLike(number) ? "identity.credit" : "identity.other", number);
    }

    private static ParsedValue text(Value cell, Item item) {
        if (Filler.isMark(cell.show())) {
            return ParsedValue.unreadable("unreadable.none", cell.show());
        }
        if (hasLostDigits(cell)) {
            return ParsedValue.unreadable("unreadable.digits", cell.show());
        }
        Value value = Value.of(Folding.trim(cell.show()));
        return SuspiciousValueCheck.of(item, cell.show())
                .map(rule -> ParsedValue.doubted(value, rule, cell.show()))
                .orElseGet(() -> ParsedValue.plain(value));
    }
}

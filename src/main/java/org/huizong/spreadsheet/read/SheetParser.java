package org.huizong.spreadsheet.read;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.huizong.model.Value;

/** Reads the cells of one worksheet part, in one pass and without what does not matter: styles, formulas, rules. */
final class SheetParser {
    private static final int LAST_COLUMN = 16_383;
    private static final int LAST_ROW = 1_048_575;
    private static final int LETTERS = 26;
    /** Elements that a sheet of any kind begins with. */
    private static final Set<String> ROOTS =
            Set.of("worksheet", "chartsheet", "dialogsheet", "macrosheet", "xmlMacrosheet");

    private static final Pattern ERROR = Pattern.compile("#[A-Z0-9/]+[!?]?");

    private final XMLStreamReader reader;
    private final List<String> strings;
    private final Limits limits;
    private final SheetCells.Builder cells = new SheetCells.Builder();

    /**
     * A parser of one part.
     *
     * @param strings the workbook's table of shared strings, cleaned
     * @param limits what was built of the workbook until now
     */
    SheetParser(InputStream part, List<String> strings, Limits limits) throws XMLStreamException {
        this.reader = Xml.reader(part);
        this.strings = strings;
        this.limits = limits;
    }

    /**
     * The cells that are not blank; call once.
     *
     * @throws Beyond if there are more than there may be, one lies beyond the last column or row, or it is no sheet
     * @throws RuntimeException of another kind if the part is odd
     */
    SheetCells.Builder parse() throws XMLStreamException {
        reader.nextTag();
        if (!ROOTS.contains(reader.getLocalName())) {
            throw new Beyond(Unfit.of("file.damaged"));
        }
        limits.element();
        int row = -1;
        int column = -1;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                limits.element();
                String name = reader.getLocalName();
                if (name.equals("row")) {
                    String number = Xml.attribute(reader, "r");
                    row = number.isEmpty() ? row + 1 : Integer.parseInt(number) - 1;
                    if (row < 0 || row > LAST_ROW) {
                        throw new Beyond(Unfit.of("file.damaged"));
                    }
                    column = -1;
                } else if (name.equals("c")) {
                    String address = Xml.attribute(reader, "r");
                    column = address.isEmpty() ? column + 1 : column(address);
                    cell(row, column);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && reader.getLocalName().equals("sheetData")) {
                return cells;
            }
        }
        return cells;
    }

    /** Column of an address, from 0. */
    private static int column(String address) {
        int column = 0;
        int length = 0;
        while (length < address.length()) {
            int letter = (address.charAt(length) | 0x20) - 'a';
            if (letter < 0 || letter >= LETTERS) {
                break;
            }
            column = column * LETTERS + letter + 1;
            length++;
            if (column > LAST_COLUMN + 1) {
                throw new Beyond(Unfit.of("file.damaged"));
            }
        }
        if (length == 0) {
            throw new IllegalArgumentException("no address of a cell: " + address);
        }
        return column - 1;
    }

    private void cell(int row, int column) throws XMLStreamException {
        String type = Xml.attribute(reader, "t");
        Optional<Value> cell = Optional.empty();
        String formula = "";
        boolean isNumber = type.isEmpty() || type.equals("n");
        boolean inFormula = false;
        for (int event = reader.next(); ; event = reader.next()) {
            if (inFormula && event == XMLStreamConstants.CHARACTERS && reader.getTextLength() <= TypedFormula.LONGEST) {
                formula = reader.getText();
            }
            // what gives a text is passed over: most checks of a template are long
            inFormula = isNumber
                    && event == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("f");
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = reader.getLocalName();
                limits.element();
                if (name.equals("v")) {
                    cell = value(type, reader.getElementText());
                } else if (name.equals("is")) {
                    cell = text(Xml.text(reader, "is", limits));
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && reader.getLocalName().equals("c")) {
                break;
            }
        }
        if (cell.isPresent()) {
            limits.cell();
            cells.add(row, column, cell.get());
            if (cell.get() instanceof Value.Quantity && TypedFormula.mayBe(formula)) {
                cells.formula(row, column, formula);
            }
        }
    }

    /** A formula's is its cached value: blank if nobody has calculated it. */
    private Optional<Value> value(String type, String written) {
        if (written.isEmpty()) {
            return Optional.empty();
        }
        return switch (type) {
            case "s" -> text(own(strings.get(Integer.parseInt(written.strip()))));
            case "", "n" -> number(written);
            case "b" ->
                switch (written) {
                    case "1" -> Optional.of(new Value.Logical(true));
                    case "0" -> Optional.of(new Value.Logical(false));
                    default -> errorOrText(written);
                };
            case "e", "str" -> errorOrText(own(written));
            // a strict workbook writes its dates so
            case "inlineStr", "d" -> CellValues.text(own(written));
            default -> throw new IllegalArgumentException("no type of cell: " + type);
        };
    }

    private Optional<Value> number(String written) {
        Value number = CellValues.number(written);
        return number instanceof Value.Text ? errorOrText(own(written)) : Optional.of(number);
    }

    /** A text that is cleaned already. */
    private static Optional<Value> text(String cleaned) {
        return cleaned.isEmpty() ? Optional.empty() : Optional.of(new Value.Text(cleaned));
    }

    /** A text of this cell: a shared one counts in each. */
    private String own(String text) {
        limits.text(text.length());
        return text;
    }

    private static Optional<Value> errorOrText(String written) {
        return written.startsWith("#") && ERROR.matcher(written).matches()
                ? Optional.of(new Value.CellError(written))
                : CellValues.text(written);
    }
}

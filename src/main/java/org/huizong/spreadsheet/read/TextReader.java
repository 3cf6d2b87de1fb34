package org.huizong.spreadsheet.read;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.huizong.model.Value;

/** Reads a table of text as Excel and WPS save it: UTF-8 with or without a byte order mark, GB18030, UTF-16. */
final class TextReader {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int LOOK_AT = 20_000;
    /** As DOS ended a file: Ctrl-Z, and what fills the last block. */
    private static final String END = "\u001a\u0000";

    /** Not one that begins with 0, nor one with more digits than a cell of a workbook would keep. */
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:0|[1-9]\\d{0,14})(?:\\.\\d{1,12})?|-?\\d(?:\\.\\d{1,14})?E[+-]?\\d{1,3}");

    /** How a table of text keeps the digits of a number as they are: {@code ="0025"}. */
    private static final Pattern KEPT = Pattern.compile("\\s*=\\s*\"((?:[^\"]|\"\")*)\"\\s*");

    private static final Pattern FAULT = Pattern.compile("#(?:REF!|N/A|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!)");

    private TextReader() {}

    /** Decodes a text; a web page, a rich text, and bytes that are no text in any of the encodings, are unfit. */
    static Verdict inspect(byte[] bytes) {
        Optional<String> text = decode(bytes)
                .map(t -> t.startsWith("\uFEFF") ? t.substring(1) : t)
                .map(TextReader::withoutEnd);
        return text.filter(t -> !t.stripLeading().startsWith("<") && !t.startsWith("{\\rtf"))
                .<Verdict>map(Verdict.Plain::new)
                .orElseGet(() -> Unfit.of("file.text"));
    }

    private static String withoutEnd(String text) {
        int end = text.length();
        while (end > 0 && END.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }

    private static Optional<String> decode(byte[] bytes) {
        boolean wide = bytes.length > 1
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
        // half a character takes nothing with it
        ByteOrder order = bytes.length > 0 && bytes[0] == (byte) 0xFF ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        return wide
                ? Optional.of(ByteBuffer.wrap(bytes).order(order).asCharBuffer().toString())
                : Stream.of(StandardCharsets.UTF_8, GB18030)
                        .flatMap(charset -> decode(bytes, charset).stream())
                        .findFirst();
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The table as one sheet. */
    static Contents read(String text) {
        try {
            String delimiter = delimiter(text);
            TextLines.count(text, delimiter.charAt(0));
            return sheet(text, delimiter);
        } catch (Beyond e) {
            return e.why();
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            return Unfit.of("file.text");
        }
    }

    private static Contents sheet(String text, String delimiter) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        SheetCells.Builder cells = new SheetCells.Builder();
        Limits limits = new Limits();
        int row = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord line : parser) {
                boolean blank = true;
                for (int column = 0; column < line.size(); column++) {
                    String written = line.get(column);
                    if (!written.isEmpty()) {
                        blank = false;
                        limits.cell();
                        limits.text(written.length());
                        int at = column;
                        int on = row;
                        cell(written).ifPresent(cell -> cells.add(on, at, cell));
                    }
                }
                if (!blank) {
                    cells.fields(row, line.size());
                }
                row++;
            }
        }
        SheetCells sheet = cells.build(Contents.Sheets.TEXT, Visibility.SHOWN, Map.of());
        return new Contents.Sheets(List.of(sheet), false, Optional.empty(), true, Set.of());
    }

    private static Optional<Value> cell(String written) {
        Matcher kept = KEPT.matcher(written);
        if (kept.matches()) {
            return CellValues.text(kept.group(1).replace("\"\"", "\""));
        }
        return NUMBER.matcher(written).matches()
                ? Optional.of(CellValues.number(written))
                : FAULT.matcher(written).matches()
                        ? Optional.of(new Value.CellError(written))
                        : CellValues.text(written);
    }

    /** Of comma, tab and semicolon the one that comes most often. */
    private static String delimiter(String text) {
        String start = text.length() > LOOK_AT ? text.substring(0, LOOK_AT) : text;
        String best = ",";
        for (String delimiter : List.of("\t", ";")) {
            if (count(start, delimiter) > count(start, best)) {
                best = delimiter;
            }
        }
        return best;
    }

    private static long count(String text, String delimiter) {
        return text.chars().filter(c -> c == delimiter.charAt(0)).count();
    }
}

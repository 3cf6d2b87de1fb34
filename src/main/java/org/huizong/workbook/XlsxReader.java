package org.huizong.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** Streams an .xlsx that the guard has found sound; one that the streaming parser chokes on is given to POI. */
final class XlsxReader {
    private static final ReadingOptions OPTIONS = new ReadingOptions(false, true);

    private int cells;

    private XlsxReader() {}

    static Contents read(Path file, Verdict.Sound sound) {
        try {
            WorkbookPart part = sound.workbook();
            if (part.sheets().isEmpty()) {
                return Unfit.of("file.sheets");
            }
            if (part.hasTwins()) {
                return Unfit.of("file.damaged");
            }
            List<SheetCells> sheets = new XlsxReader().sheets(file, part);
            return new Contents.Sheets(sheets, part.from1904(), sound.saved());
        } catch (TooManyCells e) {
            return new Unfit("file.cells", Map.of("limit", String.valueOf(WorkbookReader.MAX_CELLS)));
        } catch (IOException | RuntimeException e) {
            return PoiReader.read(file, sound);
        }
    }

    private List<SheetCells> sheets(Path file, WorkbookPart part) throws IOException {
        List<SheetCells> read = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), OPTIONS);
                Stream<Sheet> sheets = workbook.getSheets()) {
            for (Iterator<Sheet> each = sheets.iterator(); each.hasNext(); ) {
                Sheet sheet = each.next();
                Map<String, CellRange> names = DefinedName.of(sheet.getIndex(), sheet.getName(), part.names());
                boolean hidden = part.sheets().get(sheet.getIndex()).hidden();
                read.add(cells(sheet).build(sheet.getName(), hidden, names));
            }
        }
        return read;
    }

    private SheetCells.Builder cells(Sheet sheet) throws IOException {
        SheetCells.Builder builder = new SheetCells.Builder();
        try (Stream<Row> rows = sheet.openStream()) {
            for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                Row row = each.next();
                for (@Nullable Cell cell : row) {
                    if (cell != null) {
                        raw(cell).ifPresent(raw -> add(builder, row.getRowNum() - 1, cell.getColumnIndex(), raw));
                    }
                }
            }
        }
        return builder;
    }

    private void add(SheetCells.Builder builder, int row, int column, RawCell raw) {
        if (++cells > WorkbookReader.MAX_CELLS) {
            throw new TooManyCells();
        }
        builder.add(row, column, raw);
    }

    private static Optional<RawCell> raw(Cell cell) {
        @Nullable String written = cell.getRawValue();
        return switch (cell.getType()) {
            case EMPTY -> Optional.empty();
            case NUMBER -> Optional.ofNullable(written).map(RawCell::number);
            case STRING -> text(cell.getValue());
            case BOOLEAN -> Optional.of(new RawCell.Logical(Boolean.TRUE.equals(cell.getValue())));
            case ERROR -> written == null ? Optional.empty() : errorOrText(written);
            case FORMULA -> cached(cell.getValue(), written);
        };
    }

    /** A formula's cached value; blank if nobody has calculated it. */
    private static Optional<RawCell> cached(@Nullable Object value, @Nullable String written) {
        if (value instanceof Number && written != null) {
            return Optional.of(RawCell.number(written));
        }
        if (value instanceof Boolean truth) {
            return Optional.of(new RawCell.Logical(truth));
        }
        return value == null ? Optional.empty() : errorOrText(value.toString());
    }

    private static Optional<RawCell> text(@Nullable Object value) {
        return value == null || value.toString().isEmpty()
                ? Optional.empty()
                : Optional.of(new RawCell.Text(value.toString()));
    }

    private static Optional<RawCell> errorOrText(String written) {
        return written.matches("#[A-Z0-9/]+[!?]?") ? Optional.of(new RawCell.Fault(written)) : text(written);
    }
}

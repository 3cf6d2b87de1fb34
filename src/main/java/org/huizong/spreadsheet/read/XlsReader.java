package org.huizong.spreadsheet.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExternSheetRecord;
import org.apache.poi.hssf.record.NameRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.SupBookRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.formula.ptg.Area3DPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.Ref3DPtg;

/** Reads an .xls or a WPS .et record by record: POI's event model, which builds no workbook and runs nothing. */
final class XlsReader {
    private final List<BoundSheetRecord> tabs = new ArrayList<>();
    private final Map<BoundSheetRecord, XlsSheet> sheets = new TreeMap<>(Comparator.comparing(tabs::indexOf));
    private final List<NameRecord> names = new ArrayList<>();
    private final List<SupBookRecord> books = new ArrayList<>();
    private final List<ExternSheetRecord> references = new ArrayList<>();
    private Optional<SSTRecord> strings = Optional.empty();
    private Optional<XlsSheet> current = Optional.empty();
    private boolean from1904;
    private int depth;
    private final Limits limits = new Limits();

    private XlsReader() {}

    static Contents read(Path file, Verdict.Old old) {
        try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
            XlsReader reader = new XlsReader();
            HSSFRequest request = new HSSFRequest();
            request.addListenerForAllRecords(reader::record);
            new HSSFEventFactory().processWorkbookEvents(request, files);
            return reader.contents(old);
        } catch (Beyond e) {
            return e.why();
        } catch (EncryptedDocumentException e) {
            return Unfit.of("file.encrypted");
        } catch (IOException | RuntimeException e) {
            return Unfit.of("file.damaged");
        }
    }

    private void record(Record record) {
        if (record instanceof BOFRecord begin) {
            // charts are inside sheets
            if (depth++ == 0 && begin.getType() != BOFRecord.TYPE_WORKBOOK) {
                begin();
            }
        } else if (record instanceof EOFRecord) {
            depth--;
        } else if (record instanceof BoundSheetRecord tab) {
            tabs.add(tab);
        } else if (record instanceof SSTRecord all) {
            strings = Optional.of(all);
        } else if (record instanceof DateWindow1904Record window) {
            from1904 = window.getWindowing() == 1;
        } else if (record instanceof NameRecord name) {
            names.add(name);
        } else if (record instanceof SupBookRecord book) {
            books.add(book);
        } else if (record instanceof ExternSheetRecord reference) {
            references.add(reference);
        } else if (depth == 1) {
            current.ifPresent(sheet -> sheet.take(record));
        }
    }

    /** The sheets follow each other as their tabs say, which need not be the order of the tabs. */
    private void begin() {
        List<BoundSheetRecord> inOrder = tabs.stream()
                .sorted(Comparator.comparingInt(BoundSheetRecord::getPositionOfBof))
                .toList();
        current = inOrder.size() > sheets.size()
                ? Optional.of(sheets.computeIfAbsent(inOrder.get(sheets.size()), tab -> new XlsSheet(strings, limits)))
                : Optional.empty();
    }

    private Contents contents(Verdict.Old old) {
        if (tabs.isEmpty()) {
            return Unfit.of("file.sheets");
        }
        DefinedNames all = new DefinedNames();
        for (NameRecord name : names) {
            if (!name.isBuiltInName()) {
                refersTo(name).ifPresent(formula -> all.add(name.getNameText(), name.getSheetNumber() - 1, formula));
            }
        }
        List<SheetCells> read = new ArrayList<>();
        for (int i = 0; i < tabs.size(); i++) {
            BoundSheetRecord tab = tabs.get(i);
            String name = tab.getSheetname();
            read.add(Optional.ofNullable(sheets.get(tab))
                    .map(XlsSheet::cells)
                    .orElseGet(SheetCells.Builder::new)
                    .build(name, visibility(tab), all.of(i, name)));
        }
        Set<String> remarks = new TreeSet<>();
        if (old.macros()) {
            remarks.add(Verdict.MACROS);
        }
        if (books.stream().anyMatch(b -> b.isExternalReferences())) {
            remarks.add(Verdict.LINKS);
        }
        return new Contents.Sheets(read, from1904, old.saved(), false, remarks);
    }

    private static Visibility visibility(BoundSheetRecord tab) {
        return tab.isVeryHidden() ? Visibility.VERY_HIDDEN : tab.isHidden() ? Visibility.HIDDEN : Visibility.SHOWN;
    }

    /** The cell or the cells of this workbook that a name stands for, as an .xlsx writes them. */
    private Optional<String> refersTo(NameRecord name) {
        Ptg[] formula = name.getNameDefinition();
        if (formula.length != 1) {
            return Optional.empty();
        }
        if (formula[0] instanceof Ref3DPtg cell) {
            return sheet(cell.getExternSheetIndex()).map(s -> s + cell.format2DRefAsString());
        }
        return formula[0] instanceof Area3DPtg area
                ? sheet(area.getExternSheetIndex()).map(s -> s + area.format2DRefAsString())
                : Optional.empty();
    }

    private Optional<String> sheet(int reference) {
        int index = reference;
        for (ExternSheetRecord some : references) {
            if (index < some.getNumOfRefs()) {
                int book = some.getExtbookIndexFromRefIndex(index);
                int tab = some.getFirstSheetIndexFromRefIndex(index);
                boolean here = book < books.size() && books.get(book).isInternalReferences();
                return here && tab >= 0 && tab < tabs.size()
                        ? Optional.of("'" + tabs.get(tab).getSheetname().replace("'", "''") + "'!")
                        : Optional.empty();
            }
            index -= some.getNumOfRefs();
        }
        return Optional.empty();
    }
}

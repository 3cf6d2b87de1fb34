package org.huizong.spreadsheet.mark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huizong.model.CellAddress;
import org.huizong.spreadsheet.opc.PackageEditor;
import org.huizong.spreadsheet.opc.Relationships;
import org.huizong.spreadsheet.opc.UnknownMarkup;
import org.huizong.spreadsheet.read.Parts;

/**
 * An .xlsx: marked as the package that it is. Pictures, charts, macros and all else are copied as they are packed; of the
 * parts that are changed, every byte stays that need not change.
 */
final class PackagedClerkBook implements ClerkBook {
    private static final int MAX_FORMATS = 64_000;
    /** A sheet takes 65,530 links, a task two. */
    private static final int MAX_MARKS = 30_000;

    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String SHEET_TYPE = SPREADSHEET + "worksheet+xml";
    private static final String STYLES_TYPE = SPREADSHEET + "styles+xml";

    /** What a workbook's file must be called, by the content type of its own part: Excel refuses it otherwise. */
    private static final Map<String, String> EXTENSIONS = Map.of(
            SPREADSHEET + "sheet.main+xml",
            ".xlsx",
            SPREADSHEET + "template.main+xml",
            ".xltx",
            "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
            ".xlsm",
            "application/vnd.ms-excel.template.macroEnabled.main+xml",
            ".xltm");

    private final PackageEditor editor;
    private final String path;
    private final String extension;
    private final WorkbookXml workbook;
    private final Optional<String> stylesPath;
    private final Stylesheet styles;

    private PackagedClerkBook(Parts parts) throws IOException {
        editor = new PackageEditor(parts);
        path = editor.relationships("")
                .to("officeDocument")
                .map(Relationships.Relationship::path)
                .orElseThrow(() -> new UnknownMarkup("a package without a workbook"));
        extension = Optional.ofNullable(EXTENSIONS.get(editor.type(path)))
                .orElseThrow(() -> new UnknownMarkup("a workbook that is " + editor.type(path)));
        try (InputStream in = editor.open(path)) {
            workbook = new WorkbookXml(in);
        }
        stylesPath = editor.relationships(path).to("styles").map(Relationships.Relationship::path);
        try (InputStream in = stylesPath.isPresent() ? editor.open(stylesPath.get()) : noStyles()) {
            styles = new Stylesheet(in);
        }
    }

    private InputStream noStyles() {
        return new ByteArrayInputStream(Stylesheet.none(workbook.dialect()).getBytes(StandardCharsets.UTF_8));
    }

    /** Opens a package that the guard has found sound. */
    static Opening open(Parts parts) throws IOException {
        PackagedClerkBook book = new PackagedClerkBook(parts);
        return book.styles.formats() + FrontSheetStyle.values().length > MAX_FORMATS ? Unmarked.FORMATS : book;
    }

    @Override
    public String extension() {
        return extension;
    }

    @Override
    public int maxMarks() {
        return MAX_MARKS;
    }

    @Override
    public int place(String sheet) {
        return workbook.place(sheet);
    }

    @Override
    public Optional<CellAddress> cell(String sheet, String name) {
        return workbook.cell(sheet, name);
    }

    @Override
    public void write(FrontSheet list, String author, List<Mark> marks, Path to) throws IOException {
        Relationships related = editor.relationships(path);
        removeLists(related);
        removeSignatures();
        Map<String, Map<CellAddress, CellMark>> bySheet = ClerkBook.bySheet(marks);
        SheetMarker marker = new SheetMarker(editor, styles, author);
        for (WorkbookXml.Tab tab : workbook.tabs()) {
            Map<CellAddress, CellMark> own = bySheet.getOrDefault(tab.name().toLowerCase(Locale.ROOT), Map.of());
            // a module of old macros is a tab without a part
            if (related.of(tab.relationship()).isPresent() || !own.isEmpty()) {
                marker.mark(part(related, tab).path(), own);
            }
        }
        String name = list.free(workbook.tabNames());
        String xml = FrontSheetXml.of(list, workbook.dialect(), look -> styles.look(look, list.isChinese()));
        String entry = editor.add("xl/worksheets/sheet.xml", SHEET_TYPE, xml);
        String id = related.add(workbook.dialect().relationships() + "/worksheet", entry);
        workbook.putFirst(name, id, list.head(), editor.edits(path));
        styles.into(editor.edits(stylesPath.orElseGet(() -> addStyles(related))));
        editor.write(to);
    }

    private String addStyles(Relationships related) {
        String entry = editor.add("xl/styles.xml", STYLES_TYPE, Stylesheet.none(workbook.dialect()));
        related.add(workbook.dialect().relationships() + "/styles", entry);
        return Parts.path(entry);
    }

    private static Relationships.Relationship part(Relationships related, WorkbookXml.Tab tab) {
        return related.of(tab.relationship())
                .orElseThrow(() -> new UnknownMarkup("a sheet without a part: " + tab.name()));
    }

    /** Takes the lists of earlier copies off; the order of calculation may name them and is made anew by any program. */
    private void removeLists(Relationships related) {
        for (WorkbookXml.Tab tab : workbook.lists()) {
            remove(related, part(related, tab));
        }
        if (!workbook.lists().isEmpty()) {
            related.to("calcChain").ifPresent(c -> remove(related, c));
        }
    }

    private void remove(Relationships related, Relationships.Relationship part) {
        related.remove(part);
        editor.remove(part.path());
    }

    /** What was signed is what the sender sent: on a copy with other words a signature would be a false one. */
    private void removeSignatures() throws IOException {
        Relationships ofPackage = editor.relationships("");
        ofPackage
                .to("origin")
                .filter(r -> r.type().contains("digital-signature"))
                .ifPresent(origin -> {
                    ofPackage.remove(origin);
                    editor.removeFolder(origin.path()
                                    .substring(0, Math.max(0, origin.path().lastIndexOf('/'))) + "/");
                });
    }

    @Override
    public void close() {
        // nothing is held open
    }
}

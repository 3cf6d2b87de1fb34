package org.huizong.spreadsheet.mark;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huizong.model.CellAddress;
import org.huizong.spreadsheet.opc.Dialect;
import org.huizong.spreadsheet.opc.Edits;
import org.huizong.spreadsheet.opc.Section;
import org.huizong.spreadsheet.opc.UnknownMarkup;
import org.huizong.spreadsheet.opc.XmlScanner;
import org.huizong.spreadsheet.opc.XmlText;
import org.huizong.spreadsheet.read.CellRange;
import org.huizong.spreadsheet.read.ReturnList;
import org.jspecify.annotations.Nullable;

/** A workbook's own part: its tabs, its names, and at which of the tabs it opens. */
final class WorkbookXml {
    private static final int MAX_SHEET_ID = 65_534;

    /**
     * A tab.
     *
     * @param relationship id of the relationship to its part
     */
    record Tab(String name, String relationship, int id, long from, long to) {}

    /** A name that belongs to the tab of that index. */
    private record LocalName(int index, XmlScanner.Attribute attribute, long from, long to) {}

    private final List<Tab> tabs = new ArrayList<>();
    private final Set<Integer> lists = new TreeSet<>();
    private final List<LocalName> names = new ArrayList<>();
    private final Map<Integer, Map<String, CellAddress>> cells = new HashMap<>();
    private final List<XmlScanner.Attribute> opensAt = new ArrayList<>();
    private @Nullable Dialect dialect;
    private @Nullable Section definedNames;
    private String prefix = "";
    private boolean hasViews;
    private long views;
    private long beforeTabs;
    private long behindTabs;

    WorkbookXml(InputStream xml) throws IOException {
        XmlScanner scanner = new XmlScanner(xml);
        while (scanner.next()) {
            if (scanner.depth() == 1 && scanner.isStart()) {
                dialect = Dialect.of(scanner);
                prefix = scanner.prefix();
            } else if (scanner.depth() == 2) {
                part(scanner);
            } else if (scanner.depth() == 3 && scanner.isStart()) {
                child(scanner);
            }
        }
        if (beforeTabs == 0) {
            throw new UnknownMarkup("a workbook without sheets");
        }
        while (lists.size() >= tabs.size()) {
            lists.remove(lists.iterator().next());
        }
    }

    private void part(XmlScanner scanner) {
        switch (scanner.localName()) {
            case "bookViews" -> hasViews = true;
            case "sheets" -> {
                if (scanner.isEmpty() || !scanner.prefix().equals(prefix)) {
                    throw new UnknownMarkup("a workbook without sheets");
                }
                views = scanner.isStart() ? scanner.from() : views;
                beforeTabs = scanner.isStart() ? scanner.to() : beforeTabs;
                behindTabs = scanner.to();
            }
            case "functionGroups", "externalReferences" -> behindTabs = scanner.to();
            case "definedNames" -> {
                if (definedNames == null) {
                    definedNames = new Section(scanner);
                } else {
                    definedNames.end(scanner);
                }
            }
            default -> {}
        }
    }

    private void child(XmlScanner scanner) throws IOException {
        switch (scanner.localName()) {
            case "workbookView" -> {
                scanner.attribute("activeTab").ifPresent(opensAt::add);
                scanner.attribute("firstSheet").ifPresent(opensAt::add);
            }
            case "sheet" ->
                tabs.add(new Tab(
                        scanner.value("name"),
                        scanner.prefixed("id").map(XmlScanner.Attribute::value).orElse(""),
                        number(scanner.value("sheetId")),
                        scanner.from(),
                        end(scanner)));
            case "definedName" -> name(scanner);
            default -> {}
        }
    }

    /** Where an element without any text ends. */
    private static long end(XmlScanner scanner) throws IOException {
        if (!scanner.isEmpty()) {
            scanner.text();
        }
        return scanner.to();
    }

    private void name(XmlScanner scanner) throws IOException {
        Optional<XmlScanner.Attribute> local = scanner.attribute("localSheetId");
        if (local.isEmpty()) {
            return;
        }
        String name = scanner.value("name").toLowerCase(Locale.ROOT);
        int index = number(local.get().value());
        long from = scanner.from();
        Optional<CellRange> range = CellRange.referredTo(scanner.text());
        names.add(new LocalName(index, local.get(), from, scanner.to()));
        range.ifPresent(r -> cells.computeIfAbsent(index, i -> new HashMap<>()).putIfAbsent(name, r.first()));
        if (name.equals(ReturnList.NAME)) {
            lists.add(index);
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new UnknownMarkup("a number of a sheet: " + text);
        }
    }

    Dialect dialect() {
        return Optional.ofNullable(dialect).orElseThrow();
    }

    /** The tabs without lists of earlier copies. */
    List<Tab> tabs() {
        return tabs.stream().filter(t -> !lists.contains(tabs.indexOf(t))).toList();
    }

    /** The tabs that are lists of earlier copies. */
    List<Tab> lists() {
        return lists.stream().filter(i -> i < tabs.size()).map(tabs::get).toList();
    }

    /** The names of the tabs that stay, in lower case. */
    Set<String> tabNames() {
        return tabs().stream().map(t -> t.name().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** The place of a tab in the order of all. */
    int place(String sheet) {
        for (int i = 0; i < tabs.size(); i++) {
            if (tabs.get(i).name().equalsIgnoreCase(sheet)) {
                return i;
            }
        }
        return tabs.size();
    }

    /** The cell that a name of a tab stands for. */
    Optional<CellAddress> cell(String sheet, String name) {
        return Optional.ofNullable(cells.getOrDefault(place(sheet), Map.of()).get(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * Puts a tab before the others, takes the old lists off, and opens at the first.
     *
     * @param head index of the row that its printed pages repeat
     */
    void putFirst(String name, String relationship, int head, Edits edits) {
        int id = tabs.stream().mapToInt(Tab::id).max().orElse(0) + 1;
        while (id > MAX_SHEET_ID || isTaken(id)) {
            id = id > MAX_SHEET_ID ? 1 : id + 1;
        }
        edits.insert(
                beforeTabs,
                "<%1$ssheet name=\"%2$s\" sheetId=\"%3$d\" r:id=\"%4$s\" xmlns:r=\"%5$s\"/>"
                        .formatted(
                                prefix,
                                XmlText.encoded(name),
                                id,
                                relationship,
                                dialect().relationships()));
        lists().forEach(l -> edits.delete(l.from(), l.to()));
        if (!hasViews) {
            edits.insert(views, "<%1$sbookViews><%1$sworkbookView/></%1$sbookViews>".formatted(prefix));
        }
        opensAt.forEach(a -> edits.set(a, "0"));
        for (LocalName each : names) {
            if (lists.contains(each.index())) {
                edits.delete(each.from(), each.to());
            } else {
                edits.set(each.attribute(), String.valueOf(moved(each.index())));
            }
        }
        String quoted = XmlText.encoded("'" + name.replace("'", "''") + "'!");
        String own = name(ReturnList.NAME, quoted + "$A$1")
                + name("_xlnm.Print_Titles", quoted + "$" + (head + 1) + ":$" + (head + 1));
        if (definedNames == null) {
            edits.insert(behindTabs, "<%1$sdefinedNames>%2$s</%1$sdefinedNames>".formatted(prefix, own));
        } else {
            definedNames.add(own);
            definedNames.into(edits);
        }
    }

    private String name(String name, String refersTo) {
        return "<%1$sdefinedName name=\"%2$s\" localSheetId=\"0\">%3$s</%1$sdefinedName>"
                .formatted(prefix, name, refersTo);
    }

    private boolean isTaken(int id) {
        return tabs.stream().anyMatch(t -> t.id() == id);
    }

    /** The index that a tab has behind the new one. */
    private int moved(int index) {
        return index + 1 - (int) lists.stream().filter(l -> l < index).count();
    }
}

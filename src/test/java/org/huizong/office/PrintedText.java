package org.huizong.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/**
 * Holds a workbook's pages, as LibreOffice prints them, to what its cells show: each text stands whole on a page, within the
 * cells that it may take, with room to spare or for one more line; no cell shows ###, and no page holds but heads that stand on every page.
 *
 * <p>Where cells lie on a page is worked out from where texts were found that occur once.
 */
final class PrintedText {
    /** The part of a cell's width that its text may take. */
    private static final double FULL = 0.95;
    /** Points that letters that may cross a line of the grid: letters are measured with their leading. */
    private static final double SLACK = 1.5;

    /** With so many texts, where they stand cannot be told from where they stand to each other. */
    private static final int FEW = 12;

    private static final long SECONDS = 120;

    private static final Pattern BOOKMARK = Pattern.compile("<item page=\"(\\d+)\">(.*?)</item>");

    private PrintedText() {}

    /**
     * Prints workbooks and says what is wrong with each page, with the name of the file in front.
     *
     * @param home an empty folder
     */
    static List<String> flaws(Soffice office, List<Path> workbooks, Path home) throws IOException {
        Path pdfs = Files.createDirectories(home.resolve("pdf"));
        office.saveAs(workbooks, pdfs, "pdf:calc_pdf_Export", "pdf");
        List<String> flaws = new ArrayList<>();
        for (Path file : workbooks) {
            String name = file.getFileName().toString();
            Path pdf = pdfs.resolve(name.replaceFirst("\\.[^.]+$", ".pdf"));
            try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
                flaws(book, PrintedPage.read(words(pdf)), sheets(pdf)).forEach(f -> flaws.add(name + ": " + f));
            }
        }
        return flaws;
    }

    /** How many pages a workbook takes, of a file that was printed into that folder. */
    static int pages(Path home, Path workbook) throws IOException {
        String name = workbook.getFileName().toString().replaceFirst("\\.[^.]+$", ".pdf");
        return PrintedPage.read(words(home.resolve("pdf").resolve(name))).size();
    }

    private static List<String> words(Path pdf) throws IOException {
        Path html = pdf.resolveSibling(pdf.getFileName() + ".html");
        run("pdftotext", "-raw", "-bbox", pdf.toString(), html.toString());
        return Files.readAllLines(html);
    }

    /** The sheets that begin on a page, by its number, as the bookmarks of the PDF name them. */
    private static NavigableMap<Integer, String> sheets(Path pdf) throws IOException {
        Path xml = pdf.resolveSibling(pdf.getFileName() + ".xml");
        run("pdftohtml", "-xml", "-i", pdf.toString(), xml.toString());
        NavigableMap<Integer, String> sheets = new TreeMap<>();
        BOOKMARK.matcher(Files.readString(xml))
                .results()
                .forEach(m -> sheets.put(Integer.parseInt(m.group(1)), PrintedPage.folded(m.group(2))));
        return sheets;
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError(command[0] + " failed: "
                        + new String(process.getInputStream().readAllBytes()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> flaws(Workbook book, List<PrintedPage> pages, NavigableMap<Integer, String> begins) {
        List<String> flaws = new ArrayList<>();
        List<PaperSheet> sheets = new ArrayList<>();
        for (int i = 0; i < book.getNumberOfSheets(); i++) {
            if (!book.isSheetHidden(i) && !book.isSheetVeryHidden(i)) {
                sheets.add(new PaperSheet(book, i));
            }
        }
        List<Set<PaperSheet.Said>> found = new ArrayList<>();
        sheets.forEach(s -> found.add(new HashSet<>()));
        Set<PaperSheet.Said> bad = new HashSet<>();
        Map<PaperSheet, Optional<Fit>> elsewhere = new HashMap<>();
        int from = 0;
        for (PrintedPage page : pages) {
            page.words().stream()
                    .filter(w -> w.contains("###"))
                    .forEach(w -> flaws.add("page " + page.number() + " shows " + w));
            Optional<Fit> fit = Optional.empty();
            int at = from;
            String named = sheetOf(page, begins);
            for (int i = from; i < sheets.size(); i++) {
                if (sheets.stream().anyMatch(s -> isNamed(s, named)) && !isNamed(sheets.get(i), named)) {
                    continue;
                }
                PaperSheet sheet = sheets.get(i);
                Optional<Fit> own = Fit.of(sheet, page);
                Optional<Fit> next = own.filter(f -> f.anchors() >= FEW)
                        .or(() -> elsewhere
                                .computeIfAbsent(sheet, s -> onAny(s, pages, begins))
                                .flatMap(f -> f.on(page)))
                        .or(() -> own);
                if (next.isPresent()
                        && fit.map(f -> f.anchors() < next.get().anchors()).orElse(true)) {
                    fit = next;
                    at = i;
                }
            }
            if (fit.isEmpty()) {
                int of = IntStream.range(0, sheets.size())
                        .filter(i -> isNamed(sheets.get(i), named))
                        .findFirst()
                        .orElse(-1);
                if (of >= 0 && found.get(of).addAll(fewOn(page, sheets.get(of)))) {
                    continue;
                }
                flaws.add("page " + page.number() + ", " + named + " is empty, or nothing on it is known");
                continue;
            }
            from = at;
            PaperSheet sheet = sheets.get(at);
            int own = 0;
            for (PaperSheet.Said said : sheet.said()) {
                Optional<PrintedPage.Ink> ink = fit.get().ink(said);
                if (ink.isPresent()) {
                    boolean isNew = found.get(at).add(said);
                    own += isNew && !sheet.isRepeatedColumn(said.area().getFirstColumn()) ? 1 : 0;
                    Optional<String> flaw = flaw(fit.get(), said, ink.get());
                    if (flaw.isPresent() && bad.add(said)) {
                        flaws.add("page " + page.number() + ", " + sheet.name() + " " + said + " " + flaw.get());
                    }
                }
            }
            if (own == 0) {
                flaws.add("page " + page.number() + ", " + sheet.name() + " holds heads alone");
            }
        }
        for (int i = 0; i < sheets.size(); i++) {
            Set<String> lost = new TreeSet<>();
            for (PaperSheet.Said said : sheets.get(i).said()) {
                if (!found.get(i).contains(said)) {
                    lost.add(sheets.get(i).name() + " " + said + " is not whole in its place on any page");
                }
            }
            flaws.addAll(lost);
        }
        return flaws;
    }

    /** What a page of few words says of a sheet, though it cannot be told where: nothing of a page of more. */
    private static List<PaperSheet.Said> fewOn(PrintedPage page, PaperSheet sheet) {
        List<PaperSheet.Said> on = sheet.said().stream()
                .filter(said -> !page.find(said.text()).isEmpty())
                .toList();
        return on.size() <= FEW ? on : List.of();
    }

    /** The folded name of the sheet that a page is of; empty if it is not known. */
    private static String sheetOf(PrintedPage page, NavigableMap<Integer, String> begins) {
        return Optional.ofNullable(begins.floorEntry(page.number()))
                .map(Map.Entry::getValue)
                .orElse("");
    }

    /** How a sheet lies on the first of its pages that can be told by what stands on no other place. */
    private static Optional<Fit> onAny(
            PaperSheet sheet, List<PrintedPage> pages, NavigableMap<Integer, String> begins) {
        return pages.stream()
                .filter(page -> isNamed(sheet, sheetOf(page, begins)))
                .flatMap(page -> Fit.of(sheet, page).stream())
                .findFirst();
    }

    private static boolean isNamed(PaperSheet sheet, String name) {
        return PrintedPage.folded(sheet.name()).equals(name);
    }

    private static Optional<String> flaw(Fit fit, PaperSheet.Said said, PrintedPage.Ink ink) {
        double width = ink.right() - ink.left();
        double room = fit.right(said) - fit.left(said);
        boolean isOneLine = ink.bottom() - ink.top() < 1.5 * ink.line();
        boolean mayBreak = said.wraps() && fit.bottom(said) - fit.top(said) > 2 * ink.line();
        // a comma or full stop at the end of a line of several hangs over its edge
        double hanging = Math.max(SLACK, ink.line());
        if (width > (isOneLine && !mayBreak ? FULL * room : room + hanging)) {
            return Optional.of(String.format(Locale.ROOT, "takes %.0f%% of its width", 100 * width / room));
        }
        return ink.top() < fit.top(said) - SLACK || ink.bottom() > fit.bottom(said) + SLACK
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "takes %.1f points of height and has %.1f",
                        ink.bottom() - ink.top(),
                        fit.bottom(said) - fit.top(said)))
                : Optional.empty();
    }
}

package org.huizong.written.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.huizong.spreadsheet.read.Unfit;
import org.huizong.text.Folding;

/** Reads the text layer of a PDF; lines that go on make one paragraph. */
final class PdfReader {
    private static final int MAX_PAGES = 1_000;
    /** A line of a paragraph that goes on reaches nearly to the edge. */
    private static final double FULL = 0.85;

    private static final String ENDS = "。！？；：:;!?";

    private PdfReader() {}

    /** A page holds more than is read of one document. */
    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Holds the signs of a page until all are there, of which there may be any number. */
    private static final class Stripper extends PDFTextStripper {
        private int signs;

        @Override
        protected void processTextPosition(TextPosition text) {
            if (++signs > WrittenDocument.MAX_CHARACTERS) {
                throw new TooMuch();
            }
            super.processTextPosition(text);
        }
    }

    static WrittenDocument read(Path file) {
        // fonts are not looked for on the machine, and no list of them is left in anybody's home
        System.setProperty("pdfbox.fontcache", System.getProperty("java.io.tmpdir"));
        try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            if (document.getNumberOfPages() > MAX_PAGES) {
                return WrittenDocument.Refused.of("file.texts");
            }
            return read(file, document);
        } catch (InvalidPasswordException e) {
            return WrittenDocument.Refused.of("file.encrypted");
        } catch (TooMuch e) {
            return WrittenDocument.Refused.of("file.texts");
        } catch (IOException | RuntimeException e) {
            return WrittenDocument.Refused.of(Unfit.DAMAGED);
        }
    }

    private static WrittenDocument read(Path file, PDDocument document) throws IOException {
        Gathering gathered = new Gathering();
        List<Integer> blank = new ArrayList<>();
        Stripper stripper = new Stripper();
        stripper.setSortByPosition(true);
        stripper.setLineSeparator("\n");
        for (int page = 1; page <= document.getNumberOfPages() && !gathered.isTooMuch(); page++) {
            stripper.signs = 0;
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            gathered.newPage();
            List<String> paragraphs = paragraphs(Folding.cleaned(stripper.getText(document)));
            if (paragraphs.isEmpty()) {
                blank.add(page);
            }
            for (String paragraph : paragraphs) {
                gathered.add(paragraph, Place.Part.BODY, page);
            }
        }
        return gathered.document(file, WrittenDocument.Format.PDF, 0, blank);
    }

    /** The lines of a page joined where one goes on in the next. */
    static List<String> paragraphs(String page) {
        List<String> lines =
                page.lines().filter(line -> !Folding.trim(line).isEmpty()).toList();
        int widest = lines.stream()
                .mapToInt(line -> Folding.trim(line).length())
                .max()
                .orElse(0);
        List<String> paragraphs = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : lines) {
            String text = Folding.trim(line);
            open.append(open.isEmpty() || !isLatin(open.charAt(open.length() - 1)) ? "" : " ")
                    .append(text);
            boolean ends = ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
            if (ends || text.length() < widest * FULL) {
                paragraphs.add(open.toString());
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) {
            paragraphs.add(open.toString());
        }
        return paragraphs;
    }

    private static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetter(c);
    }
}

package org.huizong.written.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFComment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.huizong.written.read.DocumentReader;
import org.huizong.written.read.Paragraph;
import org.huizong.written.read.WrittenDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommentedCopyTest {
    @TempDir
    private Path folder;

    private Path word() throws IOException {
        Path file = folder.resolve("report.docx");
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            var paragraph = document.createParagraph();
            paragraph.createRun().setText("检查 & 督查2");
            XWPFRun bold = paragraph.createRun();
            bold.setBold(true);
            bold.setColor("FF0000");
            bold.setText("58次，");
            paragraph.createRun().setText("处罚9次。");
            document.write(out);
        }
        return file;
    }

    private static XWPFDocument open(Path file) throws IOException {
        return new XWPFDocument(Files.newInputStream(file));
    }

    @Test
    void putsCommentsAndColoursAtTheWords() throws IOException {
        Path file = word();
        byte[] before = Files.readAllBytes(file);
        Path copy = folder.resolve("copy.docx");

        Optional<CommentedCopy> written = CommentedCopy.write(
                (WrittenDocument.Text) DocumentReader.read(file),
                List.of(
                        new Remark(0, 7, 11, Remark.Tint.GOOD, "一致\n汇总数：258次"),
                        new Remark(0, 14, 16, Remark.Tint.BAD, "不一致 <7次>")),
                "汇总核对",
                copy);

        assertThat(written).contains(new CommentedCopy(Optional.empty()));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (XWPFDocument marked = open(copy)) {
            XWPFParagraph paragraph = marked.getParagraphs().get(0);
            assertThat(paragraph.getText()).startsWith("检查 & 督查258次，处罚9次。");
            assertThat(marked.getDocComments().getComments())
                    .extracting(XWPFComment::getAuthor, XWPFComment::getText)
                    .containsExactly(
                            org.assertj.core.api.Assertions.tuple("汇总核对", "一致\n汇总数：258次"),
                            org.assertj.core.api.Assertions.tuple("汇总核对", "不一致 <7次>"));
            assertThat(paragraph.getRuns().stream()
                            .filter(r ->
                                    r.getCTR().isSetRPr() && r.getCTR().getRPr().sizeOfShdArray() > 0)
                            .map(r -> r.text() + " " + r.isBold())
                            .collect(Collectors.toList()))
                    .containsExactly("2 false", "58次 true", "9次 false");
        }
    }

    @Test
    void isReadAsTheSameText() throws IOException {
        Path copy = folder.resolve("copy.docx");
        var document = (WrittenDocument.Text) DocumentReader.read(word());

        CommentedCopy.write(document, List.of(new Remark(0, 7, 11, Remark.Tint.GOOD, "一致")), "核对", copy);

        assertThat(((WrittenDocument.Text) DocumentReader.read(copy)).paragraphs())
                .isEqualTo(document.paragraphs());
    }

    @Test
    void addsToTheCommentsThatAreThere() throws IOException {
        Path once = folder.resolve("once.docx");
        Path twice = folder.resolve("twice.docx");
        var document = (WrittenDocument.Text) DocumentReader.read(word());

        CommentedCopy.write(document, List.of(new Remark(0, 7, 11, Remark.Tint.GOOD, "第一次")), "甲", once);
        CommentedCopy.write(
                (WrittenDocument.Text) DocumentReader.read(once),
                List.of(new Remark(0, 7, 11, Remark.Tint.BAD, "第二次")),
                "乙",
                twice);

        try (XWPFDocument marked = open(twice)) {
            assertThat(marked.getDocComments().getComments())
                    .extracting(XWPFComment::getText)
                    .containsExactly("第一次", "第二次");
        }
    }

    @Test
    void writesTheTextOfOtherFormats() throws IOException {
        Path file = Files.writeString(folder.resolve("report.txt"), "检查258次\n处罚\t9次\n");
        Path copy = folder.resolve("copy.docx");

        CommentedCopy.write(
                (WrittenDocument.Text) DocumentReader.read(file),
                List.of(new Remark(1, 3, 5, Remark.Tint.BAD, "不一致")),
                "核对",
                copy);

        try (XWPFDocument marked = open(copy)) {
            assertThat(marked.getParagraphs()).hasSize(2);
            assertThat(marked.getParagraphs().get(0).getText()).isEqualTo("检查258次");
            assertThat(marked.getDocComments().getComments()).hasSize(1);
        }
    }

    @Test
    void givesTheSameBytesTwice() throws IOException {
        var document = (WrittenDocument.Text) DocumentReader.read(word());
        List<Remark> remarks = List.of(new Remark(0, 7, 11, Remark.Tint.OPEN, "数不全"));

        CommentedCopy.write(document, remarks, "核对", folder.resolve("a.docx"));
        CommentedCopy.write(document, remarks, "核对", folder.resolve("b.docx"));

        assertThat(folder.resolve("a.docx")).hasSameBinaryContentAs(folder.resolve("b.docx"));
    }

    @Test
    void marksTheRightWordsBehindALineOfSpacesThatAreNoPlainOnes() throws IOException {
        Path file = Files.writeString(folder.resolve("report.txt"), "检查258次\n\u00a0\u3000\u00a0\n处罚9次\n");
        Path copy = folder.resolve("copy.docx");
        var document = (WrittenDocument.Text) DocumentReader.read(file);

        CommentedCopy.write(document, List.of(new Remark(1, 2, 4, Remark.Tint.BAD, "不一致")), "核对", copy);

        assertThat(document.paragraphs()).extracting(Paragraph::text).containsExactly("检查258次", "处罚9次");
        try (XWPFDocument marked = open(copy)) {
            assertThat(marked.getParagraphs()).hasSize(2);
            assertThat(marked.getParagraphs().get(1).getRuns().stream()
                            .filter(r ->
                                    r.getCTR().isSetRPr() && r.getCTR().getRPr().getShdArray().length > 0)
                            .map(XWPFRun::text)
                            .toList())
                    .containsExactly("9次");
        }
    }

    @Test
    void leavesAnEarlierCopyOfADocumentThatTakesNoComments() throws IOException {
        Path file = word();
        Path copy = Files.writeString(folder.resolve("copy.docx"), "earlier");
        var document = (WrittenDocument.Text) DocumentReader.read(file);

        Optional<CommentedCopy> written = CommentedCopy.write(
                new WrittenDocument.Text(
                        Files.writeString(folder.resolve("now.docx"), "no document any more"),
                        document.format(),
                        document.paragraphs(),
                        0,
                        List.of()),
                List.of(new Remark(0, 7, 11, Remark.Tint.OPEN, "数不全")),
                "核对",
                copy);

        assertThat(written).isEmpty();
        assertThat(copy).hasContent("earlier");
    }
}

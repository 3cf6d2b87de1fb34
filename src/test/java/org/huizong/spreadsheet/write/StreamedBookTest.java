package org.huizong.spreadsheet.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.disk.DiskFault;
import org.junit.jupiter.api.Test;

class StreamedBookTest {
    /** A file of Linux that has never room for anything. */
    private static final Path FULL = Path.of("/dev/full");

    @Test
    void saysThatTheDiskIsFullOnWhichTheWorkbookIsPacked() throws IOException {
        assumeTrue(Files.isWritable(FULL), "there is no full disk here");
        try (StreamedBook book = book()) {
            Throwable fault = catchThrowable(() -> book.write(FULL, OutputStream.nullOutputStream()));

            assertThat(DiskFault.behind(fault).orElseThrow().kind()).isEqualTo(DiskFault.Kind.FULL);
        }
    }

    @Test
    void saysThatTheDiskIsFullToWhichTheWorkbookGoes() throws IOException {
        try (StreamedBook book = book()) {
            Throwable fault = catchThrowable(() -> book.write(new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    throw new IOException("No space left on device");
                }
            }));

            assertThat(DiskFault.behind(fault).orElseThrow().kind()).isEqualTo(DiskFault.Kind.FULL);
        }
    }

    @Test
    void writesWhatWasThereBeforeAndWhatWasStreamed() throws IOException {
        var out = new ByteArrayOutputStream();
        try (StreamedBook book = book()) {
            book.write(out);
        }

        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(read.getSheet("首页").getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("月报");
            assertThat(read.getSheet("数据来源").getRow(999).getCell(0).getNumericCellValue())
                    .isEqualTo(999);
        }
    }

    private static StreamedBook book() {
        XSSFWorkbook whole = new XSSFWorkbook();
        whole.createSheet("首页").createRow(0).createCell(0).setCellValue("月报");
        StreamedBook book = new StreamedBook(whole, 10);
        var sheet = book.createSheet("数据来源");
        for (int row = 0; row < 1_000; row++) {
            sheet.createRow(row).createCell(0).setCellValue(row);
        }
        return book;
    }
}

package org.huizong.spreadsheet.opc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.huizong.spreadsheet.mark.Package;
import org.huizong.spreadsheet.read.Guard;
import org.huizong.spreadsheet.read.Parts;
import org.huizong.spreadsheet.read.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageEditorTest {
    private static final String DRAWING = "xl/drawings/vmlDrawing1.vml";

    @TempDir
    private Path home;

    @Test
    void leavesNoChangedPartThatIsNoXml() throws IOException {
        PackageEditor editor = editor(Package.ordinary());

        editor.edits(Parts.path("xl/workbook.xml")).insert(60, "<");

        assertThatThrownBy(() -> editor.write(home.resolve("copy.xlsx"))).isInstanceOf(IOException.class);
    }

    @Test
    void leavesNoChangedDrawingThatEndsBeforeItsElementsDo() throws IOException {
        String drawing = "<xml><div>清<br>空</div></xml>";
        PackageEditor editor = editor(Package.ordinary().put(DRAWING, drawing));

        int end = "<xml><div>清<br>空".getBytes(StandardCharsets.UTF_8).length;
        editor.edits(Parts.path(DRAWING)).delete(end, end + "</div>".length());

        assertThatThrownBy(() -> editor.write(home.resolve("copy.xlsx"))).isInstanceOf(UnknownMarkup.class);
    }

    private PackageEditor editor(Package workbook) throws IOException {
        Verdict.Sound sound = (Verdict.Sound) Guard.inspect(workbook.write(home.resolve("报表.xlsx")));
        return new PackageEditor(sound.parts());
    }
}

package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.huizong.aggregation.SmallTown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month that is complete, with files in its folder that are no returns. */
class RefusedFilesTest {
    @TempDir
    private Path home;

    @Test
    void areNamedWithTheirReasonAlsoWhereNobodyNeedsThem() throws IOException {
        Path returns = Files.createDirectory(home.resolve("returns"));
        try (var town = new SmallTown(home.resolve("data"))) {
            town.write(home.resolve("catalogue"));
            town.sendAll("2025-01", 5).run("2025-01");
        }
        for (int i = 10; i < 32; i++) {
            Files.writeString(returns.resolve("扫描件" + i + ".pdf"), "%PDF-1.4 " + i);
        }

        var said = Terminal.run(
                "consolidate",
                "2025-01",
                "--returns",
                returns + "",
                "--to",
                home.resolve("out") + "",
                "--data",
                home.resolve("data") + "",
                "--catalogue",
                home.resolve("catalogue") + "",
                "--as-of",
                "2025-02-05");

        assertThat(said.exit()).isZero();
        assertThat(said.out().lines())
                .containsSubsequence(
                        "文件22个：新读22，未变0，不能用22。",
                        "下列文件或工作表没有采用；应报的表已经有了，不用处理：",
                        "  扫描件10.pdf：这是 PDF。请报填好的 .xlsx 工作簿。",
                        "  另有19处，见汇总表的“审核问题”。",
                        "审核问题：错误0处，核实0处，提示26处。");
        assertThat(said.out().lines()).hasSizeLessThanOrEqualTo(21);
    }
}

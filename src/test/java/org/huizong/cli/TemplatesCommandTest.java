package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.catalogue.BrokenCatalogues;
import org.huizong.publish.FileSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesCommandTest {
    private static final String FIRST = "青依法06表-普法宣传与学法情况月报表.xlsx";
    private static final String SECOND = "青依法07表-村（社区）基层工作情况月报表.xlsx";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path home;

    private Path folder;

    @BeforeEach
    void writeTheCatalogue() throws IOException {
        BrokenCatalogues.write(Files.createDirectory(home.resolve("目录")));
        folder = home.resolve("模板/空白");
    }

    @Test
    void replacesItsOwnFilesAndLeavesAllOthersAlone() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(FIRST), "旧的");
        Files.writeString(folder.resolve("说明.txt"), "别的");

        int exit = run();

        assertThat(exit).isZero();
        assertThat(out.toString()).isEqualTo("已生成2个模板：" + folder + "\n");
        assertThat(names()).containsExactly("说明.txt", FIRST, SECOND);
        assertThat(folder.resolve(FIRST)).binaryContent().startsWith('P', 'K');
        assertThat(folder.resolve("说明.txt")).hasContent("别的");
    }

    @Test
    void leavesTheFolderAsItWasIfOneFileCannotTakeItsPlace() throws IOException {
        Files.createDirectories(folder.resolve(SECOND));
        Files.writeString(folder.resolve(FIRST), "旧的");

        int exit = run();

        assertThat(exit).isEqualTo(3);
        assertThat(err.toString()).isEqualTo("""
                没有写出任何模板，%s 里的文件没有动。
                %s 或它的上级已经存在，不是所要的文件或文件夹。请换一个地方。
                """.formatted(folder, folder.resolve(SECOND)));
        assertThat(names()).containsExactly(FIRST, SECOND);
        assertThat(folder.resolve(FIRST)).hasContent("旧的");
        assertThat(folder.resolve(SECOND)).isEmptyDirectory();
    }

    @Test
    void makesNoFolderIfNothingIsWrittenIntoIt() {
        FileSet files = new FileSet(folder);

        files.write(FIRST, content -> content.write(1));
        files.close();

        assertThat(home.resolve("模板")).doesNotExist();
    }

    @Test
    void putsBackWhatAKilledProgramHadMovedAside() throws IOException {
        Files.createDirectories(folder.resolve(".templates.old"));
        Files.createDirectories(folder.resolve(".templates.new"));
        Files.writeString(folder.resolve(".templates.old").resolve(FIRST), "旧的");
        Files.writeString(folder.resolve(".templates.new").resolve(FIRST), "半个");

        new FileSet(folder).close();

        assertThat(names()).containsExactly(FIRST);
        assertThat(folder.resolve(FIRST)).hasContent("旧的");
    }

    @Test
    void waitsForNobodyWhoWritesTemplatesIntoTheSameFolder() throws IOException {
        try (FileSet first = new FileSet(folder)) {
            int exit = run();
            first.write(FIRST, content -> content.write(1));
            first.publish();

            assertThat(exit).isEqualTo(3);
            assertThat(err.toString()).contains("输出文件夹 " + folder + " 正被另一个汇总程序使用");
        }

        assertThat(names()).containsExactly(FIRST);
    }

    @Test
    void leavesAFolderThatSomebodyElseHasUsedMeanwhile() throws IOException {
        FileSet files = new FileSet(folder);

        Files.writeString(folder.resolve("说明.txt"), "给各村");
        files.close();

        assertThat(names()).containsExactly("说明.txt");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private int run() {
        String[] command = {"templates", "--to", folder + "", "--catalogue", home.resolve("目录") + ""};
        return Main.run(
                command, new PrintWriter(out, true), new PrintWriter(err, true), Clock.systemUTC(), Optional.empty());
    }
}

package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.huizong.catalogue.TwoForms;
import org.huizong.model.Value;
import org.huizong.spreadsheet.write.FormFiller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCommandTest {
    private static final Instant NOW = Instant.parse("2025-04-05T00:00:00Z");

    @TempDir
    private Path home;

    private Path data;
    private Path zip;

    @BeforeEach
    void oneVillageHasSentItsReturn() throws IOException {
        data = home.resolve("data");
        zip = home.resolve("备份.zip");
        Path catalogue = Files.createDirectory(home.resolve("catalogue"));
        for (var table : TwoForms.tables().entrySet()) {
            Files.write(catalogue.resolve(table.getKey()), table.getValue());
        }
        Files.createDirectory(home.resolve("returns"));
        type(data, "templates", "--period", "2025-03", "--unit", "v01", "--to", home + "");
        Path blank;
        try (Stream<Path> files = Files.list(home)) {
            blank = files.filter(f -> f.toString().endsWith(".xlsx"))
                    .findFirst()
                    .orElseThrow();
        }
        try (var in = Files.newInputStream(blank);
                var out = Files.newOutputStream(home.resolve("returns/村.xlsx"))) {
            FormFiller.fill(in, out, Map.of("publicity", Map.of("publicity.materials", Value.of(120))), NOW);
        }
    }

    private Prompt.Answer type(Path folder, String... command) {
        return new Prompt(Clock.fixed(NOW, ZoneOffset.UTC))
                .type(Stream.concat(
                                Stream.of(command),
                                Stream.of("--data", folder + "", "--catalogue", home + "/catalogue", "--no-color"))
                        .toArray(String[]::new));
    }

    private String[] command(Path folder) {
        return new String[] {
            "consolidate",
            "2025-03",
            "--returns",
            home + "/returns",
            "--to",
            home.resolve("out-" + folder.getFileName()) + "",
            "--data",
            folder + "",
            "--catalogue",
            home + "/catalogue",
            "--no-color"
        };
    }

    /** Consolidates, and does something else when the returns are being checked against each other. */
    private void consolidateAnd(Runnable meanwhile) {
        var told = new AtomicBoolean();
        var progress = new StringWriter() {
            @Override
            public void flush() {
                if (toString().contains("交叉审核") && !told.getAndSet(true)) {
                    meanwhile.run();
                }
            }
        };
        consolidate(data, new PrintWriter(progress, true));
        assertThat(told).isTrue();
    }

    private void consolidate(Path folder, PrintWriter progress) {
        Main.run(
                command(folder),
                new PrintWriter(new StringWriter()),
                progress,
                Clock.fixed(NOW, ZoneOffset.UTC),
                Optional.empty());
    }

    @Test
    void saysTheSameWhereABackupOfTheMiddleOfARunIsRestored() throws IOException {
        Path other = home.resolve("other");
        var answers = new StringBuilder();
        consolidateAnd(() -> answers.append(type(data, "backup", zip + "").said()));

        assertThat(answers)
                .startsWith("备份已写好并核对：" + zip + "（原件1份，报送2份，版次0个）。\n")
                .contains("另一个汇总程序正在使用数据文件夹，已请它写备份，请稍候……\n");
        Prompt.Answer restored = type(other, "restore-backup", zip + "");
        assertThat(restored.exit()).isZero();
        assertThat(restored.said())
                .contains("原来没有数据文件夹 " + other + "，已新建。要恢复到别处的，用 --data 指明。\n")
                .endsWith("下一步：运行 huizong status 报告期 --data " + other + " --catalogue " + home
                        + "/catalogue，看数据是否齐全；备份以后收到的报表要再汇总一次。\n");
        consolidate(other, new PrintWriter(new StringWriter()));
        for (String command : List.of("status", "history")) {
            Prompt.Answer same = type(data, command, "2025-03");
            assertThat(type(other, command, "2025-03"))
                    .isEqualTo(
                            new Prompt.Answer(same.exit(), same.said().replace("--data " + data, "--data " + other)));
        }
        for (String table : List.of("totals.csv", "observations.csv", "coverage.csv", "findings.csv")) {
            assertThat(home.resolve("out-other/data").resolve(table))
                    .hasSameBinaryContentAs(home.resolve("out-data/data").resolve(table));
        }
        assertThat(type(other, "status", "2025-03").said()).contains("最近一次备份：2025-04-05（0天前），在 " + zip + "\n");
    }

    @Test
    void refusesASecondRunIntoOneOutputFolderAndSaysWhoHasIt() {
        var answers = new StringBuilder();
        String output = home.resolve("out-data") + "";

        consolidateAnd(() -> answers.append(
                type(home.resolve("other"), "consolidate", "2025-03", "--returns", home + "/returns", "--to", output)
                        .said()));

        assertThat(answers)
                .startsWith("输出文件夹 " + output + " 正被另一个汇总程序使用（进程 "
                        + ProcessHandle.current().pid())
                .endsWith("请等它结束后再试，或用 --to 换一个文件夹。\n");
    }

    @Test
    void neverOverwritesAFileOrAWholeDataFolderWithoutBeingTold() throws IOException {
        type(data, "rules", "try", home + "/catalogue/rules.csv");
        try (var store = org.huizong.store.Store.open(data)) {
            assertThat(store.lastBackup()).isEmpty();
        }
        Files.writeString(zip, "勿删");

        assertThat(type(data, "backup", zip + ""))
                .isEqualTo(new Prompt.Answer(2, zip + " 已经存在，没有覆盖。请换一个文件名，或加 --replace。\n"));
        assertThat(zip).hasContent("勿删");
        assertThat(type(data, "backup", zip + "", "--replace"))
                .isEqualTo(new Prompt.Answer(3, zip + " 已经存在，而且不是本程序的备份文件，没有覆盖。请换一个文件名。\n"));
        assertThat(zip).hasContent("勿删");
        Files.delete(zip);
        assertThat(type(data, "backup", zip + "").exit()).isZero();
        assertThat(type(data, "backup", zip + "", "--replace").exit()).isZero();
        assertThat(type(data, "restore-backup", zip + ""))
                .isEqualTo(new Prompt.Answer(2, "数据文件夹 " + data + " 是好的，恢复会用备份替换它。\n没有恢复。确要替换，加 --yes；原来的内容会留着。\n"));
        assertThat(type(data, "restore-backup", zip + "", "--yes").said())
                .contains("原来的内容留在 " + data.resolve("before-restore-1") + "，确认不用后可以删除。\n");
    }

    @Test
    void saysWhatToDoWithADataFolderThatLostItsDatabase() throws IOException {
        try (var store = org.huizong.store.Store.open(data)) {
            assertThat(store.lastBackup()).isEmpty();
        }
        Files.delete(data.resolve("huizong.mv.db"));

        Prompt.Answer refused = type(data, "status", "2025-03");
        Prompt.Answer english = type(data, "status", "2025-03", "--lang", "en");

        assertThat(refused)
                .isEqualTo(new Prompt.Answer(
                        3,
                        "数据文件夹 " + data
                                + " 里有以前的数据，但没有数据库 huizong.mv.db，没有动它。有备份的，运行 huizong restore-backup 备份文件.zip --data "
                                + data
                                + "（现有内容会留在里面的 before-restore 文件夹）；没有备份的，把这个文件夹改名留存，再用原来的报表从头汇总。\n"));
        assertThat(english.said()).contains("With a backup, run huizong restore-backup FILE.zip --data " + data);
    }
}

package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A locale that is named but not there must not cost a run: the launcher finds one, the program says so at once. */
class LocaleTest {
    /** A computer that has these locales: what it is not asked for under one of them is ASCII. */
    private static final String LOCALE = """
            #!/bin/sh
            [ "$1" = -a ] && { printf '%%s\\n' C POSIX %1$s; exit; }
            for one in %1$s; do [ "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" = "$one" ] && { echo UTF-8; exit; }; done
            [ "${LC_ALL:-}" = zh_CN.GBK ] && echo GBK || echo ANSI_X3.4-1968
            """;

    @TempDir
    private Path home;

    private Path bin;

    @BeforeEach
    void aLauncherWithAJavaThatSaysItsLocale() throws IOException {
        assumeTrue(home.getFileSystem().supportedFileAttributeViews().contains("posix"), "a launcher for sh");
        Files.copy(Path.of("huizong"), home.resolve("huizong"));
        script(home.resolve("jre/bin/java"), "#!/bin/sh\nprintf %s \"${LC_ALL:-}|${LANG:-}\"\n");
        bin = home.resolve("bin");
        for (String tool : List.of("dirname", "readlink", "grep")) {
            script(bin.resolve(tool), "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n");
        }
    }

    @Test
    void isLeftAloneWhereItReallyGivesUtf8() throws Exception {
        locales("zh_CN.UTF-8 C.UTF-8");

        assertThat(launched(Map.of("LANG", "zh_CN.UTF-8"))).isEqualTo("|zh_CN.UTF-8");
    }

    @Test
    void isReplacedWhereItIsOnlyNamed() throws Exception {
        locales("C.UTF-8");

        assertThat(launched(Map.of("LANG", "zh_CN.UTF-8"))).isEqualTo("C.UTF-8|zh_CN.UTF-8");
        assertThat(launched(Map.of("LC_CTYPE", "zh_CN.UTF-8"))).isEqualTo("C.UTF-8|");
        assertThat(launched(Map.of("LC_ALL", "POSIX"))).isEqualTo("C.UTF-8|");
        assertThat(launched(Map.of("LC_ALL", "zh_CN.GBK"))).isEqualTo("C.UTF-8|");
        assertThat(launched(Map.of())).isEqualTo("C.UTF-8|");
    }

    @Test
    void isAnyThatGivesUtf8WhereTheUsualOneIsMissing() throws Exception {
        locales("en_US.UTF-8");
        assertThat(launched(Map.of("LANG", "zh_CN.UTF-8"))).isEqualTo("en_US.UTF-8|zh_CN.UTF-8");

        locales("de_DE.utf8");
        assertThat(launched(Map.of("LANG", "zh_CN.UTF-8"))).isEqualTo("de_DE.utf8|zh_CN.UTF-8");
    }

    @Test
    void isTheUsualOneWhereNobodyCanTell() throws Exception {
        assertThat(launched(Map.of("LANG", "zh_CN.UTF-8"))).isEqualTo("C.UTF-8|zh_CN.UTF-8");
    }

    @Test
    void isHeldAgainstChineseNamesBeforeAnythingIsRead() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));

        Said said = run(
                List.of(java, "-Xshare:auto", "-cp", classes, Main.class.getName(), "status", "2025-01"),
                Map.of("LC_ALL", "POSIX"));

        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.text())
                .isEqualTo("本机现在的语言环境（locale）用 ANSI_X3.4-1968 编码，写不出中文文件名，所以什么都没有读。"
                        + "请先执行 export LC_ALL=C.UTF-8（没有它时用 locale -a 列出的任何一个 UTF-8），或者用 ./huizong 启动。");
        assertThat(home.resolve("data")).doesNotExist();
    }

    @Test
    void mayBeAnyThatHasChinese() {
        assertThat(FileNames.narrow("Linux", "UTF-8")).isEmpty();
        assertThat(FileNames.narrow("Linux", "GBK")).isEmpty();
        assertThat(FileNames.narrow("Windows 11", "Cp1252")).isEmpty();
        assertThat(FileNames.narrow("Linux", "ISO-8859-1")).contains("ISO-8859-1");
        assertThat(FileNames.narrow("Linux", "X-NO-SUCH")).contains("X-NO-SUCH");
    }

    private record Said(int exit, String text) {}

    private void locales(String names) throws IOException {
        script(bin.resolve("locale"), LOCALE.formatted(names));
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private String launched(Map<String, String> environment) throws Exception {
        return run(List.of("/bin/sh", home.resolve("huizong").toString(), "status", "2025-01"), environment)
                .text();
    }

    private Said run(List<String> command, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                .directory(home.toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("PATH", bin.toString());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text.strip());
    }
}

package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher tells the program by which name it can be called again. */
class LauncherTest {
    @TempDir
    private Path home;

    @BeforeEach
    void aLauncherWithAJavaThatSaysItsName() throws IOException {
        assumeTrue(home.getFileSystem().supportedFileAttributeViews().contains("posix"), "a launcher for sh");
        Path java = home.resolve("jre/bin/java");
        Files.createDirectories(java.getParent());
        Files.copy(Path.of("huizong"), home.resolve("huizong"));
        Files.writeString(java, """
                #!/bin/sh
                for one in "$@"; do case $one in -Dhuizong.command=*) printf %s "$one" ;; esac; done
                """);
        assertThat(home.resolve("huizong").toFile().setExecutable(true)).isTrue();
        assertThat(java.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void byItsPathWhereItWasCalledByOne() throws Exception {
        assertThat(launched("./huizong")).isEqualTo("-Dhuizong.command=./huizong");
        assertThat(launched("\"$PWD\"/huizong")).isEqualTo("-Dhuizong.command=" + home.toRealPath() + "/huizong");
    }

    @Test
    void byItsPlainNameWhereItIsFoundInThePath() throws Exception {
        assertThat(launched("PATH=$PWD:$PATH; export PATH; huizong")).isEqualTo("-Dhuizong.command=huizong");
    }

    @Test
    void makesTheArchiveOfClassesAnewWhereItIsOlderThanTheProgram() throws Exception {
        Files.writeString(home.resolve("jre/bin/java"), """
                #!/bin/sh
                for one in "$@"; do case $one in -XX:*=*.jsa) printf %s "${one%%=*}" ;; esac; done
                """);
        Files.createFile(Files.createDirectories(home.resolve("jre/lib/server")).resolve("classes.jsa"));
        Path target = Files.createDirectory(home.resolve("target"));
        Path program = Files.createFile(target.resolve("huizong.jar"));

        assertThat(run("./huizong consolidate 2025-01")).isEqualTo("-XX:ArchiveClassesAtExit");
        Files.createFile(target.resolve("huizong.jsa"));
        Files.setLastModifiedTime(program, FileTime.fromMillis(1_700_000_000_000L));
        assertThat(run("./huizong consolidate 2025-01")).isEqualTo("-XX:SharedArchiveFile");
        Files.setLastModifiedTime(program, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(run("./huizong consolidate 2025-01")).isEqualTo("-XX:ArchiveClassesAtExit");
    }

    /** Java does not start at all if it is to make one and has none to build on. */
    @Test
    void makesNoArchiveOfClassesWhereJavaHasNoneOfItsOwn() throws Exception {
        Files.writeString(home.resolve("jre/bin/java"), """
                #!/bin/sh
                for one in "$@"; do case $one in -XX:*=*.jsa) printf %s "${one%%=*}" ;; esac; done
                """);
        Files.createFile(Files.createDirectory(home.resolve("target")).resolve("huizong.jar"));

        assertThat(run("./huizong consolidate 2025-01")).isEmpty();
    }

    @Test
    void startsTheProgramOfAnUnpackedZip() throws Exception {
        Files.writeString(home.resolve("jre/bin/java"), """
                #!/bin/sh
                while [ "$1" != -jar ]; do shift; done; shift; printf "%s|" "$@"
                """);
        Files.createFile(Files.createDirectory(home.resolve("program")).resolve("huizong.jar"));

        assertThat(run("./huizong status '10月 & 11月'"))
                .isEqualTo(home.toRealPath() + "/program/huizong.jar|status|10月 & 11月|");
    }

    @Test
    void hasItsSentenceForWindowsInEachCodePage() throws Exception {
        Path messages = Path.of("src/dist/program/messages");

        String chinese = Files.readString(messages.resolve("936/no-java.txt"), Charset.forName("GBK"));

        assertThat(chinese).isEqualTo("没有找到 Java。请安装 Java 17 或更高版本，或者把它放进下面的文件夹：\r\n");
        assertThat(Files.readString(messages.resolve("65001/no-java.txt"))).isEqualTo(chinese);
    }

    /** launch4j writes what it is given letter by letter as bytes. */
    @Test
    void hasItsSentenceInTheProgramForWindowsInGbk() throws Exception {
        String pom = Files.readString(Path.of("pom.xml"));

        String sentence = pom.substring(pom.indexOf("<no.java>") + 9, pom.indexOf("</no.java>"));

        assertThat(new String(sentence.getBytes(StandardCharsets.ISO_8859_1), Charset.forName("GBK")))
                .isEqualTo("No Java found: put one into the folder jre beside this program. "
                        + "没有找到 Java，请把它放进本程序旁边的 jre 文件夹，版本不低于");
    }

    private String launched(String call) throws Exception {
        return run(call + " status 2025-01");
    }

    private String run(String call) throws Exception {
        Process process = new ProcessBuilder("/bin/sh", "-c", call)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said.strip();
    }
}

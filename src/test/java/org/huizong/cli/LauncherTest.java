package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
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
        Path target = Files.createDirectory(home.resolve("target"));
        Path program = Files.createFile(target.resolve("huizong.jar"));

        assertThat(run("./huizong consolidate 2025-01")).isEqualTo("-XX:ArchiveClassesAtExit");
        Files.createFile(target.resolve("huizong.jsa"));
        Files.setLastModifiedTime(program, FileTime.fromMillis(1_700_000_000_000L));
        assertThat(run("./huizong consolidate 2025-01")).isEqualTo("-XX:SharedArchiveFile");
        Files.setLastModifiedTime(program, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(run("./huizong consolidate 2025-01")).isEqualTo("-XX:ArchiveClassesAtExit");
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

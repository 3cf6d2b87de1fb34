package org.huizong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncomingFilesTest {
    private static final int SENDERS = 8;

    @TempDir
    Path folder;

    @RepeatedTest(20)
    void losesNoneOfTheFilesOfOneNameThatComeAtOnce() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        List<Callable<Boolean>> sending = IntStream.range(0, SENDERS)
                .<Callable<Boolean>>mapToObj(i -> () -> keep("text " + i))
                .toList();

        List<Boolean> isNew = new ArrayList<>();
        for (Future<Boolean> kept : senders.invokeAll(sending)) {
            isNew.add(kept.get());
        }
        senders.shutdown();

        assertThat(isNew).hasSize(SENDERS).containsOnly(true);
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                texts.add(Files.readString(file));
            }
        }
        assertThat(texts)
                .containsExactlyInAnyOrder(
                        "text 0", "text 1", "text 2", "text 3", "text 4", "text 5", "text 6", "text 7");
    }

    @Test
    void leavesItsEndingToANameThatIsTooLong() {
        String title = "青溪镇".repeat(40);

        String plain = IncomingFiles.plain("C:\\报告\\" + title + ".docx");

        assertThat(plain).startsWith("青溪镇青溪镇").endsWith(".docx");
        assertThat(plain.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(210);
        assertThat(IncomingFiles.plain("../con.txt")).isEqualTo("_con.txt");
        assertThat(IncomingFiles.plain("通知")).isEqualTo("通知");
        assertThat(IncomingFiles.plain(".docx")).isEqualTo("_docx");
    }

    private boolean keep(String text) {
        return new IncomingFiles(folder)
                .keep("a.xlsx", () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .isNew();
    }
}

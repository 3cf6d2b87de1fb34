package org.huizong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import org.huizong.aggregation.SmallTown;
import org.huizong.catalogue.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown of an edition while other things go on. */
class EditionFiguresTest {
    private static final String RUN = "page-run";

    @TempDir
    Path folder;

    @Test
    void saysOfNoPeriodThatItIsBehindBecauseAnotherIsConsolidated() {
        Catalogue catalogue;
        try (var town = new SmallTown(folder.resolve("data"))) {
            town.withTable("assessment.csv", """
                            criterion,label,label_en,kinds,frequency,full,formula,cap,time,basis,note,from,until
                            filing,报送,Filing,village,month,20,filing.missing*9,,mean,本地要求,,,
                            """).sendAll("2025-01", 20).run("2025-01");
            catalogue = town.catalogue();
        }
        var go = new CountDownLatch(1);
        OfficeSettings settings = OpenPage.settings(
                folder, 0, () -> LocalDate.of(2025, 2, 10), () -> waited(go, catalogue), f -> {}, OpenPage.roomy());
        try (var page = new OpenPage(folder, settings).enter()) {
            page.post("/consolidate/2025-Q1", "");
            String figures = page.get("/figures/2025-01").body();
            String scores = page.get("/assessment/2025-01").body();
            boolean isBusy = page.get("/consolidate/2025-01").body().contains("正在汇总2025年第一季度");
            go.countDown();

            assertThat(isBusy).isTrue();
            assertThat(figures).contains("第1版", "一样").doesNotContain("有变动");
            assertThat(scores).contains("第1版").doesNotContain("比这里的旧");
        }
    }

    /** The run is given its tables only when it may go on. */
    private static Catalogue waited(CountDownLatch go, Catalogue catalogue) {
        if (Thread.currentThread().getName().equals(RUN)) {
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return catalogue;
    }
}

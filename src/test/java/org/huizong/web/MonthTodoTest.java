package org.huizong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.FilingStatus;
import org.huizong.aggregation.FilingStatus.State;
import org.huizong.aggregation.Lacking;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Obligation;
import org.huizong.model.Disposition;
import org.huizong.model.Period;
import org.huizong.store.Store;
import org.huizong.store.StoredSubmission;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is to be done on a page is what a command would say is to be done. */
class MonthTodoTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final Period YEAR = Period.parse("2025");
    private static final Period JANUARY = Period.parse("2025-01");
    private static final Period MARCH = Period.parse("2025-03");

    @TempDir
    Path home;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(home.resolve("data"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private List<String> todo(Period period, boolean isAsked, int unread, Coverage coverage) {
        PageFrame frame = new PageFrame(
                new MessageBundle(Lang.ZH, OfficeServer.class),
                new Wording(new MessageBundle(Lang.ZH), CATALOGUE),
                Lang.ZH,
                "month",
                period,
                "/month/" + period,
                "",
                Optional.empty());
        return new MonthTodo(frame, store, coverage, List.of(), isAsked, unread)
                .list().stream().map(todo -> todo.text() + " " + todo.link()).toList();
    }

    private static FilingStatus status(
            Period period, State state, boolean neverRun, Optional<Lacking> below, Optional<StoredSubmission> rival) {
        return new FilingStatus(
                new Obligation("d01", "safety", period),
                state,
                LocalDate.of(2025, 2, 5),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                neverRun,
                below,
                rival);
    }

    private static FilingStatus status(Period period, State state) {
        return status(period, state, false, Optional.empty(), Optional.empty());
    }

    private static StoredSubmission sent() {
        return new StoredSubmission(
                1,
                "d01",
                "safety",
                "1",
                JANUARY,
                1,
                "a.xlsx",
                "0".repeat(64),
                "a",
                Optional.empty(),
                LocalDate.of(2025, 2, 5),
                Disposition.ACCEPTED);
    }

    @Test
    void asksWhichOfTwoFilesHoldsThoughOneOfThemIsCounted() {
        var disputed = status(JANUARY, State.COUNTED, false, Optional.empty(), Optional.of(sent()));

        List<String> todo = todo(JANUARY, true, 0, new Coverage(List.of(disputed), List.of()));

        assertThat(todo).containsExactly("1份有两个文件说法不一，问清以哪份为准，打开另一份点“撤回”：安监办《安全生产执法情况月报表》。 /return/2025-01/1");
    }

    @Test
    void namesTheReturnsInWhichFiguresFromBelowAreLacking() {
        var below = status(JANUARY, State.COUNTED, false, Optional.of(new Lacking(3, 2, "v01")), Optional.empty());

        List<String> todo = todo(JANUARY, true, 0, new Coverage(List.of(below), List.of()));

        assertThat(todo).containsExactly("1份里缺下级的数：安监办《安全生产执法情况月报表》。 #reminder");
    }

    @Test
    void namesTheReturnsThatAreInNoTotal() {
        List<String> todo = todo(JANUARY, false, 0, new Coverage(List.of(), List.of(sent())));

        assertThat(todo).containsExactly("1份已采用，但不在应报名册（units.csv）里，没有计入合计：安监办《安全生产执法情况月报表》。 /record/2025-01");
    }

    @Test
    void sendsToTheMonthThatWasNeverConsolidatedAndDoesNotAskItsUnits() {
        var coverage = new Coverage(
                List.of(
                        status(JANUARY, State.MISSING),
                        status(MARCH, State.MISSING, true, Optional.empty(), Optional.empty())),
                List.of());

        List<String> todo = todo(YEAR, true, 0, coverage);

        assertThat(todo)
                .containsExactly("2025年3月还没有汇总过，数不在合计里。先汇总它。 /consolidate/2025-03", "缺报1份：安监办《安全生产执法情况月报表》。 #reminder");
    }

    @Test
    void beginsWithTheFilesThatAreNotOnRecord() {
        List<String> todo = todo(JANUARY, true, 2, new Coverage(List.of(status(JANUARY, State.MISSING)), List.of()));

        assertThat(todo).containsExactly("有2个文件还没有汇总进去。 /consolidate/2025-01", "缺报1份：安监办《安全生产执法情况月报表》。 #reminder");
    }

    @Test
    void begins() {
        assertThat(todo(JANUARY, false, 0, new Coverage(List.of(status(JANUARY, State.COUNTED)), List.of())))
                .containsExactly("本期还没有汇总过。 /consolidate/2025-01");
    }
}

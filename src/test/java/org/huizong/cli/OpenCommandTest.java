package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the command is said before the page opens: it would go on until somebody ends it. */
@Timeout(120)
class OpenCommandTest {
    @TempDir
    private Path home;

    private Terminal.Said open(String... options) {
        String[] all = new String[options.length + 4];
        System.arraycopy(new String[] {"open", "--no-browser", "--data", home.resolve("data") + ""}, 0, all, 0, 4);
        System.arraycopy(options, 0, all, 4, options.length);
        return Terminal.run(all);
    }

    @Test
    void refusesADayThatIsNone() {
        var said = open("--as-of", "2026-13-01");

        assertThat(said.exit()).isEqualTo(Exit.USAGE);
        assertThat(said.err()).contains("2026-13-01");
        assertThat(home.resolve("data")).doesNotExist();
    }

    @Test
    void refusesACatalogueThatIsNotThere() {
        var said = open("--catalogue", home.resolve("none") + "");

        assertThat(said.exit()).isEqualTo(Exit.USAGE);
        assertThat(said.err()).contains(home.resolve("none") + "");
        assertThat(home.resolve("data")).doesNotExist();
    }
}

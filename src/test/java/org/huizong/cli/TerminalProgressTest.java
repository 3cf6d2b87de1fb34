package org.huizong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
    private final StringWriter err = new StringWriter();
    private final Ticking clock = new Ticking();
    private final Huizong program = new Huizong(
            new MessageBundle(Lang.ZH),
            new PrintWriter(new StringWriter(), true),
            new PrintWriter(err, true),
            clock,
            Optional.empty());

    @Test
    void saysOnATerminalHowLongTheStepWillStillTake() {
        var progress = new TerminalProgress(program, true);
        progress.begin("readReturns", 300);
        for (int i = 0; i < 100; i++) {
            clock.now = clock.now.plus(Duration.ofMillis(50));
            progress.advance();
        }

        assertThat(lastLine()).isEqualTo("读取报表 [##########....................] 100/300 约剩11秒");
    }

    @Test
    void saysMinutesIfItIsMoreThanOneAndNothingBeforeItKnows() {
        var progress = new TerminalProgress(program, true);
        progress.begin("readReturns", 3000);
        clock.now = clock.now.plus(Duration.ofMillis(1900));
        progress.advance();
        assertThat(lastLine()).isEqualTo("读取报表 [..............................] 1/3000");
        clock.now = clock.now.plus(Duration.ofMillis(3100));
        for (int i = 0; i < 99; i++) {
            progress.advance();
            clock.now = clock.now.plus(Duration.ofMillis(1));
        }

        assertThat(lastLine()).startsWith("读取报表 [..............................] 2/3000 约剩");
    }

    @Test
    void leavesNothingOfALongerLineBehind() {
        var progress = new TerminalProgress(program, true);
        progress.begin("readReturns", 3);
        progress.end();

        assertThat(err.toString()).endsWith("\r" + " ".repeat("readback".length() + 33 + 4) + "\r");
    }

    @Test
    void printsALineAStepElsewhere() {
        var progress = new TerminalProgress(program, false);
        progress.begin("readReturns", 48);
        progress.advance();
        progress.begin("consolidate", 0);
        progress.end();

        assertThat(err.toString()).isEqualTo("读取报表（48份）\n汇总\n");
    }

    private String lastLine() {
        String all = err.toString();
        return all.substring(all.lastIndexOf('\r') + 1).stripTrailing();
    }

    /** A clock that goes when it is told to. */
    private static final class Ticking extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}

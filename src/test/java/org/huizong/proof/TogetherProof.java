package org.huizong.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huizong.proof.Program.Ended;
import org.huizong.proof.Program.Running;
import org.huizong.proof.ProofTable.Tried;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Starts two runs at once on what only one may have. */
@TestInstance(Lifecycle.PER_CLASS)
class TogetherProof {
    private static final int EACH = 10;

    private Path scratch;
    private Township township;
    private Trace unbroken;

    @BeforeAll
    void oneRunAloneHasEnded(@TempDir Path folder) throws IOException {
        scratch = folder;
        township = new Township(folder);
        Desk desk = desk("alone");
        desk.consolidate();
        unbroken = desk.trace();
        desk.clear();
    }

    @Test
    void letsOneOfTwoHaveTheData() {
        List<Callable<Tried>> attacks = new ArrayList<>();
        IntStream.range(0, EACH)
                .forEach(i -> attacks.add(() -> {
                    Desk desk = desk("data-" + i);
                    return two("data " + i, desk, desk);
                }));

        assertThat(ProofTable.attempt("two runs on one data folder", attacks, 1))
                .isEmpty();
    }

    @Test
    void letsOneOfTwoHaveTheOutput() {
        List<Callable<Tried>> attacks = new ArrayList<>();
        IntStream.range(0, EACH)
                .forEach(i -> attacks.add(() -> {
                    Desk desk = desk("output-" + i);
                    return two("output " + i, desk, desk.withData(scratch.resolve("others-data-" + i)));
                }));

        assertThat(ProofTable.attempt("two runs on one output folder", attacks, 1))
                .isEmpty();
    }

    private Desk desk(String name) {
        Desk desk = Desk.at(scratch.resolve(name).resolve("home"));
        township.deliver(desk.returns());
        return desk;
    }

    private Tried two(String name, Desk one, Desk other) {
        try {
            Running first = one.program().start(one.consolidation());
            Ended second = other.program().run(other.consolidation());
            List<Ended> both = List.of(first.end(), second);
            String fault = both.stream().flatMap(e -> fault(e)).findFirst().orElse("");
            if (both.stream().noneMatch(e -> e.code() == 1)) {
                fault += " none did its work";
            }
            Ended afterwards = one.consolidate();
            fault += afterwards.code() == 1 ? one.trace().differs(unbroken) : " afterwards " + afterwards;
            return new Tried(name, fault, second.peak());
        } finally {
            one.clear();
            other.clear();
            Township.remove(other.data());
        }
    }

    private static Stream<String> fault(Ended ended) {
        boolean refused = ended.code() == 3 && ended.said().contains("正被另一个汇总程序使用");
        return (ended.code() == 1 || refused) && ended.trace().isEmpty() ? Stream.empty() : Stream.of(ended.toString());
    }
}

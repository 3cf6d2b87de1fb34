package org.huizong.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Spoilt returns by the thousand: {@code -Dmutations} says how many, {@code -Dmutations.seed} the first of their seeds, so
 * that one that failed is made again by its seed and {@code -Dmutations=1}.
 */
class MutationsProof {
    private static final int COUNT = Integer.getInteger("mutations", 20_000);
    private static final long SEED = Long.getLong("mutations.seed", 1);

    @Test
    void noneIsAnException(@TempDir Path folder) throws IOException {
        Mutations mutations = Mutations.in(folder);
        long begun = System.nanoTime();

        mutations.run(SEED, COUNT);

        mutations.table().forEach(System.out::println);
        ProofTable.line(
                "mutations of returns", COUNT, mutations.failures().size(), 0, (System.nanoTime() - begun) / 60e9, "");
        assertThat(mutations.failures()).as(mutations.report()).isEmpty();
        assertThat(mutations.read()).as("of them are read all the same").isGreaterThan(COUNT / 10 - 1);
    }
}

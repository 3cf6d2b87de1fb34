package org.huizong.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huizong.consolidation.Consolidation;
import org.huizong.store.StoredFinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three townships of the sample, rolled up to a county. */
class RollUpTest {
    @Test
    void comesToWhatAllReturnsAtOnceComeTo(@TempDir Path home) {
        County county = new County(home).receive();

        Outcome rolledUp = county.consolidate(County.DUE);

        rolledUp.publication().findings().stream().map(StoredFinding::finding).limit(60).forEach(System.out::println);
        Outcome flat = county.consolidateFlat();
        assertThat(figures(rolledUp)).isEqualTo(figures(flat));
        System.out.println(figures(flat).size() + " " + figures(flat));
    }

    private static Map<String, Optional<BigDecimal>> figures(Outcome outcome) {
        Consolidation all = outcome.publication().consolidation();
        Map<String, Optional<BigDecimal>> figures = new TreeMap<>();
        all.indicators().forEach(i -> figures.put(i.indicator().code(), plain(i.now().value())));
        all.forms().forEach(f -> f.items().forEach(i -> figures.put(i.code(), plain(f.total(i.code()).value()))));
        return figures;
    }

    private static Optional<BigDecimal> plain(Optional<BigDecimal> value) {
        return value.map(BigDecimal::stripTrailingZeros);
    }
}

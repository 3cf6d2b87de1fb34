package org.huizong.publish.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.wording.Lang;
import org.junit.jupiter.api.Test;

class BriefingTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final int MONTHS = 200;

    @Test
    void saysOfTwoHundredRandomMonthsNothingThatIsNotSo() {
        var publications = LongStream.range(0, MONTHS)
                .mapToObj(seed -> new RandomMonths(CATALOGUE, seed).publication())
                .toList();

        var faults = publications.stream()
                .flatMap(p -> Stream.of(Lang.values()).flatMap(lang -> Listener.faults(p, CATALOGUE, lang).stream()))
                .toList();

        assertThat(faults).isEmpty();
    }
}

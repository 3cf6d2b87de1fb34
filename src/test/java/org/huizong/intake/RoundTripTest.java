package org.huizong.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huizong.intake.IntakeFixture.CATALOGUE;
import static org.huizong.intake.IntakeFixture.values;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.huizong.catalogue.Item;
import org.huizong.model.Reading;
import org.huizong.model.Value;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void readsTheValuesThatWereWritten(long seed) {
        Random random = new Random(seed);
        Map<String, Value> written = new HashMap<>();
        TestForms forms = new TestForms(CATALOGUE);
        forms.add("village", "村表", "c01", "2026-10");
        forms.add("publicity", "普法", "东街", "2026年10月");
        for (String form : new String[] {"village", "publicity"}) {
            for (Item item : forms.layout(form).items()) {
                Value value = random(random, item);
                written.put(item.code(), value);
                Object content = value.asNumber().map(n -> (Object) n).orElse(value.show());
                boolean chosen = value instanceof Value.Text;
                Object label = chosen
                        ? CATALOGUE
                                .choice(item.choices(), value.show())
                                .orElseThrow()
                                .label()
                        : content;
                forms.with(form.equals("village") ? 0 : 1, item.code(), value.isMissing() ? null : label);
            }
        }

        var reading = IntakeFixture.read(forms.save(folder, "a.xlsx"));

        assertThat(reading.findings()).isEmpty();
        Map<String, Value> read = new HashMap<>();
        ((Reading.Read) reading).submissions().forEach(s -> read.putAll(values(s)));
        assertThat(read).isEqualTo(written);
    }

    private static Value random(Random random, Item item) {
        if (random.nextInt(8) == 0) {
            return Value.Gap.BLANK;
        }
        if (!item.type().isNumeric()) {
            return Value.of(random.nextBoolean() ? "yes" : "no");
        }
        return switch (random.nextInt(4)) {
            case 0 -> Value.of(0);
            case 1 -> Value.of(random.nextInt(100_000));
            case 2 -> Value.of(-random.nextInt(1_000) - 1L);
            default -> Value.of(new BigDecimal(random.nextInt(1, 1_000_000) + "." + (random.nextInt(9) + 1)));
        };
    }
}

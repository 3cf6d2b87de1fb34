package org.huizong.sound;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.model.Period;
import org.huizong.store.StoredFinding;

/** Checks months of sound townships and says which rules fire on them all the same. */
public final class SoundMonths {
    static final YearMonth FIRST = YearMonth.of(2025, 1);

    /** Every third township sends its first return in April; what was before is on record as a baseline. */
    private static final int WITH_BASELINE = 3;

    private static final Period QUARTER = Period.parse("2025-Q1");

    private SoundMonths() {}

    /** The alarms over so many months of so many townships. */
    public static Alarms run(Path folder, int townships, int months) {
        Catalogue catalogue = CatalogueLoader.builtIn();
        Alarms alarms = new Alarms(catalogue);
        for (int seed = 1; seed <= townships; seed++) {
            SoundTownship township = new SoundTownship(catalogue, seed, FIRST);
            try (TownshipFile file = new TownshipFile(catalogue, folder.resolve("t" + seed))) {
                if (seed % WITH_BASELINE == 0) {
                    List<Filled> before = new ArrayList<>();
                    QUARTER.months().forEach(m -> before.addAll(township.month()));
                    file.begin(QUARTER, before);
                }
                int last = seed % WITH_BASELINE == 0 ? months - QUARTER.months().size() : months;
                for (int month = 0; month < last; month++) {
                    List<Filled> filled = township.month();
                    List<StoredFinding> found = file.check(filled);
                    alarms.add("t" + seed, filled, found, month == 0);
                }
            }
        }
        return alarms;
    }
}

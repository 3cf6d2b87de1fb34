package org.huizong.baseline;

import java.util.List;
import org.huizong.catalogue.Fault;
import org.huizong.store.BaselineStore.Difference;
import org.huizong.store.StoredBaseline;

/** What became of a baseline file. */
public sealed interface BaselineOutcome {
    /** Nothing of it was kept, because of these faults. */
    record Refused(List<Fault> faults) implements BaselineOutcome {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /**
     * All of it is on record.
     *
     * @param difference what it did to the figures on record
     * @param removed those that were taken off the record
     */
    record Kept(Difference difference, List<StoredBaseline> removed) implements BaselineOutcome {
        public Kept {
            removed = List.copyOf(removed);
        }

        /** Whether anything is different from before. */
        public boolean isChange() {
            return !difference.added().isEmpty() || !difference.replaced().isEmpty() || !removed.isEmpty();
        }
    }
}

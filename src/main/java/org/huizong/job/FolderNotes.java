package org.huizong.job;

import java.util.Set;
import org.huizong.intake.Delivery;
import org.huizong.model.Period;
import org.huizong.store.FindingStore.Entry;
import org.huizong.store.FindingStore.Phase;
import org.huizong.store.Store;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStream;

/** Puts on record what is to be said of the folder of returns and of the archive before anything is read. */
final class FolderNotes implements ItemStream {
    private static final String NOTED = "folder.noted";

    private final Store store;
    private final Period period;
    private final Delivery delivery;
    private final Evidence evidence;

    FolderNotes(Store store, Period period, Delivery delivery, Evidence evidence) {
        this.store = store;
        this.period = period;
        this.delivery = delivery;
        this.evidence = evidence;
    }

    /** Replaces what an earlier run found; what the same run found before it ended early stays. */
    @Override
    public void open(ExecutionContext context) {
        if (!context.containsKey(NOTED)) {
            store.together(this::note);
        }
        evidence.look();
    }

    @Override
    public void update(ExecutionContext context) {
        context.put(NOTED, true);
    }

    private void note() {
        Set<String> withdrawn = store.submissions().withdrawn(period);
        store.findings().clear(period, Phase.FOLDER);
        store.findings()
                .add(
                        period,
                        Phase.FOLDER,
                        delivery.findings(withdrawn).stream()
                                .map(Entry::ofFolder)
                                .toList());
    }
}

package org.huizong.job;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.huizong.review.Filing;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.support.AbstractItemCountingItemStreamItemReader;

/** Hands over what was sent, filing by filing; begun again, it goes on after the last chunk that is on record. */
final class Filings extends AbstractItemCountingItemStreamItemReader<Filing> {
    private final Supplier<List<Filing>> source;
    private Iterator<Filing> filings = List.<Filing>of().iterator();

    /** Hands over filings in the order of the source, which is the same every time. */
    Filings(Supplier<List<Filing>> source) {
        this.source = source;
        setName("filings");
    }

    @Override
    protected void doOpen() {
        filings = source.get().iterator();
    }

    @Override
    protected @Nullable Filing doRead() {
        return filings.hasNext() ? filings.next() : null;
    }

    @Override
    protected void doClose() {
        filings = List.<Filing>of().iterator();
    }
}

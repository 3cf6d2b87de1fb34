package org.huizong.store;

import org.huizong.store.MeasureStore.Counted;

/**
 * Holds what one record adds to a measure, with the register from which it was counted.
 *
 * @param counted the record and what it adds
 * @param submission the register, which may be of a later period
 */
public record StoredCount(Counted counted, StoredSubmission submission) {}

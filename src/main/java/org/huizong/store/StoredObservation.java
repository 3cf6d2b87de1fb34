package org.huizong.store;

import org.huizong.model.Observation;

/**
 * An observation on record, with the submission it belongs to.
 *
 * @param submission the submission
 * @param observation item, value and cell
 */
public record StoredObservation(StoredSubmission submission, Observation observation) {}

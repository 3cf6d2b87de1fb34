package org.huizong.edition;

import org.huizong.aggregation.Consolidation;
import org.huizong.store.Edition;

/**
 * What the period of an edition comes to now.
 *
 * @param edition the edition
 * @param figures the figures as of its day, from what is on record now
 * @param fits whether these are its figures, and nothing else that it tells has changed
 */
public record EditionNow(Edition edition, Consolidation figures, boolean fits) {}

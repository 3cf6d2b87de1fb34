package org.huizong.store;

import java.time.Instant;
import org.huizong.model.BaselineFigure;

/**
 * A baseline figure as it is on record.
 *
 * @param id its number in the store
 * @param figure what it says
 * @param file name of the file that brought it
 * @param sha256 digest of that file, under which the archive keeps it
 * @param recorded when it was put on record
 */
public record StoredBaseline(long id, BaselineFigure figure, String file, String sha256, Instant recorded) {}

package org.huizong.job;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.huizong.model.Period;

/**
 * What one run is asked to do.
 *
 * @param period what to consolidate
 * @param returns the folder of its returns; empty if there is none, as for a year without yearly returns
 * @param output the folder that becomes the publication
 * @param asOf the day as of which it is reported
 * @param now what the clock shows: no file can have been saved later
 */
public record Request(Period period, Optional<Path> returns, Path output, LocalDate asOf, Instant now) {}

package org.huizong.web;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.huizong.catalogue.Catalogue;
import org.huizong.wording.Lang;

/**
 * What the page works with.
 *
 * @param data the data folder
 * @param returns the folder with a folder of returns for each period
 * @param output the folder with a folder of results for each period
 * @param port where to listen; 0 for any that is free
 * @param lang the language in which the page begins
 * @param clock tells the time
 * @param today the day as of which things are reported
 * @param catalogue gives the catalogue in use, or throws what is wrong with it
 * @param tried gives that catalogue with the rules of a file, or throws what is wrong with it
 * @param who on whose behalf changes go on record
 * @param faults hears of what went wrong and was not foreseen: a page says it in a sentence alone
 * @param limits how much is taken and how long is waited
 */
public record OfficeSettings(
        Path data,
        Path returns,
        Path output,
        int port,
        Lang lang,
        Clock clock,
        Supplier<LocalDate> today,
        Supplier<Catalogue> catalogue,
        Function<Path, Catalogue> tried,
        String who,
        Consumer<Throwable> faults,
        Limits limits) {

    /**
     * How much is taken from a browser and how long is waited.
     *
     * @param file the most bytes of one file
     * @param request the most bytes sent at once
     * @param parts the most files and fields sent at once
     * @param slow how long an upload may be silent
     * @param storeIdle how long the data folder stays open after it was last used
     * @param idle after how long without a request the server ends
     */
    public record Limits(long file, long request, int parts, Duration slow, Duration storeIdle, Duration idle) {
        private static final long MEGABYTE = 1L << 20;

        /** What an office needs: a year's returns of a large township in one zip. */
        public static final Limits USUAL = new Limits(
                128 * MEGABYTE,
                512 * MEGABYTE,
                2_000,
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Duration.ofHours(8));
    }
}

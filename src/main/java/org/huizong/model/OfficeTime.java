package org.huizong.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days and moments as the office's calendar and clock have them, wherever the program runs. */
public final class OfficeTime {
    /** The one time zone of the country. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private OfficeTime() {}

    /** The day on which something happened. */
    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** The moment at which a day is over. */
    public static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }
}

package org.huizong.sound;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.huizong.catalogue.WorkCalendar;

/** The days on which the offices of the township work. */
record OfficeDays(WorkCalendar calendar) {
    /** That day, or the next on which there is somebody. */
    LocalDate from(LocalDate day) {
        return isOpen(day) ? day : from(day.plusDays(1));
    }

    /** So many days of work later. */
    LocalDate later(LocalDate day, int days) {
        LocalDate later = day;
        for (int i = 0; i < days; i++) {
            later = from(later.plusDays(1));
        }
        return later;
    }

    private boolean isOpen(LocalDate day) {
        boolean isWeekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return isWeekend ? calendar.worked().contains(day) : !calendar.off().contains(day);
    }
}

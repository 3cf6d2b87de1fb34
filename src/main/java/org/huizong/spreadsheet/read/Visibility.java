package org.huizong.spreadsheet.read;

/** Whether the tab of a sheet shows, and if not, whether people can make it show. */
public enum Visibility {
    SHOWN,
    /** The menu of the tabs shows it again. */
    HIDDEN,
    /** No menu shows it: only a program or a macro. */
    VERY_HIDDEN
}

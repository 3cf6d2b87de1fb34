package org.huizong.spreadsheet.mark;

/** What came of opening a file to mark it: the workbook, or why nothing can be marked in it. */
public sealed interface Opening permits ClerkBook, Unmarked {}

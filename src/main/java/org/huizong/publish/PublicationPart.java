package org.huizong.publish;

/** One of the things that a period leaves in its output folder, {@code summary.json} aside. */
public enum PublicationPart {
    /** The consolidated workbook. */
    WORKBOOK,
    /** The CSV files in {@code data/}. */
    TABLES,
    /** The marked-up copies in {@code returned/}, and the letters in {@code letters/}. */
    COPIES,
    /** The public page in {@code public/}, which is written where it is asked for. */
    PUBLIC
}

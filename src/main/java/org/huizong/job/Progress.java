package org.huizong.job;

/** Hears how far the job is; a terminal shows it. Called from several threads. */
public interface Progress {
    /** Says nothing. */
    Progress SILENT = new Progress() {};

    /**
     * A step begins.
     *
     * @param step its name, such as {@code readReturns}
     * @param total how many things it has to do; 0 if that is not known
     */
    default void begin(String step, int total) {}

    /** One thing of the current step is done. */
    default void advance() {}

    /** All is done. */
    default void end() {}
}

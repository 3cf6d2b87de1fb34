package org.huizong.cli;

/** What a command's exit code says to a script. */
final class Exit {
    /** Done; nothing owed is open. */
    static final int DONE = 0;

    /** Done, but something owed is missing, sent back, refused or in conflict; for check: an error. */
    static final int OPEN = 1;

    /** The command was not understood. */
    static final int USAGE = 2;

    /** The tool could not do its work; nothing is half-published. */
    static final int FAILED = 3;

    private Exit() {}
}

package org.huizong.web;

/** Somebody asked for what is not there, or no longer. */
final class NoSuchPageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoSuchPageException(String what) {
        super("there is no " + what);
    }
}

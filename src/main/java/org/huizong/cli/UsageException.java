package org.huizong.cli;

/** A command that makes no sense as it was given; carries the sentence to show. */
class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String sentence) {
        super(sentence);
    }
}

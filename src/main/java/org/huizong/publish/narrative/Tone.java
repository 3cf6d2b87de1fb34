package org.huizong.publish.narrative;

/** How a word is meant, which a page may tint; the word says the same without the tint. */
public enum Tone {
    PLAIN,
    GOOD,
    NEAR,
    POOR
}

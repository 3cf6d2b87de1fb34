package org.huizong.publish;

/** A file that was written in memory. */
public final class WrittenFile {
    private final String name;
    private final byte[] content;

    WrittenFile(String name, byte[] content) {
        this.name = name;
        this.content = content.clone();
    }

    /** Its name, which any system takes. */
    public String name() {
        return name;
    }

    /** Its bytes. */
    public byte[] content() {
        return content.clone();
    }
}

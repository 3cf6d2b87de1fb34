package org.huizong.docx;

/** A file is no Word file whose fields can be filled. */
public class UnfitWordFileException extends Exception {
    private static final long serialVersionUID = 1;

    private final String kind;

    /**
     * Says why it is not.
     *
     * @param kind key of the sentence: broken, macros, or large
     */
    UnfitWordFileException(String kind) {
        super(kind);
        this.kind = kind;
    }

    /** The key of the sentence. */
    public String kind() {
        return kind;
    }
}

package org.huizong.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.huizong.model.Frequency;

/**
 * A Word file of the catalogue: the text of the report in words, or of the public summary, with fields for the figures.
 */
public final class Document {
    private static final String FOLDER = "narrative/";
    private static final String ENGLISH = "narrative/en/";
    private static final String PUBLIC = "public";
    private static final String ENDING = ".docx";

    private final String name;
    private final byte[] content;
    private final boolean own;

    Document(String name, byte[] content, boolean own) {
        this.name = name;
        this.content = content.clone();
        this.own = own;
    }

    /** Its name in the folder of the catalogue, such as {@code narrative/year.docx}. */
    public String name() {
        return name;
    }

    /** Its bytes. */
    public byte[] content() {
        return content.clone();
    }

    /** Tells whether the folder has it; a folder without it uses the one that comes with the program. */
    public boolean isOwn() {
        return own;
    }

    /** The name of the text of the report on a period of that length. */
    public static String ofReport(Frequency length, boolean isChinese) {
        return name(length.code(), isChinese);
    }

    /** The name of the text of the public summary. */
    public static String ofPublic(boolean isChinese) {
        return name(PUBLIC, isChinese);
    }

    private static String name(String what, boolean isChinese) {
        return (isChinese ? FOLDER : ENGLISH) + what + ENDING;
    }

    /** The names of all, the Chinese ones first. */
    public static List<String> names() {
        return Stream.of(true, false)
                .flatMap(isChinese -> Stream.concat(
                                Arrays.stream(Frequency.values()).map(Frequency::code), Stream.of(PUBLIC))
                        .map(what -> name(what, isChinese)))
                .toList();
    }
}

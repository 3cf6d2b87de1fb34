package org.huizong.catalogue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the heads that stand over each other from labels such as {@code 罚没款 | 罚款}: those of a form's columns and lines. */
final class HeadPaths {
    /** How the name of a list ends that has the heads of a form's lines. */
    static final String ROWS = ".rows";
    /** How the name of a list ends that has the heads of a form's columns. */
    static final String COLUMNS = ".columns";

    private static final Pattern BETWEEN = Pattern.compile("\\s*[|｜]\\s*");
    private static final String NAMED_BETWEEN = "/";

    /** The lowest heads that a list of columns has more than once, behind the name of the list. */
    private final Set<String> twice = new HashSet<>();

    private HeadPaths() {}

    static HeadPaths of(Table choices) {
        HeadPaths paths = new HeadPaths();
        Set<String> once = new HashSet<>();
        for (Row row : choices.rows()) {
            String list = row.text("list");
            // where both languages say the same there is one column still
            Set<String> own =
                    Set.copyOf(Arrays.asList(lowest(list, row.text("label")), lowest(list, row.text("label_en"))));
            own.stream()
                    .map(head -> list + ' ' + head)
                    .filter(head -> !once.add(head))
                    .forEach(paths.twice::add);
        }
        return paths;
    }

    /** Tells whether the entries of a list are heads of a form's lines or columns. */
    static boolean areHeads(String list) {
        return list.endsWith(ROWS) || list.endsWith(COLUMNS);
    }

    /** The heads that a label is made of, outermost first; of a list of anything else the label. */
    static List<String> of(String list, String label) {
        return areHeads(list) ? List.of(BETWEEN.split(label, -1)) : List.of(label);
    }

    /** What a head is called where those over it do not show: a column by itself if no other of its form is called so. */
    String name(String list, String label) {
        List<String> heads = of(list, label);
        String lowest = heads.get(heads.size() - 1);
        return list.endsWith(COLUMNS) && !twice.contains(list + ' ' + lowest)
                ? lowest
                : String.join(NAMED_BETWEEN, heads);
    }

    private static String lowest(String list, String label) {
        List<String> heads = of(list, label);
        return heads.get(heads.size() - 1);
    }
}

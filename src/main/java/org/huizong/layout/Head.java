package org.huizong.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A head over columns or beside lines, and the cells that it takes.
 *
 * @param label Chinese words
 * @param labelEn English words
 * @param level how many heads stand over it
 * @param lastLevel the last level that it takes: the lowest of all, of one that stands over no other
 * @param first the first column or line that it is the head of, from 0
 * @param last the last one
 */
public record Head(String label, String labelEn, int level, int lastLevel, int first, int last) {
    /**
     * The heads of columns or lines that follow each other.
     *
     * @param paths of each the heads over each other, outermost first; none of what has no head and parts its neighbours
     */
    static List<Head> over(List<Path> paths) {
        int levels = levels(paths);
        List<Head> heads = new ArrayList<>();
        for (int at = 0; at < paths.size(); at++) {
            Path path = paths.get(at);
            for (int level = 0; level < path.depth(); level++) {
                boolean isLowest = level == path.depth() - 1;
                boolean begins = isLowest || at == 0 || !paths.get(at - 1).sharesGroup(path, level);
                if (begins) {
                    int last = at;
                    while (!isLowest && last + 1 < paths.size() && path.sharesGroup(paths.get(last + 1), level)) {
                        last++;
                    }
                    heads.add(new Head(
                            path.labels().get(level),
                            path.labelsEn().get(level),
                            level,
                            isLowest ? levels - 1 : level,
                            at,
                            last));
                }
            }
        }
        return heads;
    }

    /** Whether it stands over no other, where that many stand over each other at most. */
    public boolean isLowestOf(int levels) {
        return lastLevel == levels - 1;
    }

    /**
     * How high each row of heads must be: as its own need, and the last of those that a head takes what is still lacking.
     *
     * @param needed what each head needs
     */
    public static double[] heights(int levels, Map<Head, Double> needed) {
        double[] heights = new double[levels];
        for (int level = 0; level < levels; level++) {
            int row = level;
            heights[row] = needed.entrySet().stream()
                    .filter(e -> e.getKey().lastLevel() == row)
                    .mapToDouble(e -> e.getValue()
                            - Arrays.stream(heights, e.getKey().level(), row).sum())
                    .max()
                    .orElse(0);
        }
        return heights;
    }

    /** How many heads stand over each other at most, at least 1. */
    static int levels(List<Path> paths) {
        return paths.stream().mapToInt(Path::depth).max().stream()
                .map(d -> Math.max(1, d))
                .findFirst()
                .orElse(1);
    }

    /**
     * The heads that stand over each other at one column or line, outermost first.
     *
     * @param labels in Chinese
     * @param labelsEn in English
     */
    public record Path(List<String> labels, List<String> labelsEn) {
        static final Path NONE = new Path(List.of(), List.of());

        public Path {
            labels = List.copyOf(labels);
            labelsEn = List.copyOf(labelsEn);
        }

        int depth() {
            return labels.size();
        }

        /** The heads over the lowest one. */
        public List<String> groups(boolean chinese) {
            return (chinese ? labels : labelsEn).subList(0, Math.max(0, depth() - 1));
        }

        private boolean sharesGroup(Path other, int level) {
            List<String> own = groups(true);
            List<String> others = other.groups(true);
            return level < own.size()
                    && level < others.size()
                    && own.subList(0, level + 1).equals(others.subList(0, level + 1));
        }

        /** Its lowest head. */
        public String lowest(boolean chinese) {
            List<String> own = chinese ? labels : labelsEn;
            return own.isEmpty() ? "" : own.get(own.size() - 1);
        }
    }
}

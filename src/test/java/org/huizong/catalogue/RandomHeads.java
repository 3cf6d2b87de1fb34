package org.huizong.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A catalogue whose form {@code village} has other columns and lines for each seed: heads of one to three levels over the
 * columns and beside the lines, lines that are parts of others, texts that have a line to themselves.
 */
public final class RandomHeads {
    private static final String FORM = "village";

    private final Random random;
    private final List<String> choices = new ArrayList<>();
    private final List<String> items = new ArrayList<>();
    private int words;

    private RandomHeads(long seed) {
        this.random = new Random(seed);
    }

    /** The catalogue of a seed; it has no rules for the form. */
    public static Catalogue of(long seed) {
        RandomHeads heads = new RandomHeads(seed);
        heads.draw();
        Map<String, byte[]> tables = TwoForms.tables();
        tables.replaceAll((name, bytes) -> heads.table(name, new String(bytes, StandardCharsets.UTF_8)));
        return CatalogueLoader.load(tables);
    }

    private byte[] table(String name, String text) {
        List<String> lines = new ArrayList<>(text.lines()
                .filter(l -> !l.startsWith(FORM + ".")
                        && !l.startsWith(FORM + ',' + FORM)
                        && !(l.contains(FORM + ".") && (name.equals("rules.csv") || name.equals("indicators.csv"))))
                .toList());
        if (name.equals("items.csv")) {
            lines.set(0, lines.get(0) + ",under,lines");
            lines.addAll(items);
        }
        if (name.equals("choices.csv")) {
            lines.addAll(choices);
        }
        return lines.stream().collect(Collectors.joining("\n", "", "\n")).getBytes(StandardCharsets.UTF_8);
    }

    private void draw() {
        List<String[]> columns = random.nextInt(4) == 0 ? List.of() : paths("列", 1 + random.nextInt(7));
        for (int i = 0; i < columns.size(); i++) {
            choices.add(FORM + ".columns,c" + i + ',' + columns.get(i)[0] + ',' + columns.get(i)[1]);
        }
        List<String[]> rows = paths("行", 2 + random.nextInt(14));
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String group = group(rows, i);
            if (i == 0 || !group.equals(group(rows, i - 1)) || random.nextInt(3) == 0) {
                open.clear();
            } else if (open.size() > 1 && (open.size() > HeadLint.MAX_LEVELS || random.nextBoolean())) {
                open.subList(1 + random.nextInt(open.size() - 1), open.size()).clear();
            }
            line(i, rows.get(i), columns.size(), open.isEmpty() ? "" : code(open.get(open.size() - 1)));
            open.add(i);
        }
        for (int i = 0; i < random.nextInt(4); i++) {
            items.add("%s,%s.text_%d,说明%d,Remarks %d,9%d,,text,,,,,,,none,none,,,,,,,%d"
                    .formatted(FORM, FORM, i, i, i, i, 1 + random.nextInt(5)));
        }
    }

    private void line(int at, String[] path, int columns, String under) {
        String row = code(at);
        String label = path[0].substring(path[0].lastIndexOf('|') + 1);
        if (path[0].contains("|") || random.nextInt(3) == 0) {
            choices.add(FORM + ".rows," + row + ',' + path[0] + ',' + path[1]);
        }
        int always = random.nextInt(Math.max(1, columns));
        for (int c = 0; c < Math.max(1, columns); c++) {
            if (c == always || random.nextInt(4) > 0) {
                items.add("%s,%s.line_%d_%d,%s,%s,%s,%s,integer,件,是,,0,999999,,sum,sum,,,,,,%s,"
                        .formatted(FORM, FORM, at, c, label, "line " + row, row, columns == 0 ? "" : "c" + c, under));
            }
        }
    }

    private static String group(List<String[]> rows, int at) {
        String path = rows.get(at)[0];
        return path.substring(0, Math.max(0, path.lastIndexOf('|')));
    }

    private static String code(int at) {
        return String.format("%02d", at + 1);
    }

    /** So many labels of one to three levels, Chinese and English, whose groups stay together. */
    private List<String[]> paths(String word, int count) {
        List<String[]> paths = new ArrayList<>();
        fill(word, "", "", 1, count, paths);
        return paths;
    }

    private void fill(String word, String over, String overEn, int level, int count, List<String[]> paths) {
        for (int left = count; left > 0; ) {
            // the lowest heads of two groups may be called the same
            int number = ++words;
            String name = word + (level > 1 && random.nextBoolean() ? "甲" + left : number);
            String nameEn = (word.equals("列") ? "column " : "line ") + (name.contains("甲") ? "A" + left : number);
            if (level < HeadLint.MAX_LEVELS && random.nextInt(3) == 0) {
                int taken = 1 + random.nextInt(left);
                fill(word, over + name + '|', overEn + nameEn + '|', level + 1, taken, paths);
                left -= taken;
            } else {
                paths.add(new String[] {over + name, overEn + nameEn});
                left--;
            }
        }
    }
}

package org.huizong.docx;

/** What a field stands for. */
public sealed interface Meaning {
    /** Tells whether a condition of this name is met. */
    boolean holds();

    /**
     * Words.
     *
     * @param holds whether there is anything to say
     */
    record Text(String text, boolean holds) implements Meaning {}

    /** A chart. */
    final class Chart implements Meaning {
        private final String drawing;
        private final byte[] workbook;
        private final String label;

        /**
         * One to draw.
         *
         * @param drawing the part of a package that draws it; empty if there is nothing to draw
         * @param workbook its numbers, which Word opens where somebody edits it
         * @param label what it shows, for who cannot see it
         */
        public Chart(String drawing, byte[] workbook, String label) {
            this.drawing = drawing;
            this.workbook = workbook.clone();
            this.label = label;
        }

        String drawing() {
            return drawing;
        }

        byte[] workbook() {
            return workbook.clone();
        }

        String label() {
            return label;
        }

        @Override
        public boolean holds() {
            return !drawing.isEmpty();
        }
    }

    /** A text that holds where it says anything. */
    static Meaning of(String text) {
        return new Text(text, !text.isEmpty());
    }

    /** A count, which holds where it is not 0. */
    static Meaning of(long count) {
        return new Text(String.valueOf(count), count != 0);
    }

    /** A condition without words of its own. */
    static Meaning when(boolean holds) {
        return new Text("", holds);
    }
}

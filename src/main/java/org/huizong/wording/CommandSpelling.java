package org.huizong.wording;

/** Spells the commands in sentences so that they can be copied as they stand. */
public interface CommandSpelling {
    /** Leaves commands as the sentences have them. */
    CommandSpelling PLAIN = new CommandSpelling() {
        @Override
        public String command(String command) {
            return command;
        }

        @Override
        public String value(String value) {
            return value;
        }
    };

    /** A command with its values, as it is to be copied. */
    String command(String command);

    /** One value of a command, such as a path, as one word. */
    String value(String value);
}

package org.huizong.validation;

import org.huizong.model.Value;

/** The records of registers that items of other registers point to. */
public interface Directory {
    /** Nothing is on record. */
    Directory NONE = new Directory() {
        @Override
        public boolean has(String register) {
            return false;
        }

        @Override
        public Value value(String item, String key) {
            return Value.Gap.BLANK;
        }
    };

    /** Whether anything of a register is on record; otherwise nothing can be held against it. */
    boolean has(String register);

    /**
     * What a record says.
     *
     * @param item code of an item of the register
     * @param key what the pointing item says, as it was written
     * @return blank if there is no such record
     */
    Value value(String item, String key);
}

package org.huizong.spreadsheet.read;

/** Makes a byte of every character of UTF-16, in either order; what is not ASCII is no sign of markup. */
final class WideBytes {
    private int odd = -1;

    /** Narrows the next bytes, and returns how many they come to; half a character waits for its other half. */
    int narrow(byte[] bytes, int size, byte[] to) {
        int n = 0;
        for (int i = 0; i < size; i++) {
            if (odd < 0) {
                odd = bytes[i] & 0xff;
            } else {
                int one = odd;
                int other = bytes[i] & 0xff;
                to[n++] = (byte) (one == 0 ? other : other == 0 ? one : (one ^ other) | 0x80);
                odd = -1;
            }
        }
        return n;
    }
}

package io.tradetracker.broker.capital.stream;

import java.util.Arrays;

/** Remembers short texts, so that the same few are not made anew with each message. Used by one thread at a time. */
final class Words {
    private static final int SLOTS = 256;
    private static final int LONGEST = 32;

    private final String[] slots = new String[SLOTS];

    Words() {
        Arrays.fill(slots, "");
    }

    /** {@return that part of the characters as a text} */
    String of(char[] characters, int offset, int length) {
        if (length > LONGEST) {
            return new String(characters, offset, length);
        }
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + characters[offset + i];
        }
        int slot = (hash ^ hash >>> 8) & SLOTS - 1;
        String known = slots[slot];
        if (!isSame(known, characters, offset, length)) {
            known = new String(characters, offset, length);
            slots[slot] = known;
        }
        return known;
    }

    private static boolean isSame(String known, char[] characters, int offset, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != characters[offset + i]) {
                return false;
            }
        }
        return true;
    }
}

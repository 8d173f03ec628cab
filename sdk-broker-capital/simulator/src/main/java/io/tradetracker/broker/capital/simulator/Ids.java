package io.tradetracker.broker.capital.simulator;

import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Names of deals and requests, the same for the same seed. */
final class Ids {
    private final Random random;
    private long deals;
    private long transactions = 70_000_000;

    Ids(long seed) {
        random = new Random(seed);
    }

    String deal() {
        deals++;
        return String.format(
                Locale.ROOT, "00%06x-0001-54c4-0000-0000%08x", 0xaa0001L + (deals >>> 24), 0x80000000L + deals);
    }

    String orderReference() {
        return "o_" + uuid();
    }

    String transaction() {
        return Long.toString(++transactions);
    }

    /** {@return text that cannot be guessed from outside, for tokens} */
    String token() {
        return uuid().toString().replace("-", "");
    }

    private UUID uuid() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(high, low);
    }
}

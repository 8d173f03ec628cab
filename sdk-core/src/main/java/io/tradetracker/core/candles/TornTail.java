package io.tradetracker.core.candles;

import java.nio.file.Path;

/**
 * The end of a candle file that a write left unfinished, and that was cut off. Immutable.
 *
 * @param file from which it was cut
 * @param kept where its bytes are now
 * @param bytes how many
 */
public record TornTail(Path file, Path kept, long bytes) {}

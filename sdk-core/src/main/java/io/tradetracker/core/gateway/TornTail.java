package io.tradetracker.core.gateway;

import java.nio.file.Path;

/**
 * The end of a file that was not written to its end, because the process or the machine died or the disk was full.
 * Nobody was told that what it holds is on record. It was cut off. Immutable.
 *
 * @param account whose record it was
 * @param file the account's file, without it
 * @param kept the new file that has its bytes
 * @param length how many they are, above zero
 */
public record TornTail(TradingAccount account, Path file, Path kept, long length) {}

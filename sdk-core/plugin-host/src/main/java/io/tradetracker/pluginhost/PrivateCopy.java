package io.tradetracker.pluginhost;

import java.nio.file.Path;

/**
 * A file that nobody else writes, opens or closes.
 *
 * @param original where it was copied from
 * @param path where it is
 * @param sha256 of its bytes
 */
record PrivateCopy(Path original, Path path, String sha256) {}

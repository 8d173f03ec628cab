package io.tradetracker.pluginhost.signing;

/**
 * A jar whose signature was checked and is trusted. Immutable.
 *
 * @param signature what was signed
 * @param key by whom
 */
public record SignedPlugin(PluginSignature signature, TrustedKey key) {}

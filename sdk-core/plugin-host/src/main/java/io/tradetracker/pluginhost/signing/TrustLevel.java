package io.tradetracker.pluginhost.signing;

/** How far a host trusts what a key signed. The later one includes the earlier. */
public enum TrustLevel {
    /** To run after its classes were checked, within limits. */
    VERIFIED,

    /** To run as the host's own code. */
    TRUSTED
}

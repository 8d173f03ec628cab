package io.tradetracker.core.gateway;

/** What a gateway does. A later version may know more. */
public enum GatewayState {
    /** Another process has the account, or the leases cannot be reached. */
    WAITING,
    /** It has the account, and finds out what became of what was open; nothing is sent. */
    RECOVERING,
    /** Orders are taken. */
    TRADING,
    /** It was closed. */
    CLOSED
}

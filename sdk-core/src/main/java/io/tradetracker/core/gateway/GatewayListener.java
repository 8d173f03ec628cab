package io.tradetracker.core.gateway;

import io.tradetracker.api.account.AccountSnapshot;

/**
 * Hears what a gateway does, in order, on one thread. Every method does nothing by default. It is told once and may
 * miss what happens while the process ends; who must miss nothing reads the {@link OrderJournal} from where it stopped.
 */
public interface GatewayListener {
    /** The gateway began or ceased to trade. */
    default void onState(GatewayState state, String reason) {}

    /** Something is known for sure, and on record. */
    default void onFact(long sequence, GatewayFact fact) {}

    /** Balances changed; they are not kept on record. */
    default void onBalance(AccountSnapshot balances) {}

    /** Something outside failed and is tried again: the broker, the journal, the leases, or this listener. */
    default void onFailed(RuntimeException failure) {}
}

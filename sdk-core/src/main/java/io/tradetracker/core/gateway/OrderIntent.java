package io.tradetracker.core.gateway;

import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.core.risk.CheckResult;
import java.math.BigDecimal;

/**
 * Something that an owner wants done at the broker, as it goes on record before it is asked for. Immutable.
 *
 * @param id our name for it, never given twice on an account; that of the request when an order is submitted
 * @param owner who wants it
 * @param instrument what it is about
 * @param action what to do
 * @param heldBefore units of the instrument that were held on the account when it was decided, below zero when short
 * @param check what the order rules said
 */
public record OrderIntent(
        ClientOrderId id,
        OrderOwner owner,
        InstrumentId instrument,
        OrderAction action,
        BigDecimal heldBefore,
        CheckResult check) {
    /**
     * Strips trailing zeros of the number.
     *
     * @throws IllegalArgumentException when it submits an order of another name
     */
    public OrderIntent {
        heldBefore = heldBefore.stripTrailingZeros();
        if (action instanceof OrderAction.Submit submit
                && !submit.request().clientOrderId().equals(id)) {
            throw new IllegalArgumentException("intent " + id + " submits order "
                    + submit.request().clientOrderId() + ": both must have one name");
        }
    }
}

package io.tradetracker.core.account;

import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderRequest;

/**
 * Something to be done at a broker, with the caller's name for it. Immutable.
 *
 * @param id never given twice on an account; that of the request when an order is submitted
 * @param action what to do
 */
public record WantedAction(ClientOrderId id, OrderAction action) {
    /** {@return the action that places an order, under the order's name} */
    public static WantedAction submit(OrderRequest request) {
        return new WantedAction(request.clientOrderId(), new OrderAction.Submit(request));
    }
}

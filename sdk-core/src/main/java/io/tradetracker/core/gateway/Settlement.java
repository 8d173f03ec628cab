package io.tradetracker.core.gateway;

import io.tradetracker.api.order.BrokerOrderId;
import io.tradetracker.api.order.BrokerPositionId;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request, for good. Immutable.
 *
 * @param result done or not
 * @param evidence how that is known, a sentence for people
 * @param order the broker's name of the order that it placed or changed; null when there is none
 * @param positions the broker's names of the positions that it opened, or of the one that it closed or protected
 * @param price per unit, of what was traded; null when nothing was, or it is not known
 */
public record Settlement(
        Result result,
        String evidence,
        @Nullable BrokerOrderId order,
        List<BrokerPositionId> positions,
        @Nullable BigDecimal price) {
    /** Copies the list and strips trailing zeros of the price. */
    public Settlement {
        positions = List.copyOf(positions);
        price = price == null ? null : price.stripTrailingZeros();
    }

    /** Whether a request was done. */
    public enum Result {
        /** The broker did it. */
        EXECUTED,
        /** The broker did not do it and will not. */
        NOT_EXECUTED
    }

    static Settlement executed(String evidence, @Nullable BrokerOrderId order, List<BrokerPositionId> positions) {
        return new Settlement(Result.EXECUTED, evidence, order, positions, null);
    }

    static Settlement notExecuted(String evidence) {
        return new Settlement(Result.NOT_EXECUTED, evidence, null, List.of(), null);
    }

    Settlement at(@Nullable BigDecimal newPrice) {
        return new Settlement(result, evidence, order, positions, newPrice);
    }
}

package io.tradetracker.broker.capital.trading;

import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderPrices;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The service's name for a request, and what was asked for: the service calls every change of a position or of a
 * waiting order by the same name, so the name alone does not tell which change is meant. Immutable.
 *
 * @param dealReference the service's
 * @param asked what for
 * @param dealId the position or order that was named in the request; empty for a new one
 * @param levels what was asked to be there afterwards, with marks between; empty unless it was a change
 */
record RequestName(String dealReference, Asked asked, String dealId, String levels) {
    private static final String MARK = "#";
    private static final String UNIQUE = "o_";

    /** What a request asked for. */
    enum Asked {
        OPEN,
        PLACE,
        AMEND,
        CANCEL,
        PROTECT,
        CLOSE
    }

    /** {@return that outcome with a name that says what was asked for} */
    static SubmitOutcome mark(SubmitOutcome outcome, Asked asked, String dealId) {
        return mark(outcome, asked, dealId, "");
    }

    /** {@return that outcome with a name that says what protection was asked for} */
    static SubmitOutcome mark(SubmitOutcome outcome, OrderAction.Protect wanted) {
        String levels = levels(wanted.stopLoss(), wanted.takeProfit());
        return mark(outcome, Asked.PROTECT, wanted.position().value(), levels);
    }

    /** {@return that outcome with a name that says what the order was to become} */
    static SubmitOutcome mark(SubmitOutcome outcome, OrderAction.Amend wanted) {
        return mark(outcome, Asked.AMEND, wanted.order().value(), levels(wanted.prices(), wanted.expiresAt()));
    }

    private static SubmitOutcome mark(SubmitOutcome outcome, Asked asked, String dealId, String levels) {
        return outcome instanceof SubmitOutcome.Accepted(BrokerReference reference)
                ? new SubmitOutcome.Accepted(new RequestName(reference.value(), asked, dealId, levels).toReference())
                : outcome;
    }

    private static String levels(@Nullable BigDecimal stopLoss, @Nullable BigDecimal takeProfit) {
        return text(stopLoss) + MARK + text(takeProfit);
    }

    private static String levels(OrderPrices prices, @Nullable Instant end) {
        return text(prices.limitPrice())
                + MARK
                + text(prices.stopPrice())
                + MARK
                + (end == null ? "" : end.truncatedTo(ChronoUnit.SECONDS))
                + MARK
                + levels(prices.stopLoss(), prices.takeProfit());
    }

    private static String text(@Nullable BigDecimal level) {
        return level == null ? "" : level.stripTrailingZeros().toPlainString();
    }

    /** {@return what that reference names; an unmarked one is of a position that was opened} */
    static RequestName of(BrokerReference reference) {
        String[] parts = reference.value().split(MARK, 4);
        if (parts.length < 2) {
            return new RequestName(reference.value(), Asked.OPEN, "", "");
        }
        Asked asked = Asked.valueOf(parts[1].toUpperCase(Locale.ROOT));
        return new RequestName(parts[0], asked, parts.length < 3 ? "" : parts[2], parts.length < 4 ? "" : parts[3]);
    }

    private BrokerReference toReference() {
        if (asked == Asked.OPEN) {
            return BrokerReference.of(dealReference);
        }
        String name = dealReference + MARK + asked.name().toLowerCase(Locale.ROOT);
        String whole = dealId.isEmpty() ? name : name + MARK + dealId;
        return BrokerReference.of(levels.isEmpty() ? whole : whole + MARK + levels);
    }

    /** {@return whether a position has the protection that was asked for} */
    boolean isLike(@Nullable BigDecimal stopLoss, @Nullable BigDecimal takeProfit) {
        return levels.equals(levels(stopLoss, takeProfit));
    }

    /** {@return whether a waiting order is as was asked for} */
    boolean isLike(Order order) {
        return levels.equals(levels(order.prices(), order.expiresAt()));
    }

    /** {@return whether the service gave that name to nothing else} */
    boolean isUnique() {
        return dealReference.startsWith(UNIQUE) && (asked == Asked.OPEN || asked == Asked.PLACE);
    }
}

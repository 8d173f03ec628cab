package io.tradetracker.broker.capital.trading;

import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.order.OrderAction;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The service's name for a request, and what was asked for: the service calls every change of a position by the name of
 * the position, so the name alone does not tell which change is meant. Immutable.
 *
 * @param dealReference the service's
 * @param asked what for
 * @param dealId the position or order that was named in the request; empty for a new one
 * @param levels stop loss and take profit that were asked for, with a mark between; empty unless these were
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
        return outcome instanceof SubmitOutcome.Accepted(BrokerReference reference)
                ? new SubmitOutcome.Accepted(new RequestName(reference.value(), asked, dealId, "").toReference())
                : outcome;
    }

    /** {@return that outcome with a name that says what protection was asked for} */
    static SubmitOutcome mark(SubmitOutcome outcome, OrderAction.Protect wanted) {
        String levels = text(wanted.stopLoss()) + MARK + text(wanted.takeProfit());
        return outcome instanceof SubmitOutcome.Accepted(BrokerReference reference)
                ? new SubmitOutcome.Accepted(new RequestName(
                                reference.value(),
                                Asked.PROTECT,
                                wanted.position().value(),
                                levels)
                        .toReference())
                : outcome;
    }

    static String text(@Nullable BigDecimal level) {
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
        return levels.equals(text(stopLoss) + MARK + text(takeProfit));
    }

    /** {@return whether the service gave that name to nothing else} */
    boolean isUnique() {
        return dealReference.startsWith(UNIQUE);
    }
}

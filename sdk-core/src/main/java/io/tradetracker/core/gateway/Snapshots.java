package io.tradetracker.core.gateway;

import io.tradetracker.core.account.AccountEvent;
import io.tradetracker.core.gateway.GatewaySnapshot.OwnedOrder;
import io.tradetracker.core.gateway.GatewaySnapshot.OwnedPosition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes snapshots of what a gateway knows. */
final class Snapshots {
    private Snapshots() {}

    static GatewaySnapshot of(
            TradingAccount account, GatewayState state, String reason, @Nullable GatewaySession session) {
        if (session == null) {
            return new GatewaySnapshot(
                    account, state, reason, 0, null, List.of(), List.of(), List.of(), Map.of(), null);
        }
        GatewayBook book = session.book();
        return new GatewaySnapshot(
                account,
                state,
                reason,
                session.epoch(),
                book.tracker().snapshot().orElse(null),
                orders(book),
                positions(book),
                book.unsettled(),
                book.assigned(),
                book.killSwitch());
    }

    static List<OwnedOrder> orders(GatewayBook book) {
        return book.tracker().orders().stream()
                .map(order -> new OwnedOrder(
                        order, book.ownerOf(new AccountEvent.OrderPlaced(order)).orElse(null)))
                .toList();
    }

    static List<OwnedPosition> positions(GatewayBook book) {
        return book.tracker().positions().stream()
                .map(held -> new OwnedPosition(
                        held,
                        book.ownerOf(new AccountEvent.PositionOpened(held)).orElse(null)))
                .toList();
    }

    /** {@return why the account is not traded yet, a sentence for people} */
    static String whatIsOpen(GatewayBook book) {
        List<IntentReport> open =
                book.unsettled().stream().filter(each -> each.status().isOpen()).toList();
        if (open.isEmpty()) {
            return "Looks at the account do not agree yet.";
        }
        IntentReport first = open.getFirst();
        return open.size() + " requests are not settled; the oldest is " + first.id() + " of "
                + first.intent().owner() + ", sent at " + first.sentAt() + ", " + first.status() + ".";
    }
}

package io.tradetracker.core.gateway;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.core.account.WantedAction;
import io.tradetracker.core.gateway.GatewaySnapshot.OwnedOrder;
import io.tradetracker.core.gateway.GatewaySnapshot.OwnedPosition;
import io.tradetracker.core.risk.HaltMode;
import io.tradetracker.core.risk.KillSwitch;
import io.tradetracker.core.risk.OrderRules;
import io.tradetracker.core.risk.RuleName;
import io.tradetracker.core.risk.RuleOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes waiting orders back and closes positions after the kill switch was pulled or a loss reached its limit, again
 * and again until nothing of ours is left. What was made outside stays. Used by the gateway's own thread.
 */
final class Liquidation {
    private static final OrderOwner OWNER = OrderOwner.person("kill switch");
    private static final long PAUSE_NANOS = Duration.ofSeconds(10).toNanos();

    private final Desk desk;
    private final OrderSender sender;
    private final Telling telling;
    private boolean closePositions;
    private boolean cancelOrders;
    private long notBefore = System.nanoTime();

    Liquidation(Desk desk, OrderSender sender, Telling telling) {
        this.desk = desk;
        this.sender = sender;
        this.telling = telling;
    }

    void goRound(GatewaySession current) {
        List<WantedAction> wanted = desk.locked(() -> {
            learn(current);
            boolean due = (closePositions || cancelOrders) && System.nanoTime() - notBefore >= 0;
            return due && desk.state() == GatewayState.TRADING && desk.uses(current)
                    ? wanted(current.book())
                    : List.<WantedAction>of();
        });
        if (wanted.isEmpty()) {
            return;
        }
        notBefore = System.nanoTime() + PAUSE_NANOS;
        for (WantedAction each : wanted) {
            try {
                sender.request(OWNER, List.of(each), null);
            } catch (TradeTrackerException failed) {
                telling.failed(failed);
            }
        }
    }

    private void learn(GatewaySession session) {
        KillSwitch killSwitch = session.book().killSwitch();
        if (killSwitch != null) {
            sender.halt(true);
            cancelOrders = true;
            closePositions |= killSwitch.mode() == HaltMode.CLOSE;
        }
        OrderRules rules = session.book().rules();
        for (RuleOutcome limit : session.takeReached()) {
            HaltMode mode = limit.rule().equals(RuleName.DRAWDOWN) ? rules.atDrawdown() : rules.atDailyLoss();
            cancelOrders = true;
            closePositions |= mode == HaltMode.CLOSE;
        }
    }

    private List<WantedAction> wanted(GatewayBook book) {
        List<WantedAction> wanted = new ArrayList<>();
        for (OwnedOrder each : Snapshots.orders(book)) {
            if (each.owner() != null) {
                wanted.add(
                        named(book, wanted, new OrderAction.Cancel(each.order().id())));
            }
        }
        for (OwnedPosition each : closePositions ? Snapshots.positions(book) : List.<OwnedPosition>of()) {
            if (each.owner() != null) {
                wanted.add(named(
                        book, wanted, OrderAction.Close.all(each.position().id())));
            }
        }
        if (wanted.isEmpty() && book.unsettled().isEmpty()) {
            closePositions = false;
            cancelOrders = false;
        }
        return wanted;
    }

    private static WantedAction named(GatewayBook book, List<WantedAction> before, OrderAction action) {
        return new WantedAction(ClientOrderId.of("halt-" + book.lastSequence() + "-" + before.size()), action);
    }
}

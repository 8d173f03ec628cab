package io.tradetracker.testkit.broker;

import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.broker.Confirmation;
import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderPrices;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.Position;
import io.tradetracker.api.order.TimeInForce;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One thing that a broker does wrong, and the test of the contract that must notice it. */
enum Lie {
    SELLS_WHAT_SHOULD_BE_BOUGHT("buysAtTheMarket", requests(it -> order(it, it.quantity(), it.prices(), true))),
    SENDS_TWICE("buysAtTheMarket", sending((honest, action, permit) -> {
        honest.send(action, permit);
        return honest.send(action, SendPermit.ALWAYS);
    })),
    ASKS_TWICE_FOR_ITS_PERMIT(
            "asksForItsPermitOnceAndBeforeItSends",
            sending((honest, action, permit) -> honest.send(action, () -> permit.isGiven() && permit.isGiven()))),
    ASKS_AFTER_IT_SENT("asksForItsPermitOnceAndBeforeItSends", sending((honest, action, permit) -> {
        SubmitOutcome outcome = honest.send(action, SendPermit.ALWAYS);
        return permit.isGiven() ? outcome : outcome;
    })),
    NEEDS_NO_PERMIT(
            "sendsNothingWithoutItsPermit",
            sending((honest, action, permit) -> honest.send(action, SendPermit.ALWAYS))),
    ROUNDS_QUANTITIES(
            "keepsAllDecimals",
            requests(it -> order(it, it.quantity().setScale(2, RoundingMode.HALF_UP), it.prices(), false))),
    DROPS_PROTECTION(
            "protectsWhatItOpensOrSaysThatItCannot",
            requests(it -> order(it, it.quantity(), it.prices().withProtection(null, null), false))),
    DROPS_THE_EXPIRY(
            "endsAnOrderAtItsMoment",
            requests(it -> new OrderRequest(
                    it.clientOrderId(),
                    it.instrument(),
                    it.side(),
                    it.type(),
                    it.quantity(),
                    TimeInForce.GTC,
                    null,
                    it.prices(),
                    it.reduceOnly()))),
    FORGETS_TO_REDUCE_ONLY(
            "reducesOnlyOrSaysThatItCannot",
            requests(it -> it.reduceOnly() ? order(it, it.quantity(), it.prices(), false) : it)),
    KEEPS_PROTECTION_THAT_IS_REMOVED("setsProtectionAsAWhole", sending((honest, action, permit) -> {
        Position held = action instanceof OrderAction.Protect it ? position(honest, it) : null;
        return held == null || !(action instanceof OrderAction.Protect it)
                ? honest.send(action, permit)
                : honest.send(
                        new OrderAction.Protect(
                                it.position(),
                                it.stopLoss() == null ? held.stopLoss() : it.stopLoss(),
                                it.takeProfit() == null ? held.takeProfit() : it.takeProfit()),
                        permit);
    })),
    KEEPS_THE_EXPIRY_OF_AN_AMENDED_ORDER("amendsAllPricesOfAnOrder", sending((honest, action, permit) -> {
        Order before = action instanceof OrderAction.Amend it ? order(honest, it) : null;
        return before == null || !(action instanceof OrderAction.Amend it)
                ? honest.send(action, permit)
                : honest.send(new OrderAction.Amend(it.order(), it.prices(), before.expiresAt()), permit);
    })),
    CLOSES_ALL_FOR_A_PART(
            "closesAPartOrSaysThatItCannot",
            sending((honest, action, permit) -> honest.send(
                    action instanceof OrderAction.Close it ? OrderAction.Close.all(it.position()) : action, permit))),
    CALLS_A_MISSING_POSITION_DONE("closingTwiceFindsNothing", sending((honest, action, permit) -> {
        SubmitOutcome outcome = honest.send(action, permit);
        return outcome instanceof SubmitOutcome.Refused refused
                        && refused.code().equals("NOT_FOUND")
                ? new SubmitOutcome.Accepted(BrokerReference.of("R-1"))
                : outcome;
    })),
    CONFIRMS_WHATEVER_IT_IS_ASKED("confirmsNothingOfAReferenceThatIsNotItsOwn", honest -> new ForwardingBroker(honest) {
        @Override
        public Optional<Confirmation> confirm(BrokerReference reference) {
            return Optional.of(super.confirm(reference)
                    .orElseGet(
                            () -> new Confirmation(reference, Confirmation.Verdict.DONE, "", null, List.of(), null)));
        }
    }),
    FORGETS_WHICH_ORDER_A_POSITION_CAME_FROM(
            "fillsALimitOrderAtItsPriceOrBetter", honest -> new ForwardingBroker(honest) {
                @Override
                public List<Position> positions() {
                    return super.positions().stream().map(Lie::withoutOrder).toList();
                }
            }),
    SHOWS_EQUITY_WITHOUT_PROFIT("countsTheAccountsMoney", honest -> new ForwardingBroker(honest) {
        @Override
        public AccountSnapshot account() {
            AccountSnapshot it = super.account();
            return new AccountSnapshot(it.id(), it.time(), it.balance(), it.balance(), it.marginUsed(), it.available());
        }
    }),
    TELLS_THE_NEWEST_FIRST("readsItsRecordOldestFirstAndTheSameEachTime", honest -> new ForwardingBroker(honest) {
        @Override
        public List<Activity> activitySince(Instant from) {
            return super.activitySince(from).reversed();
        }
    }),
    NAMES_ROWS_ANEW_EACH_TIME("readsItsRecordOldestFirstAndTheSameEachTime", honest -> new ForwardingBroker(honest) {
        @Override
        public List<Activity> activitySince(Instant from) {
            return super.activitySince(from).stream().map(Lie::renamed).toList();
        }
    }),
    TELLS_EVERYTHING_SINCE_EVER("readsItsRecordOldestFirstAndTheSameEachTime", honest -> new ForwardingBroker(honest) {
        @Override
        public List<Activity> activitySince(Instant from) {
            return super.activitySince(Instant.EPOCH);
        }
    }),
    NEVER_ENDS_A_SUBSCRIPTION("wakesNobodyAfterItsSubscriptionEnded", honest -> new ForwardingBroker(honest) {
        @Override
        public Subscription onChange(Runnable wake) {
            super.onChange(wake);
            return () -> {};
        }
    }),
    THROWS_INSTEAD_OF_REFUSING("refusesWhatTheInstrumentDoesNotAllow", sending((honest, action, permit) -> {
        SubmitOutcome outcome = honest.send(action, permit);
        if (outcome instanceof SubmitOutcome.Refused) {
            throw new IllegalArgumentException("no");
        }
        return outcome;
    }));

    private final String test;
    private final UnaryOperator<Broker> change;

    Lie(String test, UnaryOperator<Broker> change) {
        this.test = test;
        this.change = change;
    }

    /** {@return the test that must fail} */
    String test() {
        return test;
    }

    Broker tellOf(Broker honest) {
        return change.apply(honest);
    }

    private interface Sending {
        SubmitOutcome send(Broker honest, OrderAction action, SendPermit permit);
    }

    private static UnaryOperator<Broker> sending(Sending how) {
        return honest -> new ForwardingBroker(honest) {
            @Override
            public SubmitOutcome send(OrderAction action, SendPermit permit) {
                return how.send(honest, action, permit);
            }
        };
    }

    private static UnaryOperator<Broker> requests(UnaryOperator<OrderRequest> change) {
        return sending((honest, action, permit) -> honest.send(
                action instanceof OrderAction.Submit(OrderRequest request)
                        ? new OrderAction.Submit(change.apply(request))
                        : action,
                permit));
    }

    /** {@return a request that does not only reduce} */
    private static OrderRequest order(OrderRequest it, BigDecimal quantity, OrderPrices prices, boolean turned) {
        return new OrderRequest(
                it.clientOrderId(),
                it.instrument(),
                turned ? it.side().opposite() : it.side(),
                it.type(),
                quantity,
                it.timeInForce(),
                it.expiresAt(),
                prices,
                false);
    }

    private static @Nullable Position position(Broker honest, OrderAction.Protect action) {
        return honest.positions().stream()
                .filter(held -> held.id().equals(action.position()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Order order(Broker honest, OrderAction.Amend action) {
        return honest.orders().stream()
                .filter(order -> order.id().equals(action.order()))
                .findFirst()
                .orElse(null);
    }

    private static Position withoutOrder(Position it) {
        return new Position(
                it.id(),
                it.clientOrderId(),
                null,
                it.instrument(),
                it.side(),
                it.quantity(),
                it.averagePrice(),
                it.openedAt(),
                it.stopLoss(),
                it.takeProfit());
    }

    private static Activity renamed(Activity it) {
        return new Activity(
                Objects.toString(UUID.randomUUID()),
                it.time(),
                it.kind(),
                it.source(),
                it.instrument(),
                it.side(),
                it.quantity(),
                it.price(),
                it.position(),
                it.order(),
                it.clientOrderId());
    }
}

package io.tradetracker.core.gateway;

import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.ActivitySource;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.BrokerOrderId;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.core.account.AccountEvent;
import io.tradetracker.core.account.AccountTracker;
import io.tradetracker.core.risk.AccountWatch;
import io.tradetracker.core.risk.KillSwitch;
import io.tradetracker.core.risk.OrderRules;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What all facts of an account add up to. Changed by facts only; used under the gateway's lock. */
final class GatewayBook {
    private final Map<ClientOrderId, IntentReport> intents = new HashMap<>();
    private final Map<ClientOrderId, Long> sent = new HashMap<>();
    private final Map<ClientOrderId, IntentReport> unsettled = new LinkedHashMap<>();
    private final Map<BrokerOrderId, ClientOrderId> orderIntents = new HashMap<>();
    private final Map<BrokerPositionId, ClientOrderId> positionIntents = new HashMap<>();
    private final Map<BrokerPositionId, ClientOrderId> closingIntents = new HashMap<>();
    private final Map<InstrumentId, OrderOwner> assigned = new LinkedHashMap<>();
    private final Map<OrderOwner, Long> inputs = new HashMap<>();
    private final AccountTracker tracker;
    private final OrderRules rules;
    private @Nullable AccountWatch watch;
    private @Nullable KillSwitch killSwitch;
    private double equity;
    private long lastSequence;

    GatewayBook(OrderRules rules, GatewayTerms terms) {
        this.rules = rules;
        tracker = new AccountTracker(terms.looks(), terms.settleAfter().multipliedBy(3));
    }

    /** Takes a fact from the record, as it was when it became known. */
    void restore(long sequence, GatewayFact fact) {
        if (fact instanceof GatewayFact.Seen seen) {
            tracker.restore(seen.event());
        }
        take(sequence, fact);
    }

    /** Takes a fact that has just gone on record; what was seen is in the tracker already. */
    void take(long sequence, GatewayFact fact) {
        lastSequence = sequence;
        switch (fact) {
            case GatewayFact.Began began -> {}
            case GatewayFact.Intended(Instant time, OrderIntent intent, boolean queued) -> intend(time, intent, queued);
            case GatewayFact.Due(Instant time, ClientOrderId id) -> {
                sent.put(id, sequence);
                put(get(id).sent(time));
                countOrder(get(id));
            }
            case GatewayFact.InputsHandled(Instant time, OrderOwner owner, long input) -> inputs.put(owner, input);
            case GatewayFact.Declined(Instant time, OrderIntent intent, String code, String reason) ->
                put(new IntentReport(intent, IntentStatus.DECLINED, code, reason, time, null, null));
            case GatewayFact.Answered(Instant time, ClientOrderId id, SubmitOutcome outcome) ->
                put(answered(get(id), outcome));
            case GatewayFact.Settled(Instant time, ClientOrderId id, Settlement settlement) -> settle(id, settlement);
            case GatewayFact.HandedOver(Instant time, ClientOrderId id, String reason) ->
                put(get(id).with(IntentStatus.WITH_PERSON, reason));
            case GatewayFact.Seen(Instant time, AccountEvent event, ClientOrderId intent) -> attribute(event, intent);
            case GatewayFact.Assigned(Instant time, InstrumentId instrument, OrderOwner owner) ->
                assigned.put(instrument, owner);
            case GatewayFact.Freed(Instant time, InstrumentId instrument) -> assigned.remove(instrument);
            case GatewayFact.EquityNoted(Instant time, double equity) -> noteEquity(time, equity);
            case GatewayFact.Killed(Instant time, KillSwitch pulled) -> killSwitch = pulled;
            case GatewayFact.Resumed(Instant time, String reason) -> resume();
        }
    }

    private void intend(Instant time, OrderIntent intent, boolean queued) {
        IntentStatus status = queued ? IntentStatus.QUEUED : IntentStatus.INTENDED;
        put(new IntentReport(intent, status, "", "", time, null, null));
        sent.put(intent.id(), lastSequence);
        if (!queued) {
            countOrder(get(intent.id()));
        }
    }

    private void countOrder(IntentReport sent) {
        if (watch != null
                && sent.intent().action() instanceof OrderAction.Submit submit
                && !submit.request().reduceOnly()) {
            watch.onOrder(sent.sentAt().toEpochMilli());
        }
    }

    private static IntentReport answered(IntentReport before, SubmitOutcome outcome) {
        return switch (outcome) {
            case SubmitOutcome.Accepted accepted -> before.answered(IntentStatus.ACCEPTED, "", accepted.reference());
            case SubmitOutcome.Unknown unknown ->
                before.answered(IntentStatus.UNKNOWN, unknown.reason(), unknown.reference());
            case SubmitOutcome.Refused refused -> before.refused(refused.code(), refused.message());
        };
    }

    private void settle(ClientOrderId id, Settlement settlement) {
        put(get(id).settled(settlement));
        if (settlement.result() == Settlement.Result.NOT_EXECUTED) {
            return;
        }
        OrderAction done = get(id).intent().action();
        if (done instanceof OrderAction.Close) {
            settlement.positions().forEach(position -> closingIntents.put(position, id));
            if (settlement.order() != null) {
                orderIntents.putIfAbsent(settlement.order(), id);
            }
        } else if (done instanceof OrderAction.Submit) {
            if (settlement.order() != null) {
                orderIntents.putIfAbsent(settlement.order(), id);
            }
            settlement.positions().forEach(position -> positionIntents.putIfAbsent(position, id));
        }
    }

    private void attribute(AccountEvent event, @Nullable ClientOrderId intent) {
        if (intent != null && event instanceof AccountEvent.OrderPlaced placed) {
            orderIntents.putIfAbsent(placed.order().id(), intent);
        }
        if (intent != null && event instanceof AccountEvent.PositionOpened opened) {
            positionIntents.putIfAbsent(opened.position().id(), intent);
        }
    }

    private void put(IntentReport report) {
        intents.put(report.id(), report);
        if (report.status().isFinal()) {
            unsettled.remove(report.id());
        } else {
            unsettled.put(report.id(), report);
        }
    }

    private void noteEquity(Instant time, double noted) {
        equity = noted;
        AccountWatch known = watch;
        if (known == null) {
            known = new AccountWatch(rules, noted);
            watch = known;
        }
        known.onTime(time.toEpochMilli(), noted);
        known.onEquity(noted);
    }

    private void resume() {
        killSwitch = null;
        if (watch != null) {
            watch.resume(equity);
        }
    }

    private IntentReport get(ClientOrderId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("the record tells of an intent " + id
                + " that it has not: it was written by something else, or its beginning is missing"));
    }

    Optional<IntentReport> find(ClientOrderId id) {
        return Optional.ofNullable(intents.get(id));
    }

    /** {@return the intents of which it is not known for good what became of them, oldest first} */
    List<IntentReport> unsettled() {
        return List.copyOf(unsettled.values());
    }

    /** {@return whether some intent about the instrument may have changed it, and nobody knows yet} */
    boolean isOpen(InstrumentId instrument) {
        return unsettled.values().stream()
                .anyMatch(each ->
                        each.status().isOpen() && each.intent().instrument().equals(instrument));
    }

    /** {@return the last fact on record when an intent was sent} */
    long sentAfter(ClientOrderId id) {
        return sent.getOrDefault(id, Long.MAX_VALUE);
    }

    /** {@return the intent that caused what the event is about; null when none is known to have} */
    @Nullable
    ClientOrderId causeOf(AccountEvent event) {
        return switch (event) {
            case AccountEvent.OrderPlaced(var order) -> causeOf(order.clientOrderId(), null, order.id());
            case AccountEvent.OrderChanged(var before, var now) -> causeOf(now.clientOrderId(), null, now.id());
            case AccountEvent.OrderGone(var last) -> causeOf(last.clientOrderId(), null, last.id());
            case AccountEvent.PositionOpened(var held) -> causeOf(held.clientOrderId(), held.id(), held.order());
            case AccountEvent.PositionChanged(var before, var now) ->
                causeOf(now.clientOrderId(), now.id(), now.order());
            case AccountEvent.PositionClosed(var last) -> causeOf(last.clientOrderId(), last.id(), last.order());
            case AccountEvent.ActivityAdded(var row) -> causeOf(row);
            case AccountEvent.BalanceChanged balance -> null;
        };
    }

    /** Who opened a position has not caused what others do to it later; what closes a whole one is no order. */
    private @Nullable ClientOrderId causeOf(Activity row) {
        ClientOrderId named = causeOf(row.clientOrderId(), null, row.order());
        return named != null
                        || row.position() == null
                        || row.order() != null
                        || !row.source().equals(ActivitySource.USER)
                ? named
                : closing(row.position());
    }

    /** {@return the intent that closed the whole position, or is about to} */
    private @Nullable ClientOrderId closing(BrokerPositionId position) {
        for (IntentReport open : unsettled.values()) {
            if (open.intent().action().equals(OrderAction.Close.all(position))) {
                return open.id();
            }
        }
        return closingIntents.get(position);
    }

    private @Nullable ClientOrderId causeOf(
            @Nullable ClientOrderId ours, @Nullable BrokerPositionId position, @Nullable BrokerOrderId order) {
        if (ours != null && intents.containsKey(ours)) {
            return ours;
        }
        ClientOrderId byPosition = position == null ? null : positionIntents.get(position);
        return byPosition != null || order == null ? byPosition : orderIntents.get(order);
    }

    /** {@return who owns a position; empty when it was made outside} */
    Optional<OrderOwner> ownerOf(AccountEvent event) {
        return Optional.ofNullable(causeOf(event)).map(id -> get(id).intent().owner());
    }

    Optional<OrderOwner> assigned(InstrumentId instrument) {
        return Optional.ofNullable(assigned.get(instrument));
    }

    Map<InstrumentId, OrderOwner> assigned() {
        return Map.copyOf(assigned);
    }

    long inputsHandled(OrderOwner owner) {
        return inputs.getOrDefault(owner, 0L);
    }

    OrderRules rules() {
        return rules;
    }

    /** {@return whether there is anything of ours in an instrument, or something may come} */
    boolean isUsed(InstrumentId instrument) {
        return unsettled.values().stream()
                        .anyMatch(each -> each.intent().instrument().equals(instrument))
                || tracker.orders().stream()
                        .anyMatch(order -> order.instrument().equals(instrument)
                                && causeOf(new AccountEvent.OrderPlaced(order)) != null)
                || tracker.positions().stream()
                        .anyMatch(position -> position.instrument().equals(instrument)
                                && causeOf(new AccountEvent.PositionOpened(position)) != null);
    }

    Optional<AccountWatch> watch() {
        return Optional.ofNullable(watch);
    }

    @Nullable
    KillSwitch killSwitch() {
        return killSwitch;
    }

    AccountTracker tracker() {
        return tracker;
    }

    long lastSequence() {
        return lastSequence;
    }
}

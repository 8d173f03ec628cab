package io.tradetracker.core.bot;

import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.BrokerOrderId;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.account.AccountEvent;
import io.tradetracker.core.account.WantedAction;
import io.tradetracker.core.gateway.GatewayFact;
import io.tradetracker.core.gateway.GatewaySnapshot;
import io.tradetracker.core.gateway.OrderGateway;
import io.tradetracker.core.gateway.OrderOwner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Carries what a bot wants to its account's gateway, once, and what became known there back. What a bot wants is on its
 * own record before; what the gateway has of it, the gateway's record tells. Used by the bot's thread.
 */
final class Courier {
    private final OrderGateway gateway;
    private final BotConfiguration bot;
    private final InstantSource marketTime;
    private final Set<InstrumentId> instruments = new HashSet<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Set<ClientOrderId> withheld = new LinkedHashSet<>();
    private long readUpTo;

    Courier(OrderGateway gateway, BotConfiguration bot, InstantSource marketTime) {
        this.gateway = gateway;
        this.bot = bot;
        this.marketTime = marketTime;
        bot.instruments().stream().map(Instrument::id).forEach(instruments::add);
    }

    /** Lets the bot be woken when there is something new at the gateway, once until it has looked. */
    Subscription follow(Runnable wake) {
        return gateway.onChange(() -> {
            if (woken.compareAndSet(false, true)) {
                wake.run();
            }
        });
    }

    /**
     * A run was made anew from its record.
     *
     * @throws TradeTrackerException BAD_CONFIGURATION when its record is not one of this account
     */
    void begin(LiveRun live) {
        readUpTo = live.toldUpTo();
        withheld.clear();
        if (live.isConnected()) {
            catchUp(live);
        }
    }

    private void catchUp(LiveRun live) {
        long known = gateway.lastFact();
        if (known < live.toldUpTo()) {
            throw new TradeTrackerException(
                    CoreError.BAD_CONFIGURATION,
                    "the record of account " + gateway.snapshot().account() + " ends at " + known + ", but bot "
                            + bot.id() + " was told of it up to " + live.toldUpTo()
                            + ": give the gateway the journal that it had before");
        }
        deliver(live);
        // what the gateway has handled without having it was withheld, right before the process ended
        for (ClientOrderId id : live.open()) {
            if (gateway.find(id).isEmpty()) {
                withheld.add(id);
            }
        }
    }

    /**
     * {@return what is known of the account when the bot is connected to it for the first time}
     *
     * @throws TradeTrackerException NOT_TRADING when nothing is known of it yet; BAD_CONFIGURATION when something of
     *     the bot is there already
     */
    BotInput.Connected connect(BotRun run, LiveRun live) {
        long after = gateway.lastFact();
        GatewaySnapshot now = gateway.snapshot();
        AccountSnapshot balances = now.balances();
        if (balances == null) {
            throw new TradeTrackerException(CoreError.NOT_TRADING, "the account was not read yet");
        }
        requireNothingThere(run, live.owner(), now);
        return new BotInput.Connected(marketTime.instant(), after, gateway.capabilities(), balances);
    }

    /** Nobody would look after what an earlier version, or a record that was lost, left there. */
    private void requireNothingThere(BotRun run, OrderOwner owner, GatewaySnapshot now) {
        long handled = gateway.inputsHandled(owner);
        if (handled > run.sequence()) {
            throw new TradeTrackerException(
                    CoreError.BAD_CONFIGURATION,
                    "account " + now.account() + " has handled input " + handled + " of " + owner
                            + ", whose own record ends at " + run.sequence()
                            + ": give it the record that it had before, or make a bot of another name");
        }
        boolean isLeft = now.positions().stream().anyMatch(each -> owner.equals(each.owner()))
                || now.orders().stream().anyMatch(each -> owner.equals(each.owner()))
                || now.unsettled().stream()
                        .anyMatch(each -> each.intent().owner().equals(owner));
        if (isLeft) {
            throw new TradeTrackerException(
                    CoreError.BAD_CONFIGURATION,
                    "there is still a position, an order or something unsettled of " + owner + " on account "
                            + now.account() + ", from an earlier version of it: close and cancel them first");
        }
    }

    /**
     * Hands over what the bot wants and the gateway has not got yet.
     *
     * @throws TradeTrackerException NOT_TRADING when the account is not traded now
     */
    void deliver(LiveRun live) {
        for (LiveRun.Delivery next = live.undelivered(); next != null; next = live.undelivered()) {
            if (next.sequence() > gateway.inputsHandled(live.owner())) {
                handOver(live, next);
            }
            live.delivered(next);
        }
    }

    private void handOver(LiveRun live, LiveRun.Delivery delivery) {
        List<WantedAction> wanted = delivery.wanted().stream()
                .filter(each -> !isTooLate(each, delivery.decidedAt()))
                .toList();
        boolean done = false;
        while (!done) {
            done = tryToHandOver(live, delivery.sequence(), wanted);
            if (!done) {
                List<WantedAction> possible = possible(wanted);
                if (possible.size() == wanted.size()) {
                    gateway.handle(live.owner(), delivery.sequence(), wanted);
                    done = true;
                }
                wanted = possible;
            }
        }
        for (WantedAction each : delivery.wanted()) {
            if (!wanted.contains(each)) {
                withheld.add(each.id());
            }
        }
    }

    /** {@return false when there is no such order or position any more} */
    private boolean tryToHandOver(LiveRun live, long sequence, List<WantedAction> wanted) {
        try {
            gateway.handle(live.owner(), sequence, wanted);
            return true;
        } catch (TradeTrackerException failed) {
            if (failed.code() != CoreError.BAD_ORDER) {
                throw failed;
            }
            return false;
        }
    }

    /** An order at a price of long ago is no longer what was wanted; what closes or takes back still is. */
    private boolean isTooLate(WantedAction wanted, Instant decidedAt) {
        Duration age = Duration.between(decidedAt, marketTime.instant());
        boolean opens = wanted.action() instanceof OrderAction.Submit submit
                && !submit.request().reduceOnly();
        return opens && age.compareTo(bot.settings().timeframe().duration()) > 0;
    }

    private List<WantedAction> possible(List<WantedAction> wanted) {
        GatewaySnapshot now = gateway.snapshot();
        Set<BrokerOrderId> orders = new HashSet<>();
        now.orders().forEach(each -> orders.add(each.order().id()));
        Set<BrokerPositionId> positions = new HashSet<>();
        now.positions().forEach(each -> positions.add(each.position().id()));
        return wanted.stream()
                .filter(each -> switch (each.action()) {
                    case OrderAction.Submit submit -> true;
                    case OrderAction.Amend amend -> orders.contains(amend.order());
                    case OrderAction.Cancel cancel -> orders.contains(cancel.order());
                    case OrderAction.Close close -> positions.contains(close.position());
                    case OrderAction.Protect protect -> positions.contains(protect.position());
                })
                .toList();
    }

    /**
     * {@return what became known since the last call and concerns the bot; empty when nothing did}
     *
     * @param attended whether the strategy runs
     * @param withBalances whether other balances alone are worth telling
     */
    Optional<BotInput.Told> news(LiveRun live, boolean attended, boolean withBalances) {
        woken.set(false);
        List<GatewayFact> facts = new ArrayList<>();
        try {
            gateway.readFacts(readUpTo, (sequence, fact) -> {
                readUpTo = sequence;
                if (concerns(live, fact)) {
                    facts.add(fact);
                }
            });
        } catch (TradeTrackerException failed) {
            if (failed.code() != CoreError.NOT_TRADING) {
                throw failed;
            }
            return Optional.empty();
        }
        AccountSnapshot balances = gateway.snapshot().balances();
        boolean isNew = balances != null && isNew(balances, live.balances());
        if (facts.isEmpty() && withheld.isEmpty() && !(withBalances && isNew)) {
            return Optional.empty();
        }
        if (balances != null && isNew) {
            facts.add(new GatewayFact.Seen(balances.time(), new AccountEvent.BalanceChanged(balances), null));
        }
        List<ClientOrderId> notAskedFor = List.copyOf(withheld);
        withheld.clear();
        return Optional.of(new BotInput.Told(marketTime.instant(), attended, readUpTo, facts, notAskedFor));
    }

    private static boolean isNew(AccountSnapshot now, @Nullable AccountSnapshot before) {
        return before == null
                || !now.equity().equals(before.equity())
                || !now.available().equals(before.available());
    }

    private boolean concerns(LiveRun live, GatewayFact fact) {
        return switch (fact) {
            case GatewayFact.Declined declined ->
                live.numberOf(declined.intent().id()) > 0;
            case GatewayFact.Answered answered -> live.numberOf(answered.id()) > 0;
            case GatewayFact.Settled settled -> live.numberOf(settled.id()) > 0;
            case GatewayFact.Seen seen -> live.numberOf(seen.intent()) > 0 || isRowOfOurs(seen.event());
            default -> false;
        };
    }

    /** What a stop or a person closed was caused by no order of the bot: its position tells whose it is. */
    private boolean isRowOfOurs(AccountEvent event) {
        return event instanceof AccountEvent.ActivityAdded
                && event.instrument().filter(instruments::contains).isPresent();
    }
}

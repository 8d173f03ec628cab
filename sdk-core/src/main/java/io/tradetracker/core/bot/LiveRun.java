package io.tradetracker.core.bot;

import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.account.AccountEvent;
import io.tradetracker.core.account.WantedAction;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.gateway.GatewayFact;
import io.tradetracker.core.gateway.OrderOwner;
import io.tradetracker.core.gateway.Settlement;
import io.tradetracker.core.simulation.LiveAccount;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A bot's part of a real account, and what it wants there that has not been handed over. Used by one thread. */
final class LiveRun {
    private static final int NOT_OURS = 0;

    private final String prefix;
    private final OrderOwner owner;
    private final LiveAccount account;
    private final Deque<Delivery> undelivered = new ArrayDeque<>();
    private final String currency;
    private boolean connected;
    private long toldUpTo;
    private @Nullable AccountSnapshot balances;

    LiveRun(BotConfiguration bot) {
        prefix = bot.id() + "-v" + bot.version() + "-order-";
        owner = OrderOwner.bot(bot.id().value());
        EngineSettings settings = bot.settings();
        requireSupported(bot);
        currency = settings.account().currency().value();
        account = new LiveAccount(settings.account(), settings.timeframe(), bot.instruments(), this::name);
    }

    private static void requireSupported(BotConfiguration bot) {
        if (!bot.settings().account().orderRules().isNone()) {
            throw new TradeTrackerException(
                    CoreError.BAD_CONFIGURATION,
                    "bot " + bot.id() + " trades a real account, whose order rules the gateway keeps for all its"
                            + " bots: set them there, and none in the bot's account");
        }
    }

    private ClientOrderId name(int number) {
        return ClientOrderId.of(prefix + number);
    }

    LiveAccount account() {
        return account;
    }

    OrderOwner owner() {
        return owner;
    }

    /** {@return the number of an order of this run; 0 when it is not of it} */
    int numberOf(@Nullable ClientOrderId id) {
        if (id == null || !id.value().startsWith(prefix)) {
            return NOT_OURS;
        }
        String rest = id.value().substring(prefix.length());
        boolean isNumber = !rest.isEmpty() && rest.length() < 10 && rest.chars().allMatch(Character::isDigit);
        return isNumber ? Integer.parseInt(rest) : NOT_OURS;
    }

    void connect(BotInput.Connected told) {
        String theirs = told.balances().equity().currency().value();
        if (!theirs.equals(currency)) {
            throw new TradeTrackerException(
                    CoreError.BAD_CONFIGURATION,
                    "the account is in " + theirs + " and the bot's settings in " + currency
                            + ": give the bot an account in " + theirs + ", with what other currencies are worth");
        }
        account.connect(told.capabilities(), told.balances());
        balances = told.balances();
        toldUpTo = told.after();
        connected = true;
    }

    void take(BotInput.Told told) {
        for (GatewayFact fact : told.facts()) {
            take(fact, told.time());
        }
        told.withheld().forEach(id -> account.withheld(numberOf(id), told.time()));
        toldUpTo = told.upTo();
    }

    private void take(GatewayFact fact, Instant now) {
        switch (fact) {
            case GatewayFact.Declined declined ->
                account.refused(numberOf(declined.intent().id()), now, declined.code(), declined.reason());
            case GatewayFact.Answered answered -> {
                if (answered.outcome() instanceof SubmitOutcome.Refused(String code, String message)) {
                    account.refused(numberOf(answered.id()), now, code, message);
                }
            }
            case GatewayFact.Settled(Instant time, ClientOrderId id, Settlement settlement) -> {
                if (settlement.result() == Settlement.Result.EXECUTED) {
                    account.executed(numberOf(id), now, settlement.positions());
                } else {
                    account.refused(numberOf(id), now, "NOT_EXECUTED", settlement.evidence());
                }
            }
            case GatewayFact.Seen seen -> {
                if (seen.event() instanceof AccountEvent.BalanceChanged(AccountSnapshot now2)) {
                    balances = now2;
                }
                account.seen(seen.event(), numberOf(seen.intent()), seen.time());
            }
            default -> {}
        }
    }

    /** @throws TradeTrackerException BAD_CONFIGURATION when the run began on the simulated account */
    void requireConnected() {
        if (!connected) {
            throw new TradeTrackerException(
                    CoreError.BAD_CONFIGURATION,
                    owner + " traded the simulated account until now: change its configuration, so that its next"
                            + " version begins on the real one");
        }
    }

    boolean isConnected() {
        return connected;
    }

    /** {@return the last fact of the account's record that is on the bot's} */
    long toldUpTo() {
        return toldUpTo;
    }

    /** {@return the balances that are on record; null before it is connected} */
    @Nullable
    AccountSnapshot balances() {
        return balances;
    }

    /** An input was handled: takes what it made the strategy want. */
    void wanted(long sequence, Instant decidedAt) {
        List<WantedAction> wanted = account.takeWanted();
        if (!wanted.isEmpty()) {
            undelivered.addLast(new Delivery(sequence, decidedAt, wanted));
        }
    }

    /** {@return what the gateway has not got yet, the oldest; null when it has all} */
    @Nullable
    Delivery undelivered() {
        return undelivered.peekFirst();
    }

    void delivered(Delivery oldest) {
        if (!Objects.equals(undelivered.pollFirst(), oldest)) {
            throw new IllegalStateException("delivered out of order");
        }
    }

    /** {@return what was asked for and is not over, oldest first} */
    List<ClientOrderId> open() {
        return account.open().stream().map(this::name).toList();
    }

    /**
     * What an input made the bot want.
     *
     * @param sequence of the input
     * @param decidedAt market time
     * @param wanted in order, at least one
     */
    record Delivery(long sequence, Instant decidedAt, List<WantedAction> wanted) {}
}

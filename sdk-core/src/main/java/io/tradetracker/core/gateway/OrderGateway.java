package io.tradetracker.core.gateway;

import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.account.WantedAction;
import io.tradetracker.core.internal.Round;
import io.tradetracker.core.lease.LeaseKeeper;
import io.tradetracker.core.risk.HaltMode;
import io.tradetracker.core.risk.KillSwitch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The only way to a broker's account: every order of every bot and every hand goes through here. What is wanted is on
 * record before it is asked for, and is asked for once. An answer that is lost is never asked for again: the gateway
 * finds out from the account what became of it, and gives to a person what the broker's record cannot tell. One process
 * trades an account at a time; the next one waits, finds out what was open, and only then trades.
 *
 * <p>Safe for use by several threads. Calls that send wait for the broker's answer.
 */
public final class OrderGateway implements AutoCloseable {
    private final GatewaySettings settings;
    private final Desk desk;
    private final OrderSender sender;
    private final LeaseKeeper keeper;
    private final GatewayLoop loop;
    private final Liquidation liquidation;
    private final BrokerClock clock;
    private final Telling telling;
    private final Round round;
    private final Subscription hints;

    OrderGateway(GatewaySettings settings) {
        this.settings = settings;
        Broker broker = settings.broker();
        clock = new BrokerClock(settings.wallClock(), System::nanoTime);
        telling = new Telling(settings.listener());
        desk = new Desk(settings.account(), telling);
        round = new Round(
                "orders-of-" + settings.account(),
                this::goRound,
                settings.terms().readEveryWhileOpen(),
                this::failed);
        keeper = new LeaseKeeper(
                settings.leases(),
                "account " + settings.account(),
                settings.holder(),
                settings.renewEvery(),
                round::wake,
                telling::failed);
        EntryCheck check = new EntryCheck(
                settings.rules(), settings.unitValues(), broker.capabilities().contains(BrokerCapability.HEDGING));
        sender = new OrderSender(settings, desk, new Intake(settings, check, clock), keeper, clock, telling);
        liquidation = new Liquidation(desk, sender, telling);
        loop = new GatewayLoop(settings, desk, keeper, clock, telling);
        hints = broker.onChange(() -> {
            loop.hint();
            round.wake();
        });
    }

    void start() {
        keeper.start();
        round.start();
    }

    private void goRound() {
        loop.goRound().ifPresent(liquidation::goRound);
        telling.deliver();
    }

    private void failed(RuntimeException failure) {
        loop.failed(failure);
        telling.deliver();
    }

    /**
     * Places an order.
     *
     * @param owner who wants it
     * @return what became of it so far: declined, refused, accepted or unknown; {@link #await} waits until it is
     *     settled. An order whose name is on record already is not placed again; what became of the first one comes
     *     back
     * @throws TradeTrackerException NOT_TRADING when nothing was sent because the account is not traded now, or the
     *     record failed; BAD_ORDER when another intent has that name
     */
    public IntentReport submit(OrderOwner owner, OrderRequest request) {
        return request(owner, WantedAction.submit(request));
    }

    /**
     * Asks for one thing.
     *
     * @return as {@link #submit}
     * @throws TradeTrackerException as {@link #submit}; BAD_ORDER also when there is no such order or position
     */
    public IntentReport request(OrderOwner owner, WantedAction wanted) {
        return ask(owner, List.of(wanted), null).getFirst();
    }

    /**
     * Asks for all that an owner wants after one of its inputs. That the input was handled goes on record together with
     * the intents, so after a crash either all of them are on record or the input is to be handled again. Inputs that
     * were handled are not handled again: what became of their intents comes back.
     *
     * @param sequence of the input, in the owner's own count, which rises
     * @param wanted what to do, in order; may be empty
     * @return as {@link #submit}, for each
     * @throws TradeTrackerException as {@link #request}
     */
    public List<IntentReport> handle(OrderOwner owner, long sequence, List<WantedAction> wanted) {
        return ask(owner, wanted, sequence);
    }

    private List<IntentReport> ask(OrderOwner owner, List<WantedAction> wanted, @Nullable Long input) {
        try {
            return sender.request(owner, wanted, input);
        } finally {
            round.wake();
        }
    }

    /**
     * Waits until it is known for good what became of an intent, or a person must decide.
     *
     * @param atMost how long to wait
     * @return what is known then
     * @throws TradeTrackerException BAD_ORDER when there is no such intent
     */
    public IntentReport await(ClientOrderId id, Duration atMost) {
        return desk.reading(current -> {
            IntentReport asked = required(id);
            desk.waitUntil(() -> isDecided(latest(asked).status()), atMost);
            return latest(asked);
        });
    }

    /** While the record is read anew, what was known before is all there is. */
    private IntentReport latest(IntentReport known) {
        return desk.session().flatMap(now -> now.book().find(known.id())).orElse(known);
    }

    private static boolean isDecided(IntentStatus status) {
        return status.isFinal() || status == IntentStatus.WITH_PERSON;
    }

    private IntentReport required(ClientOrderId id) {
        return find(id).orElseThrow(() ->
                new TradeTrackerException(CoreError.BAD_ORDER, "there is no intent " + id + " on record"));
    }

    /**
     * {@return an intent and what is known of it; empty when none of that name is on record}
     *
     * @throws TradeTrackerException NOT_TRADING when the record has not been read
     */
    public Optional<IntentReport> find(ClientOrderId id) {
        return desk.reading(current -> current.book().find(id));
    }

    /**
     * {@return the last input of an owner whose intents are on record; zero when there is none}
     *
     * @throws TradeTrackerException NOT_TRADING when the record has not been read
     */
    public long inputsHandled(OrderOwner owner) {
        return desk.reading(current -> current.book().inputsHandled(owner));
    }

    /**
     * Says what became of an intent that is with a person.
     *
     * @param settlement what the person found out at the broker; its evidence says who decided and why
     * @throws TradeTrackerException BAD_ORDER when the intent is not with a person; NOT_TRADING
     */
    public IntentReport decide(ClientOrderId id, Settlement settlement) {
        return desk.trading(keeper, current -> {
            IntentStatus status = required(id).status();
            if (status != IntentStatus.WITH_PERSON) {
                throw new TradeTrackerException(
                        CoreError.BAD_ORDER, "intent " + id + " is " + status + ": there is nothing to decide");
            }
            current.record(List.of(new GatewayFact.Settled(clock.instant(), id, settlement)));
            return required(id);
        });
    }

    /**
     * Lets another bot have an instrument that one trades no more.
     *
     * @throws TradeTrackerException BAD_ORDER when there is still a position, a waiting order or an open intent of
     *     ours; NOT_TRADING
     */
    public void free(InstrumentId instrument, OrderOwner bot) {
        desk.trading(keeper, current -> {
            if (current.book().assigned(instrument).equals(Optional.of(bot))) {
                if (current.book().isUsed(instrument)) {
                    throw new TradeTrackerException(
                            CoreError.BAD_ORDER,
                            "there is still a position, an order or something unsettled in " + instrument + " of " + bot
                                    + ": close and cancel them first");
                }
                current.record(List.of(new GatewayFact.Freed(clock.instant(), instrument)));
            }
            return bot;
        });
    }

    /**
     * Stops all entries at once, until {@link #resume}, also after a restart. Orders of ours that wait are taken back.
     *
     * @param why who pulls it and why
     * @param mode whether positions that were opened here are closed too; those made outside stay in any case
     * @throws TradeTrackerException NOT_TRADING when this could not be put on record: entries stop here all the same
     */
    public void kill(String why, HaltMode mode) {
        KillSwitch.requireReason(why);
        sender.halt(true);
        desk.trading(keeper, current -> {
            Instant now = clock.instant();
            current.record(List.of(new GatewayFact.Killed(now, new KillSwitch(now, why, mode))));
            return why;
        });
        round.wake();
    }

    /**
     * Lets entries go on. After a drawdown that reached its limit a new peak begins.
     *
     * @param why who lets them go on and why
     * @throws TradeTrackerException NOT_TRADING when this could not be put on record
     */
    public void resume(String why) {
        KillSwitch.requireReason(why);
        desk.trading(keeper, current -> {
            current.resume(why);
            return why;
        });
        sender.halt(false);
    }

    /**
     * Reads facts that are on record, in their order.
     *
     * @param after the sequence after which to begin
     * @throws TradeTrackerException NOT_TRADING when the record has not been read; JOURNAL_FAILED
     */
    public void readFacts(long after, OrderJournal.Reader reader) {
        if (lastFact() <= after) {
            return;
        }
        Optional<List<RecentFacts.Numbered>> recent = telling.recent().after(after);
        if (recent.isPresent()) {
            recent.get().forEach(each -> reader.accept(each.sequence(), each.fact()));
        } else {
            settings.journal().read(settings.account(), after, reader);
        }
    }

    /**
     * {@return the sequence of the last fact on record}
     *
     * @throws TradeTrackerException NOT_TRADING when the record has not been read
     */
    public long lastFact() {
        return desk.reading(current -> current.book().lastSequence());
    }

    /**
     * Lets somebody be woken, on the gateway's thread, after something new was put on record, seen or told. Must return
     * at once.
     *
     * @return what ends it
     */
    public Subscription onChange(Runnable wake) {
        Runnable end = telling.follow(wake);
        return end::run;
    }

    /** {@return what the broker can do} */
    public Set<BrokerCapability> capabilities() {
        return settings.broker().capabilities();
    }

    /** {@return what is known now} */
    public GatewaySnapshot snapshot() {
        return desk.snapshot();
    }

    /** {@return whether the account is traded, after waiting for it, such as after the start} */
    public boolean awaitTrading(Duration atMost) {
        return desk.locked(() -> desk.waitUntil(() -> desk.state() == GatewayState.TRADING, atMost));
    }

    /**
     * Ends it: waits for requests that are on their way, and gives the lease up. Orders and positions stay at the
     * broker, which stays open, as does the journal. Safe to call again.
     */
    @Override
    public void close() {
        sender.close();
        hints.close();
        round.close();
        keeper.close();
        telling.deliver();
    }
}

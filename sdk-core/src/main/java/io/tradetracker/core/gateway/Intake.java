package io.tradetracker.core.gateway;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.Position;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.account.AccountEvent;
import io.tradetracker.core.account.AccountTracker;
import io.tradetracker.core.account.WantedAction;
import io.tradetracker.core.risk.CheckResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes facts of what owners want: an intent, or that it is declined and why. Used under the gateway's lock. */
final class Intake {
    private final GatewaySettings settings;
    private final EntryCheck check;
    private final BrokerClock clock;

    Intake(GatewaySettings settings, EntryCheck check, BrokerClock clock) {
        this.settings = settings;
        this.check = check;
        this.clock = clock;
    }

    /** {@return what goes on record for something that is wanted} */
    List<GatewayFact> take(GatewayBook book, OrderOwner owner, WantedAction wanted, List<WantedTrade> before) {
        Instant now = clock.instant();
        InstrumentId instrument = instrumentOf(book.tracker(), wanted.action());
        BigDecimal held = book.tracker().held(instrument);
        OrderIntent plain = new OrderIntent(wanted.id(), owner, instrument, wanted.action(), held, CheckResult.NOTHING);
        Optional<EntryCheck.Refusal> refusal = refusal(book, plain);
        CheckResult rules = CheckResult.NOTHING;
        if (refusal.isEmpty() && wanted.action() instanceof OrderAction.Submit(OrderRequest request)) {
            rules = check.rules(book, request, now);
            refusal = rules.refusal()
                    .map(rule -> new EntryCheck.Refusal(rule.rule().name(), rule.sentence()));
        }
        OrderIntent intent = new OrderIntent(wanted.id(), owner, instrument, wanted.action(), held, rules);
        if (refusal.isPresent()) {
            return List.of(new GatewayFact.Declined(
                    now, intent, refusal.get().code(), refusal.get().reason()));
        }
        List<GatewayFact> facts = new ArrayList<>(2);
        if (owner.kind() == OrderOwner.Kind.BOT
                && !check.isHedging()
                && wanted.action() instanceof OrderAction.Submit
                && book.assigned(instrument).isEmpty()) {
            facts.add(new GatewayFact.Assigned(now, instrument, owner));
        }
        facts.add(new GatewayFact.Intended(now, intent, mustQueue(book, intent, before)));
        return facts;
    }

    private Optional<EntryCheck.Refusal> refusal(GatewayBook book, OrderIntent intent) {
        if (!(intent.action() instanceof OrderAction.Submit(OrderRequest request))) {
            return strangers(book, intent);
        }
        Optional<EntryCheck.Refusal> netting = check.netting(book, intent.owner(), request);
        if (netting.isPresent()) {
            return netting;
        }
        Duration age = clock.age();
        boolean stale = age == null || age.compareTo(settings.terms().staleAfter()) > 0;
        if (stale && check.opens(book.tracker(), request).signum() > 0) {
            return Optional.of(new EntryCheck.Refusal(
                    "STALE_ACCOUNT",
                    "The account was last read " + (age == null ? "never" : age.toSeconds() + " seconds ago")
                            + ", so nobody knows what an entry would add to."));
        }
        return Optional.empty();
    }

    /** A bot has no say in what others hold; a person may close anything. */
    private static Optional<EntryCheck.Refusal> strangers(GatewayBook book, OrderIntent intent) {
        if (intent.owner().kind() == OrderOwner.Kind.PERSON) {
            return Optional.empty();
        }
        Optional<OrderOwner> owner = subject(book.tracker(), intent.action()).flatMap(book::ownerOf);
        return owner.equals(Optional.of(intent.owner()))
                ? Optional.empty()
                : Optional.of(new EntryCheck.Refusal(
                        "NOT_ITS_OWN",
                        intent.owner() + " may only change its own orders and positions; this one is of "
                                + owner.map(OrderOwner::toString).orElse("somebody outside") + "."));
    }

    private static Optional<AccountEvent> subject(AccountTracker account, OrderAction action) {
        return switch (action) {
            case OrderAction.Submit submit -> Optional.empty();
            case OrderAction.Amend amend -> account.find(amend.order()).map(AccountEvent.OrderPlaced::new);
            case OrderAction.Cancel cancel -> account.find(cancel.order()).map(AccountEvent.OrderPlaced::new);
            case OrderAction.Close close -> account.find(close.position()).map(AccountEvent.PositionOpened::new);
            case OrderAction.Protect protect -> account.find(protect.position()).map(AccountEvent.PositionOpened::new);
        };
    }

    private static InstrumentId instrumentOf(AccountTracker account, OrderAction action) {
        return switch (action) {
            case OrderAction.Submit submit -> submit.request().instrument();
            case OrderAction.Amend amend ->
                known(account.find(amend.order()).map(Order::instrument), "order " + amend.order());
            case OrderAction.Cancel cancel ->
                known(account.find(cancel.order()).map(Order::instrument), "order " + cancel.order());
            case OrderAction.Close close ->
                known(account.find(close.position()).map(Position::instrument), "position " + close.position());
            case OrderAction.Protect protect ->
                known(account.find(protect.position()).map(Position::instrument), "position " + protect.position());
        };
    }

    private static InstrumentId known(Optional<InstrumentId> instrument, String what) {
        return instrument.orElseThrow(() -> new TradeTrackerException(
                CoreError.BAD_ORDER,
                "there is no " + what + " on the account now: it may have been executed or closed"));
    }

    /** Two that look the same are never open at once: the broker's record could not tell them apart. */
    static boolean mustQueue(GatewayBook book, OrderIntent intent, List<WantedTrade> before) {
        Optional<WantedTrade> trade = WantedTrade.of(intent.instrument(), intent.action(), book.tracker());
        if (trade.isEmpty()) {
            return false;
        }
        boolean queued = before.stream().anyMatch(trade.get()::looksLike);
        before.add(trade.get());
        return queued || like(book, intent, trade.get()) != null;
    }

    /** {@return another intent that is open or with a person and looks like this one; null when there is none} */
    static @Nullable IntentReport like(GatewayBook book, OrderIntent intent, WantedTrade trade) {
        for (IntentReport other : book.unsettled()) {
            boolean sent = other.status() != IntentStatus.QUEUED && !other.id().equals(intent.id());
            if (sent && other.trade(book.tracker()).filter(trade::looksLike).isPresent()) {
                return other;
            }
        }
        return null;
    }
}

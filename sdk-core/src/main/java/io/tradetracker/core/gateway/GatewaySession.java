package io.tradetracker.core.gateway;

import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.broker.Confirmation;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.core.account.AccountEvent;
import io.tradetracker.core.account.AccountReading;
import io.tradetracker.core.risk.AccountWatch;
import io.tradetracker.core.risk.RuleOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An account in the hands of one process, from when it got the lease until it loses it or the record fails: every
 * change goes on record first, then into the book. Used under the gateway's lock.
 */
final class GatewaySession {
    private static final Duration EQUITY_NOTED_EVERY = Duration.ofMinutes(1);

    private final long epoch;
    private final GatewayTerms terms;
    private final OrderJournal.Writer writer;
    private final GatewayBook book;
    private final Judge judge;
    private final BrokerClock clock;
    private final BiConsumer<Long, GatewayFact> told;
    private final List<Held> held = new ArrayList<>();
    private final Set<ClientOrderId> onTheirWay = new HashSet<>();
    private final Deque<Instant> sureLooks = new ArrayDeque<>();
    private @Nullable Instant equityNotedAt;
    private List<RuleOutcome> reached = List.of();
    private volatile boolean broken;

    private GatewaySession(
            GatewaySettings settings,
            long epoch,
            OrderJournal.Writer writer,
            GatewayBook book,
            BrokerClock clock,
            BiConsumer<Long, GatewayFact> told) {
        this.epoch = epoch;
        terms = settings.terms();
        this.writer = writer;
        this.book = book;
        this.clock = clock;
        this.told = told;
        judge = new Judge(settings.terms(), settings.broker().longestRequest(), settings.keepsNames());
    }

    /**
     * {@return a session that begins where the record ends} What waited for its turn when it ended will not get one.
     */
    static GatewaySession begin(
            GatewaySettings settings, long epoch, BrokerClock clock, BiConsumer<Long, GatewayFact> told) {
        OrderJournal.Writer writer = settings.journal().claim(settings.account(), epoch);
        GatewayBook book = new GatewayBook(settings.rules(), settings.terms());
        settings.journal().read(settings.account(), 0, book::restore);
        GatewaySession session = new GatewaySession(settings, epoch, writer, book, clock, told);
        List<GatewayFact> facts = new ArrayList<>();
        facts.add(new GatewayFact.Began(clock.instant(), settings.holder()));
        for (IntentReport open : book.unsettled()) {
            if (open.status() == IntentStatus.QUEUED) {
                facts.add(new GatewayFact.Settled(
                        clock.instant(),
                        open.id(),
                        Settlement.notExecuted("The process ended before its turn came, so it was never sent.")));
            }
        }
        session.record(facts);
        return session;
    }

    /** Puts facts on record, all or none, and only then into the book. A session whose record fails is over. */
    void record(List<? extends GatewayFact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        long next = book.lastSequence() + 1;
        try {
            writer.append(List.copyOf(facts));
        } catch (RuntimeException failed) {
            broken = true;
            throw failed;
        }
        for (GatewayFact fact : facts) {
            book.take(next, fact);
            told.accept(next++, fact);
        }
    }

    /** Takes a look at the account, finds out what became of open intents, and puts on record what was seen. */
    void onReading(AccountReading reading, Map<ClientOrderId, Confirmation> confirmations) {
        clock.tell(reading.time());
        for (AccountEvent event : book.tracker().onReading(reading)) {
            if (!(event instanceof AccountEvent.BalanceChanged)) {
                held.add(new Held(event, book.lastSequence()));
            }
        }
        noteSure(reading.time());
        followEquity(reading.snapshot());
        judgeOpen(confirmations);
        recordSeen();
    }

    /** A look failed: it does not count, and those before and after it are not in a row. */
    GatewaySession onFailedReading() {
        book.tracker().onFailedReading();
        sureLooks.clear();
        return this;
    }

    private void noteSure(Instant time) {
        if (!book.tracker().isSure()) {
            sureLooks.clear();
            return;
        }
        sureLooks.addLast(time);
        if (sureLooks.size() > terms.looks()) {
            sureLooks.removeFirst();
        }
    }

    private @Nullable Instant sureSince() {
        return sureLooks.size() < terms.looks() ? null : sureLooks.getFirst();
    }

    /** An intent is asked for: what became of it is not judged before its answer, which may be a plain no. */
    void sending(ClientOrderId id) {
        onTheirWay.add(id);
    }

    /** An intent was asked for. */
    void sent(ClientOrderId id) {
        onTheirWay.remove(id);
    }

    private void judgeOpen(Map<ClientOrderId, Confirmation> confirmations) {
        for (IntentReport open : book.unsettled()) {
            if (open.status().isOpen() && !onTheirWay.contains(open.id())) {
                Verdict verdict = judge.judge(
                        open, book, seenSince(open), sureSince(), Optional.ofNullable(confirmations.get(open.id())));
                switch (verdict) {
                    case Verdict.Wait wait -> {}
                    case Verdict.Settle(Settlement settlement) ->
                        record(List.of(new GatewayFact.Settled(clock.instant(), open.id(), settlement)));
                    case Verdict.HandOver(String reason) ->
                        record(List.of(new GatewayFact.HandedOver(clock.instant(), open.id(), reason)));
                }
            }
        }
    }

    private List<AccountEvent> seenSince(IntentReport open) {
        InstrumentId instrument = open.intent().instrument();
        long sentAfter = book.sentAfter(open.id());
        return held.stream()
                .filter(each -> each.after() >= sentAfter)
                .map(Held::event)
                .filter(event -> event.instrument().equals(Optional.of(instrument)))
                .filter(event -> isFreeFor(open.id(), book.causeOf(event)))
                .toList();
    }

    private static boolean isFreeFor(ClientOrderId id, @Nullable ClientOrderId cause) {
        return cause == null || cause.equals(id);
    }

    /** What an open intent may have caused waits until it is known whether it did, so that each thing has one owner. */
    private void recordSeen() {
        List<GatewayFact> seen = new ArrayList<>();
        List<Held> left = new ArrayList<>();
        for (Held each : held) {
            ClientOrderId cause = book.causeOf(each.event());
            if (mustWait(each.event(), cause)) {
                left.add(each);
            } else {
                seen.add(new GatewayFact.Seen(clock.instant(), each.event(), cause));
            }
        }
        record(seen);
        held.clear();
        held.addAll(left);
    }

    private boolean mustWait(AccountEvent event, @Nullable ClientOrderId cause) {
        if (cause != null) {
            return book.find(cause).filter(each -> each.status().isOpen()).isPresent();
        }
        return event.instrument().filter(book::isOpen).isPresent();
    }

    private void followEquity(AccountSnapshot account) {
        double equity = account.equity().amount().doubleValue();
        Instant now = account.time();
        Optional<AccountWatch> watch = book.watch();
        boolean due = equityNotedAt == null || !now.isBefore(equityNotedAt.plus(EQUITY_NOTED_EVERY));
        if (watch.isEmpty()) {
            noteEquity(now, equity);
            return;
        }
        watch.get().onTime(now.toEpochMilli(), equity);
        watch.get().onEquity(equity);
        List<RuleOutcome> more = watch.get().takeReached();
        if (!more.isEmpty()) {
            reached = more;
        }
        if (!more.isEmpty() || (due && book.rules().limitsLoss())) {
            noteEquity(now, equity);
        }
    }

    private void noteEquity(Instant now, double equity) {
        record(List.of(new GatewayFact.EquityNoted(now, equity)));
        equityNotedAt = now;
    }

    /**
     * Somebody lets entries go on: a new peak begins at what the account is worth now, also for who reads the record.
     */
    void resume(String why) {
        List<GatewayFact> facts = new ArrayList<>();
        Instant now = clock.instant();
        book.tracker()
                .snapshot()
                .ifPresent(account -> facts.add(new GatewayFact.EquityNoted(
                        now, account.equity().amount().doubleValue())));
        facts.add(new GatewayFact.Resumed(now, why));
        record(facts);
    }

    /** {@return the limits of losses that were reached since the last call} */
    List<RuleOutcome> takeReached() {
        List<RuleOutcome> taken = reached;
        reached = List.of();
        return taken;
    }

    /** {@return whether it is known what became of all that was open, and looks at the account agree} */
    boolean isRecovered() {
        return sureSince() != null
                && book.unsettled().stream().noneMatch(each -> each.status().isOpen());
    }

    /** {@return from where on the broker's record must be read} */
    Instant activityFrom() {
        Instant from = book.tracker().activityFrom(clock.instant());
        for (IntentReport open : book.unsettled()) {
            Instant sent = open.sentAt().minus(terms.clockSkew());
            from = sent.isBefore(from) ? sent : from;
        }
        return from;
    }

    GatewayBook book() {
        return book;
    }

    long epoch() {
        return epoch;
    }

    /** {@return whether the record failed, so that nothing more can be done here} May be asked by any thread. */
    boolean isBroken() {
        return broken;
    }
}

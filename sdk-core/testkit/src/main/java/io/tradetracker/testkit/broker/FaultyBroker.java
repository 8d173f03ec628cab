package io.tradetracker.testkit.broker;

import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.broker.Confirmation;
import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.error.ErrorCode;
import io.tradetracker.api.error.ErrorType;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.Position;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A broker that does what real ones do at their worst, by chance and by seed: it loses requests and answers, does
 * things late, hides confirmations, forgets, repeats, and shows an older state after a newer one. What it never does is
 * what no broker may do: invent something, do a request twice, do it later than its longest request, or keep something
 * from two looks in a row. Safe for use by several threads.
 */
public final class FaultyBroker implements Broker {
    private static final int HALF = 50;

    private final Broker broker;
    private final InstantSource clock;
    private final Random random;
    private final List<String> log = new ArrayList<>();
    private final Queue<SendFault> script = new ArrayDeque<>();
    private final Map<String, Instant> shownFrom = new HashMap<>();
    private final Map<String, Instant> wholeFrom = new HashMap<>();
    private final Map<String, List<?>> lastTruth = new HashMap<>();
    private final Map<String, Boolean> wasWrong = new HashMap<>();
    private final List<Pending> pending = new ArrayList<>();
    private final Map<BrokerReference, Confirmation> refusals = new HashMap<>();
    private volatile Faults faults;

    /**
     * Makes a broker that is wrong now and then.
     *
     * @param broker an honest one
     * @param clock the venue's
     */
    public FaultyBroker(Broker broker, Faults faults, InstantSource clock, long seed) {
        this.broker = broker;
        this.faults = faults;
        this.clock = clock;
        random = new Random(seed);
    }

    /** Lets it be wrong in another way from now on. */
    public void become(Faults next) {
        faults = next;
    }

    /** {@return what it did wrong so far, in order} */
    public List<String> log() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    private boolean happens(int percent, String what) {
        synchronized (log) {
            boolean now = random.nextInt(100) < percent;
            if (now) {
                log.add(what);
            }
            return now;
        }
    }

    private Duration someTime() {
        synchronized (log) {
            return Duration.ofMillis(random.nextLong(faults.lateness().toMillis() + 1));
        }
    }

    @Override
    public Set<BrokerCapability> capabilities() {
        return broker.capabilities();
    }

    @Override
    public Duration longestRequest() {
        return broker.longestRequest();
    }

    /** Lets the next requests go these ways, one each, and those after them by chance again. */
    public void script(SendFault... next) {
        synchronized (log) {
            script.addAll(List.of(next));
        }
    }

    @Override
    public SubmitOutcome send(OrderAction action, SendPermit permit) {
        doLate();
        SendFault fault = fault();
        if (fault == SendFault.NONE || fault.isDone()) {
            return answer(broker.send(action, permit), fault);
        }
        // with no permit it says what it refuses without sending
        SubmitOutcome unsent = broker.send(action, () -> false);
        if (!isUnsent(unsent, SubmitOutcome.Refused.NOT_PERMITTED)) {
            return unsent;
        }
        if (!permit.isGiven()) {
            return notPermitted();
        }
        return switch (fault) {
            case REFUSED_LATER -> refuseLater();
            case LATE -> later(action);
            default -> unknown(null);
        };
    }

    private SendFault fault() {
        synchronized (log) {
            SendFault next = script.poll();
            if (next != null) {
                log.add("by script: " + next);
                return next;
            }
        }
        if (happens(faults.requestLost(), "lost a request")) {
            return SendFault.REQUEST_LOST;
        }
        if (happens(faults.refusedLater(), "accepted and will refuse")) {
            return SendFault.REFUSED_LATER;
        }
        if (happens(faults.late(), "does a request late")) {
            return SendFault.LATE;
        }
        if (happens(faults.answerLost(), "lost an answer")) {
            return happens(HALF, "but kept its reference") ? SendFault.ANSWER_CUT : SendFault.ANSWER_LOST;
        }
        return SendFault.NONE;
    }

    private static SubmitOutcome answer(SubmitOutcome outcome, SendFault fault) {
        boolean sent = !isUnsent(outcome, SubmitOutcome.Refused.NOT_PERMITTED)
                && !isUnsent(outcome, SubmitOutcome.Refused.UNSUPPORTED);
        if (fault == SendFault.NONE || !sent) {
            return outcome;
        }
        boolean named = fault == SendFault.ANSWER_CUT && outcome instanceof SubmitOutcome.Accepted;
        return unknown(named ? ((SubmitOutcome.Accepted) outcome).reference() : null);
    }

    private static boolean isUnsent(SubmitOutcome outcome, String code) {
        return outcome instanceof SubmitOutcome.Refused refused
                && refused.code().equals(code);
    }

    private static SubmitOutcome unknown(@Nullable BrokerReference reference) {
        return new SubmitOutcome.Unknown("The connection was reset.", reference);
    }

    private static SubmitOutcome notPermitted() {
        return new SubmitOutcome.Refused(SubmitOutcome.Refused.NOT_PERMITTED, "The permit had ended.");
    }

    private synchronized SubmitOutcome refuseLater() {
        BrokerReference reference = BrokerReference.of("refused-" + refusals.size());
        refusals.put(
                reference,
                new Confirmation(reference, Confirmation.Verdict.REFUSED, "RISK_CHECK", null, List.of(), null));
        return new SubmitOutcome.Accepted(reference);
    }

    private synchronized SubmitOutcome later(OrderAction action) {
        Duration delay = someTime();
        Duration longest = broker.longestRequest();
        pending.add(new Pending(clock.instant().plus(delay.compareTo(longest) < 0 ? delay : longest), action));
        return unknown(null);
    }

    /** Does what has become due; every call does, so a test with a clock of its own needs no thread. */
    public void doLate() {
        List<Pending> due;
        synchronized (this) {
            Instant now = clock.instant();
            due = pending.stream().filter(each -> !each.at().isAfter(now)).toList();
            pending.removeAll(due);
        }
        due.forEach(each -> broker.send(each.action(), SendPermit.ALWAYS));
    }

    @Override
    public Optional<Confirmation> confirm(BrokerReference reference) {
        doLate();
        maybeFail();
        if (happens(faults.confirmHidden(), "hid a confirmation")) {
            return Optional.empty();
        }
        synchronized (this) {
            Confirmation refusal = refusals.get(reference);
            if (refusal != null) {
                return Optional.of(refusal);
            }
        }
        return broker.confirm(reference);
    }

    private void maybeFail() {
        if (happens(faults.readFails(), "failed to read")) {
            throw new TradeTrackerException(TestFailure.UNREADABLE, "the broker did not answer");
        }
    }

    @Override
    public AccountSnapshot account() {
        doLate();
        maybeFail();
        return broker.account();
    }

    @Override
    public List<Position> positions() {
        return read("positions", broker::positions);
    }

    @Override
    public List<Order> orders() {
        return read("orders", broker::orders);
    }

    /** Two answers in a row are never wrong, since nobody could tell that from the truth. */
    private <T> List<T> read(String what, Supplier<List<T>> truth) {
        doLate();
        maybeFail();
        synchronized (this) {
            List<T> now = truth.get();
            @SuppressWarnings("unchecked")
            List<T> before = (List<T>) lastTruth.getOrDefault(what, now);
            lastTruth.put(what, now);
            boolean wrong = !wasWrong.getOrDefault(what, false);
            if (wrong && happens(faults.older(), "showed older " + what)) {
                wasWrong.put(what, true);
                return before;
            }
            if (wrong && !now.isEmpty() && happens(faults.forgets(), "forgot one of the " + what)) {
                wasWrong.put(what, true);
                List<T> less = new ArrayList<>(now);
                less.remove(random.nextInt(less.size()));
                return less;
            }
            wasWrong.put(what, false);
            return now;
        }
    }

    @Override
    public List<Activity> activitySince(Instant from) {
        doLate();
        maybeFail();
        List<Activity> shown = new ArrayList<>();
        synchronized (this) {
            Instant now = clock.instant();
            for (Activity row : broker.activitySince(from)) {
                Instant visible = from(shownFrom, row, faults.rowsLate(), "kept a row back");
                Instant whole = from(wholeFrom, row, faults.rowsBare(), "showed a bare row");
                if (!visible.isAfter(now)) {
                    shown.add(whole.isAfter(now) ? bare(row) : row);
                    if (happens(faults.rowsTwice(), "showed a row twice")) {
                        shown.add(shown.getLast());
                    }
                }
            }
        }
        return shown;
    }

    private Instant from(Map<String, Instant> known, Activity row, int percent, String what) {
        return known.computeIfAbsent(
                row.id(), id -> happens(percent, what) ? row.time().plus(someTime()) : row.time());
    }

    private static Activity bare(Activity row) {
        return new Activity(
                row.id(),
                row.time(),
                row.kind(),
                row.source(),
                row.instrument(),
                row.side(),
                null,
                null,
                row.position(),
                row.order(),
                row.clientOrderId());
    }

    @Override
    public Subscription onChange(Runnable wake) {
        return broker.onChange(wake);
    }

    @Override
    public void close() {
        broker.close();
    }

    private record Pending(Instant at, OrderAction action) {}

    /** Failures of this broker. */
    private enum TestFailure implements ErrorCode {
        UNREADABLE;

        @Override
        public int number() {
            return 9001;
        }

        @Override
        public ErrorType type() {
            return ErrorType.EXTERNAL;
        }
    }
}

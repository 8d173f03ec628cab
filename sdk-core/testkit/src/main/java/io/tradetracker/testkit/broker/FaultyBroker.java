package io.tradetracker.testkit.broker;

import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.broker.Confirmation;
import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.broker.SubmitOutcome;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A broker that does what real ones do at their worst, by chance and by seed: it loses requests and answers, does
 * things late, hides confirmations, forgets, repeats, and shows an older state after a newer one. What it never does is
 * what no broker may do: invent something, do a request twice, do it later than its longest request, or keep something
 * from two looks in a row. Safe for use by several threads.
 */
public final class FaultyBroker extends ForwardingBroker {
    private static final int HALF = 50;

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
        super(broker);
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

    private boolean happens(BrokerFault fault, String what) {
        return happens(faults.percent(fault), what);
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
            return answer(honest().send(action, permit), fault);
        }
        // with no permit it says what it refuses without sending
        SubmitOutcome unsent = honest().send(action, () -> false);
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
        if (happens(BrokerFault.REQUEST_LOST, "lost a request")) {
            return SendFault.REQUEST_LOST;
        }
        if (happens(BrokerFault.REFUSED_LATER, "accepted and will refuse")) {
            return SendFault.REFUSED_LATER;
        }
        if (happens(BrokerFault.DONE_LATE, "does a request late")) {
            return SendFault.LATE;
        }
        if (happens(BrokerFault.ANSWER_LOST, "lost an answer")) {
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
        Duration longest = honest().longestRequest();
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
        due.forEach(each -> honest().send(each.action(), SendPermit.ALWAYS));
    }

    @Override
    public Optional<Confirmation> confirm(BrokerReference reference) {
        doLate();
        maybeFail();
        if (happens(BrokerFault.CONFIRMATION_HIDDEN, "hid a confirmation")) {
            return Optional.empty();
        }
        synchronized (this) {
            Confirmation refusal = refusals.get(reference);
            if (refusal != null) {
                return Optional.of(refusal);
            }
        }
        return honest().confirm(reference);
    }

    private void maybeFail() {
        if (happens(BrokerFault.READ_FAILS, "failed to read")) {
            throw new TradeTrackerException(TestFailure.UNREADABLE, "the broker did not answer");
        }
    }

    @Override
    public AccountSnapshot account() {
        doLate();
        maybeFail();
        return honest().account();
    }

    @Override
    public List<Position> positions() {
        return read("positions", honest()::positions);
    }

    @Override
    public List<Order> orders() {
        return read("orders", honest()::orders);
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
            if (wrong && happens(BrokerFault.SHOWS_OLDER, "showed older " + what)) {
                wasWrong.put(what, true);
                return before;
            }
            if (wrong && !now.isEmpty() && happens(BrokerFault.FORGETS_ONE, "forgot one of the " + what)) {
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
            for (Activity row : honest().activitySince(from)) {
                Instant visible = from(shownFrom, row, BrokerFault.ROW_LATE, "kept a row back");
                Instant whole = from(wholeFrom, row, BrokerFault.ROW_BARE, "showed a bare row");
                if (!visible.isAfter(now)) {
                    shown.add(whole.isAfter(now) ? bare(row) : row);
                    if (happens(BrokerFault.ROW_TWICE, "showed a row twice")) {
                        shown.add(shown.getLast());
                    }
                }
            }
        }
        return shown;
    }

    private Instant from(Map<String, Instant> known, Activity row, BrokerFault fault, String what) {
        return known.computeIfAbsent(
                row.id(), id -> happens(fault, what) ? row.time().plus(someTime()) : row.time());
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

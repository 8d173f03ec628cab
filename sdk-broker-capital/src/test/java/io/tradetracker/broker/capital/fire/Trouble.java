package io.tradetracker.broker.capital.fire;

import io.tradetracker.broker.capital.simulator.CapitalSimulator;
import io.tradetracker.broker.capital.simulator.Fault;
import io.tradetracker.broker.capital.simulator.Faults;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** What the venue does wrong from the moment on at which the thing itself is asked for. */
enum Trouble {
    NONE("nothing", faults -> {}),
    REQUEST_LOST("request lost", faults -> faults.nextWrite(Fault.requestLost())),
    ANSWER_LOST("answer lost", faults -> faults.nextWrite(Fault.answerLost())),
    DONE_LATE("cut, and done later", faults -> faults.nextWrite(Fault.executedLate(Limits.LATE_REQUEST))),
    FAILED_AND_DONE("500, done", faults -> faults.nextWrite(Fault.serverError(true))),
    FAILED("500, not done", faults -> faults.nextWrite(Fault.serverError(false))),
    PAGE_AND_DONE("502 with a page, done", faults -> faults.nextWrite(Fault.badGateway(true))),
    PAGE("502 with a page, not done", faults -> faults.nextWrite(Fault.badGateway(false))),
    CUT_SHORT("half the JSON", faults -> faults.nextWrite(Fault.truncated())),
    EMPTY("200 and nothing", faults -> faults.nextWrite(Fault.empty())),
    NO_REFERENCE("200 without a reference", faults -> faults.nextWrite(Fault.withoutReference())),
    TOO_MANY("429", faults -> faults.nextWrite(Fault.tooManyRequests())),
    SESSION_ENDED("401, the session is over", faults -> faults.nextWrite(Fault.tokenExpired())),
    ALL_SESSIONS_ENDED("all sessions ended before", Faults::expireTokens),
    TOKENS_CHANGED("new tokens", faults -> faults.nextWrite(Fault.tokensRotated())),
    CONFIRMED_LATE("confirmation late", faults -> faults.nextWrite(Fault.confirmLate(Limits.LATE_CONFIRMATION))),
    CONFIRMED_BADLY("confirmations fail", Trouble::failConfirmations),
    REJECTED("accepted, then rejected", faults -> faults.nextWrite(Fault.rejected("RISK_CHECK"))),
    SLOW("answer slow", faults -> faults.nextWrite(Fault.slow(Limits.SLOW_ANSWER))),
    TIMED_OUT("no answer in time", faults -> faults.nextWrite(Fault.slow(Duration.ofHours(4)))),
    OLD_STATE("older states", Trouble::showOlder),
    OLD_STATE_ANSWER_LOST("older states, answer lost", faults -> {
        faults.nextWrite(Fault.answerLost());
        showOlder(faults);
    }),
    READS_FAIL("reads fail, answer lost", faults -> {
        faults.nextWrite(Fault.answerLost());
        failReads(faults);
    }),
    ROWS_LATE("record late, answer lost", faults -> {
        faults.nextWrite(Fault.answerLost());
        faults.delayActivity(Limits.LATE_ROW);
    }),
    ROWS_BARE("record bare at first, answer lost", faults -> {
        faults.nextWrite(Fault.answerLost());
        faults.delayActivityLevels(Limits.LATE_ROW);
    }),
    ROWS_LATE_DONE_LATE("record late, done later", faults -> {
        faults.nextWrite(Fault.executedLate(Limits.LATE_REQUEST));
        faults.delayActivity(Limits.LATE_ROW);
    }),
    MARKET_CLOSED("the market closes", faults -> faults.closeMarket("GOLD")),
    PRICE_MOVED("answer lost, then the price moves", faults -> faults.nextWrite(Fault.answerLost())),
    PRICE_MOVED_ROWS_LATE("answer lost, record late, then the price moves", faults -> {
        faults.nextWrite(Fault.answerLost());
        faults.delayActivity(Limits.LATE_ROW);
    }),
    EVERYTHING("everything, by chance", Trouble::everything);

    private static final List<Fault> READS = List.of(
            Fault.requestLost(),
            Fault.answerLost(),
            Fault.serverError(true),
            Fault.badGateway(true),
            Fault.truncated(),
            Fault.empty(),
            Fault.tooManyRequests(),
            Fault.tokenExpired(),
            Fault.tokensRotated());

    private final String words;
    private final Consumer<Faults> begin;

    Trouble(String words, Consumer<Faults> begin) {
        this.words = words;
        this.begin = begin;
    }

    String words() {
        return words;
    }

    void begin(CapitalSimulator venue) {
        begin.accept(venue.faults());
    }

    /** Whether an answer comes only when time passes, so that time must not wait for it. */
    boolean holdsAnswers() {
        return this == SLOW || this == TIMED_OUT;
    }

    /** Whether the price moves while nobody looks, so that orders fill and stops are hit. */
    boolean movesPrice() {
        return this == PRICE_MOVED || this == PRICE_MOVED_ROWS_LATE;
    }

    private static void failConfirmations(Faults faults) {
        for (Fault each : READS) {
            faults.next("GET", "/confirms", each);
        }
    }

    private static void failReads(Faults faults) {
        READS.forEach(faults::nextRead);
        READS.forEach(faults::nextRead);
    }

    /** Never two looks in a row: what these agree on counts, as the gateway's terms say. */
    private static void showOlder(Faults faults) {
        for (String path : List.of("/positions", "/workingorders", "/history/activity", "/confirms")) {
            faults.next("GET", path, Fault.stale(Limits.OLDER));
            for (int well = 0; well < 3; well++) {
                faults.next("GET", path, Fault.slow(Duration.ZERO));
            }
            faults.next("GET", path, Fault.stale(Limits.OLDER));
        }
    }

    private static void everything(Faults faults) {
        READS.forEach(each -> faults.byChance(each, 0.01));
        faults.byChance(Fault.executedLate(Limits.LATE_REQUEST), 0.2);
        faults.byChance(Fault.answerLost(), 0.1);
        faults.byChance(Fault.confirmLate(Limits.LATE_CONFIRMATION), 0.2);
        faults.byChance(Fault.rejected("RISK_CHECK"), 0.1);
        faults.byChance(Fault.withoutReference(), 0.1);
        showOlder(faults);
        faults.delayActivity(Limits.LATE_ROW);
        faults.delayActivityLevels(Limits.LATE_ROW);
    }

    /** How late things are, in venue time; all within what the gateway waits for. */
    static final class Limits {
        static final Duration LATE_REQUEST = Duration.ofSeconds(10);
        static final Duration LATE_CONFIRMATION = Duration.ofSeconds(40);
        static final Duration LATE_ROW = Duration.ofSeconds(30);
        static final Duration SLOW_ANSWER = Duration.ofSeconds(8);
        static final Duration OLDER = Duration.ofSeconds(15);

        private Limits() {}
    }
}

package io.tradetracker.broker.capital.soak;

import io.tradetracker.broker.capital.simulator.CapitalSimulator;
import io.tradetracker.broker.capital.simulator.Fault;
import io.tradetracker.broker.capital.simulator.Faults;
import io.tradetracker.broker.capital.simulator.Resolution;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Does to the venue what can go wrong, at random moments of its time. */
final class Mischief {
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

    private final CapitalSimulator venue;
    private final Random random;
    private final Map<String, Integer> done = new TreeMap<>();
    private Instant next;
    private Instant speakAt = Instant.MAX;
    private Instant openAt = Instant.MAX;

    Mischief(CapitalSimulator venue, long seed) {
        this.venue = venue;
        random = new Random(seed);
        next = later(10);
        for (Fault each : READS) {
            venue.faults().byChance(each, 0.001);
        }
    }

    private Instant later(int minutes) {
        return venue.time().plusSeconds(30 + random.nextInt(60 * minutes));
    }

    void step() {
        Instant now = venue.time();
        if (!now.isBefore(speakAt)) {
            venue.faults().speak();
            speakAt = Instant.MAX;
        }
        if (!now.isBefore(openAt)) {
            venue.faults().openMarket("BTCUSD");
            openAt = Instant.MAX;
        }
        if (!now.isBefore(next)) {
            next = later(20);
            act();
        }
    }

    private void act() {
        Faults faults = venue.faults();
        switch (random.nextInt(12)) {
            case 0 -> {
                count("streams cut");
                faults.cutStreams();
            }
            case 1 -> {
                count("silence");
                faults.silence();
                speakAt = later(4);
            }
            case 2 -> {
                count("bar missing");
                faults.nextBarMissing();
            }
            case 3 -> {
                count("bar twice");
                faults.nextBarTwice();
            }
            case 4 -> {
                count("bar early");
                faults.barEarly("BTCUSD", Resolution.MINUTE);
            }
            case 5 -> {
                count("error frame");
                faults.sendError("error.too-many.requests");
            }
            case 6 -> {
                count("session ended on the stream");
                faults.sendError("error.invalid.session.token");
            }
            case 7 -> {
                count("all sessions ended");
                faults.expireTokens();
            }
            case 8 -> {
                count("subscription refused");
                faults.refuseNextSubscription("error.too-many.requests");
                faults.cutStreams();
            }
            case 9 -> {
                count("one-sided quotes");
                faults.nextQuoteWithoutBid();
                faults.nextQuoteWithoutAsk();
            }
            case 10 -> {
                count("market closed");
                faults.closeMarket("BTCUSD");
                openAt = later(15);
            }
            default -> {
                count("log-in refused and streams cut");
                faults.next("POST", "/session", Fault.tooManyRequests());
                faults.expireTokens();
                faults.cutStreams();
            }
        }
    }

    private void count(String what) {
        done.merge(what, 1, Integer::sum);
    }

    /** Lets everything be well from now on. */
    void end() {
        venue.faults().clear();
        venue.faults().speak();
        venue.faults().openMarket("BTCUSD");
    }

    Duration untilWell() {
        return Duration.ofMinutes(40);
    }

    Map<String, Integer> done() {
        return done;
    }
}

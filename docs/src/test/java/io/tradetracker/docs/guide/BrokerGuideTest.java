package io.tradetracker.docs.guide;

import static io.tradetracker.api.order.OrderSide.BUY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.account.AccountId;
import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.broker.MarketListener;
import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.broker.SubmitOutcome.Accepted;
import io.tradetracker.api.broker.SubmitOutcome.Refused;
import io.tradetracker.api.broker.SubmitOutcome.Unknown;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Quote;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.paper.PaperAccount;
import io.tradetracker.core.paper.PaperBroker;
import io.tradetracker.core.simulation.AccountSettings;
import io.tradetracker.testkit.ManualClock;
import io.tradetracker.testkit.broker.Faults;
import io.tradetracker.testkit.broker.FaultyBroker;
import io.tradetracker.testkit.broker.SendFault;
import io.tradetracker.testkit.broker.TestVenue;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What "Writing a broker" shows. */
final class BrokerGuideTest {
    private static final OrderAction CLOSE = OrderAction.Close.all(BrokerPositionId.of("P-1"));

    private final Instrument gold = Instrument.of("GOLD");
    private final ManualClock clock = ManualClock.at("2024-01-02T03:04:05Z");

    /** An answer of a venue. */
    private record Answer(int status, String text) {}

    /** A connection to a venue. */
    @FunctionalInterface
    private interface Line {
        Answer delete(String path) throws IOException;
    }

    /** The sending half of a broker. */
    private record Sketch(Line line) {
        // snippet: broker-send
        public SubmitOutcome send(OrderAction action, SendPermit permit) {
            if (!(action instanceof OrderAction.Close close) || close.quantity() != null) {
                return new Refused(Refused.UNSUPPORTED, "this sketch closes whole positions and can do no more");
            }
            if (!permit.isGiven()) { // last of all, right before the network
                return new Refused(Refused.NOT_PERMITTED, "the permit had ended: nothing was sent");
            }
            try {
                Answer answer = line.delete("/positions/" + close.position()); // one request: no retry, no redirect
                return switch (answer.status()) {
                    case 200 -> new Accepted(BrokerReference.of(answer.text()));
                    case 404 -> new Refused(Refused.NOT_FOUND, "position " + close.position() + " is not there");
                    case 400, 401, 403, 429 -> new Refused("HTTP_" + answer.status(), answer.text());
                    default -> new Unknown("the venue answered " + answer.status(), null);
                };
            } catch (IOException | RuntimeException lost) { // an answer that makes no sense tells nothing either
                return new Unknown(lost.toString(), null);
            }
        }
        // end
    }

    @ParameterizedTest
    @CsvSource({"200, Accepted", "404, Refused", "429, Refused", "500, Unknown", "302, Unknown"})
    void tellsAClearAnswerFromAnyOther(int status, String outcome) {
        Sketch broker = new Sketch(path -> new Answer(status, "o_1"));

        assertThat(broker.send(CLOSE, SendPermit.ALWAYS).getClass().getSimpleName())
                .isEqualTo(outcome);
    }

    @Test
    void callsALostAnswerUnknown() {
        Sketch lost = new Sketch(path -> {
            throw new IOException("reset");
        });
        Sketch senseless = new Sketch(path -> new Answer(200, " "));

        assertThat(lost.send(CLOSE, SendPermit.ALWAYS)).isInstanceOf(Unknown.class);
        assertThat(senseless.send(CLOSE, SendPermit.ALWAYS)).isInstanceOf(Unknown.class);
        assertThat(lost.send(CLOSE, () -> false)).isInstanceOf(Refused.class);
    }

    @Test
    void holdsAProgramToTheTruth() {
        ClientOrderId name = ClientOrderId.of("first");
        OrderAction order = new OrderAction.Submit(OrderRequest.market(name, gold.id(), BUY, BigDecimal.ONE));

        // snippet: broker-faulty
        TestVenue venue = new TestVenue(clock, Set.of(BrokerCapability.BRACKETS), List.of(gold));
        venue.quote(gold.id(), "1999.9", "2000.1");
        Broker honest = venue.connect("mine", Duration.ofSeconds(5));
        FaultyBroker broker = new FaultyBroker(honest, Faults.NONE, clock, 42);

        broker.script(SendFault.ANSWER_LOST); // the next request; Faults.all(lateness) does everything by chance
        SubmitOutcome outcome = broker.send(order, SendPermit.ALWAYS); // Unknown
        long done = venue.executions(name); // 1: only the venue knows
        // end

        assertThat(outcome).isInstanceOf(Unknown.class);
        assertThat(done).isEqualTo(1);
    }

    @Test
    void tradesOnPaper() {
        MarketListener prices;
        // snippet: broker-paper
        AccountSettings settings = EngineSettings.of(gold, Timeframe.M1).account();
        PaperAccount account = new PaperAccount(AccountId.of("paper"), settings, List.of(gold));
        prices = account; // marketData.subscribe(gold.id(), account)
        Broker broker = new PaperBroker(account);
        // end
        prices.onQuote(new Quote(gold.id(), Instant.EPOCH, 99, 100));

        assertThat(broker.account().equity()).isEqualTo(broker.account().balance());
    }
}

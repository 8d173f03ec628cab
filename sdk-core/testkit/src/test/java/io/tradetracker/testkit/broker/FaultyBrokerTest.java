package io.tradetracker.testkit.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.broker.Confirmation;
import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.error.ErrorType;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.testkit.ManualClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a faulty broker does wrong, and what it never does. */
final class FaultyBrokerTest {
    private static final Instrument GOLD = Instrument.of("GOLD");
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final ManualClock clock = ManualClock.at("2024-01-02T03:04:05Z");
    private final TestVenue venue = new TestVenue(clock, Set.<BrokerCapability>of(), List.of(GOLD));
    private final FaultyBroker broker = faulty(Faults.NONE, 1);
    private int names;

    private FaultyBroker faulty(Faults faults, long seed) {
        venue.quote(GOLD.id(), "99", "100");
        return new FaultyBroker(venue.connect("faulty", LONGEST), faults, clock, seed);
    }

    private OrderRequest buy() {
        return OrderRequest.market(ClientOrderId.of("buy-" + ++names), GOLD.id(), OrderSide.BUY, BigDecimal.ONE);
    }

    private SubmitOutcome send(Broker through) {
        return through.send(new OrderAction.Submit(buy()), SendPermit.ALWAYS);
    }

    @Test
    void losesARequestBeforeItIsDone() {
        broker.script(SendFault.REQUEST_LOST);

        assertThat(send(broker)).isEqualTo(new SubmitOutcome.Unknown("The connection was reset.", null));
        assertThat(venue.arrived()).isEmpty();
        assertThat(send(broker)).isInstanceOf(SubmitOutcome.Accepted.class);
    }

    @Test
    void losesAnAnswerOfWhatWasDoneWithItsReferenceOrWithout() {
        broker.script(SendFault.ANSWER_LOST, SendFault.ANSWER_CUT);
        SubmitOutcome lost = send(broker);
        SubmitOutcome cut = send(broker);

        assertThat(lost)
                .isInstanceOfSatisfying(
                        SubmitOutcome.Unknown.class,
                        it -> assertThat(it.reference()).isNull());
        assertThat(cut)
                .isInstanceOfSatisfying(
                        SubmitOutcome.Unknown.class,
                        it -> assertThat(it.reference())
                                .isEqualTo(
                                        venue.arrived().getLast().confirmation().reference()));
        assertThat(venue.executions(ClientOrderId.of("buy-1"))).isEqualTo(1);
        assertThat(venue.positions()).hasSize(2);
    }

    @Test
    void doesARequestLateButNoLaterThanItsLongest() {
        broker.become(Faults.NONE.upTo(Duration.ofHours(1)));
        broker.script(SendFault.LATE);

        assertThat(send(broker)).isInstanceOf(SubmitOutcome.Unknown.class);
        assertThat(venue.arrived()).isEmpty();
        clock.advance(LONGEST);
        broker.positions();

        assertThat(venue.arrived()).hasSize(1);
    }

    @Test
    void refusesLaterWhatItAccepted() {
        broker.script(SendFault.REFUSED_LATER);
        BrokerReference reference = ((SubmitOutcome.Accepted) send(broker)).reference();

        assertThat(broker.confirm(reference).orElseThrow().verdict()).isEqualTo(Confirmation.Verdict.REFUSED);
        assertThat(venue.arrived()).isEmpty();
    }

    @Test
    void losesNothingThatWasNeverSent() {
        OrderAction unsupported = new OrderAction.Submit(buy().withProtection(BigDecimal.ONE, null));
        for (SendFault fault : SendFault.values()) {
            broker.script(fault, fault);
            List<Boolean> asked = new ArrayList<>();

            assertThat(broker.send(unsupported, () -> asked.add(true)))
                    .as("outcome with %s", fault)
                    .isInstanceOfSatisfying(
                            SubmitOutcome.Refused.class,
                            refused -> assertThat(refused.code()).isEqualTo(SubmitOutcome.Refused.UNSUPPORTED));
            assertThat(asked).isEmpty();
            assertThat(broker.send(new OrderAction.Submit(buy()), () -> !asked.add(true)))
                    .as("outcome with %s", fault)
                    .isInstanceOfSatisfying(
                            SubmitOutcome.Refused.class,
                            refused -> assertThat(refused.code()).isEqualTo(SubmitOutcome.Refused.NOT_PERMITTED));
            assertThat(asked).as("permits asked for with %s", fault).hasSize(1);
        }
        clock.advance(LONGEST);
        broker.doLate();
        assertThat(venue.arrived()).isEmpty();
    }

    @Test
    void readsFailAsThoseOfBrokersDo() {
        broker.become(Faults.NONE.with(BrokerFault.READ_FAILS, 100));

        assertThatThrownBy(broker::positions)
                .isInstanceOfSatisfying(
                        TradeTrackerException.class,
                        failure -> assertThat(failure.code().type()).isEqualTo(ErrorType.EXTERNAL));
    }

    @Test
    void isNeverWrongTwiceInARow() {
        FaultyBroker forgetful =
                faulty(Faults.NONE.with(BrokerFault.SHOWS_OLDER, 50).with(BrokerFault.FORGETS_ONE, 100), 7);
        send(forgetful);
        boolean wasWrong = false;
        int wrongs = 0;
        for (int i = 0; i < 200; i++) {
            boolean wrong = !forgetful.positions().equals(venue.positions());
            assertThat(wrong && wasWrong)
                    .as("wrong twice in a row at look %s", i)
                    .isFalse();
            wrongs += wrong ? 1 : 0;
            wasWrong = wrong;
        }

        assertThat(wrongs).isPositive();
    }

    @Test
    void showsRowsBareLateAndTwiceAndAllOfThemInTheEnd() {
        Duration late = Duration.ofSeconds(60);
        FaultyBroker slow = faulty(
                Faults.NONE
                        .with(BrokerFault.ROW_LATE, 50)
                        .with(BrokerFault.ROW_TWICE, 50)
                        .with(BrokerFault.ROW_BARE, 100)
                        .upTo(late),
                3);
        for (int i = 0; i < 20; i++) {
            send(slow);
        }
        List<Activity> early = slow.activitySince(Instant.EPOCH);
        assertThat(early).isNotEmpty().extracting(Activity::quantity).containsNull();
        assertThat(Set.copyOf(early)).hasSizeLessThan(20);
        slow.become(Faults.NONE);
        clock.advance(late);

        assertThat(slow.activitySince(Instant.EPOCH)).isEqualTo(venue.activitySince(Instant.EPOCH));
    }

    @Test
    void doesTheSameForTheSameSeed() {
        assertThat(course(5)).isEqualTo(course(5)).isNotEmpty();
        assertThat(course(5)).isNotEqualTo(course(6));
    }

    private List<String> course(long seed) {
        FaultyBroker one = faulty(Faults.all(Duration.ofSeconds(5)), seed);
        for (int i = 0; i < 50; i++) {
            send(one);
        }
        return one.log();
    }
}

package io.tradetracker.broker.capital.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.broker.Confirmation;
import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.broker.capital.CapitalCom;
import io.tradetracker.broker.capital.CapitalSettings;
import io.tradetracker.broker.capital.VirtualTime;
import io.tradetracker.broker.capital.connection.CapitalCredentials;
import io.tradetracker.broker.capital.connection.CapitalError;
import io.tradetracker.broker.capital.connection.CapitalException;
import io.tradetracker.broker.capital.connection.RateLimits;
import io.tradetracker.broker.capital.rest.NewOrder;
import io.tradetracker.broker.capital.rest.NewPosition;
import io.tradetracker.broker.capital.rest.Protection;
import io.tradetracker.broker.capital.simulator.CapitalSimulator;
import io.tradetracker.broker.capital.simulator.Credentials;
import io.tradetracker.broker.capital.simulator.Fault;
import io.tradetracker.broker.capital.simulator.Limits;
import io.tradetracker.broker.capital.simulator.MarketSpec;
import io.tradetracker.broker.capital.simulator.VenueRecord.RequestKind;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What breaks the service's rules is refused with the service's word, what it means and what to do; it leaves once. */
final class RuleBreakingTest {
    private static final InstrumentId GOLD = InstrumentId.of("GOLD");

    private final CapitalSimulator venue = CapitalSimulator.builder()
            .market(MarketSpec.gold())
            .limits(Limits.none())
            .start();
    private final Credentials key = venue.credentials();
    private final CapitalCom capital = connect(new CapitalCredentials(key.apiKey(), key.identifier(), key.password()));

    RuleBreakingTest() {
        venue.quote(GOLD.value(), new BigDecimal("3500.20"), new BigDecimal("3500.70"));
    }

    @AfterEach
    void close() {
        capital.close();
        venue.close();
    }

    private CapitalCom connect(CapitalCredentials credentials) {
        return CapitalCom.connect(CapitalSettings.at(venue.url(), credentials)
                .withLimits(new RateLimits(1_000, 1, Duration.ZERO, Duration.ZERO))
                .withTime(new VirtualTime()));
    }

    @ParameterizedTest(name = "wrong {0}")
    @CsvSource({
        "key, error.invalid.api.key, make a new one",
        "identifier, error.invalid.details, not that of the account",
        "password, error.invalid.details, not that of the account"
    })
    void wrongCredentialsAreTriedOnce(String what, String code, String todo) {
        CapitalCredentials wrong = new CapitalCredentials(
                what.equals("key") ? "no-such-key" : key.apiKey(),
                what.equals("identifier") ? "nobody@example.org" : key.identifier(),
                what.equals("password") ? "not-the-password" : key.password());
        try (CapitalCom other = connect(wrong)) {
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(other::accounts).isInstanceOfSatisfying(CapitalException.class, failed -> {
                    assertThat(failed.code()).isEqualTo(CapitalError.WRONG_CREDENTIALS);
                    assertThat(failed.venueCode()).isEqualTo(code);
                    assertThat(failed).hasMessageContaining(code).hasMessageContaining(todo);
                });
                assertThat(other.api().open(position("1", Protection.NONE), SendPermit.ALWAYS))
                        .isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
                            assertThat(refused.code()).isEqualTo(code);
                            assertThat(refused.message()).contains("Nothing was sent.");
                        });
            }
        }
        assertThat(venue.record().traffic(RequestKind.LOGIN).count())
                .as("log-ins, of which a few too many lock the key")
                .isLessThanOrEqualTo(1);
        assertNothingArrived();
    }

    @ParameterizedTest
    @ValueSource(strings = {"qx7\n", " qx7", "qéx7", "qx7\u0000"})
    void aKeyThatWasCopiedBadlyIsToldWithoutShowingIt(String bad) {
        assertThatThrownBy(() -> new CapitalCredentials(bad, "trader@example.org", "password"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("copy it anew")
                .hasMessageNotContaining("x7");
    }

    @Test
    void anUnknownInstrumentIsToldAndNothingIsSent() {
        InstrumentId none = InstrumentId.of("XAUUSD");
        assertThatThrownBy(() -> capital.marketData().instrument(none))
                .isInstanceOfSatisfying(CapitalException.class, failed -> {
                    assertThat(failed.code()).isEqualTo(CapitalError.UNKNOWN_INSTRUMENT);
                    assertThat(failed.venueCode()).isEqualTo("error.not-found.epic");
                    assertThat(failed.retry().repeatable()).isFalse();
                    assertThat(failed).hasMessageContaining("search for them");
                });
        assertThat(refusal(OrderRequest.market(ClientOrderId.of("a"), none, OrderSide.BUY, BigDecimal.ONE))
                        .code())
                .isEqualTo(CapitalError.UNKNOWN_INSTRUMENT.name());
        assertNothingArrived();
    }

    @ParameterizedTest(name = "size {0}")
    @CsvSource({"0.001, below the smallest", "999999, above the largest", "0.015, no multiple of"})
    void aSizeThatTheRulesForbidIsNotSent(String size, String message) {
        SubmitOutcome.Refused refused =
                refusal(OrderRequest.market(ClientOrderId.of("a"), GOLD, OrderSide.BUY, new BigDecimal(size)));
        assertThat(refused.code()).isEqualTo("BAD_ORDER");
        assertThat(refused.message()).contains(message).contains("Nothing was sent.");
        assertNothingArrived();
    }

    @ParameterizedTest(name = "size {0} past the client")
    @CsvSource({"0.001, error.invalid.size.minvalue, smallest", "999999, error.invalid.size.maxvalue, largest"})
    void aSizeThatTheServiceRefusesIsSentOnce(String size, String code, String message) {
        SubmitOutcome outcome = capital.api().open(position(size, Protection.NONE), SendPermit.ALWAYS);
        assertRefused(outcome, code, message);
    }

    @ParameterizedTest(name = "stop {0}, target {1}")
    @CsvSource({
        "3600.00, , error.invalid.stoploss.maxvalue, on the losing side",
        "100.00, , error.invalid.stoploss.minvalue, on the losing side",
        ", 3400.00, error.invalid.takeprofit.minvalue, on the winning side",
        ", 99999.00, error.invalid.takeprofit.maxvalue, on the winning side"
    })
    void protectionOnTheWrongSideIsRefusedOnce(String stop, String profit, String code, String message) {
        OrderRequest order = OrderRequest.market(ClientOrderId.of("a"), GOLD, OrderSide.BUY, BigDecimal.ONE)
                .withProtection(
                        stop == null ? null : new BigDecimal(stop), profit == null ? null : new BigDecimal(profit));
        SubmitOutcome outcome = capital.broker().send(new OrderAction.Submit(order), SendPermit.ALWAYS);
        assertRefused(outcome, code, message);
    }

    @Test
    void aStopOrderOnTheWrongSideOfTheMarketIsRefusedOnce() {
        NewOrder below =
                new NewOrder("GOLD", "BUY", BigDecimal.ONE, new BigDecimal("3400.00"), "STOP", null, Protection.NONE);
        SubmitOutcome outcome = capital.api().place(below, SendPermit.ALWAYS);
        assertRefused(outcome, "error.validation.stop.price", "A buy stop waits above the market");
    }

    @Test
    void aClosedMarketIsToldByTheConfirmationAndTheOrderLeftOnce() {
        var broker = capital.broker();
        venue.faults().closeMarket("GOLD");
        OrderRequest order = OrderRequest.market(ClientOrderId.of("a"), GOLD, OrderSide.BUY, BigDecimal.ONE);
        SubmitOutcome outcome = broker.send(new OrderAction.Submit(order), SendPermit.ALWAYS);

        assertThat(outcome).isInstanceOfSatisfying(SubmitOutcome.Accepted.class, accepted -> {
            Confirmation said = broker.confirm(accepted.reference()).orElseThrow();
            assertThat(said.verdict()).isEqualTo(Confirmation.Verdict.REFUSED);
            assertThat(said.code()).isEqualTo("MARKET_CLOSED");
        });
        assertThat(venue.record().traffic(RequestKind.WRITE).count()).isEqualTo(1);
        assertThat(venue.record().executions()).isEmpty();
    }

    @Test
    void whatIsNotThereCannotBeClosedAndIsAskedForOnce() {
        SubmitOutcome outcome = capital.api().close("no-such-deal", SendPermit.ALWAYS);
        assertRefused(outcome, SubmitOutcome.Refused.NOT_FOUND, "not there");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aServiceThatFailsLeavesAnOrderUnknownAndItIsNeverRepeated(boolean executed) {
        var broker = capital.broker();
        capital.marketData().instrument(GOLD);
        OrderRequest order = OrderRequest.market(ClientOrderId.of("a"), GOLD, OrderSide.BUY, BigDecimal.ONE);
        venue.faults().nextWrite(Fault.badGateway(executed)).nextWrite(Fault.serverError(executed));
        for (int sent = 1; sent <= 2; sent++) {
            assertThat(broker.send(new OrderAction.Submit(order), SendPermit.ALWAYS))
                    .isInstanceOf(SubmitOutcome.Unknown.class);
            assertThat(venue.record().traffic(RequestKind.WRITE).count()).isEqualTo(sent);
        }
        assertThat(venue.record().executions()).hasSize(executed ? 2 : 0);
    }

    private SubmitOutcome.Refused refusal(OrderRequest order) {
        SubmitOutcome outcome = capital.broker().send(new OrderAction.Submit(order), SendPermit.ALWAYS);
        assertThat(outcome).isInstanceOf(SubmitOutcome.Refused.class);
        return (SubmitOutcome.Refused) outcome;
    }

    private void assertRefused(SubmitOutcome outcome, String code, String message) {
        assertThat(outcome).isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.message()).contains(message);
        });
        assertThat(venue.record().traffic(RequestKind.WRITE).count()).isEqualTo(1);
        assertThat(venue.record().executions()).isEmpty();
    }

    private void assertNothingArrived() {
        assertThat(venue.record().traffic(RequestKind.WRITE).count())
                .as("orders that left")
                .isZero();
    }

    private static NewPosition position(String size, Protection protection) {
        return new NewPosition("GOLD", "BUY", new BigDecimal(size), protection);
    }
}

package io.tradetracker.api.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.order.TimeInForce;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DecisionTest {
    @Test
    void holdsWithOneObject() {
        assertThat(Decision.hold()).isSameAs(Decision.hold());
        assertThat(Decision.hold().isHold()).isTrue();
        assertThat(Decision.hold().reason("nothing to do").isHold()).isTrue();
    }

    @Test
    void entersAtMarketWithTheSizeOfTheRun() {
        assertThat(Decision.enter(OrderSide.BUY).intents())
                .singleElement(type(Intent.Enter.class))
                .isEqualTo(new Intent.Enter(
                        null, OrderSide.BUY, EntryMode.ENTER, null, OrderTerms.MARKET, Protection.NONE, "", ""));
    }

    @Test
    void setsEachPartOfAnEntryAndKeepsTheRest() {
        Decision decision = Decision.reverse(OrderSide.SELL)
                .atStop(99)
                .riskPercent(1)
                .stopLoss(105)
                .takeProfit(90)
                .trailing(5)
                .timeInForce(TimeInForce.NEXT_CANDLE)
                .tag("first");

        assertThat(decision.intents())
                .containsExactly(new Intent.Enter(
                        null,
                        OrderSide.SELL,
                        EntryMode.REVERSE,
                        PositionSize.riskPercent(1),
                        new OrderTerms(OrderType.STOP, Double.NaN, 99, TimeInForce.NEXT_CANDLE, null),
                        new Protection(105, 90, Trailing.by(5)),
                        "first",
                        ""));
    }

    @Test
    void namesAnotherInstrumentAPartAndAMoment() {
        Instant noon = Instant.parse("2024-01-01T12:00:00Z");

        assertThat(Decision.order(OrderSide.BUY)
                        .on(InstrumentId.of("ETH"))
                        .atStopLimit(10, 11)
                        .goodTill(noon)
                        .intents())
                .containsExactly(new Intent.Enter(
                        InstrumentId.of("ETH"),
                        OrderSide.BUY,
                        EntryMode.NET,
                        null,
                        new OrderTerms(OrderType.STOP_LIMIT, 11, 10, TimeInForce.GTD, noon),
                        Protection.NONE,
                        "",
                        ""));
        assertThat(Decision.exit()
                        .part("first")
                        .percent(50)
                        .atLimit(7)
                        .tag("half")
                        .intents())
                .containsExactly(new Intent.Exit(
                        null,
                        "first",
                        Double.NaN,
                        50,
                        new OrderTerms(OrderType.LIMIT, 7, Double.NaN, TimeInForce.GTC, null),
                        "half",
                        ""));
        assertThat(Decision.order(OrderSide.SELL).quantity(2).reduceOnly().intents())
                .singleElement(type(Intent.Enter.class))
                .returns(EntryMode.REDUCE, Intent.Enter::mode);
    }

    @Test
    void amendsOnlyWhatIsSet() {
        assertThat(Decision.amend().stopLoss(5).intents())
                .containsExactly(new Intent.Amend(null, "", Protection.NONE.withStopLoss(5), false));
        assertThat(Decision.unprotect().part("a").trailingPercent(2).intents())
                .containsExactly(
                        new Intent.Amend(null, "a", Protection.NONE.withTrailing(Trailing.byPercent(2)), true));
    }

    @Test
    void wantsWhatBothWant() {
        Decision both = Decision.exit()
                .reason("late")
                .and(Decision.ask(Question.of("q", "ai.decide", Map.of())).reason("unsure"));

        assertThat(both.intents()).containsExactly(Intent.Exit.all());
        assertThat(both.questions()).hasSize(1);
        assertThat(both.reason()).isEqualTo("late; unsure");
    }

    @Test
    void putsBothEntriesIntoOneGroup() {
        Decision either = Decision.oneCancelsOther(
                Decision.enter(OrderSide.BUY).atStop(110),
                Decision.enter(OrderSide.SELL).atStop(90));

        assertThat(either.intents())
                .hasSize(2)
                .allSatisfy(
                        intent -> assertThat(((Intent.Enter) intent).group()).isEqualTo("oco"));
        assertThat(either.and(either).intents().stream().map(intent -> ((Intent.Enter) intent).group()))
                .containsExactly("oco", "oco", "oco+", "oco+");
    }

    @Test
    void refusesOneCancelsOtherOfAnythingButOrders() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decision.oneCancelsOther(Decision.enter(OrderSide.BUY), Decision.amend()))
                .withMessageContaining("one entry or exit");
    }

    @Test
    void refusesWhatDoesNotBelongToItsIntent() {
        assertThatIllegalStateException().isThrownBy(() -> Decision.hold().quantity(1));
        assertThatIllegalStateException().isThrownBy(() -> Decision.exit().stopLoss(1));
        assertThatIllegalStateException().isThrownBy(() -> Decision.exit().riskPercent(1));
        assertThatIllegalStateException()
                .isThrownBy(() -> Decision.enter(OrderSide.BUY).percent(50));
        assertThatIllegalStateException()
                .isThrownBy(() -> Decision.enter(OrderSide.BUY).part("x"));
        assertThatIllegalStateException().isThrownBy(() -> Decision.amend().tag("x"));
        assertThatIllegalStateException().isThrownBy(() -> Decision.cancelAll().takeProfit(1));
        assertThatIllegalStateException()
                .isThrownBy(() -> Decision.amend().atLimit(1))
                .withMessageContaining("entry");
    }

    @Test
    void refusesToGuessWhichOfSeveralIsRefined() {
        Decision either = Decision.oneCancelsOther(
                Decision.enter(OrderSide.BUY).atStop(110),
                Decision.enter(OrderSide.SELL).atStop(90));

        assertThatIllegalStateException()
                .isThrownBy(() -> either.stopLoss(100))
                .withMessage("which of 2 is meant? Refine each before you join them");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a,b", "x\ny", "0123456789012345678901234567890123456789012345678901234567890123456789"})
    void refusesATagThatCannotBeAName(String tag) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decision.exit().tag(tag))
                .withMessageContaining("1 to 64");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesAPriceThatWouldLeaveThePositionUnprotected(double price) {
        Decision entry = Decision.enter(OrderSide.BUY);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry.stopLoss(price))
                .withMessage("stop loss " + price + " must be finite; leave it out for none");
        assertThatIllegalArgumentException().isThrownBy(() -> entry.takeProfit(price));
        assertThatIllegalArgumentException().isThrownBy(() -> entry.trailing(price));
        assertThatIllegalArgumentException().isThrownBy(() -> entry.atLimit(price));
        assertThatIllegalArgumentException().isThrownBy(() -> entry.atStop(price));
    }

    @Test
    void refusesATrailingDistanceThatIsNoDistance() {
        assertThatIllegalArgumentException().isThrownBy(() -> Decision.amend().trailing(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Decision.amend().trailing(-1));
    }

    @Test
    void plotsInTheOrderOfTheAuthor() {
        Decision decision = Decision.hold();
        for (int i = 50; i > 0; i--) {
            decision = decision.plot("line " + i, i);
        }

        assertThat(new ArrayList<>(decision.plots().values()))
                .hasSize(50)
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(decision.and(Decision.hold().plot("last", 0)).plots().keySet())
                .endsWith("line 1", "last");
    }

    @Test
    void plotsTheLastNumberOfANameInItsFirstPlace() {
        Decision decision = Decision.exit();
        for (int i = 0; i < 20_000; i++) {
            decision = decision.plot("a", i).plot("b", -i);
        }

        assertThat(decision.plots()).hasToString("{a=19999.0, b=-19999.0}");
        assertThat(Decision.exit().plot("b", 1).and(decision).plots()).hasToString("{b=-19999.0, a=19999.0}");
    }

    @Test
    void cutsALongReasonBetweenTwoCharacters() {
        String reason = Decision.exit().reason("x".repeat(499) + "📈📈").reason();

        assertThat(reason).hasSizeLessThanOrEqualTo(500).startsWith("xxx");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(reason)).isTrue();
    }

    @Test
    void neverChanges() {
        Decision entry = Decision.enter(OrderSide.BUY);
        entry.quantity(5).reason("why").plot("a", 1);

        assertThat(entry).isEqualTo(Decision.enter(OrderSide.BUY));
    }

    @Test
    void refusesAFailureThatDoesNotSayWhy() {
        assertThatIllegalArgumentException().isThrownBy(() -> Answer.failed("q", Instant.EPOCH, " "));
        assertThat(Answer.failed("q", Instant.EPOCH, "too slow").isFailed()).isTrue();
    }

    @Test
    void refusesMoreTextThanARecordCanKeep() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Question.of("q", "any", Map.of("text", "x".repeat(200_000))))
                .withMessageContaining("must not be longer than 200000");
    }
}

package io.tradetracker.core.bot;

import static io.tradetracker.api.order.OrderSide.BUY;
import static io.tradetracker.api.order.OrderSide.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.order.Fill;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.Position;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.gateway.GatewayFact;
import io.tradetracker.core.risk.HaltMode;
import io.tradetracker.testkit.broker.Faults;
import io.tradetracker.testkit.broker.SendFault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a strategy wants becomes orders at the broker, and it hears what became of them. */
final class LiveBotTest {
    private LiveRig rig = new LiveRig(100, 100, 100, 104, 106, 105, 100, 100, 100, 100);

    @AfterEach
    void close() {
        rig.close();
    }

    private void start(Map<Integer, Decision> decisions) {
        rig.open(Script.of(decisions)).start();
    }

    @Test
    void entersAtTheBrokerAndHearsOfItsFill() {
        start(Map.of(
                1, Decision.enter(BUY).quantity(2).stopLoss(95).takeProfit(120).tag("in")));

        rig.play(2);

        assertThat(rig.fills()).singleElement().satisfies(fill -> {
            assertThat(fill.clientOrderId().value()).isEqualTo("live-1-v1-order-1");
            assertThat(fill.reason()).isEqualTo(FillReason.ENTRY);
            assertThat(fill.quantity()).isEqualByComparingTo("2");
            assertThat(fill.price()).isEqualByComparingTo("100");
        });
        Position held = rig.venue.positions().getFirst();
        assertThat(held.stopLoss()).isEqualByComparingTo("95");
        assertThat(held.takeProfit()).isEqualByComparingTo("120");
        BotSnapshot snapshot = rig.bot().snapshot();
        assertThat(snapshot.quantity()).isEqualTo(2);
        assertThat(snapshot.stopLoss()).isEqualTo(95);
        assertThat(snapshot.equity()).isEqualTo(100_000);
        assertThat(heard()).containsExactly("filled ENTRY of in, now 2.0");
    }

    @Test
    void hearsOfAStopThatTheVenueFilled() {
        start(Map.of(1, Decision.enter(BUY).stopLoss(95).tag("in")));
        rig.play(2);

        rig.quote(94);
        rig.agree();

        assertThat(reasons()).containsExactly(FillReason.ENTRY, FillReason.STOP_LOSS);
        assertThat(rig.fills().getLast().price()).isEqualByComparingTo("94");
        assertThat(rig.bot().snapshot().quantity()).isZero();
        assertThat(heard()).endsWith("filled STOP_LOSS of in, now 0.0");
    }

    @Test
    void closesAPartAndThenTheRest() {
        start(Map.of(
                1,
                Decision.enter(BUY).quantity(3),
                2,
                Decision.exit().quantity(1).tag("some"),
                3,
                Decision.exit()));

        rig.play(5);

        assertThat(rig.fills())
                .extracting(fill -> fill.side() + " " + fill.quantity().toPlainString())
                .containsExactly("BUY 3", "SELL 1", "SELL 2");
        assertThat(reasons()).containsExactly(FillReason.ENTRY, FillReason.EXIT, FillReason.EXIT);
        assertThat(rig.venue.positions()).isEmpty();
    }

    @Test
    void closesAPartWithAnOrderThatOnlyReducesWhereNoPartCanBeClosed() {
        rig.close();
        rig = new LiveRig(
                Set.of(BrokerCapability.WORKING_ORDERS, BrokerCapability.BRACKETS, BrokerCapability.REDUCE_ONLY),
                Faults.NONE,
                1,
                100,
                100,
                100,
                100,
                100);
        start(Map.of(1, Decision.enter(SELL).quantity(3), 2, Decision.exit().quantity(1)));

        rig.play(4);

        assertThat(rig.venue.positions())
                .singleElement()
                .satisfies(held -> assertThat(held.quantity()).isEqualByComparingTo("2"));
        assertThat(reasons()).containsExactly(FillReason.ENTRY, FillReason.EXIT);
    }

    @Test
    void refusesWhatTheBrokerCannotDo() {
        rig.close();
        rig = new LiveRig(Set.of(), Faults.NONE, 1, 100, 100, 100, 100, 100, 100);
        start(Map.of(
                1,
                Decision.enter(BUY).stopLoss(95).tag("protected"),
                2,
                Decision.enter(BUY).atLimit(95).tag("waits"),
                3,
                Decision.enter(BUY).quantity(2).tag("plain"),
                4,
                Decision.exit().quantity(1).tag("part")));

        rig.play(5);

        assertThat(rig.rejections())
                .extracting(each -> each.tag() + " " + each.code())
                .containsExactly("protected NOT_SUPPORTED_LIVE", "waits NOT_SUPPORTED_LIVE", "part NOT_SUPPORTED_LIVE");
        assertThat(rig.held()).isEqualByComparingTo("2");
    }

    @Test
    void changesTheProtectionOfItsPosition() {
        start(Map.of(
                1,
                Decision.enter(BUY).stopLoss(95),
                2,
                Decision.amend().stopLoss(97).takeProfit(130)));

        rig.play(4);

        assertThat(rig.venue.positions().getFirst().stopLoss()).isEqualByComparingTo("97");
        assertThat(rig.venue.positions().getFirst().takeProfit()).isEqualByComparingTo("130");
        assertThat(rig.bot().snapshot().stopLoss()).isEqualTo(97);
    }

    @Test
    void movesAStopThatFollowsAtEachClose() {
        start(Map.of(1, Decision.enter(BUY).trailing(5)));

        rig.play(5);

        assertThat(rig.venue.positions().getFirst().stopLoss()).isEqualByComparingTo("101");
        rig.quote(100.5);
        rig.agree();
        assertThat(reasons()).containsExactly(FillReason.ENTRY, FillReason.TRAILING_STOP);
    }

    @Test
    void takesAWaitingOrderBack() {
        start(Map.of(1, Decision.enter(BUY).atLimit(90).tag("patient"), 3, Decision.cancel("patient")));
        rig.play(2);
        LiveRig.await("the order waits", () -> rig.venue.orders().size() == 1);
        LiveRig.await("the bot knows", () -> kindsOfFacts().contains("OrderPlaced"));

        rig.play(2);

        LiveRig.await("the order is gone", () -> rig.venue.orders().isEmpty());
        assertThat(rig.fills()).isEmpty();
    }

    @Test
    void fillsAWaitingOrderWhenItsPriceComes() {
        start(Map.of(1, Decision.enter(BUY).atLimit(98).stopLoss(90).tag("patient")));
        rig.play(2);

        rig.quote(97);
        rig.agree();

        assertThat(reasons()).containsExactly(FillReason.ENTRY);
        assertThat(heard()).containsExactly("filled ENTRY of patient, now 1.0");
        assertThat(rig.bot().snapshot().stopLoss()).isEqualTo(90);
    }

    @Test
    void oneOfAPairCancelsTheOther() {
        start(Map.of(
                1,
                Decision.oneCancelsOther(
                        Decision.enter(BUY).atLimit(95).tag("low"),
                        Decision.enter(SELL).atLimit(115).tag("high"))));
        rig.play(2);
        LiveRig.await("both wait", () -> rig.venue.orders().size() == 2);

        rig.quote(94);
        rig.agree();

        LiveRig.await("the other is gone", () -> rig.venue.orders().isEmpty());
        assertThat(rig.held()).isEqualByComparingTo("1");
    }

    @Test
    void turnsAPositionAround() {
        start(Map.of(
                1, Decision.enter(BUY).quantity(2), 2, Decision.reverse(SELL).quantity(1)));

        rig.play(4);

        assertThat(rig.fills())
                .extracting(fill -> fill.side() + " " + fill.quantity().toPlainString())
                .containsExactlyInAnyOrder("BUY 2", "SELL 2", "SELL 1");
        assertThat(rig.held()).isEqualByComparingTo("-1");
    }

    @Test
    void hearsWhatTheVenueAndTheGatewayRefuse() {
        start(Map.of(
                1,
                Decision.enter(BUY).atStop(99).tag("passed"),
                3,
                Decision.enter(BUY).tag("killed")));
        rig.play(2);
        rig.gateway().kill("Ada: enough", HaltMode.BLOCK);

        rig.play(2);

        LiveRig.await("it hears", () -> heard().size() == 2);
        assertThat(heard())
                .containsExactly("refused passed: STOP_PRICE_ALREADY_REACHED", "refused killed: KILL_SWITCH");
        assertThat(rig.fills()).isEmpty();
    }

    @Test
    void hearsWhatAPersonCloses() {
        start(Map.of(1, Decision.enter(BUY).tag("in")));
        rig.play(2);

        rig.venue.outside(OrderAction.Close.all(rig.venue.positions().getFirst().id()));
        rig.agree();

        assertThat(reasons()).containsExactly(FillReason.ENTRY, FillReason.EXTERNAL);
        assertThat(rig.bot().snapshot().quantity()).isZero();
    }

    @Test
    void aKillSwitchClosesAtTheBrokerAlsoWhenTheBotIsStopped() {
        start(Map.of(1, Decision.enter(BUY).tag("in"), 2, Decision.enter(BUY).atLimit(50)));
        rig.play(3);
        rig.bot().stop();
        LiveRig.await("the order is taken back", () -> rig.venue.orders().isEmpty());

        rig.bot().kill("Ada: enough", HaltMode.CLOSE);
        rig.agree();

        assertThat(rig.venue.positions()).isEmpty();
        assertThat(reasons()).containsExactly(FillReason.ENTRY, FillReason.HALT);
        assertThat(rig.bot().snapshot().state()).isEqualTo(BotState.STOPPED);
    }

    @Test
    void entersOnceWhileAnAnswerIsLate() {
        StrategyFactory eager = context ->
                view -> view.position().isFlat() ? Decision.enter(BUY).quantity(1) : Decision.hold();
        rig.open(eager).start();
        rig.broker.script(SendFault.ANSWER_LOST);

        rig.playOne();
        rig.playOne();
        rig.playOne();
        rig.agree();

        assertThat(rig.held()).isEqualByComparingTo("1");
        assertThat(rig.rejections()).extracting(each -> each.code()).containsOnly("ALREADY_IN_POSITION");
    }

    @Test
    void sizesByTheMoneyOfTheBroker() {
        rig.settings(settings -> settings.withSize(PositionSize.percentOfEquity(10)));
        start(Map.of(1, Decision.enter(BUY)));

        rig.play(2);

        assertThat(rig.held()).isEqualByComparingTo("100");
        assertThat(rig.fills().getFirst().clientOrderId().value()).isEqualTo("live-1-v2-order-1");
    }

    private List<FillReason> reasons() {
        return rig.fills().stream().map(Fill::reason).toList();
    }

    private List<String> heard() {
        return rig.entries().stream()
                .flatMap(entry -> entry.decisions().stream())
                .filter(decision -> !decision.trigger().equals("candle"))
                .map(decision -> decision.decision().reason())
                .toList();
    }

    private List<String> kindsOfFacts() {
        return rig.entries().stream()
                .map(JournalEntry::input)
                .filter(BotInput.Told.class::isInstance)
                .flatMap(told -> ((BotInput.Told) told).facts().stream())
                .filter(GatewayFact.Seen.class::isInstance)
                .map(seen -> ((GatewayFact.Seen) seen).event().getClass().getSimpleName())
                .toList();
    }
}

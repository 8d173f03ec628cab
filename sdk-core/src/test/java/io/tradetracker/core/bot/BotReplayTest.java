package io.tradetracker.core.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Answer;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.risk.HaltMode;
import io.tradetracker.testkit.Markets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What live bots have on record comes out of the backtest as well. */
final class BotReplayTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void anySessionReplaysToEqualOrders(long seed) {
        Random random = new Random(seed);
        List<CandleSeries> markets = seed % 3 == 0
                ? List.of(Markets.seeded(seed).gappy(150))
                : SeveralInstrumentsTest.three(seed, 120).subList(0, (int) (seed % 3) + 1);
        try (LiveSession session = new LiveSession(markets)) {
            interruptedSession(session, random);
            session.end(); // so that no late answer goes on record after it was read for the replay

            ReplayResult replay = replay(session, Restless::asks);

            assertThat(replay.statement()).as("seed %d", seed).endsWith("are equal to the record.");
            assertThat(replay.isEqual()).isTrue();
            assertThat(replay.result().fills()).hasSizeGreaterThan(5);
            assertThat(replay.result().decisions()).isEqualTo(session.decisions());
            assertThat(replay.result().candles()).hasSize(markets.size());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aSessionWithoutInterruptionsMakesTheFillsOfAPlainBacktest(long seed) {
        List<CandleSeries> markets = SeveralInstrumentsTest.three(seed, 100).subList(0, (int) (seed % 3) + 1);
        try (LiveSession session = new LiveSession(markets)) {
            session.begin();
            session.open(Restless::trades).start();
            session.playTo(400);
            session.settled();

            ReplayResult replay = replay(session, Restless::trades);
            var plain = session.backtest(Restless::trades);

            assertThat(replay.isEqual())
                    .as("seed %d: %s", seed, replay.statement())
                    .isTrue();
            assertThat(replay.result().fills())
                    .as("seed %d", seed)
                    .isEqualTo(plain.fills())
                    .isNotEmpty();
            assertThat(replay.result().report().toString())
                    .isEqualTo(plain.report().toString());
        }
    }

    @Test
    void namesTheFirstDifference() {
        try (LiveSession session = new LiveSession(List.of(Markets.seeded(3).randomWalk(20)))) {
            session.begin();
            session.open(context -> view -> Decision.enter(OrderSide.BUY).reason("as it was"))
                    .start();
            session.playTo(10);
            session.settled();

            ReplayResult.Difference first = replay(
                            session,
                            context -> view -> view.candles().size() < 4
                                    ? Decision.enter(OrderSide.BUY).reason("as it was")
                                    : Decision.hold())
                    .difference();

            assertThat(first).isNotNull();
            assertThat(first.what()).isEqualTo("decision");
            assertThat(first.number()).isEqualTo(4);
            assertThat(first.time()).isEqualTo(session.minute(4));
            assertThat(first.replayed()).isEqualTo("nothing");
            assertThat(first.statement()).contains("decision 4 (", "as it was", "but nothing came out");
        }
    }

    @Test
    void needsACandleOnRecord() {
        try (LiveSession session = new LiveSession(List.of(Markets.seeded(3).randomWalk(20)))) {
            session.begin();

            assertThatThrownBy(() -> replay(session, Restless::trades))
                    .hasMessageContaining("has no candle on record yet");
        }
    }

    private static ReplayResult replay(LiveSession session, StrategyFactory strategy) {
        return TradeTracker.create()
                .replay(session.configuration)
                .journal(session.journal)
                .strategy(strategy)
                .run();
    }

    /** Plays with stops, restarts, kills, gaps, missed candles, bad feeds and slow answers, as drawn. */
    static void interruptedSession(LiveSession session, Random random) {
        session.warmUp = random.nextInt(8);
        session.heard = new HostileFeed(session.feed, new HostileFeed.Faults(10, 5, 2, 3), random.nextLong());
        session.answers = (question, at) -> {
            if (question.id().endsWith("3")) {
                throw new IllegalStateException("no network");
            }
            return Answer.of(question.id(), at, Map.of("say", "buy"));
        };
        session.begin();
        session.skipTo(random.nextInt(12));
        Bot bot = session.open(Restless::asks);
        bot.start();
        for (int minute = 15; minute < 160; minute += 1 + random.nextInt(12)) {
            session.playTo(minute);
            session.printUntil(session.minute(minute).plusSeconds(random.nextInt(60)));
            session.settled();
            bot.resume("enough");
            switch (random.nextInt(5)) {
                case 0 -> {
                    bot.stop();
                    session.skipTo(minute + random.nextInt(5));
                    bot.start();
                }
                case 1 -> bot = session.open(Restless::asks);
                case 2 ->
                    session.feed.gap(session.markets.getFirst().instrument().id());
                case 3 -> bot.kill("too much", HaltMode.values()[random.nextInt(2)]);
                default -> {}
            }
        }
        assertThat(session.settled().state()).as(bot.snapshot().reason()).isEqualTo(BotState.RUNNING);
    }
}

package io.tradetracker.core.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.Fill;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.FillView;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyView;
import io.tradetracker.core.gateway.GatewayFact;
import io.tradetracker.core.gateway.Mortal;
import io.tradetracker.testkit.broker.Faults;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Bots whose process dies at random steps, with a broker that does everything wrong. In the end what the bot believes
 * is what the venue has, and nothing was lost or asked for twice.
 */
final class LiveUnderFireTest {
    private static final int GAMES = Integer.getInteger("games", 1);
    private static final int LIVES = 4;
    private static final int CANDLES = 12;

    @Test
    void believesWhatTheVenueHasWithoutFaults() throws Exception {
        assertThat(play(1, 4 * GAMES, Faults.NONE)).isPositive();
    }

    @Test
    void believesWhatTheVenueHasAfterEverythingWentWrong() throws Exception {
        assertThat(play(100, 6 * GAMES, Faults.all(Duration.ofMillis(120)))).isPositive();
    }

    /** {@return how many trades there were} */
    private static int play(long firstSeed, int seeds, Faults faults) throws Exception {
        List<Callable<Integer>> games = LongStream.range(firstSeed, firstSeed + seeds)
                .<Callable<Integer>>mapToObj(seed -> () -> {
                    try (Game game = new Game(seed, faults)) {
                        return game.play();
                    } catch (RuntimeException | AssertionError failed) {
                        throw new AssertionError("seed " + seed + ": " + failed.getMessage(), failed);
                    }
                })
                .toList();
        int trades = 0;
        List<Throwable> problems = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> game : threads.invokeAll(games)) {
                try {
                    trades += game.get();
                } catch (ExecutionException failed) {
                    problems.add(failed.getCause());
                }
            }
        }
        System.out.println("seeds " + firstSeed + " to " + (firstSeed + seeds - 1) + ": " + trades + " trades");
        if (!problems.isEmpty()) {
            throw new AssertionError(problems.size() + " games failed; the first:", problems.getFirst());
        }
        return trades;
    }

    /** Does something at every other candle. */
    private static final class Fidgety implements Strategy {
        private final RandomGenerator random;

        private Fidgety(StrategyContext context) {
            random = context.random();
        }

        @Override
        public Decision onCandle(StrategyView view) {
            OrderSide side = random.nextBoolean() ? OrderSide.BUY : OrderSide.SELL;
            double away = side == OrderSide.BUY ? -3 : 3;
            double price = view.candles().close();
            double units = 1 + random.nextInt(4);
            return switch (random.nextInt(9)) {
                case 0, 1 -> Decision.enter(side).quantity(units);
                case 2 ->
                    Decision.enter(side).quantity(units).stopLoss(price + away).takeProfit(price - away);
                case 3 -> Decision.enter(side).quantity(units).atLimit(price + away);
                case 4 -> Decision.reverse(side).quantity(units);
                case 5 -> Decision.exit();
                case 6 -> Decision.exit().quantity(1);
                case 7 -> Decision.cancelAll();
                default -> Decision.enter(side).quantity(units).trailing(2);
            };
        }

        @Override
        public Decision onFill(FillView fill, StrategyView view) {
            double sign = fill.side().sign();
            return random.nextInt(4) == 0 ? Decision.amend().stopLoss(fill.price() - 5 * sign) : Decision.hold();
        }
    }

    /** One bot, one seed. */
    private static final class Game implements AutoCloseable {
        private final Faults faults;
        private final Random random;
        private final LiveRig rig;

        Game(long seed, Faults faults) {
            this.faults = faults;
            random = new Random(seed);
            double[] prices = new double[LIVES * CANDLES + 20];
            double price = 100;
            for (int i = 0; i < prices.length; i++) {
                price += random.nextInt(7) - 3;
                prices[i] = price;
            }
            rig = new LiveRig(LiveRig.ALL, Faults.NONE, seed, prices);
        }

        int play() {
            rig.journal.saveState(LiveRig.ID, BotState.RUNNING, "");
            for (int life = 0; life < LIVES; life++) {
                live();
            }
            lastLife();
            checkRequests();
            return rig.trades().size();
        }

        private void live() {
            rig.broker.become(faults);
            Mortal mortal = new Mortal(rig.broker, rig.orders);
            rig.journal.process = mortal;
            assertThat(rig.openGateway(mortal, mortal).awaitTrading(LiveRig.LONG))
                    .isTrue();
            rig.openBot(Fidgety::new);
            mortal.dieAfter(10 + random.nextInt(90));
            for (int i = 0; i < CANDLES && !mortal.isDead(); i++) {
                rig.playOne();
                if (random.nextInt(3) > 0) {
                    LiveRig.await(
                            "all is settled",
                            () -> mortal.isDead()
                                    || rig.gateway().snapshot().unsettled().isEmpty());
                }
            }
            mortal.dieAfter(0);
            rig.closeBot();
            rig.closeGateway();
        }

        /** Nothing goes wrong any more: what was left open is found out. */
        private void lastLife() {
            rig.journal.process = null;
            rig.broker.become(Faults.NONE);
            rig.open(Fidgety::new);
            rig.broker.doLate();
            rig.bot().stop();
            LiveRig.await("nothing waits", () -> {
                rig.bot().settle();
                return rig.agrees() && rig.venue.orders().isEmpty();
            });
            assertThat(rig.bot().snapshot().state()).isEqualTo(BotState.STOPPED);
            BigDecimal filled = rig.fills().stream().map(Game::signed).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(filled).as("fills add up").isEqualByComparingTo(rig.held());
        }

        private static BigDecimal signed(Fill fill) {
            return fill.side() == OrderSide.BUY
                    ? fill.quantity()
                    : fill.quantity().negate();
        }

        /** What the bot asked for is on the gateway's record, and arrived at the venue once at most. */
        private void checkRequests() {
            Map<ClientOrderId, Integer> arrived = new HashMap<>();
            rig.venue.arrived().forEach(each -> {
                if (each.action() instanceof OrderAction.Submit(OrderRequest request)) {
                    arrived.merge(request.clientOrderId(), 1, Integer::sum);
                }
            });
            assertThat(arrived.values()).as("arrived once").allMatch(times -> times == 1);
            rig.orders.read(LiveRig.ACCOUNT, 0, (sequence, fact) -> {
                if (fact instanceof GatewayFact.Intended intended) {
                    arrived.remove(intended.intent().id());
                }
            });
            assertThat(arrived).as("on record before it was asked for").isEmpty();
        }

        @Override
        public void close() {
            rig.close();
        }
    }
}

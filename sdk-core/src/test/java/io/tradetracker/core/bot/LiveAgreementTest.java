package io.tradetracker.core.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.order.Fill;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyView;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.testkit.broker.Faults;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same strategy trades the same on the simulated account and through the gateway. */
final class LiveAgreementTest {
    private static final int CANDLES = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void tradesTheSameInEachCandle(long seed) {
        double[] prices = prices(seed);
        List<String> simulated;
        try (LiveRig rig = new LiveRig(LiveRig.ALL, Faults.NONE, seed, prices)) {
            simulated = onTheSimulatedAccount(rig, prices);
        }
        List<String> live;
        try (LiveRig rig = new LiveRig(LiveRig.ALL, Faults.NONE, seed, prices)) {
            rig.open(Various::new).start();
            rig.play(CANDLES);
            live = trades(rig.entries());
        }

        assertThat(simulated).as("seed %d", seed).hasSizeGreaterThan(10);
        assertThat(live).as("seed %d", seed).isEqualTo(simulated);
    }

    private static double[] prices(long seed) {
        double[] prices = new double[CANDLES];
        Random random = new Random(seed);
        double price = 100;
        for (int i = 0; i < CANDLES; i++) {
            price += random.nextInt(5) - 2;
            prices[i] = price;
        }
        return prices;
    }

    private static List<String> onTheSimulatedAccount(LiveRig rig, double[] prices) {
        try (Bot bot = TradeTracker.create()
                .bot(rig.stored())
                .strategy(Various::new)
                .feed(rig.feed, rig.feed)
                .journal(rig.journal)
                .open()) {
            bot.start();
            for (int i = 0; i < prices.length; i++) {
                rig.feed.print(LiveRig.at(i), prices[i], 1);
                rig.feed.passTo(LiveRig.at(i + 1).minusMillis(1));
            }
            rig.feed.passTo(LiveRig.at(prices.length));
            bot.settle();
            return trades(rig.entries());
        }
    }

    /** {@return what was bought and sold in each candle, however many fills that took} */
    private static List<String> trades(List<JournalEntry> entries) {
        List<String> trades = new ArrayList<>();
        int candle = 0;
        BigDecimal bought = BigDecimal.ZERO;
        BigDecimal sold = BigDecimal.ZERO;
        for (JournalEntry entry : entries) {
            for (Fill fill : entry.fills()) {
                if (fill.side() == OrderSide.BUY) {
                    bought = bought.add(fill.quantity());
                } else {
                    sold = sold.add(fill.quantity());
                }
            }
            if (entry.input() instanceof BotInput.CandleClosed) {
                if (bought.add(sold).signum() > 0) {
                    trades.add(candle + ": +" + bought.toPlainString() + " -" + sold.toPlainString());
                }
                candle++;
                bought = BigDecimal.ZERO;
                sold = BigDecimal.ZERO;
            }
        }
        return trades;
    }

    /** Uses every kind of order that fills at a candle of one price. */
    private static final class Various implements Strategy {
        private final RandomGenerator random;
        private int patience;

        private Various(StrategyContext context) {
            random = context.random();
        }

        @Override
        public Decision onCandle(StrategyView view) {
            if (patience > 0) {
                patience = view.position().isFlat() ? patience - 1 : 0;
                return patience == 0 ? Decision.cancelAll() : Decision.hold();
            }
            OrderSide side = random.nextBoolean() ? OrderSide.BUY : OrderSide.SELL;
            double away = side == OrderSide.BUY ? -2 : 2;
            double price = view.candles().close();
            double units = 1 + random.nextInt(4);
            // the last decision would fill in a candle that is not played
            int kind = view.candles().size() < CANDLES ? random.nextInt(8) : 7;
            return switch (kind) {
                case 0, 1 -> Decision.enter(side).quantity(units);
                case 2 -> Decision.reverse(side).quantity(units);
                case 3 -> Decision.exit();
                case 4 -> Decision.exit().quantity(1);
                case 5 -> Decision.enter(side).quantity(units).stopLoss(price + 2 * away);
                case 6 ->
                    view.position().isFlat()
                            ? wait(Decision.enter(side).quantity(units).atLimit(price + away))
                            : Decision.hold();
                default -> Decision.hold();
            };
        }

        private Decision wait(Decision order) {
            patience = 4;
            return order;
        }
    }
}

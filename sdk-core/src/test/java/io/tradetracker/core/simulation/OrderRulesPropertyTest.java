package io.tradetracker.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyView;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.risk.HaltMode;
import io.tradetracker.core.risk.OrderRules;
import io.tradetracker.core.risk.RuleName;
import io.tradetracker.testkit.Markets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold for any orders on any market, found from the fills alone. */
final class OrderRulesPropertyTest {
    private static final int CANDLES = 1_500;
    private static final long HOUR = 3_600_000;
    private static final String REDUCES = "reduces";
    private static final String HALVES = "halves";
    private static final OrderRules RULES = OrderRules.NONE
            .withMaxPosition(12)
            .withMaxExposure(11.9)
            .withMaxOrdersPerHour(6)
            .withMaxDailyLoss(0.3, HaltMode.BLOCK)
            .withMaxDrawdown(0.6, HaltMode.BLOCK);

    @ParameterizedTest
    @EnumSource(PositionMode.class)
    void neverRefusesWhatOnlyClosesOrReduces(PositionMode mode) {
        Set<String> seen = new HashSet<>();
        for (long seed = 1; seed <= 40; seed++) {
            BacktestResult result = run(seed, RULES, mode);

            assertThat(result.refusedChecks())
                    .as("seed %d", seed)
                    .noneMatch(check -> check.tag().equals(REDUCES)
                            || (check.tag().equals(HALVES) && mode == PositionMode.NETTING));
            result.refusedChecks()
                    .forEach(check -> seen.add(check.refusal().rule().name()));
        }
        assertThat(seen)
                .as("rules that refused something at all")
                .contains("MAX_POSITION", "MAX_EXPOSURE", "ORDERS_PER_HOUR", "DAILY_LOSS", "DRAWDOWN");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void neverOpensMoreThanTheLimits(long seed) {
        BacktestResult result = run(seed, RULES, PositionMode.NETTING);
        FillLog fills = result.fillLog();
        double held = 0;
        double money = 10_000;
        int opened = 0;
        for (int i = 0; i < fills.size(); i++) {
            double before = held;
            held += fills.signedQuantity(i);
            money -= fills.signedQuantity(i) * fills.price(i);
            if (Math.abs(held) > Math.abs(before) || held * before < 0) {
                opened++;
                double equity = money + held * fills.price(i);
                assertThat(Math.abs(held)).as("seed %d, fill %d", seed, i).isLessThanOrEqualTo(12 + 1e-9);
                assertThat(100 * Math.abs(held) * fills.price(i) / equity)
                        .as("seed %d, fill %d", seed, i)
                        .isLessThanOrEqualTo(11.9 + 1e-9);
            }
        }
        assertThat(opened).as("seed %d", seed).isPositive();
    }

    /** Orders at the market fill at the open after they are made, so their fills tell when they were made. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void neverMakesMoreOrdersInAnHourThanAllowed(long seed) {
        OrderRules rules = OrderRules.NONE.withMaxOrdersPerHour(5);
        CandleSeries candles = Markets.seeded(seed).randomWalk(CANDLES);
        BacktestResult result = TradeTracker.create()
                .backtest()
                .candles(candles)
                .orderRules(rules)
                .rules(each -> each.withMaxEntries(10_000))
                .seed(seed)
                .strategy(context -> {
                    Random random = (Random) context.random();
                    return view -> random.nextInt(4) == 0 ? Decision.enter(OrderSide.BUY) : Decision.hold();
                })
                .run();
        Deque<Long> model = new ArrayDeque<>();
        result.fills().forEach(fill -> {
            long made = fill.time().toEpochMilli();
            model.removeIf(time -> time <= made - HOUR);
            model.addLast(made);
            assertThat(model).as("seed %d at %s", seed, fill.time()).hasSizeLessThanOrEqualTo(5);
        });
        assertThat(result.report().refusedByRule().get(RuleName.ORDERS_PER_HOUR))
                .as("seed %d", seed)
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void opensNothingAfterADrawdown(long seed) {
        for (HaltMode mode : HaltMode.values()) {
            BacktestResult result = run(seed, OrderRules.NONE.withMaxDrawdown(0.5, mode), PositionMode.NETTING);
            AccountNotice reached = result.notices().getFirst();

            assertThat(reached.code()).isEqualTo("DRAWDOWN_HALT");
            assertThat(result.fills())
                    .as("seed %d, %s", seed, mode)
                    .filteredOn(fill -> !fill.time().isBefore(reached.time()))
                    .extracting(fill -> fill.reason())
                    .doesNotContain(FillReason.ENTRY, FillReason.REVERSE);
            assertThat(result.fills().stream().anyMatch(fill -> fill.reason().equals(FillReason.HALT)))
                    .as("seed %d, %s", seed, mode)
                    .isEqualTo(mode == HaltMode.CLOSE);
        }
    }

    /** Rules that nothing reaches change nothing. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void changeNothingWhenNothingReachesThem(long seed) {
        OrderRules wide = OrderRules.NONE
                .withMaxPosition(1e9)
                .withMaxExposure(1e9)
                .withMaxOrdersPerHour(1_000_000)
                .withMaxDailyLoss(100, HaltMode.CLOSE)
                .withMaxDrawdown(100, HaltMode.CLOSE);

        BacktestResult with = run(seed, wide, PositionMode.NETTING);
        BacktestResult without = run(seed, OrderRules.NONE, PositionMode.NETTING);

        assertThat(with.fills()).as("seed %d", seed).isEqualTo(without.fills());
        assertThat(with.rejections()).isEqualTo(without.rejections());
        assertThat(with.report()).isEqualTo(without.report());
    }

    private static BacktestResult run(long seed, OrderRules rules, PositionMode mode) {
        return TradeTracker.create()
                .backtest()
                .candles(Markets.seeded(seed).randomWalk(CANDLES))
                .orderRules(rules)
                .rules(each -> each.withMaxEntries(9).withPositionMode(mode))
                .seed(seed)
                .strategy(OrderRulesPropertyTest::anyOrders)
                .run();
    }

    private static Strategy anyOrders(StrategyContext context) {
        Random random = (Random) context.random();
        return view -> random.nextInt(3) == 0 ? anything(random, view) : Decision.hold();
    }

    private static Decision anything(Random random, StrategyView view) {
        double close = view.candles().close();
        double held = view.position().quantity();
        OrderSide side = random.nextBoolean() ? OrderSide.BUY : OrderSide.SELL;
        double near = (1 + random.nextInt(40)) / 64.0;
        Decision entry = Decision.enter(side).quantity(1 + random.nextInt(14));
        return switch (random.nextInt(10)) {
            case 0 -> entry.stopLoss(close - side.sign() * near).tag("entry");
            case 1 -> entry.atLimit(close - side.sign() * near).tag("entry");
            case 2 -> Decision.reverse(side).quantity(1 + random.nextInt(14)).tag("reverse");
            case 3 -> Decision.exit().percent(1 + random.nextInt(100)).tag(REDUCES);
            case 4 -> Decision.exit().atLimit(close + near).tag(REDUCES);
            case 5 ->
                Decision.order(side)
                        .reduceOnly()
                        .quantity(1 + random.nextInt(20))
                        .tag(REDUCES);
            case 6 ->
                Decision.order(side)
                        .reduceOnly()
                        .quantity(1 + random.nextInt(20))
                        .atLimit(close - side.sign() * near)
                        .tag(REDUCES);
            case 7 -> Decision.order(side).quantity(1 + random.nextInt(14)).tag("nets");
            case 8 -> entry.tag("entry");
            default ->
                Math.abs(held) < 1
                        ? entry.tag("entry")
                        : Decision.order(held > 0 ? OrderSide.SELL : OrderSide.BUY)
                                .quantity(Math.max(1, Math.floor(Math.abs(held) / 2)))
                                .tag(HALVES);
        };
    }
}

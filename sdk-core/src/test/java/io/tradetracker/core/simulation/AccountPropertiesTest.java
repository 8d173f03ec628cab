package io.tradetracker.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.api.strategy.StrategyView;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestBuilder;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.report.RoundTrip;
import io.tradetracker.core.report.Statistic;
import io.tradetracker.testkit.Markets;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold for any sequence of orders. Each seed makes hundreds of random decisions on a random market. */
final class AccountPropertiesTest {
    private static final int CANDLES = 1_500;
    private static final Costs COSTLY = Costs.NONE
            .withSpread(0.04)
            .withCommission(Commission.parse("0.02%+0.5 min 0.7"))
            .withSlippage(Slippage.percent(0.01))
            .withFinancing(Financing.parse("8%/-3%@22:00 triple=WEDNESDAY"));

    @ParameterizedTest
    @EnumSource(CandlePath.class)
    void neverLosesOrMakesMoneyBetweenFills(CandlePath path) {
        for (long seed = 1; seed <= 40; seed++) {
            BacktestResult result = run(
                    seed,
                    builder -> builder.costs(COSTLY)
                            .rules(rules -> rules.withPath(path).withMaxEntries(4)));

            assertThat(result.report().finalEquity())
                    .as("%s, seed %d", path, seed)
                    .isCloseTo(
                            exactEquity(result), within(1e-9 * result.settings().cash()));
            assertThat(result.fills()).as("seed %d", seed).hasSizeGreaterThan(50);
        }
    }

    /** An account kept by hand from the list of fills, in exact numbers. */
    private static double exactEquity(BacktestResult result) {
        FillLog fills = result.fillLog();
        BigDecimal money = BigDecimal.valueOf(result.settings().cash());
        BigDecimal held = BigDecimal.ZERO;
        for (int i = 0; i < fills.size(); i++) {
            BigDecimal units = BigDecimal.valueOf(fills.signedQuantity(i));
            money = money.subtract(units.multiply(BigDecimal.valueOf(fills.price(i))))
                    .subtract(BigDecimal.valueOf(fills.fee(i)));
            held = held.add(units);
        }
        CandleSeries candles = result.candles().getFirst();
        return money.add(held.multiply(BigDecimal.valueOf(candles.close(candles.size() - 1))), MathContext.DECIMAL128)
                        .doubleValue()
                - result.report().get(Statistic.FINANCING);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void roundTripsAddUpToWhatTheAccountMade(boolean hedging) {
        for (long seed = 1; seed <= 40; seed++) {
            BacktestResult result = run(
                    seed,
                    builder -> builder.costs(COSTLY)
                            .closeAtEnd(true)
                            .rules(rules -> rules.withMaxEntries(3)
                                    .withPositionMode(hedging ? PositionMode.HEDGING : PositionMode.NETTING)));
            double made = result.report().finalEquity() - result.settings().cash();

            assertThat(result.roundTrips().stream()
                            .mapToDouble(RoundTrip::profit)
                            .sum())
                    .as("flat to flat, seed %d", seed)
                    .isCloseTo(made, within(1e-7));
            assertThat(result.taxLots().stream().mapToDouble(RoundTrip::profit).sum())
                    .as("tax lots, seed %d", seed)
                    .isCloseTo(made, within(1e-7));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nettingMakesWhatHedgingMakesOnceAllIsFlat(long seed) {
        double netting = run(seed, AccountPropertiesTest::ordersThatNet, builder -> builder.closeAtEnd(true))
                .report()
                .finalEquity();
        double hedging = run(
                        seed,
                        AccountPropertiesTest::ordersThatNet,
                        builder -> builder.closeAtEnd(true)
                                .rules(rules -> rules.withPositionMode(PositionMode.HEDGING)
                                        .withMaxEntries(10_000)))
                .report()
                .finalEquity();

        assertThat(hedging).isCloseTo(netting, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void splittingAnOrderChangesNothingButFees(long seed) {
        Costs perFill = Costs.NONE.withSpread(0.04).withCommission(Commission.perFill(1));
        BacktestResult whole = run(seed, context -> orders(context, 1), builder -> builder.costs(perFill));
        BacktestResult split = run(seed, context -> orders(context, 4), builder -> builder.costs(perFill));

        double fees = split.report().get(Statistic.COMMISSION) - whole.report().get(Statistic.COMMISSION);
        assertThat(fees).isGreaterThan(100);
        assertThat(split.report().finalEquity() + fees).isCloseTo(whole.report().finalEquity(), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.5, 8, 1e6})
    void scalingAllPricesScalesTheMoney(double factor) {
        for (long seed = 1; seed <= 10; seed++) {
            CandleSeries candles = Markets.seeded(seed).withTicksPerUnit(128).randomWalk(CANDLES);
            double cash = 10_000;
            double made = on(candles, context -> randomOrders(context, 1))
                            .cash(cash)
                            .run()
                            .report()
                            .finalEquity()
                    - cash;
            double scaled = on(scaled(candles, factor), context -> randomOrders(context, factor))
                            .cash(cash * factor)
                            .run()
                            .report()
                            .finalEquity()
                    - cash * factor;

            assertThat(scaled).as("seed %d", seed).isCloseTo(made * factor, within(1e-8 * cash * factor));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 1e9, 100_000_000.25, 0.1 + 0.2})
    void neverFailsOnOddPrices(double price) {
        CandleSeries.Builder candles =
                CandleSeries.builder(Instrument.of("ODD"), Markets.seeded(1).timeframe());
        for (int i = 0; i < 500; i++) {
            double close = price * (1 + (i % 7 - 3) / 100.0);
            candles.add(60_000L * i, price, Math.max(price, close), Math.min(price, close), close, i % 3);
        }

        BacktestResult result = on(candles.build(), context -> randomOrders(context, price / 100))
                .run();

        assertThat(result.report().finalEquity()).isFinite();
        assertThat(result.fills()).isNotEmpty();
    }

    private static CandleSeries scaled(CandleSeries candles, double factor) {
        CandleSeries.Builder scaled = CandleSeries.builder(candles.instrument(), candles.timeframe());
        for (int i = 0; i < candles.size(); i++) {
            scaled.add(
                    candles.timeMillis(i),
                    candles.open(i) * factor,
                    candles.high(i) * factor,
                    candles.low(i) * factor,
                    candles.close(i) * factor,
                    candles.volume(i));
        }
        return scaled.build();
    }

    private static BacktestResult run(long seed, UnaryOperator<BacktestBuilder> change) {
        return run(seed, context -> randomOrders(context, 1), change);
    }

    private static BacktestResult run(long seed, StrategyFactory strategy, UnaryOperator<BacktestBuilder> change) {
        CandleSeries candles = Markets.seeded(seed).randomWalk(CANDLES);
        return change.apply(on(candles, strategy).seed(seed)).run();
    }

    private static BacktestBuilder on(CandleSeries candles, StrategyFactory strategy) {
        return TradeTracker.create().backtest().candles(candles).strategy(strategy);
    }

    /** Any order, with any protection, as long as it makes sense at the last close. */
    private static Strategy randomOrders(StrategyContext context, double scale) {
        Random random = (Random) context.random();
        return view -> random.nextInt(6) == 0 ? anything(random, view, scale) : Decision.hold();
    }

    private static Decision anything(Random random, StrategyView view, double scale) {
        double close = view.candles().close();
        OrderSide side = random.nextBoolean() ? OrderSide.BUY : OrderSide.SELL;
        double near = scale * (1 + random.nextInt(40)) / 64;
        Decision entry =
                (random.nextBoolean() ? Decision.enter(side) : Decision.order(side)).quantity(1 + random.nextInt(5));
        return switch (random.nextInt(9)) {
            case 0 -> entry.stopLoss(close - side.sign() * near).takeProfit(close + side.sign() * 2 * near);
            case 1 -> entry.atLimit(close - side.sign() * near);
            case 2 -> entry.atStop(close + side.sign() * near).trailing(2 * near);
            case 3 -> Decision.reverse(side).trailingPercent(0.5);
            case 4 -> Decision.exit().percent(1 + random.nextInt(100));
            case 5 -> Decision.exit().atLimit(close + near).and(Decision.cancelAll());
            case 6 ->
                Decision.oneCancelsOther(
                        Decision.enter(OrderSide.BUY).atStop(close + near).stopLoss(close - near),
                        Decision.enter(OrderSide.SELL).atStop(close - near).stopLoss(close + near));
            case 7 -> entry.atStopLimit(close + side.sign() * near, close + side.sign() * 1.5 * near);
            default -> entry;
        };
    }

    private static Strategy ordersThatNet(StrategyContext context) {
        return orders(context, 1);
    }

    private static Strategy orders(StrategyContext context, int parts) {
        Random random = (Random) context.random();
        return view -> {
            if (random.nextInt(8) != 0) {
                return Decision.hold();
            }
            OrderSide side = random.nextBoolean() ? OrderSide.BUY : OrderSide.SELL;
            double units = 4 * (1 + random.nextInt(5));
            Decision decision = Decision.order(side).quantity(units / parts);
            for (int i = 1; i < parts; i++) {
                decision = decision.and(Decision.order(side).quantity(units / parts));
            }
            return decision;
        };
    }
}

package io.tradetracker.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.account.CurrencyCode;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.strategy.EntryMode;
import io.tradetracker.api.strategy.Intent;
import io.tradetracker.api.strategy.OrderTerms;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.api.strategy.Protection;
import io.tradetracker.core.risk.OrderRules;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quotes fill as candles of one price do. */
final class QuotesTest {
    private static final double SPREAD = 0.5;
    private static final AccountSettings SETTINGS = new AccountSettings(
            CurrencyCode.USD,
            100_000,
            PositionSize.units(1),
            Costs.NONE.withSpread(SPREAD),
            SimulationRules.DEFAULT.withMargin(Margin.leverage(10)),
            CurrencyRates.ONE,
            OrderRules.NONE);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void fillLikeCandlesOfOnePriceWithThatSpread(long seed) {
        SimulatedBroker candles = broker();
        SimulatedBroker quotes = broker();
        Random random = new Random(seed);
        double price = 100;
        for (int i = 0; i < 500; i++) {
            price = Math.max(20, price + (random.nextInt(17) - 8) * 0.25);
            candles.onOpen(0, i, price);
            candles.onRange(0, price, price, price);
            candles.onClose(0, price);
            candles.onMoment(i);
            quotes.onQuote(0, i, price - SPREAD / 2, price + SPREAD / 2);
            Intent intent = intent(random, price);
            candles.submit(List.of(intent), i, false);
            quotes.submit(List.of(intent), i, false);

            assertThat(quotes.equity())
                    .as("equity after %s prices, seed %s", i, seed)
                    .isEqualTo(candles.equity());
            assertThat(quotes.marginUsed()).isEqualTo(candles.marginUsed());
            assertThat(quotes.balance()).isEqualTo(candles.balance());
        }

        assertThat(quotes.fills().toFills())
                .as("fills, seed %s", seed)
                .hasSizeGreaterThan(50)
                .isEqualTo(candles.fills().toFills());
        assertThat(quotes.rejections()).isEqualTo(candles.rejections());
    }

    private static SimulatedBroker broker() {
        return SimulatedBroker.of(SETTINGS, Instrument.of("GOLD"), Timeframe.of(Duration.ofMillis(1)));
    }

    private static Intent intent(Random random, double price) {
        OrderSide side = random.nextBoolean() ? OrderSide.BUY : OrderSide.SELL;
        int sign = side.sign();
        OrderTerms terms = switch (random.nextInt(4)) {
            case 0 -> OrderTerms.MARKET.withPrices(OrderType.LIMIT, price - sign, Double.NaN);
            case 1 -> OrderTerms.MARKET.withPrices(OrderType.STOP, Double.NaN, price + sign);
            case 2 -> OrderTerms.MARKET.withPrices(OrderType.STOP_LIMIT, price + 2 * sign, price + sign);
            default -> OrderTerms.MARKET;
        };
        return Intent.Enter.of(side, EntryMode.NET)
                .withSize(PositionSize.units(1 + random.nextInt(20)))
                .withTerms(terms)
                .withProtection(Protection.NONE.withStopLoss(price - 4 * sign).withTakeProfit(price + 6 * sign));
    }
}

package io.tradetracker.core.simulation;

import static io.tradetracker.api.order.OrderSide.BUY;
import static io.tradetracker.api.order.OrderSide.SELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.tradetracker.api.account.CurrencyCode;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.InstrumentRules;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.Fill;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.report.Statistic;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CostRulesTest {
    @Test
    void aBuyerPaysHalfTheSpreadAndASellerGetsHalfLess() {
        BacktestResult result = Scene.of("10 10 10 10", "10 10 10 10", "10 10 10 10")
                .costs(Costs.NONE.withSpread(0.1))
                .at(0, Decision.enter(BUY))
                .at(1, Decision.exit())
                .run();

        assertThat(Scene.fills(result)).containsExactly("1 BUY 1@10.05 ENTRY", "2 SELL 1@9.95 EXIT");
        assertThat(result.report().get(Statistic.SPREAD)).isCloseTo(0.1, within(1e-12));
        assertThat(result.report().finalEquity()).isCloseTo(9_999.9, within(1e-9));
    }

    @Test
    void aShareIsOfTheOpenAndAnHourHasItsOwnSpread() {
        double[] hours = new double[24];
        hours[1] = 0.4;
        assertThat(Scene.of("100 100 100 100", "100 100 100 100")
                        .costs(Costs.NONE.withSpread(Spread.percent(0.2)))
                        .at(0, Decision.enter(SELL))
                        .fills())
                .containsExactly("1 SELL 1@99.9 ENTRY");
        assertThat(Scene.of("100 100 100 100", "100 100 100 100", "100 100 100 100")
                        .costs(Costs.NONE.withSpread(Spread.byHour(hours)))
                        .at(0, Decision.enter(BUY))
                        .at(1, Decision.exit())
                        .fills())
                .containsExactly("1 BUY 1@100.2 ENTRY", "2 SELL 1@100 EXIT");
    }

    @Test
    void bidAndAskCandlesGiveTheirOwnPrices() {
        Instrument instrument = Instrument.of("TEST");
        CandleSeries ask = Scene.series(
                instrument, Timeframe.H1, "10.2 10.2 10.2 10.2", "10.3 10.5 10.3 10.4", "10.4 11.3 10.4 11.2");

        assertThat(Scene.of(instrument, "10 10 10 10", "10.1 10.2 10 10.1", "10.1 11 10.1 11")
                        .with(builder -> builder.ask(ask))
                        .at(0, Decision.enter(SELL).stopLoss(11.2))
                        .fills())
                .containsExactly("1 SELL 1@10.1 ENTRY", "2 BUY 1@11.2 STOP_LOSS");
    }

    @Test
    void slippageIsForMarketAndStopOrdersOnly() {
        Instrument ticks = Instrument.of("TEST").withRules(InstrumentRules.of("0.25", "1"));
        assertThat(Scene.of(ticks, "10 10 10 10", "10 13 10 12", "12 12 9 12")
                        .costs(Costs.NONE.withSlippage(Slippage.ticks(2)))
                        .at(0, Decision.enter(BUY).atStop(11).takeProfit(20))
                        .at(1, Decision.exit().atLimit(12.5).and(Decision.exit().atStop(9.5)))
                        .fills())
                .containsExactly("1 BUY 1@11.5 ENTRY", "2 SELL 1@9 EXIT");
    }

    @ParameterizedTest
    @CsvSource({
        "0.1%, 1000, 10, 1",
        "2, 1000, 10, 2",
        "0.01/unit, 1000, 10, 0.1",
        "0.1%+2+0.01/unit, 1000, 10, 3.1",
        "0.1% min 5, 1000, 10, 5",
        "0, 1000, 10, 0"
    })
    void aCommissionReadsAsItIsWritten(String text, double value, double units, double fee) {
        Commission commission = Commission.parse(text);

        assertThat(commission.of(value, units)).isCloseTo(fee, within(1e-12));
        assertThat(Commission.parse(commission.toString())).isEqualTo(commission);
    }

    @Test
    void aCommissionIsTheSameHoweverItIsMade() {
        assertThat(Commission.fixedAndPercent(2, 0.1).atLeast(5)).isEqualTo(Commission.parse("0.1%+2 min 5"));
        assertThat(Commission.perUnit(0.01)).isEqualTo(Commission.parse("0.01/unit"));
        assertThat(Commission.perFill(2)).isEqualTo(Commission.parse("2"));
    }

    @Test
    void aCommissionMayBeAnyFunction() {
        BacktestResult result = Scene.of("10 10 10 10", "10 10 10 10")
                .costs(Costs.NONE.withCommission((value, units) -> units > 2 ? 7 : 1))
                .at(0, Decision.enter(BUY).quantity(3))
                .run();

        assertThat(result.fills())
                .extracting(Fill::fee)
                .singleElement()
                .satisfies(fee -> assertThat(fee).isEqualByComparingTo("7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1%/", "5%", "5/2", "5%/2%@25:00", "5%/2% triple=SOMEDAY", "5%/2%@22:00 daily"})
    void aFinancingThatCannotBeReadSaysHowToWriteIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Financing.parse(text))
                .withMessageContaining("5%/-2%@22:00 triple=WEDNESDAY");
    }

    @Test
    void financingCountsRolloversByTheCalendar() {
        Financing financing = new Financing(5, -2, LocalTime.of(22, 0), DayOfWeek.WEDNESDAY, 365);

        // Monday 3 June 2024 21:00 to Monday 10 June 21:00: five rollovers, that of Wednesday three times
        assertThat(financing.daysBetween(millis("2024-06-03T21:00:00Z"), millis("2024-06-10T21:00:00Z")))
                .isEqualTo(7);
        assertThat(financing.daysBetween(millis("2024-06-05T21:59:59Z"), millis("2024-06-05T22:00:00Z")))
                .isEqualTo(3);
        assertThat(financing.daysBetween(millis("2024-06-08T00:00:00Z"), millis("2024-06-09T23:00:00Z")))
                .isZero();
        assertThat(Financing.daily(5, 5).daysBetween(millis("2024-06-07T12:00:00Z"), millis("2024-06-10T12:00:00Z")))
                .isEqualTo(3);
        assertThat(Financing.parse(financing.toString())).isEqualTo(financing);
    }

    @Test
    void financingIsChargedForWhatIsHeldAtTheRollover() {
        String[] candles = new String[60];
        Arrays.fill(candles, "100 100 100 100");
        BacktestResult result = Scene.of(candles)
                .costs(Costs.NONE.withFinancing(Financing.daily(36.5, 0)))
                .at(0, Decision.enter(BUY).quantity(10))
                .at(30, Decision.exit())
                .run();

        // one midnight at 0.1 % of 1000
        assertThat(result.report().get(Statistic.FINANCING)).isCloseTo(1, within(1e-9));
        assertThat(result.report().finalEquity()).isCloseTo(9_999, within(1e-9));
        assertThat(result.roundTrips())
                .singleElement()
                .satisfies(trip -> assertThat(trip.profit()).isCloseTo(-1, within(1e-9)));
    }

    private static long millis(String time) {
        return Instant.parse(time).toEpochMilli();
    }

    @Test
    void profitIsConvertedWhenItIsMade() {
        CurrencyCode yen = CurrencyCode.of("JPY");
        Instrument instrument = Instrument.of("N225").withCurrency(yen);
        BacktestResult result = Scene.of(instrument, "100 100 100 100", "100 100 100 100", "150 150 150 150")
                .with(builder -> builder.currency(CurrencyCode.EUR, CurrencyRates.fixed(Map.of(yen, 0.006)))
                        .costs(Costs.NONE.withCommission(Commission.perFill(100))))
                .at(0, Decision.enter(BUY).quantity(10))
                .at(1, Decision.exit())
                .run();

        // 500 yen of profit, 200 yen of fees
        assertThat(result.report().finalEquity()).isCloseTo(10_000 + 300 * 0.006, within(1e-9));
        assertThat(result.roundTrips().getFirst().profit()).isCloseTo(1.8, within(1e-9));
    }

    @Test
    void severalInstrumentsShareOneAccount() {
        Instrument first = Instrument.of("A");
        Instrument second = Instrument.of("B");
        CandleSeries a = Scene.series(first, Timeframe.H1, "10 10 10 10", "10 10 10 10", "12 12 12 12", "12 12 12 12");
        CandleSeries b = Scene.series(second, Timeframe.H1, "50 50 50 50", "50 50 50 50", "40 40 40 40");
        List<String> seen = new ArrayList<>();

        BacktestResult result = TradeTracker.create()
                .backtest()
                .candles(a)
                .candles(b)
                .strategy(context -> {
                    var other = context.on(InstrumentId.of("B")).candles();
                    return view -> {
                        seen.add(view.candles().close() + "/" + other.close() + " "
                                + view.on(InstrumentId.of("B")).hasNewCandle());
                        return seen.size() == 1
                                ? Decision.enter(BUY)
                                        .and(Decision.enter(SELL)
                                                .on(InstrumentId.of("B"))
                                                .quantity(3))
                                : Decision.hold();
                    };
                })
                .run();

        assertThat(seen).containsExactly("10.0/50.0 true", "10.0/50.0 true", "12.0/40.0 true", "12.0/40.0 false");
        assertThat(result.fills())
                .extracting(fill -> fill.instrument() + " " + fill.side() + " "
                        + fill.quantity().toPlainString())
                .containsExactly("A BUY 1", "B SELL 3");
        assertThat(result.report().finalEquity()).isCloseTo(10_000 + 2 + 30, within(1e-9));
    }

    @Test
    void paysTheSpreadOfTheCandleAlsoAfterCandlesInWhichNothingCouldFill() {
        Scene scene = Scene.of("100 100 100 100", "200 200 200 200", "400 400 400 400", "800 800 800 800")
                .costs(Costs.NONE.withSpread(Spread.percent(1)))
                .with(builder -> builder.closeAtEnd(true))
                .at(1, Decision.enter(BUY));

        assertThat(scene.fills()).containsExactly("2 BUY 1@402 ENTRY", "4 SELL 1@796 END_OF_RUN");
        assertThat(scene.with(builder -> builder.fillAt(FillAt.CLOSE)).fills())
                .containsExactly("2 BUY 1@201 ENTRY", "4 SELL 1@796 END_OF_RUN");
    }
}

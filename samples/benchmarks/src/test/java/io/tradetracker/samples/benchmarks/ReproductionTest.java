package io.tradetracker.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.data.CandleCsv;
import io.tradetracker.core.simulation.Commission;
import io.tradetracker.core.simulation.Costs;
import io.tradetracker.core.simulation.FillAt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.ta4j.core.analysis.cost.LinearTransactionCostModel;
import org.ta4j.core.backtest.TradeExecutionModel;
import org.ta4j.core.backtest.TradeOnCurrentCloseModel;
import org.ta4j.core.backtest.TradeOnNextOpenModel;

/** Runs the same rules on real prices in another engine, and keeps the table of what came out. */
final class ReproductionTest {
    private static final Path KEPT = Path.of("..", "..", "docs", "evidence", "reproduction.md");
    private static final Path DATA = Path.of("..", "data", "files");
    private static final String BEGIN = "<!-- begin: table -->\n";
    private static final String END = "<!-- end: table -->";
    private static final double COST_PERCENT = 0.1;

    @Test
    void anotherEngineMakesTheSameRoundTrips() throws IOException {
        StringBuilder table = new StringBuilder("| candles | rules | fills | commission | round trips | profit, ours |"
                + " profit, ta4j 0.22.2 | entries and exits |\n|---|---|---|---|---:|---:|---:|---|\n");
        for (CandleSeries candles : List.of(read("us500-1d.csv", "US500", "1d"), read("btcusd-1m.csv", "BTC", "1m"))) {
            for (TradingRules rules : TradingRules.values()) {
                for (FillAt at : FillAt.values()) {
                    table.append(row(candles, rules, at, 0)).append(row(candles, rules, at, COST_PERCENT));
                }
            }
        }

        if (Boolean.getBoolean("pictures.update")) {
            String page = Files.readString(KEPT);
            int from = page.indexOf(BEGIN) + BEGIN.length();
            Files.writeString(KEPT, page.substring(0, from) + table + page.substring(page.indexOf(END)));
        }
        assertThat(Files.readString(KEPT)).contains(BEGIN + table + END);
    }

    private static CandleSeries read(String file, String instrument, String timeframe) {
        return CandleCsv.read(DATA.resolve(file), Instrument.of(instrument), Timeframe.parse(timeframe));
    }

    private static String row(CandleSeries candles, TradingRules rules, FillAt at, double percent) {
        BacktestResult ours = TradeTracker.create()
                .backtest()
                .candles(candles)
                .strategy(context -> OurStrategies.create(rules, context))
                .fillAt(at)
                .costs(Costs.NONE.withCommission(Commission.percent(percent)))
                .run();
        TradeExecutionModel model = at == FillAt.CLOSE ? new TradeOnCurrentCloseModel() : new TradeOnNextOpenModel();
        List<RoundTripKey> theirs = new Ta4jLane(candles, model, new LinearTransactionCostModel(percent / 100))
                .run(rules)
                .roundTrips();
        List<RoundTripKey> mine = OurBacktest.keys(ours.roundTrips());
        double difference = 0;
        for (int i = 0; i < mine.size(); i++) {
            RoundTripKey a = mine.get(i);
            RoundTripKey b = theirs.get(i);
            // at a close, ta4j names the candle that closed and we the moment at which it did
            long shift = at == FillAt.CLOSE ? candles.timeframe().millis() : 0;
            assertThat(a.entryMillis() - shift)
                    .as("%s, %s, %s, entry %d", candles, rules, at, i)
                    .isEqualTo(b.entryMillis());
            assertThat(a.exitMillis() - shift)
                    .as("%s, %s, %s, exit %d", candles, rules, at, i)
                    .isEqualTo(b.exitMillis());
            assertThat(a.entryPrice()).isEqualTo(b.entryPrice());
            assertThat(a.exitPrice()).isEqualTo(b.exitPrice());
            difference = Math.max(difference, Math.abs(a.profit() - b.profit()));
        }
        assertThat(theirs).hasSameSizeAs(mine);
        assertThat(difference).isLessThan(1e-8);
        return String.format(
                Locale.ROOT,
                "| %s %s | %s | %s | %s | %d | %.8f | %.8f | all equal |\n",
                candles.instrument().id(),
                candles.timeframe(),
                rules,
                at,
                percent == 0 ? "none" : percent + " %",
                mine.size(),
                mine.stream().mapToDouble(RoundTripKey::profit).sum(),
                theirs.stream().mapToDouble(RoundTripKey::profit).sum());
    }
}

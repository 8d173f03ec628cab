package io.tradetracker.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.broker.MarketData;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.PriceSide;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.broker.capital.simulator.CapitalSimulator;
import io.tradetracker.broker.capital.simulator.Credentials;
import io.tradetracker.broker.capital.simulator.MarketSpec;
import io.tradetracker.broker.capital.simulator.RandomWalk;
import io.tradetracker.core.candles.CandleDownload;
import io.tradetracker.core.candles.CandleKey;
import io.tradetracker.core.candles.FileCandleStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prices of Capital.com on the command line, at its simulator. */
final class CapitalMarketTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final CandleKey KEY = new CandleKey("capital", InstrumentId.of("GOLD"), Timeframe.M1, PriceSide.BID);

    @TempDir
    Path folder;

    @Test
    void fillsAStoreWithCandlesOfBothSides() {
        try (CapitalSimulator venue = CapitalSimulator.builder()
                        .startAt(START)
                        .market(MarketSpec.gold(), RandomWalk.of(1, "3500", "0.5"))
                        .start();
                FileCandleStore store = FileCandleStore.open(folder)) {
            Credentials key = venue.credentials();
            Map<String, String> environment = Map.of(
                    "CAPITAL_API_KEY", key.apiKey(),
                    "CAPITAL_IDENTIFIER", key.identifier(),
                    "CAPITAL_PASSWORD", key.password());
            Instant from = START.minusSeconds(3_600 * 12);
            try (MarketData prices = CapitalMarket.open(venue.url().toString(), environment)) {
                new CandleDownload(prices, store, InstantSource.fixed(START)).run(KEY, from, START);
                CandleSeries kept = store.read(KEY, from, START.minusSeconds(120));

                assertThat(kept.size()).isBetween(600, 720);
                assertThat(kept)
                        .isEqualTo(prices.history(
                                KEY.instrument(), Timeframe.M1, PriceSide.BID, from, START.minusSeconds(120)));
            }
        }
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> CapitalMarket.open("demo", Map.of("CAPITAL_API_KEY", "k")))
                .hasMessageContaining("CAPITAL_IDENTIFIER is missing");
        assertThat(CliRun.line("data download --market capital:nowhere --store x --instrument GOLD --timeframe 1m"
                                + " --side bid --from 2026-01-01")
                        .err())
                .contains("'nowhere' must be demo, live or an address such as");
    }
}

package io.tradetracker.samples.server.bot;

import io.tradetracker.api.indicator.Candles;
import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.indicator.Indicators;
import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.strategy.MarketContext;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.indicators.IndicatorTrack;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * The indicators that a strategy declares, kept up to date for its chart. A second strategy object declares them and is
 * never asked anything. Used by one thread at a time.
 */
final class ChartIndicators {
    private static final List<String> ON_THE_PRICE =
            List.of("sma", "ema", "bollinger", "donchian", "supertrend", "highest", "lowest");
    private static final int MOST = 4;

    private final IndicatorTrack track;
    private final List<Indicator> shown;

    ChartIndicators(EngineSettings settings, StrategyFactory strategy) {
        track = new IndicatorTrack(settings.timeframe());
        strategy.create(new Declaring(settings, track));
        track.seal();
        shown = track.declared().stream()
                .filter(indicator -> ON_THE_PRICE.stream().anyMatch(indicator.name()::startsWith))
                .limit(MOST)
                .toList();
    }

    /** {@return the indicators' values after this candle, by name; one without a value is left out} */
    Map<String, Double> after(Candle candle) {
        track.onCandle(
                candle.time().toEpochMilli(),
                candle.open(),
                candle.high(),
                candle.low(),
                candle.close(),
                candle.volume());
        Map<String, Double> values = new LinkedHashMap<>();
        shown.stream().filter(Indicator::ready).forEach(each -> values.put(each.name(), each.value()));
        return values;
    }

    private record Declaring(EngineSettings settings, IndicatorTrack track) implements StrategyContext {
        @Override
        public List<Instrument> instruments() {
            return List.of(instrument());
        }

        @Override
        public MarketContext on(InstrumentId instrument) {
            return this;
        }

        @Override
        public Instrument instrument() {
            return settings.instrument();
        }

        @Override
        public Timeframe timeframe() {
            return settings.timeframe();
        }

        @Override
        public Indicators indicators() {
            return track.indicators();
        }

        @Override
        public Indicators indicators(Timeframe longer) {
            return new IndicatorTrack(longer).indicators();
        }

        @Override
        public Candles candles() {
            return track.candles();
        }

        @Override
        public Candles candles(Timeframe longer) {
            return new IndicatorTrack(longer).candles();
        }

        @Override
        public void warmUp(int candles) {}

        @Override
        public InstantSource clock() {
            return InstantSource.fixed(Instant.EPOCH);
        }

        @Override
        public RandomGenerator random() {
            return new Random(settings.seed());
        }
    }
}

package io.tradetracker.samples.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Print;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.core.data.CandleCsv;
import io.tradetracker.core.data.DataReport;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SampleDataTest {
    @Test
    void holdsWhatTheNoticeSays() {
        assertThat(SampleData.us500Daily())
                .hasToString("US500 D1, 5105 candles from 2000-01-03T00:00:00Z to 2020-04-17T00:00:00Z");
        assertThat(SampleData.appleDaily())
                .hasToString("AAPL D1, 252 candles from 2013-01-02T00:00:00Z to 2013-12-31T00:00:00Z");
        assertThat(SampleData.ethUsdFiveMinutes())
                .hasToString("ETH/USD M5, 580 candles from 2023-03-13T18:00:00Z to 2023-03-15T18:15:00Z");
        assertThat(SampleData.btcUsdMinutes())
                .hasToString("BTC/USD M1, 9399 candles from 2013-11-25T00:00:00Z to 2013-12-01T16:02:00Z");
    }

    @Test
    void holdsTheSameMinutesAsThePrints() {
        CandleSeries minutes = SampleData.btcUsdMinutes();

        Map<Instant, List<Print>> byMinute = printsByMinute();

        assertThat(byMinute).hasSize(minutes.size());
        int i = 0;
        for (Map.Entry<Instant, List<Print>> minute : byMinute.entrySet()) {
            assertThat(minutes.candle(i++).toString()).isEqualTo(candle(minute.getKey(), minute.getValue()));
        }
    }

    private static Map<Instant, List<Print>> printsByMinute() {
        try (Stream<Print> prints = SampleData.btcUsdPrints()) {
            List<Print> all = new ArrayList<>(prints.toList());
            assertThat(all).hasSize(100_000);
            return all.stream()
                    .collect(Collectors.groupingBy(
                            print -> print.time().truncatedTo(ChronoUnit.MINUTES),
                            LinkedHashMap::new,
                            Collectors.toList()));
        }
    }

    private static String candle(Instant time, List<Print> prints) {
        double high = prints.stream().mapToDouble(Print::price).max().orElseThrow();
        double low = prints.stream().mapToDouble(Print::price).min().orElseThrow();
        BigDecimal volume =
                prints.stream().map(print -> BigDecimal.valueOf(print.size())).reduce(BigDecimal.ZERO, BigDecimal::add);
        return "Candle[time=" + time + ", open=" + prints.getFirst().price() + ", high=" + high + ", low=" + low
                + ", close=" + prints.getLast().price() + ", volume=" + volume.doubleValue() + "]";
    }

    @ParameterizedTest
    @CsvSource({"us500-1d.csv, D1", "aapl-1d.csv, D1", "ethusd-5m.csv, M5", "btcusd-1m.csv, M1"})
    void hasNoBadLine(String file, String timeframe) {
        DataReport report = CandleCsv.check(Path.of("files", file), Timeframe.parse(timeframe));

        assertThat(report.isGood()).isTrue();
    }
}

package io.tradetracker.indicators.candlestick;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.testkit.Allocation;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

final class CandlestickAllocationTest {
    private static final int CANDLES = 20_000;

    private final Prices prices = Prices.random(41, CANDLES, Prices.CENTS);
    private final CandlestickScan scan = new CandlestickScan(EnumSet.allOf(CandlestickPattern.class));
    private final CandlestickPattern[] patterns = CandlestickPattern.values();
    private double read;

    @Test
    void noCandleAllocates() {
        long allocated = Allocation.leastBytes(10, this::feed);

        assertThat(read).isNotZero();
        assertThat(allocated).as("bytes for %d candles", CANDLES).isLessThan(CANDLES / 100);
    }

    private void feed() {
        for (int i = 0; i < CANDLES; i++) {
            prices.feed(scan, i);
            for (CandlestickPattern pattern : patterns) {
                read += scan.signal(pattern) + scan.strength(pattern) + scan.trend(pattern);
            }
            for (int k = 0; k < scan.count(); k++) {
                read += scan.length(scan.found(k));
            }
        }
    }
}

package io.tradetracker.core.report;

import io.tradetracker.api.market.CandleSeries;
import java.time.Instant;

/** Equity at each candle's close, oldest first. Immutable; safe to share between threads. */
public final class EquityCurve {
    private final CandleSeries candles;
    private final double[] equity;

    private EquityCurve(CandleSeries candles, double[] equity) {
        this.candles = candles;
        this.equity = equity;
    }

    /** {@return a recorder of the equity at the close of each of these candles} */
    public static Recorder over(CandleSeries candles) {
        return new Recorder(candles);
    }

    /** {@return how many candles there are} */
    public int size() {
        return equity.length;
    }

    /** {@return the open time of candle {@code i}} */
    public Instant time(int i) {
        return candles.time(i);
    }

    /** {@return the open time of candle {@code i}, in milliseconds since 1970 UTC} */
    public long timeMillis(int i) {
        return candles.timeMillis(i);
    }

    /** {@return the equity at the close of candle {@code i}} */
    public double equity(int i) {
        return equity[i];
    }

    /** Takes in one equity for each candle, in order. Used by one thread. */
    public static final class Recorder {
        private final CandleSeries candles;
        private final double[] equity;
        private int size;

        private Recorder(CandleSeries candles) {
            this.candles = candles;
            equity = new double[candles.size()];
        }

        /**
         * Adds the equity at the close of the next candle.
         *
         * @throws IndexOutOfBoundsException when every candle has one
         */
        public void add(double atClose) {
            equity[size] = atClose;
            size++;
        }

        /**
         * {@return the curve; nothing can be added after that}
         *
         * @throws IllegalStateException unless every candle has an equity
         */
        public EquityCurve toCurve() {
            if (size < equity.length) {
                throw new IllegalStateException(size + " of " + equity.length + " candles have an equity");
            }
            return new EquityCurve(candles, equity);
        }
    }
}

package io.tradetracker.core.candles;

import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.PriceSide;
import io.tradetracker.api.market.Timeframe;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Which candles. Ordered by source, instrument, timeframe and side. Immutable.
 *
 * @param source where they are from, such as {@code capital-demo}: 1 to 40 lower-case letters, digits, {@code .} and
 *     {@code -}
 * @param instrument of what
 * @param timeframe how long each
 * @param side of which price; its name is 1 to 20 upper-case letters, digits and {@code _}
 */
public record CandleKey(String source, InstrumentId instrument, Timeframe timeframe, PriceSide side)
        implements Comparable<CandleKey> {
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9.-]{1,40}");
    private static final Pattern SIDE = Pattern.compile("[A-Z0-9_]{1,20}");
    private static final Comparator<CandleKey> ORDER = Comparator.comparing(CandleKey::source)
            .thenComparing(CandleKey::instrument)
            .thenComparing(CandleKey::timeframe)
            .thenComparing(key -> key.side().name());

    /** @throws IllegalArgumentException when source or side have other characters */
    public CandleKey {
        if (!SOURCE.matcher(source).matches()) {
            throw new IllegalArgumentException("source '" + source
                    + "' must be 1 to 40 lower-case letters, digits, '.' and '-', such as capital-demo");
        }
        if (!SIDE.matcher(side.name()).matches()) {
            throw new IllegalArgumentException(
                    "side '" + side + "' must be 1 to 20 upper-case letters, digits and '_', such as BID");
        }
    }

    /** {@return the key of candles of what was traded at, {@link PriceSide#LAST}} */
    public static CandleKey of(String source, String instrument, Timeframe timeframe) {
        return new CandleKey(source, InstrumentId.of(instrument), timeframe, PriceSide.LAST);
    }

    /** {@return the same with candles of another price} */
    public CandleKey withSide(PriceSide newSide) {
        return new CandleKey(source, instrument, timeframe, newSide);
    }

    /** {@return the same with candles of another length} */
    public CandleKey withTimeframe(Timeframe newTimeframe) {
        return new CandleKey(source, instrument, newTimeframe, side);
    }

    @Override
    public int compareTo(CandleKey other) {
        return ORDER.compare(this, other);
    }

    /** {@return such as {@code capital-demo BTC/USD M1 BID}} */
    @Override
    public String toString() {
        return source + " " + instrument + " " + timeframe + " " + side;
    }
}

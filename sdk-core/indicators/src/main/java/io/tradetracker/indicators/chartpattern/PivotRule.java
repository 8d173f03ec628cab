package io.tradetracker.indicators.chartpattern;

/** How far prices must come back from an extreme for it to count as a pivot. */
public sealed interface PivotRule {
    /** {@return 2.5 times the average true range: more than candles move by themselves, less than legs of patterns} */
    static PivotRule usual() {
        return new Atr(2.5);
    }

    /**
     * In average true ranges of 14 candles.
     *
     * @param multiple 0.5 to 20
     */
    record Atr(double multiple) implements PivotRule {
        /** @throws IllegalArgumentException when the multiple is outside its bounds */
        public Atr {
            if (!(multiple >= 0.5 && multiple <= 20)) {
                throw new IllegalArgumentException("multiple " + multiple + " of the ATR must be 0.5 to 20");
            }
        }
    }

    /**
     * In per cent of the extreme.
     *
     * @param percent above 0, to 50
     */
    record Percent(double percent) implements PivotRule {
        /** @throws IllegalArgumentException when the percentage is outside its bounds */
        public Percent {
            if (!(percent > 0 && percent <= 50)) {
                throw new IllegalArgumentException("percent " + percent + " must be above 0, to 50");
            }
        }
    }

    /** {@return the distance in price units} */
    default double distance(double extreme, double atr) {
        return switch (this) {
            case Atr rule -> rule.multiple * atr;
            case Percent rule -> rule.percent / 100 * Math.abs(extreme);
        };
    }
}

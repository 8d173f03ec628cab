package io.tradetracker.indicators;

/** A number that steps read, without a call: a price of the last candle, or the last value of an indicator. */
class Cell {
    double current = Double.NaN;
}

package io.tradetracker.indicators;

/** A calculation over one sequence of numbers that goes on for ever; NaN starts it afresh. Used by one thread. */
interface Running {
    /** {@return the value with this number taken in; NaN until there are enough of them} */
    double next(double value);
}

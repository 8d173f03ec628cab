package io.tradetracker.indicators;

/** Makes the step of one kind of indicator. */
@FunctionalInterface
interface Recipe {
    /** Makes it; refuses parameters that do not go together. */
    Step make(Ingredients from);
}

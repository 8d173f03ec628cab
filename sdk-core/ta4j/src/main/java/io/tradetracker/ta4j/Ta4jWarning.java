package io.tradetracker.ta4j;

/**
 * Something of ta4j that works through the bridge but has a fault worth knowing. Immutable.
 *
 * @param type the simple name of ta4j's class
 * @param reason what is wrong with it
 * @param instead what this SDK has in its place, such as {@code indicators().named("psar", …)}; empty for nothing
 */
public record Ta4jWarning(String type, String reason, String instead) {
    /** {@return the three in one line} */
    @Override
    public String toString() {
        return type + ": " + reason + (instead.isEmpty() ? "" : "; instead: " + instead);
    }
}

package io.tradetracker.broker.capital.rest;

import java.util.List;
import java.util.Map;

/**
 * How an account trades.
 *
 * @param hedgingMode whether long and short positions in one instrument stay beside each other
 * @param leverages by kind of instrument, such as {@code SHARES}
 */
public record Preferences(boolean hedgingMode, Map<String, Leverage> leverages) {
    /** Copies the map. */
    public Preferences {
        leverages = Map.copyOf(leverages);
    }

    /**
     * A leverage.
     *
     * @param current in force
     * @param available what it can be
     */
    public record Leverage(int current, List<Integer> available) {
        /** Copies the list. */
        public Leverage {
            available = List.copyOf(available);
        }
    }
}

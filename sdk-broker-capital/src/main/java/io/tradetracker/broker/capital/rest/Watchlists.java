package io.tradetracker.broker.capital.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Lists of instruments.
 *
 * @param watchlists all of them
 */
public record Watchlists(List<Watchlist> watchlists) {
    /** Copies the list. */
    public Watchlists {
        watchlists = List.copyOf(watchlists);
    }

    /**
     * One list.
     *
     * @param id to ask with
     * @param name for people
     * @param editable whether it can be changed
     * @param deletable whether it can be deleted
     * @param defaultSystemWatchlist whether it is the service's own
     */
    public record Watchlist(
            String id,
            String name,
            boolean editable,
            @JsonProperty("deleteable") boolean deletable,
            boolean defaultSystemWatchlist) {}

    /**
     * A list that was made.
     *
     * @param watchlistId to ask with
     * @param status whether all instruments were added
     */
    public record Made(String watchlistId, String status) {}
}

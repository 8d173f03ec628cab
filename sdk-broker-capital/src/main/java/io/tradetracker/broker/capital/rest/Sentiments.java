package io.tradetracker.broker.capital.rest;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the service's clients hold.
 *
 * @param clientSentiments for each instrument
 */
public record Sentiments(List<Sentiment> clientSentiments) {
    /** Copies the list. */
    public Sentiments {
        clientSentiments = List.copyOf(clientSentiments);
    }

    /**
     * For one instrument.
     *
     * @param marketId its name
     * @param longPositionPercentage percent that are long
     * @param shortPositionPercentage percent that are short
     */
    public record Sentiment(String marketId, BigDecimal longPositionPercentage, BigDecimal shortPositionPercentage) {}
}

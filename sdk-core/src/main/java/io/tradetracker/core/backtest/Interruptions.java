package io.tradetracker.core.backtest;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.core.engine.Engine;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a live run had besides candles that were attended, so that a backtest can take the same course. A moment is what
 * all instruments' candles of one open time make. Immutable.
 *
 * @param warmUp how many moments at the beginning are from before the run: indicators see them, the strategy is not
 *     asked
 * @param unattended open times of moments that passed while nobody ran the strategy
 * @param events what else came in, in order
 */
public record Interruptions(int warmUp, Set<Instant> unattended, List<Event> events) {
    /** Copies set and list. */
    public Interruptions {
        unattended = Set.copyOf(unattended);
        events = List.copyOf(events);
    }

    /** {@return the candles of the run itself; all of them when none is} */
    CandleSeries ofTheRun(CandleSeries series, Instant firstMoment) {
        for (int i = 0; i < series.size(); i++) {
            if (!series.time(i).isBefore(firstMoment)) {
                return series.slice(i, series.size());
            }
        }
        return series;
    }

    /**
     * Something that came in between two moments, or while one was in progress.
     *
     * @param after how many moments had closed before
     * @param what tells the engine
     */
    public record Event(int after, Consumer<Engine> what) {}
}

package io.tradetracker.core.backtest;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.core.backtest.Interruptions.Event;
import io.tradetracker.core.engine.Engine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Gives an engine the moments of a live run with all that came between them. Used by one thread. */
final class InterruptedRun {
    private final Engine engine;
    private final Interruptions interruptions;
    private int moments;
    private int eventsDone;
    private @Nullable Instant firstMoment;

    InterruptedRun(Engine engine, Interruptions interruptions) {
        this.engine = engine;
        this.interruptions = interruptions;
    }

    /** {@return whether the moment belongs to the run, and not to its warm-up} */
    boolean take(Timeline timeline) {
        giveEvents();
        Instant time = Instant.ofEpochMilli(timeline.timeMillis());
        boolean ofTheRun = moments++ >= interruptions.warmUp();
        if (timeline.series().length == 1) {
            takeOne(timeline, ofTheRun, interruptions.unattended().contains(time));
        } else {
            takeSeveral(timeline, ofTheRun, interruptions.unattended().contains(time));
        }
        if (ofTheRun && firstMoment == null) {
            firstMoment = time;
        }
        return ofTheRun;
    }

    private void takeOne(Timeline timeline, boolean ofTheRun, boolean unattended) {
        CandleSeries c = timeline.series()[0];
        int i = timeline.at()[0];
        if (!ofTheRun) {
            engine.warmUp(c.timeMillis(i), c.open(i), c.high(i), c.low(i), c.close(i), c.volume(i));
        } else if (unattended) {
            engine.onUnattendedCandle(c.timeMillis(i), c.open(i), c.high(i), c.low(i), c.close(i), c.volume(i));
        } else {
            engine.onCandle(c.timeMillis(i), c.open(i), c.high(i), c.low(i), c.close(i), c.volume(i));
        }
    }

    private void takeSeveral(Timeline timeline, boolean ofTheRun, boolean unattended) {
        if (!ofTheRun) {
            engine.warmUpCandles(timeline.timeMillis(), timeline.series(), timeline.at());
        } else if (unattended) {
            engine.onUnattendedCandles(timeline.timeMillis(), timeline.series(), timeline.at());
        } else {
            engine.onCandles(timeline.timeMillis(), timeline.series(), timeline.at());
        }
    }

    /** Gives what came before the next moment closed. */
    void giveEvents() {
        while (eventsDone < interruptions.events().size()) {
            Event event = interruptions.events().get(eventsDone);
            if (event.after() > moments) {
                return;
            }
            eventsDone++;
            event.what().accept(engine);
        }
    }

    /** {@return the candles of the run itself} */
    CandleSeries ofTheRun(CandleSeries series) {
        return firstMoment == null ? series : interruptions.ofTheRun(series, firstMoment);
    }
}

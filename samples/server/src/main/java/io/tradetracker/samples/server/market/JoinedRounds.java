package io.tradetracker.samples.server.market;

import io.tradetracker.api.broker.MarketData;
import io.tradetracker.api.broker.MarketListener;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Print;
import io.tradetracker.api.market.Timeframe;
import java.time.Instant;
import java.util.List;

/**
 * A replay whose rounds join without a jump: each round's prices are moved so that it begins where the round before
 * ended. A position held from one round into the next would otherwise make or lose money that no market ever paid.
 */
final class JoinedRounds implements MarketData {
    private final MarketData replay;
    private final RecordedPrices prices;

    JoinedRounds(MarketData replay, RecordedPrices prices) {
        this.replay = replay;
        this.prices = prices;
    }

    @Override
    public List<Instrument> instruments() {
        return replay.instruments();
    }

    @Override
    public CandleSeries history(InstrumentId instrument, Timeframe timeframe, Instant from, Instant to) {
        CandleSeries recorded = replay.history(instrument, timeframe, from, to);
        CandleSeries.Builder moved = CandleSeries.builder(recorded.instrument(), timeframe);
        for (int i = 0; i < recorded.size(); i++) {
            Instant time = recorded.time(i);
            moved.add(
                    recorded.timeMillis(i),
                    prices.joined(recorded.open(i), time),
                    prices.joined(recorded.high(i), time),
                    prices.joined(recorded.low(i), time),
                    prices.joined(recorded.close(i), time),
                    recorded.volume(i));
        }
        return moved.build();
    }

    @Override
    public Subscription subscribe(InstrumentId instrument, MarketListener listener) {
        return replay.subscribe(instrument, new MarketListener() {
            @Override
            public void onPrint(Print print) {
                double price = prices.joined(print.price(), print.time());
                listener.onPrint(new Print(print.instrument(), print.time(), price, print.size()));
            }

            @Override
            public void onTime(Instant time) {
                listener.onTime(time);
            }

            @Override
            public void onNotice(Instant time, String message) {
                listener.onNotice(time, prices.announcement(time));
            }
        });
    }

    @Override
    public void close() {
        replay.close();
    }
}

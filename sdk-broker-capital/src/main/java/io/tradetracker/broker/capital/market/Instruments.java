package io.tradetracker.broker.capital.market;

import io.tradetracker.api.account.CurrencyCode;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.InstrumentRules;
import io.tradetracker.broker.capital.connection.CapitalException;
import io.tradetracker.broker.capital.connection.ElapsedTime;
import io.tradetracker.broker.capital.rest.CapitalApi;
import io.tradetracker.broker.capital.rest.MarketDetails;
import io.tradetracker.broker.capital.rest.MarketDetails.DealingRules;
import io.tradetracker.broker.capital.rest.MarketDetails.Limit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Instruments and their rules, asked for once an hour at most. Safe for use by several threads. */
public final class Instruments {
    private static final Duration FRESH = Duration.ofHours(1);
    private static final int AT_ONCE = 50;
    private static final int MOST_DECIMALS = 20;

    private final CapitalApi api;
    private final ElapsedTime time;
    private final Map<InstrumentId, Known> known = new ConcurrentHashMap<>();

    /** Makes one that knows nothing yet. */
    public Instruments(CapitalApi api, ElapsedTime time) {
        this.api = api;
        this.time = time;
    }

    /** {@return an instrument} */
    public Instrument get(InstrumentId id) {
        return details(id).instrument;
    }

    /** {@return the rules of an instrument} */
    public InstrumentRules rules(InstrumentId id) {
        return get(id).rules();
    }

    /** {@return all that the service says about an instrument, at most an hour old; its price is as old} */
    public MarketDetails detailsOf(InstrumentId id) {
        return details(id).details;
    }

    private Known details(InstrumentId id) {
        Known before = known.get(id);
        if (before != null && time.nanos() - before.asked < FRESH.toNanos()) {
            return before;
        }
        return learn(api.market(id.value()));
    }

    private Known learn(MarketDetails details) {
        String epic = details.instrument().epic();
        Instrument instrument = CapitalException.understood("instrument " + epic, () -> instrument(details));
        Known now = new Known(instrument, details, time.nanos());
        known.put(instrument.id(), now);
        return now;
    }

    /** {@return every instrument of the service that has a name and rules that make sense} */
    public List<Instrument> all() {
        List<String> epics =
                api.markets().stream().map(each -> each.epic()).distinct().toList();
        List<Instrument> all = new ArrayList<>();
        for (int from = 0; from < epics.size(); from += AT_ONCE) {
            List<String> some = epics.subList(from, Math.min(from + AT_ONCE, epics.size()));
            for (MarketDetails each : api.markets(some)) {
                try {
                    all.add(learn(each).instrument);
                } catch (CapitalException nonsense) {
                    api.metrics().messageLeftOut(String.valueOf(nonsense.getMessage()));
                }
            }
        }
        return all;
    }

    private static Instrument instrument(MarketDetails details) {
        MarketDetails.InstrumentData said = details.instrument();
        return new Instrument(
                InstrumentId.of(said.epic()),
                CurrencyCode.of(said.currency()),
                rules(details.dealingRules(), details.snapshot().decimalPlacesFactor()),
                BigDecimal.ONE);
    }

    private static InstrumentRules rules(DealingRules said, @Nullable Integer decimals) {
        BigDecimal priceStep = points(said.minStepDistance());
        if (priceStep == null) {
            priceStep = decimals == null || decimals < 0 || decimals > MOST_DECIMALS
                    ? BigDecimal.ZERO
                    : BigDecimal.ONE.movePointLeft(decimals);
        }
        BigDecimal minimum = points(said.minDealSize());
        BigDecimal maximum = points(said.maxDealSize());
        BigDecimal step = points(said.minSizeIncrement());
        return new InstrumentRules(
                priceStep,
                step == null || step.signum() <= 0 ? InstrumentRules.FREE.quantityStep() : step,
                minimum == null ? BigDecimal.ZERO : minimum,
                maximum == null || (minimum != null && maximum.compareTo(minimum) < 0)
                        ? InstrumentRules.FREE.maxQuantity()
                        : maximum);
    }

    private static @Nullable BigDecimal points(@Nullable Limit limit) {
        return limit == null || !limit.unit().equals("POINTS") ? null : limit.value();
    }

    private record Known(Instrument instrument, MarketDetails details, long asked) {}
}

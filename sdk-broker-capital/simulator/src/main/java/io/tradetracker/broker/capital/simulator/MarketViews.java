package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Markets as JSON. */
final class MarketViews {
    private final Venue venue;
    private final Times times;

    MarketViews(Venue venue, Times times) {
        this.venue = venue;
        this.times = times;
    }

    /** {@return what lists, positions and orders tell of a market} */
    Json summary(Market market) {
        MarketSpec spec = market.spec();
        Instant updated = updated(market);
        return Json.of("instrumentName", spec.name())
                .with("expiry", "-")
                .with("marketStatus", status(market))
                .with("epic", spec.epic())
                .with("symbol", spec.epic())
                .with("instrumentType", spec.type())
                .with("lotSize", 1)
                .withAll(day(market))
                .withAll(price(market))
                .with("updateTime", times.local(updated))
                .with("updateTimeUTC", times.utc(updated))
                .with("delayTime", 0)
                .with("streamingPricesAvailable", true)
                .with("scalingFactor", 1)
                .with("marketModes", List.of("REGULAR"));
    }

    /** {@return what a search tells of a market} */
    Json found(Market market) {
        return summary(market)
                .with("pipPosition", market.spec().decimals())
                .with("tickSize", market.spec().rules().priceStep());
    }

    Json details(Market market) {
        return Json.of("instrument", instrument(market.spec()))
                .with("dealingRules", rules(market.spec().rules()))
                .with("snapshot", snapshot(market));
    }

    private String status(Market market) {
        return market.isOpen(venue.now()) ? "TRADEABLE" : "CLOSED";
    }

    private Instant updated(Market market) {
        Quote quote = market.quote();
        return quote == null ? venue.settings().start() : quote.time();
    }

    private static Json price(Market market) {
        Quote quote = market.quote();
        return quote == null ? new Json() : Json.of("bid", quote.bid()).with("offer", quote.ask());
    }

    private static Json day(Market market) {
        Bar day = market.day();
        if (day == null) {
            return new Json();
        }
        BigDecimal change = day.bid().close().subtract(day.bid().open());
        return Json.of("high", day.bid().high())
                .with("low", day.bid().low())
                .with(
                        "percentageChange",
                        change.movePointRight(2).divide(day.bid().open(), 2, RoundingMode.HALF_UP))
                .with("netChange", change);
    }

    private Json instrument(MarketSpec spec) {
        return Json.of("epic", spec.epic())
                .with("symbol", spec.epic())
                .with("expiry", "-")
                .with("name", spec.name())
                .with("lotSize", 1)
                .with("type", spec.type())
                .with("guaranteedStopAllowed", spec.guaranteedStops())
                .with("streamingPricesAvailable", true)
                .with("currency", spec.currency())
                .with("marginFactor", spec.marginFactor())
                .with("marginFactorUnit", "PERCENTAGE")
                .with("openingHours", hours(spec.hours()))
                .with("country", "")
                .with("overnightFee", fee(spec.fee()));
    }

    private static Json hours(OpeningHours hours) {
        Json json = new Json();
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.name().substring(0, 3).toLowerCase(Locale.ROOT);
            json.with(name, hours.of(day).stream().map(OpeningHours.Span::text).toList());
        }
        return json.with("zone", "UTC");
    }

    private @Nullable Json fee(@Nullable OvernightFee fee) {
        if (fee == null) {
            return null;
        }
        return Json.of("longRate", fee.longRate())
                .with("shortRate", fee.shortRate())
                .with("swapChargeTimestamp", Triggers.next(fee, venue.now()).toEpochMilli())
                .with("swapChargeInterval", 1440);
    }

    private Json rules(DealingRules rules) {
        boolean trailing = venue.settings().rules().trailingStops();
        return Json.of("minStepDistance", points(rules.priceStep()))
                .with("minDealSize", points(rules.minSize()))
                .with("maxDealSize", points(rules.maxSize()))
                .with("minSizeIncrement", points(rules.sizeStep()))
                .with("minGuaranteedStopDistance", distance(rules.stops().minGuaranteed()))
                .with("minStopOrProfitDistance", distance(rules.stops().min()))
                .with("maxStopOrProfitDistance", distance(rules.stops().max()))
                .with("marketOrderPreference", "AVAILABLE_DEFAULT_ON")
                .with("trailingStopsPreference", trailing ? "AVAILABLE" : "NOT_AVAILABLE");
    }

    private static Json points(BigDecimal value) {
        return distance(new Distance(value, Distance.Unit.POINTS));
    }

    private static Json distance(Distance distance) {
        return Json.of("unit", distance.unit()).with("value", distance.value());
    }

    private Json snapshot(Market market) {
        return Json.of("marketStatus", status(market))
                .withAll(day(market))
                .with("updateTime", times.local(updated(market)))
                .with("delayTime", 0)
                .withAll(price(market))
                .with("decimalPlacesFactor", market.spec().decimals())
                .with("scalingFactor", 1)
                .with("marketModes", List.of("REGULAR"));
    }
}

package io.tradetracker.samples.server.market;

import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.broker.capital.CapitalSettings;
import io.tradetracker.broker.capital.connection.CapitalCredentials;
import io.tradetracker.broker.capital.simulator.AccountSpec;
import io.tradetracker.broker.capital.simulator.CapitalSimulator;
import io.tradetracker.broker.capital.simulator.Credentials;
import io.tradetracker.broker.capital.simulator.MarketSpec;
import io.tradetracker.broker.capital.simulator.RandomWalk;
import io.tradetracker.samples.data.SampleData;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;

/** Which market a command line names. */
public final class MarketChoice {
    /** What can be named, for people. */
    public static final String CHOICES = "recorded, simulator, capital-demo, capital-live or capital:ADDRESS";

    private MarketChoice() {}

    /**
     * {@return opens the market that a text names}
     *
     * @param text one of {@link #CHOICES}
     * @param instrument what is traded, where there is a choice
     * @param environment where the key is
     * @throws IllegalArgumentException saying what is wrong, before anything is opened
     */
    public static Supplier<Market> parse(String text, String instrument, Map<String, String> environment) {
        InstrumentId id = InstrumentId.of(instrument);
        return switch (text) {
            case "recorded" -> () -> new RecordedMarket(SampleData::btcUsdPrints);
            case "simulator" -> () -> simulated(id);
            case "capital-demo" ->
                capital("demo", "Live prices of Capital.com, demo", id, CapitalSettings.demo(key(environment)));
            case "capital-live" ->
                capital("live", "Live prices of Capital.com", id, CapitalSettings.live(key(environment)));
            default -> {
                if (!text.matches("capital:https?://[^/ ]+/?")) {
                    throw new IllegalArgumentException("must be " + CHOICES + ", but was " + text);
                }
                URI address = URI.create(text.substring("capital:".length()));
                yield capital(
                        "other", "Prices of " + address.getHost(), id, CapitalSettings.at(address, key(environment)));
            }
        };
    }

    private static Supplier<Market> capital(String id, String source, InstrumentId instrument, CapitalSettings at) {
        return () -> CapitalMarket.open(new CapitalMarket.Place(id, source, instrument), at, () -> {});
    }

    private static CapitalCredentials key(Map<String, String> environment) {
        return CapitalCredentials.from(environment);
    }

    /** Its prices are the same for the same moment, so they go on where they were after a restart. */
    private static Market simulated(InstrumentId instrument) {
        RandomWalk walk = new RandomWalk(1, new BigDecimal("60000"), new BigDecimal("20"), Duration.ofSeconds(1), 4e-5);
        CapitalSimulator venue = CapitalSimulator.builder()
                .startAt(InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS))
                .market(MarketSpec.btcusd(), walk)
                .market(MarketSpec.gold(), RandomWalk.of(2, "3500", "0.5"))
                .market(MarketSpec.us500(), RandomWalk.of(3, "6000", "0.6"))
                .market(MarketSpec.eurusd(), RandomWalk.of(4, "1.1", "0.0001"))
                .account(AccountSpec.standard())
                .start();
        venue.play(1);
        Credentials user = venue.credentials();
        CapitalCredentials key = new CapitalCredentials(user.apiKey(), user.identifier(), user.password());
        return CapitalMarket.open(
                new CapitalMarket.Place("simulator", "Prices of a simulated Capital.com", instrument),
                CapitalSettings.at(venue.url(), key),
                venue::close);
    }
}

package io.tradetracker.samples.server.market;

import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.broker.capital.CapitalSettings;
import io.tradetracker.broker.capital.connection.CapitalCredentials;
import io.tradetracker.broker.capital.simulator.AccountSpec;
import io.tradetracker.broker.capital.simulator.CapitalSimulator;
import io.tradetracker.broker.capital.simulator.Credentials;
import io.tradetracker.broker.capital.simulator.MarketSpec;
import io.tradetracker.broker.capital.simulator.RandomWalk;
import io.tradetracker.database.Database;
import io.tradetracker.samples.data.SampleData;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which market a command line names, and whose money is traded there. Immutable.
 *
 * @param kind whose money
 * @param instrument what is traded, where there is a choice
 */
public record MarketChoice(AccountKind kind, InstrumentId instrument) {
    /** What can be named, for people. */
    public static final String CHOICES = "recorded, simulator, capital-demo, capital-live or capital:ADDRESS";

    /**
     * {@return opens the market that a text names}
     *
     * @param text one of {@link #CHOICES}
     * @param environment where the key is
     * @throws IllegalArgumentException saying what is wrong, before anything is opened
     */
    public MarketOpener opener(String text, Map<String, String> environment) {
        if (text.equals("recorded")) {
            if (kind == AccountKind.BROKER) {
                throw new IllegalArgumentException(
                        "recorded prices have no broker: name another market, or trade paper");
            }
            return database -> new RecordedMarket(SampleData::btcUsdPrints);
        }
        return switch (text) {
            case "simulator" -> this::simulated;
            case "capital-demo" -> capital("demo", "DEMO", "Capital.com, demo", CapitalSettings.demo(key(environment)));
            case "capital-live" -> capital("live", "LIVE", "Capital.com", CapitalSettings.live(key(environment)));
            default -> {
                if (!text.matches("capital:https?://[^/ ]+/?")) {
                    throw new IllegalArgumentException("must be " + CHOICES + ", but was " + text);
                }
                String address = text.substring("capital:".length());
                yield capital("other", "LIVE", address, CapitalSettings.at(URI.create(address), key(environment)));
            }
        };
    }

    private static CapitalCredentials key(Map<String, String> environment) {
        return CapitalCredentials.from(environment);
    }

    private MarketOpener capital(String id, String mode, String name, CapitalSettings settings) {
        return database -> CapitalMarket.open(place(id, mode, name), settings, recordOf(database), () -> {});
    }

    private @Nullable Database recordOf(Database database) {
        return kind == AccountKind.BROKER ? database : null;
    }

    private CapitalMarket.Place place(String id, String mode, String name) {
        String suffix = kind == AccountKind.BROKER ? id + "-acc" : id;
        return new CapitalMarket.Place("capital-" + id, suffix, mode, "Prices of " + name, instrument);
    }

    /**
     * Its prices are the same for the same moment, so they go on where they were after a restart. Its accounts end with
     * the server, and so do the names of what they held: a bot that trades one is a new bot.
     */
    private Market simulated(Database database) {
        Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
        RandomWalk walk = new RandomWalk(1, new BigDecimal("60000"), new BigDecimal("20"), Duration.ofSeconds(1), 4e-5);
        CapitalSimulator venue = CapitalSimulator.builder()
                .seed(now.getEpochSecond())
                .startAt(now)
                .market(MarketSpec.btcusd(), walk)
                .market(MarketSpec.gold(), RandomWalk.of(2, "3500", "0.5"))
                .market(MarketSpec.us500(), RandomWalk.of(3, "6000", "0.6"))
                .market(MarketSpec.eurusd(), RandomWalk.of(4, "1.1", "0.0001"))
                .account(AccountSpec.standard())
                .start();
        venue.play(1);
        Credentials user = venue.credentials();
        CapitalCredentials key = new CapitalCredentials(user.apiKey(), user.identifier(), user.password());
        String life = kind == AccountKind.BROKER ? "sim-" + now.getEpochSecond() : "simulator";
        return CapitalMarket.open(
                place(life, "SIMULATED", "a simulated Capital.com"),
                CapitalSettings.at(venue.url(), key),
                recordOf(database),
                venue::close);
    }
}

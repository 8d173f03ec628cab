package io.tradetracker.samples.cli;

import io.tradetracker.api.broker.MarketData;
import io.tradetracker.api.broker.MarketListener;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.PriceSide;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.broker.capital.CapitalCom;
import io.tradetracker.broker.capital.CapitalSettings;
import io.tradetracker.broker.capital.connection.CapitalCredentials;
import io.tradetracker.broker.capital.market.CapitalMarketData;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.TypeConversionException;

/** Prices of Capital.com, with the connection that they come by. */
final class CapitalMarket implements MarketData {
    private final CapitalCom capital;
    private final CapitalMarketData prices;

    private CapitalMarket(CapitalCom capital) {
        this.capital = capital;
        prices = capital.marketData();
    }

    /**
     * {@return prices of a host}
     *
     * @param host {@code demo}, {@code live}, or an address that speaks the same protocol
     * @param environment where the key is
     * @throws TypeConversionException when the key is not there or the host is none
     */
    static MarketData open(String host, Map<String, String> environment) {
        CapitalCom capital = CapitalCom.connect(settings(host, environment));
        try {
            return new CapitalMarket(capital);
        } catch (RuntimeException failed) {
            capital.close();
            throw failed;
        }
    }

    private static CapitalSettings settings(String host, Map<String, String> environment) {
        return switch (host) {
            case "demo" -> CapitalSettings.demo(key(environment));
            case "live" -> CapitalSettings.live(key(environment));
            default -> CapitalSettings.at(address(host), key(environment));
        };
    }

    private static CapitalCredentials key(Map<String, String> environment) {
        try {
            return CapitalCredentials.from(environment);
        } catch (IllegalArgumentException missing) {
            throw new TypeConversionException(String.valueOf(missing.getMessage()));
        }
    }

    private static URI address(String host) {
        if (!host.matches("https?://[^/ ]+/?")) {
            throw new TypeConversionException(
                    "'" + host + "' must be demo, live or an address such as http://127.0.0.1:8080");
        }
        return URI.create(host);
    }

    @Override
    public List<Instrument> instruments() {
        return prices.instruments();
    }

    @Override
    public List<PriceSide> sides() {
        return prices.sides();
    }

    @Override
    public CandleSeries history(InstrumentId id, Timeframe timeframe, Instant from, Instant to) {
        return prices.history(id, timeframe, from, to);
    }

    @Override
    public CandleSeries history(InstrumentId id, Timeframe timeframe, PriceSide side, Instant from, Instant to) {
        return prices.history(id, timeframe, side, from, to);
    }

    @Override
    public Subscription subscribe(InstrumentId id, MarketListener listener) {
        return prices.subscribe(id, listener);
    }

    @Override
    public void close() {
        capital.close();
    }
}

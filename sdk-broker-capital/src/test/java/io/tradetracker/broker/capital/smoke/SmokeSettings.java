package io.tradetracker.broker.capital.smoke;

import io.tradetracker.broker.capital.CapitalSettings;
import io.tradetracker.broker.capital.connection.CapitalCredentials;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the environment says of a smoke test. Its text shows no secret.
 *
 * @param connection to the service
 * @param epic what is watched and traded
 * @param trades whether orders are sent
 */
record SmokeSettings(CapitalSettings connection, String epic, boolean trades) {
    private static final String KEY = "CAPITAL_API_KEY";
    private static final String IDENTIFIER = "CAPITAL_IDENTIFIER";
    private static final String PASSWORD = "CAPITAL_PASSWORD";
    private static final String ADDRESS = "CAPITAL_ADDRESS";
    private static final String TRADE = "CAPITAL_TRADE";
    private static final String DEMO = "demo-api-capital.backend-capital.com";
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    /** @throws IllegalArgumentException when something is missing, or trading is wanted where money is real */
    static SmokeSettings of(Map<String, String> environment) {
        List<String> missing = List.of(KEY, IDENTIFIER, PASSWORD).stream()
                .filter(each -> environment.getOrDefault(each, "").isBlank())
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("The profile \"capital\" asks the real service and needs " + missing
                    + " in the environment: make a key of a demo account in its settings under API integrations.");
        }
        URI address = URI.create(environment.getOrDefault(ADDRESS, "https://" + DEMO));
        String trade = environment.getOrDefault(TRADE, "");
        if (!trade.isEmpty() && !trade.equals("demo")) {
            throw new IllegalArgumentException(
                    TRADE + " may be \"demo\" and nothing else: real money is never traded.");
        }
        if (!trade.isEmpty() && !isPlayMoney(address)) {
            throw new IllegalArgumentException(TRADE + "=demo trades on " + DEMO
                    + " and on a simulator on this machine, and not on " + address.getHost() + ".");
        }
        CapitalCredentials key =
                new CapitalCredentials(environment.get(KEY), environment.get(IDENTIFIER), environment.get(PASSWORD));
        return new SmokeSettings(
                CapitalSettings.at(address, key), environment.getOrDefault("CAPITAL_EPIC", "BTCUSD"), !trade.isEmpty());
    }

    private static boolean isPlayMoney(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        return host.equals(DEMO) || THIS_MACHINE.contains(host);
    }
}

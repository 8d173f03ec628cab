package io.tradetracker.broker.capital.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SmokeSettingsTest {
    private static final Map<String, String> KEY = Map.of(
            "CAPITAL_API_KEY", "key-4711", "CAPITAL_IDENTIFIER", "trader@example.org", "CAPITAL_PASSWORD", "s3cret");

    private static Map<String, String> with(String name, String value) {
        Map<String, String> environment = new HashMap<>(KEY);
        environment.put(name, value);
        return environment;
    }

    @Test
    void asksTheDemoHostAndOnlyReadsUnlessToldOtherwise() {
        SmokeSettings settings = SmokeSettings.of(KEY);
        assertThat(settings.connection().host()).isEqualTo(URI.create("https://demo-api-capital.backend-capital.com"));
        assertThat(settings.trades()).isFalse();
        assertThat(settings.toString()).doesNotContain("key-4711", "s3cret", "trader@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CAPITAL_API_KEY", "CAPITAL_IDENTIFIER", "CAPITAL_PASSWORD"})
    void saysWhatIsMissing(String name) {
        assertThatThrownBy(() -> SmokeSettings.of(with(name, " ")))
                .hasMessageContaining(name)
                .hasMessageContaining("API integrations");
    }

    @ParameterizedTest
    @CsvSource({
        "https://api-capital.backend-capital.com, demo",
        "https://demo-api-capital.backend-capital.com.example.org, demo",
        "https://example.org/127.0.0.1, demo",
        "https://demo-api-capital.backend-capital.com, live",
        "https://demo-api-capital.backend-capital.com, yes"
    })
    void tradesWithPlayMoneyOnly(String address, String trade) {
        Map<String, String> environment = with("CAPITAL_ADDRESS", address);
        environment.put("CAPITAL_TRADE", trade);
        assertThatThrownBy(() -> SmokeSettings.of(environment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CAPITAL_TRADE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://demo-api-capital.backend-capital.com", "http://127.0.0.1:8900"})
    void tradesOnTheDemoHostAndOnThisMachine(String address) {
        Map<String, String> environment = with("CAPITAL_ADDRESS", address);
        environment.put("CAPITAL_TRADE", "demo");
        assertThat(SmokeSettings.of(environment).trades()).isTrue();
    }
}

package io.tradetracker.samples.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSettingsTest {
    @ParameterizedTest
    @CsvSource({"'', '', 7070", "'', 8080, 8080", "9090, 8080, 9090", "' ', ' 8080 ', 8080", "0, 8080, 0"})
    void takesTheFirstPortThatIsNamed(String option, String environment, int expected) {
        assertThat(ServerSettings.portOf(choices(option, environment))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "seven, '', --port must be 0 to 65535",
        "-1, '', --port must be 0 to 65535",
        "'', 65536, TRADETRACKER_PORT must be 0 to 65535",
        "'', 999999999999, TRADETRACKER_PORT must be 0 to 65535"
    })
    void namesTheChoiceThatIsNoPort(String option, String environment, String message) {
        assertThatThrownBy(() -> ServerSettings.portOf(choices(option, environment)))
                .hasMessageContaining(message);
    }

    private static Map<String, String> choices(String option, String environment) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("--port", option);
        choices.put("TRADETRACKER_PORT", environment);
        return choices;
    }
}

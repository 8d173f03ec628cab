package io.tradetracker.samples.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.samples.server.ServerError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenAddressTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, localhost, true",
        "127.0.0.1, LOCALHOST, true",
        "127.0.0.1, [::1], true",
        "127.0.0.1, 192.168.1.7, false",
        "127.0.0.1, rebound.example, false",
        "0.0.0.0, 192.168.1.7, true",
        "0.0.0.0, [fe80::1], true",
        "0.0.0.0, rebound.example, false",
        "0.0.0.0, 127.0.0.1.rebound.example, false",
        "0.0.0.0, '', false"
    })
    void answersToItsOwnNamesAlone(String host, String asked, boolean answers) {
        assertThat(ListenAddress.of(host).answersTo(asked)).isEqualTo(answers);
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.9, is not an address of this machine", "no-such-name.invalid, is no name"})
    void saysWhyItCannotListenThere(String host, String why) {
        assertThatThrownBy(() -> ListenAddress.of(host))
                .hasMessageContaining("--host " + host)
                .hasMessageContaining(why)
                .isInstanceOfSatisfying(
                        TradeTrackerException.class,
                        failed -> assertThat(failed.code()).isEqualTo(ServerError.HOST_UNUSABLE));
    }

    @Test
    void knowsWhetherOthersReachIt() {
        assertThat(ListenAddress.of("127.0.0.1").isOpenToOthers()).isFalse();
        assertThat(ListenAddress.of("0.0.0.0").isOpenToOthers()).isTrue();
        assertThat(ListenAddress.of("0.0.0.0").inUrl()).isEqualTo("127.0.0.1");
    }
}

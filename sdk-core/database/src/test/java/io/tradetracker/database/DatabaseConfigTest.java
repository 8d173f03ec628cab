package io.tradetracker.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.error.TradeTrackerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseConfigTest {
    private static final String URL = "jdbc:postgresql://db.example:5433/trades?sslmode=require";

    @Test
    void showsAddressAndUserButNeverThePassword() {
        DatabaseConfig config = DatabaseConfig.of(URL, "trader", "s3cret");

        assertThat(config)
                .asString()
                .contains("db.example:5433/trades", "trader")
                .doesNotContain("s3cret", "sslmode");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jdbc:h2:mem",
                "jdbc:postgresql:trades",
                "jdbc:postgresql://host/trades?user=a&PassWord=hidden",
                "jdbc:postgresql://a:hidden@host/trades"
            })
    void refusesAUrlThatCannotWorkOrCarriesASecret(String url) {
        assertThatThrownBy(() -> DatabaseConfig.of(url, "trader", "s3cret"))
                .isInstanceOfSatisfying(
                        TradeTrackerException.class,
                        failure -> assertThat(failure.code()).isEqualTo(DatabaseError.BAD_CONFIGURATION))
                .hasMessageStartingWith("database URL")
                .hasMessageNotContaining("hidden")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 201})
    void refusesAPoolSizeOutsideItsRange(int size) {
        assertThatThrownBy(() -> DatabaseConfig.of(URL, "trader", "").withPoolSize(size))
                .hasMessage("database pool size " + size + " must be 1 to 200");
    }

    @Test
    void refusesABlankUser() {
        assertThatThrownBy(() -> DatabaseConfig.of(URL, " ", "")).hasMessage("database user must not be blank");
    }
}

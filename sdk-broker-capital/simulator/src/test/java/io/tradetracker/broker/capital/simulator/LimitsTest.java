package io.tradetracker.broker.capital.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final String BUY = "{'epic':'GOLD','direction':'BUY','size':0.01}";

    private final CapitalSimulator venue = CapitalSimulator.builder()
            .startAt(Instant.parse("2026-03-02T09:00:00Z"))
            .market(MarketSpec.gold())
            .start();
    private final Api api = Api.loggedIn(venue);

    @BeforeEach
    void price() {
        venue.advance(Duration.ofSeconds(1));
        venue.quote("GOLD", new BigDecimal("3500.00"), new BigDecimal("3500.50"));
    }

    @AfterEach
    void close() {
        api.close();
        venue.close();
    }

    @Test
    void tenRequestsASecondAreTaken() {
        for (int i = 0; i < 10; i++) {
            assertThat(api.get("/ping").status()).isEqualTo(200);
        }
        Api.Reply refused = api.get("/ping");
        venue.advance(Duration.ofMillis(999));
        Api.Reply early = api.get("/ping");
        venue.advance(Duration.ofMillis(1));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("error.too-many.requests");
        assertThat(early.status()).isEqualTo(429);
        assertThat(api.get("/ping").status()).isEqualTo(200);
        assertThat(venue.record().refusedByLimits()).isEqualTo(2);
        assertThat(venue.record().traffic(VenueRecord.RequestKind.ALL).busiestSecond())
                .isEqualTo(12);
    }

    @Test
    void ordersKeepATenthOfASecondApart() {
        assertThat(api.post("/positions", BUY).status()).isEqualTo(200);
        venue.advance(Duration.ofMillis(99));
        Api.Reply early = api.post("/positions", BUY);
        venue.advance(Duration.ofMillis(1));
        Api.Reply inTime =
                api.post("/workingorders", "{'epic':'GOLD','direction':'BUY','size':1,'level':3400,'type':'LIMIT'}");

        assertThat(early.status()).isEqualTo(429);
        assertThat(inTime.status()).isEqualTo(200);
        assertThat(venue.record().executions()).hasSize(1);
        assertThat(venue.record().writes().get(1).code()).isEqualTo("error.too-many.requests");
        assertThat(venue.record().traffic(VenueRecord.RequestKind.ORDER).smallestGap())
                .isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void aThousandOrdersAnHourAreTaken() {
        for (int i = 0; i < 1000; i++) {
            venue.advance(Duration.ofMillis(110));
            assertThat(api.post("/positions", BUY).status()).isEqualTo(200);
        }
        venue.advance(Duration.ofSeconds(1));
        assertThat(api.post("/positions", BUY).status()).isEqualTo(429);
    }

    @Test
    void oneLoginASecondIsTaken() {
        assertThat(api.login().status()).isEqualTo(200);
        venue.advance(Duration.ofMillis(999));
        assertThat(api.login().status()).isEqualTo(429);
        venue.advance(Duration.ofMillis(1));
        assertThat(api.login().status()).isEqualTo(200);
        assertThat(venue.record().traffic(VenueRecord.RequestKind.LOGIN).count())
                .isEqualTo(4);
    }
}

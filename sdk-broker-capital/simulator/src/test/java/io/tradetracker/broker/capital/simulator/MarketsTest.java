package io.tradetracker.broker.capital.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MarketsTest {
    private final CapitalSimulator venue = CapitalSimulator.builder()
            .startAt(Instant.parse("2026-03-02T09:00:00Z"))
            .market(MarketSpec.gold())
            .market(MarketSpec.us500())
            .market(MarketSpec.eurusd())
            .market(MarketSpec.btcusd())
            .limits(Limits.none())
            .timezoneOffset(-5)
            .start();
    private final Api api = Api.loggedIn(venue);

    @BeforeEach
    void price() {
        venue.quote("GOLD", new BigDecimal("3500.00"), new BigDecimal("3500.50"));
        venue.advance(Duration.ofSeconds(10));
        venue.quote("GOLD", new BigDecimal("3507.00"), new BigDecimal("3507.50"));
    }

    @AfterEach
    void close() {
        api.close();
        venue.close();
    }

    @Test
    void detailsTellTheRulesAndTheLastPrice() {
        JsonNode gold = api.get("/markets/GOLD").json();

        assertThat(gold.at("/instrument/openingHours/fri").toString()).isEqualTo("[\"00:00 - 21:00\"]");
        assertThat(gold.at("/instrument/openingHours/sat").toString()).isEqualTo("[]");
        assertThat(gold.at("/instrument/openingHours/zone").asText()).isEqualTo("UTC");
        assertThat(gold.at("/instrument/marginFactor").decimalValue()).isEqualByComparingTo("5");
        assertThat(gold.at("/instrument/overnightFee/swapChargeTimestamp").asLong())
                .isEqualTo(Instant.parse("2026-03-02T22:00:00Z").toEpochMilli());
        assertThat(gold.at("/dealingRules/minDealSize").toString()).isEqualTo("{\"unit\":\"POINTS\",\"value\":0.01}");
        assertThat(gold.at("/dealingRules/minStopOrProfitDistance/unit").asText())
                .isEqualTo("PERCENTAGE");
        assertThat(gold.at("/snapshot/marketStatus").asText()).isEqualTo("TRADEABLE");
        assertThat(gold.at("/snapshot/bid").asText()).isEqualTo("3507.00");
        assertThat(gold.at("/snapshot/offer").asText()).isEqualTo("3507.50");
        assertThat(gold.at("/snapshot/netChange").asText()).isEqualTo("7.00");
        assertThat(gold.at("/snapshot/percentageChange").asText()).isEqualTo("0.20");
        assertThat(gold.at("/snapshot/updateTime").asText()).isEqualTo("2026-03-02T04:00:10.000");
    }

    @Test
    void marketWithoutAPriceIsClosed() {
        assertThat(api.get("/markets/US500").at("/snapshot/marketStatus").asText())
                .isEqualTo("CLOSED");
        assertThat(api.get("/markets/US500").at("/snapshot").has("bid")).isFalse();
        assertThat(api.confirm(api.post("/positions", "{'epic':'US500','direction':'BUY','size':1}"))
                        .path("rejectReason")
                        .asText())
                .isEqualTo("MARKET_CLOSED");
    }

    @Test
    void searchAndListHaveDifferentShapes() {
        assertThat(api.get("/markets").at("/markets")).hasSize(4);
        JsonNode found = api.get("/markets?searchTerm=bitc&epics=GOLD").at("/markets");
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/epic").asText()).isEqualTo("BTCUSD");
        assertThat(found.at("/0/tickSize").asText()).isEqualTo("0.05");
        assertThat(api.get("/markets?epics=GOLD,US500")
                        .at("/marketDetails/1/instrument/epic")
                        .asText())
                .isEqualTo("US500");
    }

    @Test
    void wrongQuestionsAreRefusedWithTheirCodes() {
        String tooMany = String.join(",", Collections.nCopies(51, "GOLD"));

        assertThat(code("/markets?searchTerm=")).isEqualTo("400 error.null.searchTerm");
        assertThat(code("/markets?epics=")).isEqualTo("400 error.null.epic");
        assertThat(code("/markets?epics=" + tooMany)).startsWith("400 ");
        assertThat(code("/markets/NONE")).isEqualTo("404 error.not-found.epic");
        assertThat(code("/marketnavigation/hierarchy_v1.indices_group?limit=501"))
                .isEqualTo("400 error.invalid.limit");
        assertThat(code("/clientsentiment/NONE")).isEqualTo("404 error.not-found.epic");
        assertThat(code("/watchlists/1")).isEqualTo("404 error.invalid.watchlist");
        assertThat(code("/positions/1")).isEqualTo("404 error.not-found.dealId");
        assertThat(code("/confirms/1")).isEqualTo("404 error.not-found.dealReference");
        assertThat(api.post("/positions", "{'epic':'NONE','direction':'BUY','size':1}")
                        .code())
                .isEqualTo("error.not-found.epic");
        assertThat(api.post("/positions", "{'epic':'GOLD','direction':'UP','size':1}")
                        .status())
                .isEqualTo(400);
        assertThat(api.post("/positions", "{'epic':'GOLD','direction':'BUY'}").code())
                .isEqualTo("error.null.size");
        assertThat(api.post("/positions", "no JSON").status()).isEqualTo(400);
    }

    private String code(String path) {
        Api.Reply reply = api.get(path);
        return reply.status() + " " + reply.code();
    }

    @Test
    void treeLeadsToTheMarkets() {
        JsonNode nodes = api.get("/marketnavigation").at("/nodes");

        assertThat(nodes).hasSize(4);
        assertThat(api.get("/marketnavigation/" + nodes.at("/1/id").asText())
                        .at("/markets/0/epic")
                        .asText())
                .isEqualTo("US500");
    }

    @Test
    void sentimentAddsUpToAll() {
        for (JsonNode row : api.get("/clientsentiment?marketIds=GOLD,US500").at("/clientSentiments")) {
            BigDecimal sum = row.path("longPositionPercentage")
                    .decimalValue()
                    .add(row.path("shortPositionPercentage").decimalValue());
            assertThat(sum).isEqualByComparingTo("100");
        }
    }

    @Test
    void watchlistsAreKept() {
        Api.Reply created = api.post("/watchlists", "{'name':'Metals','epics':['GOLD','NONE']}");
        String id = created.at("/watchlistId").asText();
        assertThat(created.at("/status").asText()).isEqualTo("SUCCESS_NOT_ALL_INSTRUMENTS_ADDED");
        api.put("/watchlists/" + id, "{'epic':'US500'}");
        assertThat(api.get("/watchlists/" + id).at("/markets")).hasSize(2);
        api.delete("/watchlists/" + id + "/GOLD");
        assertThat(api.get("/watchlists/" + id).at("/markets/0/epic").asText()).isEqualTo("US500");
        assertThat(api.delete("/watchlists/" + id + "/GOLD").code()).isEqualTo("error.not-found.epic");
        assertThat(api.put("/watchlists/" + id, "{'epic':'NONE'}").code()).isEqualTo("error.not-found.epic");
        assertThat(api.get("/watchlists").at("/watchlists/0/deleteable").asBoolean())
                .isTrue();
        api.delete("/watchlists/" + id);
        assertThat(api.delete("/watchlists/" + id).code()).isEqualTo("error.not-found.watchlist");
        assertThat(api.post("/watchlists", "{'name':'longer than twenty letters'}")
                        .code())
                .isEqualTo("error.size.createwatchlistrequest.name");
    }

    @Test
    void topUpKeepsItsBounds() {
        assertThat(api.post("/accounts/topUp", "{'amount':-50000}")
                        .at("/successful")
                        .asBoolean())
                .isTrue();
        assertThat(api.post("/accounts/topUp", "{'amount':50000.01}").status()).isEqualTo(400);
        assertThat(api.post("/accounts/topUp", "{'amount':20000.5}").status()).isEqualTo(200);

        JsonNode rows = api.get("/history/transactions").at("/transactions");
        assertThat(rows.at("/0/transactionType").asText()).isEqualTo("DEPOSIT");
        assertThat(rows.at("/0/size").asText()).isEqualTo("20000.50");
        assertThat(rows.at("/0").has("instrumentName")).isFalse();
        assertThat(rows.at("/1/transactionType").asText()).isEqualTo("WITHDRAWAL");
        assertThat(rows.at("/1/dateUtc").asText()).isEqualTo("2026-03-02T09:00:10.000");
        assertThat(rows.at("/1/date").asText()).isEqualTo("2026-03-02T04:00:10.000");
        assertThat(api.get("/accounts").at("/accounts/0/balance/deposit").decimalValue())
                .isEqualByComparingTo("70000.50");
    }

    @Test
    void preferencesTellTheLeverages() {
        JsonNode preferences = api.get("/accounts/preferences").json();

        assertThat(preferences.at("/leverages/COMMODITIES").toString())
                .isEqualTo("{\"current\":20,\"available\":[1,5,10,20]}");
        api.put("/accounts/preferences", "{'leverages':{'COMMODITIES':5}}");
        assertThat(api.get("/accounts/preferences")
                        .at("/leverages/COMMODITIES/current")
                        .asInt())
                .isEqualTo(5);
        assertThat(api.get("/accounts/preferences").at("/hedgingMode").asBoolean())
                .isFalse();
    }

    @Test
    void otherCurrencyIsRefusedWhenTheVenueIsBuilt() {
        assertThatThrownBy(() -> CapitalSimulator.builder()
                        .market(MarketSpec.gold().withCurrency("EUR"))
                        .start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GOLD is in EUR")
                .hasMessageContaining("in USD");
    }

    @Test
    void timeDoesNotGoBack() {
        assertThatThrownBy(() -> venue.advanceTo(Instant.parse("2026-03-02T08:00:00Z")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot go back");
    }

    @Test
    void credentialsDoNotShowTheirSecrets() {
        assertThat(venue.credentials().toString())
                .doesNotContain(venue.credentials().password())
                .doesNotContain(venue.credentials().apiKey());
    }
}

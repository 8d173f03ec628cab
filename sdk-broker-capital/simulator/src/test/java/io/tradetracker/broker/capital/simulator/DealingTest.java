package io.tradetracker.broker.capital.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DealingTest {
    private final CapitalSimulator venue = CapitalSimulator.builder()
            .startAt(Instant.parse("2026-03-02T09:00:00Z"))
            .market(MarketSpec.gold())
            .limits(Limits.none())
            .trailingStops(true)
            .start();
    private final Api api = Api.loggedIn(venue);

    @BeforeEach
    void price() {
        quote("3500.00", "3500.50");
    }

    @AfterEach
    void close() {
        api.close();
        venue.close();
    }

    private void quote(String bid, String ask) {
        venue.advance(Duration.ofSeconds(1));
        venue.quote("GOLD", new BigDecimal(bid), new BigDecimal(ask));
    }

    private List<String> positions() {
        List<String> rows = new ArrayList<>();
        api.get("/positions").at("/positions").forEach(row -> {
            JsonNode position = row.path("position");
            rows.add(position.path("direction").asText() + " "
                    + position.path("size").asText() + " @ "
                    + position.path("level").asText());
        });
        return rows;
    }

    private BigDecimal cash() {
        return api.get("/accounts").at("/accounts/0/balance/deposit").decimalValue();
    }

    private List<String> activity() {
        List<String> rows = new ArrayList<>();
        api.get("/history/activity?detailed=true")
                .at("/activities")
                .forEach(row -> rows.add(String.join(
                        " ",
                        row.path("source").asText(),
                        row.path("type").asText(),
                        row.path("status").asText(),
                        row.at("/details/direction").asText(),
                        row.at("/details/size").asText(),
                        row.at("/details/level").asText())));
        return rows;
    }

    @Test
    void openBuysAtTheOfferAndTellsOfItEverywhere() {
        Api.Reply reply = api.post("/positions", "{'epic':'GOLD','direction':'BUY','size':2}");
        JsonNode confirm = api.confirm(reply);
        JsonNode position = api.get("/positions").at("/positions/0/position");

        assertThat(reply.json().path("dealReference").asText()).startsWith("o_");
        assertThat(confirm.path("dealStatus").asText()).isEqualTo("ACCEPTED");
        assertThat(confirm.path("status").asText()).isEqualTo("OPEN");
        assertThat(confirm.at("/affectedDeals/0/status").asText()).isEqualTo("OPENED");
        assertThat(position.path("dealId").asText())
                .isEqualTo(confirm.at("/affectedDeals/0/dealId").asText());
        assertThat(position.path("workingOrderId").asText())
                .isEqualTo(confirm.path("dealId").asText());
        assertThat(position.path("dealReference").asText())
                .isEqualTo("p_" + position.path("dealId").asText());
        assertThat(position.path("upl").decimalValue()).isEqualByComparingTo("-1.00");
        assertThat(position.path("createdDate").asText()).isEqualTo("2026-03-02T11:00:01.000");
        assertThat(position.path("createdDateUTC").asText()).isEqualTo("2026-03-02T09:00:01.000");
        assertThat(positions()).containsExactly("BUY 2 @ 3500.50");
        assertThat(activity())
                .containsExactly(
                        "USER POSITION ACCEPTED BUY 2 3500.50",
                        "SYSTEM WORKING_ORDER ACCEPTED BUY 2 3500.50",
                        "USER WORKING_ORDER ACCEPTED BUY 2 3500.50");
    }

    @Test
    void oppositeOrderReducesTheOldestFirst() {
        api.open("GOLD", "BUY", "1", "");
        quote("3510.00", "3510.50");
        api.open("GOLD", "BUY", "2", "");
        quote("3520.00", "3520.50");

        JsonNode confirm = api.confirm(api.post("/positions", "{'epic':'GOLD','direction':'SELL','size':1.5}"));

        assertThat(positions()).containsExactly("BUY 1.5 @ 3510.50");
        assertThat(confirm.at("/affectedDeals/0/status").asText()).isEqualTo("FULLY_CLOSED");
        assertThat(confirm.at("/affectedDeals/1/status").asText()).isEqualTo("PARTIALLY_CLOSED");
        assertThat(confirm.path("status").asText()).isEqualTo("PARTIALLY_CLOSED");
        // 1 x (3520 - 3500.50) + 0.5 x (3520 - 3510.50)
        assertThat(confirm.path("profit").decimalValue()).isEqualByComparingTo("24.25");
        assertThat(cash()).isEqualByComparingTo("100024.25");
    }

    @Test
    void oppositeOrderOfMoreSizeReverses() {
        api.open("GOLD", "BUY", "1", "");

        JsonNode confirm = api.confirm(api.post("/positions", "{'epic':'GOLD','direction':'SELL','size':3}"));

        assertThat(positions()).containsExactly("SELL 2 @ 3500.00");
        assertThat(confirm.path("status").asText()).isEqualTo("OPEN");
        assertThat(confirm.at("/affectedDeals/1/status").asText()).isEqualTo("OPENED");
        assertThat(cash()).isEqualByComparingTo("99999.50");
    }

    @Test
    void hedgingAccountKeepsBothSides() {
        api.put("/accounts/preferences", "{'hedgingMode':true}");
        api.open("GOLD", "BUY", "1", "");
        api.open("GOLD", "SELL", "1", "");

        assertThat(positions()).containsExactly("BUY 1 @ 3500.50", "SELL 1 @ 3500.00");
        assertThat(api.put("/accounts/preferences", "{'hedgingMode':false}").status())
                .isEqualTo(400);
    }

    @Test
    void closeEndsTheWholePositionAndASecondOneIsNotFound() {
        String dealId = api.open("GOLD", "SELL", "2", "");
        quote("3490.00", "3490.50");

        JsonNode confirm = api.confirm(api.delete("/positions/" + dealId));
        Api.Reply again = api.delete("/positions/" + dealId);

        assertThat(confirm.path("status").asText()).isEqualTo("CLOSED");
        assertThat(confirm.path("direction").asText()).isEqualTo("BUY");
        assertThat(confirm.path("profit").decimalValue()).isEqualByComparingTo("19.00");
        assertThat(confirm.at("/affectedDeals/0/status").asText()).isEqualTo("FULLY_CLOSED");
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.code()).isEqualTo("error.not-found.dealId");
        assertThat(cash()).isEqualByComparingTo("100019.00");
        assertThat(api.get("/history/transactions").at("/transactions/0/size").asText())
                .isEqualTo("19.00");
    }

    @Test
    void stopLossClosesALongPositionOnTheBid() {
        api.open("GOLD", "BUY", "1", ",'stopLevel':3490");
        quote("3490.10", "3490.60");
        assertThat(positions()).hasSize(1);

        quote("3489.00", "3489.50");

        assertThat(positions()).isEmpty();
        assertThat(cash()).isEqualByComparingTo("99988.50");
        assertThat(activity().getFirst()).isEqualTo("SL POSITION ACCEPTED SELL 1 3489.00");
    }

    @Test
    void guaranteedStopClosesAtItsLevel() {
        api.open("GOLD", "BUY", "1", ",'stopLevel':3400,'guaranteedStop':true");

        quote("3300.00", "3300.50");

        assertThat(cash()).isEqualByComparingTo("99899.50");
    }

    @Test
    void takeProfitClosesAShortPositionOnTheOffer() {
        api.open("GOLD", "SELL", "1", ",'profitDistance':10");
        quote("3490.00", "3490.60");
        assertThat(positions()).hasSize(1);

        quote("3489.90", "3490.40");

        assertThat(positions()).isEmpty();
        assertThat(activity().getFirst()).isEqualTo("TP POSITION ACCEPTED BUY 1 3490.40");
    }

    @Test
    void trailingStopFollowsThePriceAndNeverGoesBack() {
        String dealId = api.open("GOLD", "BUY", "1", ",'trailingStop':true,'stopDistance':10");
        quote("3520.00", "3520.50");
        quote("3515.00", "3515.50");

        JsonNode position = api.get("/positions/" + dealId).at("/position");

        assertThat(position.path("stopLevel").decimalValue()).isEqualByComparingTo("3510");
        assertThat(position.path("trailingStop").asBoolean()).isTrue();
        quote("3510.00", "3510.50");
        assertThat(positions()).isEmpty();
    }

    @Test
    void putReplacesTheWholeBracket() {
        String dealId = api.open("GOLD", "BUY", "1", ",'stopLevel':3490,'profitLevel':3600");

        Api.Reply reply = api.put("/positions/" + dealId, "{'stopLevel':3480}");
        JsonNode position = api.get("/positions/" + dealId).at("/position");

        assertThat(reply.json().path("dealReference").asText()).isEqualTo("p_" + dealId);
        assertThat(api.confirm(reply).path("status").asText()).isEqualTo("AMENDED");
        assertThat(position.path("stopLevel").decimalValue()).isEqualByComparingTo("3480");
        assertThat(position.has("profitLevel")).isFalse();
    }

    @Test
    void limitOrderFillsAtItsPriceOrBetterUnderANewDealId() {
        JsonNode placed = api.confirm(api.post(
                "/workingorders",
                "{'epic':'GOLD','direction':'BUY','size':1,'level':3490,'type':'LIMIT',"
                        + "'stopDistance':5,'profitDistance':20}"));
        JsonNode order = api.get("/workingorders").at("/workingOrders/0/workingOrderData");
        quote("3488.90", "3489.40");
        JsonNode position = api.get("/positions").at("/positions/0/position");

        assertThat(order.path("stopDistance").decimalValue()).isEqualByComparingTo("-5");
        assertThat(order.path("profitDistance").decimalValue()).isEqualByComparingTo("20");
        assertThat(order.path("timeInForce").asText()).isEqualTo("GOOD_TILL_CANCELLED");
        assertThat(position.path("level").decimalValue()).isEqualByComparingTo("3489.40");
        assertThat(position.path("workingOrderId").asText())
                .isEqualTo(placed.path("dealId").asText());
        assertThat(position.path("dealId").asText())
                .isNotEqualTo(placed.path("dealId").asText());
        assertThat(position.path("stopLevel").decimalValue()).isEqualByComparingTo("3485");
        assertThat(api.get("/workingorders").at("/workingOrders")).isEmpty();
        assertThat(activity())
                .startsWith("SYSTEM POSITION ACCEPTED BUY 1 3489.40", "SYSTEM WORKING_ORDER EXECUTED BUY 1 3489.40");
    }

    @Test
    void stopOrderWaitsForAWorsePrice() {
        api.post("/workingorders", "{'epic':'GOLD','direction':'SELL','size':1,'level':3490,'type':'STOP'}");
        quote("3490.10", "3490.60");
        assertThat(positions()).isEmpty();

        quote("3489.00", "3489.50");

        assertThat(positions()).containsExactly("SELL 1 @ 3489.00");
    }

    @Test
    void stopOrderOnTheWrongSideIsRefused() {
        Api.Reply reply =
                api.post("/workingorders", "{'epic':'GOLD','direction':'BUY','size':1,'level':3490,'type':'STOP'}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("error.validation.stop.price");
    }

    @Test
    void orderExpiresAtItsDate() {
        api.post(
                "/workingorders",
                "{'epic':'GOLD','direction':'BUY','size':1,'level':3400,'type':'LIMIT',"
                        + "'goodTillDate':'2026-03-02T09:05:00'}");
        JsonNode order = api.get("/workingorders").at("/workingOrders/0/workingOrderData");
        venue.advanceTo(Instant.parse("2026-03-02T09:04:59Z"));
        assertThat(api.get("/workingorders").at("/workingOrders")).hasSize(1);

        venue.advanceTo(Instant.parse("2026-03-02T09:05:00Z"));

        assertThat(order.path("goodTillDate").asText()).isEqualTo("2026-03-02T11:05:00.000");
        assertThat(order.path("goodTillDateUTC").asText()).isEqualTo("2026-03-02T09:05:00.000");
        assertThat(api.get("/workingorders").at("/workingOrders")).isEmpty();
        assertThat(activity().getFirst()).isEqualTo("SYSTEM WORKING_ORDER EXPIRED BUY 1 3400.00");
    }

    @Test
    void dateInThePastIsRefused() {
        Api.Reply reply = api.post(
                "/workingorders",
                "{'epic':'GOLD','direction':'BUY','size':1,'level':3400,'type':'LIMIT',"
                        + "'goodTillDate':'2026-03-02T09:00:00'}");

        assertThat(reply.code()).isEqualTo("error.not-in-future.goodTillDate");
    }

    @Test
    void orderIsAmendedAsAWholeAndCancelled() {
        JsonNode placed = api.confirm(api.post(
                "/workingorders",
                "{'epic':'GOLD','direction':'BUY','size':1,'level':3490,'type':'LIMIT','stopDistance':5}"));
        String dealId = placed.path("dealId").asText();

        JsonNode amended = api.confirm(api.put("/workingorders/" + dealId, "{'level':3480}"));
        JsonNode order = api.get("/workingorders").at("/workingOrders/0/workingOrderData");
        JsonNode cancelled = api.confirm(api.delete("/workingorders/" + dealId));

        assertThat(amended.path("status").asText()).isEqualTo("AMENDED");
        assertThat(order.path("orderLevel").decimalValue()).isEqualByComparingTo("3480");
        assertThat(order.has("stopDistance")).isFalse();
        assertThat(cancelled.path("status").asText()).isEqualTo("DELETED");
        assertThat(api.delete("/workingorders/" + dealId).status()).isEqualTo(404);
    }

    @Test
    void boundsOfStopsArePricesThatMoveWithTheMarket() {
        assertThat(refused(",'stopLevel':3499.90")).isEqualTo("error.invalid.stoploss.maxvalue: 3499.65");
        assertThat(refused(",'stopLevel':1000")).isEqualTo("error.invalid.stoploss.minvalue: 1400.00");
        assertThat(refused(",'profitLevel':3500")).isEqualTo("error.invalid.takeprofit.minvalue: 3500.35");
        assertThat(refused(",'profitLevel':9000")).isEqualTo("error.invalid.takeprofit.maxvalue: 5600.00");
        quote("3600.00", "3600.50");
        assertThat(refused(",'stopLevel':3599.90")).isEqualTo("error.invalid.stoploss.maxvalue: 3599.64");
        assertThat(venue.record().executions()).isEmpty();
    }

    private String refused(String more) {
        Api.Reply reply = api.post("/positions", "{'epic':'GOLD','direction':'BUY','size':1" + more + "}");
        assertThat(reply.status()).isEqualTo(400);
        return reply.code();
    }

    @Test
    void sizesKeepTheirBoundsAndStep() {
        assertThat(size("0.001")).isEqualTo("error.invalid.size.minvalue: 0.01");
        assertThat(size("6000")).isEqualTo("error.invalid.size.maxvalue: 5000");
        assertThat(size("0.015")).isEqualTo("error.invalid.size");
    }

    private String size(String size) {
        return api.post("/positions", "{'epic':'GOLD','direction':'BUY','size':" + size + "}")
                .code();
    }

    @Test
    void dealBeyondTheMarginIsRejectedByItsConfirmation() {
        JsonNode confirm = api.confirm(api.post("/positions", "{'epic':'GOLD','direction':'BUY','size':600}"));

        assertThat(confirm.path("dealStatus").asText()).isEqualTo("REJECTED");
        assertThat(confirm.path("rejectReason").asText()).isEqualTo("RISK_CHECK");
        assertThat(positions()).isEmpty();
        assertThat(venue.record().writes().getFirst().code()).isEqualTo("RISK_CHECK");
    }

    @Test
    void lowerLeverageBlocksMore() {
        api.put("/accounts/preferences", "{'leverages':{'COMMODITIES':1}}");

        JsonNode confirm = api.confirm(api.post("/positions", "{'epic':'GOLD','direction':'BUY','size':30}"));

        assertThat(confirm.path("rejectReason").asText()).isEqualTo("RISK_CHECK");
        assertThat(api.put("/accounts/preferences", "{'leverages':{'COMMODITIES':7}}")
                        .code())
                .isEqualTo("error.invalid.leverage.value");
    }

    @Test
    void closedMarketRejectsDeals() {
        String dealId = api.open("GOLD", "BUY", "1", "");
        venue.advanceTo(Instant.parse("2026-03-02T21:00:00Z"));
        api.login();

        JsonNode opened = api.confirm(api.post("/positions", "{'epic':'GOLD','direction':'BUY','size':1}"));
        JsonNode closed = api.confirm(api.delete("/positions/" + dealId));

        assertThat(opened.path("rejectReason").asText()).isEqualTo("MARKET_CLOSED");
        assertThat(closed.path("dealStatus").asText()).isEqualTo("REJECTED");
        assertThat(positions()).hasSize(1);
        assertThat(api.get("/markets/GOLD").at("/snapshot/marketStatus").asText())
                .isEqualTo("CLOSED");
    }

    @Test
    void closeOutTakesTheLargestLossFirstUntilTheMarginIsEnough() {
        api.open("GOLD", "BUY", "10", "");
        quote("3510.00", "3510.50");
        api.open("GOLD", "BUY", "500", "");

        // equity 100000 + 10 x -170.50 + 500 x -180.50 = 8045, margin of 510 units 84,915, half of it 42,457.50
        quote("3330.00", "3330.50");

        assertThat(positions()).containsExactly("BUY 10 @ 3500.50");
        assertThat(cash()).isEqualByComparingTo("9750.00");
        assertThat(activity().getFirst()).isEqualTo("CLOSE_OUT POSITION ACCEPTED SELL 500 3330.00");
    }

    @Test
    void overnightFeeIsChargedAtItsTime() {
        api.open("GOLD", "BUY", "10", "");
        venue.advanceTo(Instant.parse("2026-03-02T22:00:00Z"));
        api.login();

        // 10 x 3500 x -0.0185 %
        assertThat(cash()).isEqualByComparingTo("99993.52");
        JsonNode swap = api.get("/history/transactions?type=SWAP").at("/transactions/0");
        assertThat(swap.path("size").asText()).isEqualTo("-6.48");
        assertThat(activity().getFirst()).startsWith("SYSTEM SWAP ACCEPTED");
    }

    @Test
    void filterOfTheActivityReadsAsTheServiceSays() {
        api.open("GOLD", "BUY", "1", "");

        assertThat(api.get("/history/activity?filter=type==POSITION;epic==GOLD,US500;status!=REJECTED")
                        .at("/activities"))
                .hasSize(1);
        assertThat(api.get("/history/activity?filter=source!=USER").at("/activities"))
                .hasSize(1);
        assertThat(api.get("/history/activity?filter=nonsense").status()).isEqualTo(400);
        assertThat(api.get("/history/activity?from=2026-03-01T08:00:00&to=2026-03-02T09:00:00")
                        .code())
                .isEqualTo("error.invalid.daterange");
        assertThat(api.get("/history/activity?from=2026-03-01").code()).isEqualTo("error.invalid.from");
    }

    @Test
    void guaranteedStopsNeedALevelAndANettingAccount() {
        assertThat(refused(",'guaranteedStop':true")).isEqualTo("error.validation.guaranteed-stop");
        assertThat(refused(",'guaranteedStop':true,'stopLevel':3480"))
                .isEqualTo("error.invalid.stoploss.maxvalue: 3465.00");
        assertThat(refused(",'trailingStop':true,'stopLevel':3480")).isEqualTo("error.validation.trailing-stop");
        api.put("/accounts/preferences", "{'hedgingMode':true}");
        assertThat(refused(",'guaranteedStop':true,'stopLevel':3400")).isEqualTo("error.validation.guaranteed-stop");
    }

    @Test
    void stopAmountIsTheLossInMoney() {
        String dealId = api.open("GOLD", "SELL", "2", ",'stopAmount':50,'profitAmount':30");

        JsonNode position = api.get("/positions/" + dealId).at("/position");

        assertThat(position.path("stopLevel").asText()).isEqualTo("3525.50");
        assertThat(position.path("profitLevel").asText()).isEqualTo("3485.50");
    }

    @Test
    void leftOverOrderOpensTheOtherWayAndBringsItsBracketOnlyForWhatItOpens() {
        api.open("GOLD", "BUY", "1", "");
        api.post(
                "/workingorders",
                "{'epic':'GOLD','direction':'SELL','size':3,'level':3510,'type':'LIMIT','stopDistance':15}");
        JsonNode order = api.get("/workingorders").at("/workingOrders/0/workingOrderData");
        quote("3511.00", "3511.50");

        assertThat(order.path("stopDistance").asText()).isEqualTo("15.00");
        assertThat(positions()).containsExactly("SELL 2 @ 3511.00");
        assertThat(api.get("/positions").at("/positions/0/position/stopLevel").asText())
                .isEqualTo("3525.00");
        assertThat(cash()).isEqualByComparingTo("100010.50");
    }

    @Test
    void orderWithoutMarginIsRejectedWhenItsPriceComes() {
        api.post("/workingorders", "{'epic':'GOLD','direction':'BUY','size':600,'level':3490,'type':'LIMIT'}");
        quote("3489.00", "3489.50");

        assertThat(positions()).isEmpty();
        assertThat(api.get("/workingorders").at("/workingOrders")).isEmpty();
        assertThat(activity().getFirst()).isEqualTo("SYSTEM WORKING_ORDER REJECTED BUY 600 3490.00");
    }
}

package io.tradetracker.broker.capital.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every pair of method and path that the service has, asked once on a venue of its own. */
class EveryRouteTest {
    private record Pair(String request, String body, String answer) {}

    /** P, O, R and W stand for a position, an order, a reference and a watchlist that exist. */
    private static final List<Pair> PAIRS = List.of(
            new Pair("GET /time", "", "serverTime"),
            new Pair("GET /ping", "", "status"),
            new Pair("GET /session/encryptionKey", "", "encryptionKey,timeStamp"),
            new Pair("POST /session", "L", "accountType,accountInfo,currencyIsoCode,currentAccountId,streamingHost"),
            new Pair("GET /session", "", "clientId,accountId,timezoneOffset,locale,currency,streamEndpoint"),
            new Pair(
                    "PUT /session",
                    "{'accountId':'300000000000000002'}",
                    "trailingStopsEnabled,dealingEnabled,hasActiveDemoAccounts,hasActiveLiveAccounts"),
            new Pair("DELETE /session", "", "status"),
            new Pair("GET /accounts", "", "accounts"),
            new Pair("GET /accounts/preferences", "", "hedgingMode,leverages"),
            new Pair("PUT /accounts/preferences", "{'leverages':{'SHARES':2},'hedgingMode':false}", "status"),
            new Pair("POST /accounts/topUp", "{'amount':-10}", "successful"),
            new Pair("GET /history/activity", "", "activities"),
            new Pair("GET /history/transactions", "", "transactions"),
            new Pair("GET /confirms/R", "", "dealStatus,status,dealId,affectedDeals,level,size,direction"),
            new Pair("GET /positions", "", "positions"),
            new Pair("POST /positions", "{'epic':'GOLD','direction':'BUY','size':1}", "dealReference"),
            new Pair("GET /positions/P", "", "position,market"),
            new Pair("PUT /positions/P", "{'stopLevel':3400}", "dealReference"),
            new Pair("DELETE /positions/P", "", "dealReference"),
            new Pair("GET /workingorders", "", "workingOrders"),
            new Pair(
                    "POST /workingorders",
                    "{'epic':'GOLD','direction':'BUY','size':1,'level':3400,'type':'LIMIT'}",
                    "dealReference"),
            new Pair("PUT /workingorders/O", "{'level':3300}", "dealReference"),
            new Pair("DELETE /workingorders/O", "", "dealReference"),
            new Pair("GET /marketnavigation", "", "nodes"),
            new Pair("GET /marketnavigation/hierarchy_v1.commodities_group", "", "markets"),
            new Pair("GET /markets?searchTerm=gol", "", "markets"),
            new Pair("GET /markets/GOLD", "", "instrument,dealingRules,snapshot"),
            new Pair("GET /prices/GOLD", "", "prices,instrumentType"),
            new Pair("GET /clientsentiment?marketIds=GOLD", "", "clientSentiments"),
            new Pair("GET /clientsentiment/GOLD", "", "marketId,longPositionPercentage,shortPositionPercentage"),
            new Pair("GET /watchlists", "", "watchlists"),
            new Pair("POST /watchlists", "{'name':'Mine','epics':['GOLD']}", "watchlistId,status"),
            new Pair("GET /watchlists/W", "", "markets"),
            new Pair("PUT /watchlists/W", "{'epic':'GOLD'}", "status"),
            new Pair("DELETE /watchlists/W", "", "status"),
            new Pair("DELETE /watchlists/W/GOLD", "", "status"));

    @Test
    void thereAreThirtySixPairs() {
        assertThat(PAIRS).hasSize(36);
        assertThat(PAIRS.stream().map(Pair::request)).doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> everyPairAnswers() {
        return PAIRS.stream().map(pair -> DynamicTest.dynamicTest(pair.request, () -> check(pair)));
    }

    private static void check(Pair pair) {
        try (CapitalSimulator venue = CapitalSimulator.builder()
                        .startAt(Instant.parse("2026-03-02T09:00:00Z"))
                        .market(MarketSpec.gold())
                        .account(AccountSpec.standard())
                        .account(AccountSpec.standard().withId("300000000000000002"))
                        .limits(Limits.none())
                        .start();
                Api api = Api.loggedIn(venue)) {
            venue.quote("GOLD", new BigDecimal("3500.00"), new BigDecimal("3500.50"));
            String[] parts = filled(api, pair.request).split(" ", 2);

            Api.Reply reply = "L".equals(pair.body) ? api.login() : api.send(parts[0], parts[1], pair.body);

            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
            assertThat(fields(reply)).contains(pair.answer.split(","));
            assertThat(reply.headers().firstValue("Content-Type").orElse(""))
                    .matches("(application/json|text/plain).*");
        }
    }

    private static List<String> fields(Api.Reply reply) {
        List<String> names = new ArrayList<>();
        reply.json().fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String filled(Api api, String request) {
        String order = "{'epic':'GOLD','direction':'BUY','size':1,'level':3400,'type':'LIMIT'}";
        String position = "{'epic':'GOLD','direction':'BUY','size':1}";
        String reference = api.post("/positions", position).at("/dealReference").asText();
        return request.replaceAll("/R$", "/" + reference)
                .replaceAll("/P$", "/" + api.open("GOLD", "BUY", "1", ""))
                .replaceAll(
                        "/O$",
                        "/"
                                + api.confirm(api.post("/workingorders", order))
                                        .path("dealId")
                                        .asText())
                .replaceAll(
                        "/W(?=$|/)",
                        "/"
                                + api.post("/watchlists", "{'name':'A','epics':['GOLD']}")
                                        .at("/watchlistId")
                                        .asText());
    }
}

package io.tradetracker.broker.capital.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamTest {
    private final CapitalSimulator venue = CapitalSimulator.builder()
            .startAt(Instant.parse("2026-03-02T09:00:00Z"))
            .market(MarketSpec.gold())
            .market(MarketSpec.us500())
            .account(AccountSpec.standard())
            .account(AccountSpec.standard().withId("300000000000000002"))
            .limits(Limits.none())
            .start();
    private final Api api = Api.loggedIn(venue);
    private final StreamClient stream = new StreamClient(venue, api);

    @AfterEach
    void close() {
        stream.close();
        api.close();
        venue.close();
    }

    private void quote(String bid, String ask) {
        venue.quote("GOLD", new BigDecimal(bid), new BigDecimal(ask));
    }

    private static List<String> texts(List<JsonNode> frames, String... fields) {
        return frames.stream()
                .map(frame -> String.join(
                        " ",
                        List.of(fields).stream()
                                .map(field -> frame.at("/payload/" + field).asText())
                                .toList()))
                .toList();
    }

    @Test
    void quotesComeToWhoSubscribedAndToNobodyElse() {
        JsonNode answer = stream.ask("marketData.subscribe", "{'epics':['GOLD','NONE']}");
        quote("3500.00", "3500.50");
        venue.quote("US500", new BigDecimal("6500"), new BigDecimal("6500.5"));

        List<JsonNode> frames = stream.untilPing();

        assertThat(answer.path("status").asText()).isEqualTo("OK");
        assertThat(answer.at("/payload/subscriptions/GOLD").asText()).isEqualTo("PROCESSED");
        assertThat(answer.at("/payload/subscriptions/NONE").asText()).isEqualTo("error.not-found.epic");
        assertThat(frames).hasSize(1);
        JsonNode quote = frames.getFirst();
        assertThat(quote.path("status").asText()).isEqualTo("OK");
        assertThat(quote.path("destination").asText()).isEqualTo("quote");
        assertThat(quote.has("correlationId")).isFalse();
        assertThat(quote.at("/payload/epic").asText()).isEqualTo("GOLD");
        assertThat(quote.at("/payload/product").asText()).isEqualTo("CFD");
        assertThat(quote.at("/payload/bid").asText()).isEqualTo("3500.00");
        assertThat(quote.at("/payload/ofr").asText()).isEqualTo("3500.50");
        assertThat(quote.at("/payload/timestamp").asLong())
                .isEqualTo(Instant.parse("2026-03-02T09:00:00Z").toEpochMilli());
    }

    @Test
    void unsubscribedQuotesStop() {
        stream.ask("marketData.subscribe", "{'epics':['GOLD']}");
        stream.ask("marketData.unsubscribe", "{'epics':['GOLD']}");
        quote("3500.00", "3500.50");

        assertThat(stream.untilPing()).isEmpty();
    }

    @Test
    void pingIsAnsweredWithItsCorrelationId() {
        JsonNode answer = stream.ask("ping", "");

        assertThat(answer.path("status").asText()).isEqualTo("OK");
        assertThat(answer.path("correlationId").asText()).isEqualTo("1");
        assertThat(answer.path("payload")).isEmpty();
    }

    @Test
    void closedBarIsToldOncePerSide() {
        JsonNode answer =
                stream.ask("OHLCMarketData.subscribe", "{'epics':['GOLD'],'resolutions':['MINUTE','MINUTE_5']}");
        quote("3500.00", "3500.50");
        venue.advance(Duration.ofSeconds(20));
        quote("3503.00", "3503.50");
        venue.advance(Duration.ofSeconds(20));
        quote("3499.00", "3499.50");
        venue.advance(Duration.ofSeconds(19));
        assertThat(stream.untilPing()).isEmpty();
        venue.advance(Duration.ofSeconds(1));

        assertThat(answer.at("/payload/subscriptions/GOLD:MINUTE:classic").asText())
                .isEqualTo("PROCESSED");
        List<JsonNode> frames = stream.untilPing();
        assertThat(texts(frames, "resolution", "priceType", "o", "h", "l", "c", "type"))
                .containsExactly(
                        "MINUTE bid 3500.00 3503.00 3499.00 3499.00 classic",
                        "MINUTE ask 3500.50 3503.50 3499.50 3499.50 classic");
        assertThat(frames.getFirst().at("/payload/t").asLong())
                .isEqualTo(Instant.parse("2026-03-02T09:00:00Z").toEpochMilli());
        venue.advance(Duration.ofSeconds(50));
        stream.ask("ping", "");
        for (int minute = 0; minute < 4; minute++) {
            venue.advance(Duration.ofSeconds(50));
            List<JsonNode> later = stream.untilPing();
            assertThat(later).hasSize(minute == 3 ? 2 : 0);
        }
        assertThat(venue.record().bars("GOLD", Resolution.MINUTE_5)).hasSize(1);
    }

    @Test
    void heikinAshiBarsAreSmoothed() {
        stream.ask("OHLCMarketData.subscribe", "{'epics':['GOLD'],'type':'heikin-ashi'}");
        quote("3500.00", "3500.50");
        venue.advance(Duration.ofSeconds(30));
        quote("3504.00", "3504.50");
        stream.untilPing();
        venue.advance(Duration.ofSeconds(30));
        quote("3508.00", "3508.50");
        stream.untilPing()
                .forEach(frame -> assertThat(frame.at("/payload/type").asText()).isEqualTo("heikin-ashi"));
        venue.advance(Duration.ofSeconds(50));
        stream.untilPing();
        venue.advance(Duration.ofSeconds(20));

        // open = (first open 3502 + first close 3502) / 2, close = 3508
        assertThat(texts(stream.untilPing(), "priceType", "o", "h", "l", "c").getFirst())
                .isEqualTo("bid 3502.0000 3508.00 3502.0000 3508.0000");
    }

    @Test
    void unsubscribeOfBarsWithoutDetailsEndsAllOfThem() {
        stream.ask("OHLCMarketData.subscribe", "{'epics':['GOLD'],'resolutions':['MINUTE','HOUR']}");

        JsonNode answer = stream.ask("OHLCMarketData.unsubscribe", "{'epics':['GOLD']}");

        assertThat(answer.at("/payload/subscriptions")).hasSize(2);
        quote("3500.00", "3500.50");
        venue.advance(Duration.ofSeconds(59));
        stream.untilPing();
        venue.advance(Duration.ofSeconds(5));
        assertThat(stream.untilPing()).isEmpty();
    }

    @Test
    void wrongTokensGetAnErrorFrameAndTheSocketStaysUsable() {
        String cst = api.cst();
        String security = api.securityToken();
        api.tokens("wrong", "wrong");

        JsonNode refused = stream.ask("marketData.subscribe", "{'epics':['GOLD']}");
        api.tokens(cst, security);

        assertThat(refused.path("status").asText()).isEqualTo("ERROR");
        assertThat(refused.path("destination").asText()).isEqualTo("marketData.subscribe");
        assertThat(refused.at("/payload/errorCode").asText()).isEqualTo("error.invalid.session.token");
        assertThat(stream.ask("marketData.subscribe", "{'epics':['GOLD']}")
                        .path("status")
                        .asText())
                .isEqualTo("OK");
    }

    @Test
    void fortyMarketsAreTheMost() {
        String epics = String.join(
                ",", IntStream.range(0, 41).mapToObj(i -> "'E" + i + "'").toList());

        JsonNode refused = stream.ask("marketData.subscribe", "{'epics':[" + epics + "]}");

        assertThat(refused.at("/payload/errorCode").asText()).isEqualTo("error.too-many.requests");
    }

    @Test
    void silentClientIsCutAfterAMinuteOfVenueTime() {
        venue.advance(Duration.ofSeconds(59));
        stream.ask("ping", "");
        venue.advance(Duration.ofSeconds(59));
        assertThat(venue.record().open().sockets()).isEqualTo(1);

        venue.advance(Duration.ofSeconds(1));

        assertThat(stream.ended()).isEqualTo(1006);
        assertThat(venue.record().open().sockets()).isZero();
    }

    @Test
    void switchedAccountEndsTheStreamUntilItIsSubscribedAnew() {
        stream.ask("marketData.subscribe", "{'epics':['GOLD']}");
        api.adopt(api.put("/session", "{'accountId':'300000000000000002'}"));
        quote("3500.00", "3500.50");
        assertThat(stream.untilPing()).isEmpty();

        stream.ask("marketData.subscribe", "{'epics':['GOLD']}");
        quote("3500.10", "3500.60");

        assertThat(stream.untilPing()).hasSize(1);
    }

    @Test
    void endedSessionHearsNothingMore() {
        stream.ask("marketData.subscribe", "{'epics':['GOLD']}");
        venue.faults().expireTokens();
        quote("3500.00", "3500.50");

        JsonNode next = stream.ask("ping", "");

        assertThat(next.at("/payload/errorCode").asText()).isEqualTo("error.invalid.session.token");
    }

    @Test
    void closedMarketIsSilent() {
        stream.ask("marketData.subscribe", "{'epics':['GOLD']}");
        venue.faults().closeMarket("GOLD");

        assertThat(catchThrowable(() -> quote("3500.00", "3500.50")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GOLD is closed");
        venue.faults().openMarket("GOLD");
        quote("3500.00", "3500.50");
        assertThat(stream.untilPing()).hasSize(1);
    }

    @Test
    void faultsOfTheStreamDoWhatTheySay() {
        stream.ask("marketData.subscribe", "{'epics':['GOLD']}");
        venue.faults().nextQuoteWithoutBid();
        quote("3500.00", "3500.50");
        venue.faults().nextQuoteWithoutAsk();
        quote("3500.00", "3500.60");
        venue.faults().sendError("error.too-many.requests");
        List<JsonNode> frames = stream.untilPing();
        assertThat(frames.get(0).at("/payload").has("bid")).isFalse();
        assertThat(frames.get(0).at("/payload/ofr").asText()).isEqualTo("3500.50");
        assertThat(frames.get(1).at("/payload").has("ofr")).isFalse();
        assertThat(frames.get(2).path("status").asText()).isEqualTo("ERROR");

        venue.faults().refuseNextSubscription("error.too-many.requests");
        assertThat(stream.ask("marketData.subscribe", "{'epics':['US500']}")
                        .at("/payload/errorCode")
                        .asText())
                .isEqualTo("error.too-many.requests");

        venue.faults().silence();
        quote("3500.00", "3500.70");
        stream.send("ping", "");
        venue.quote("GOLD", new BigDecimal("3500.00"), new BigDecimal("3500.80"));
        venue.faults().cutStreams();
        assertThat(stream.ended()).isEqualTo(1006);
    }

    @Test
    void faultsOfBarsDoWhatTheySay() {
        stream.ask("OHLCMarketData.subscribe", "{'epics':['GOLD']}");
        quote("3500.00", "3500.50");
        venue.advance(Duration.ofSeconds(57));
        venue.faults().barEarly("GOLD", Resolution.MINUTE);
        assertThat(stream.untilPing()).hasSize(2);
        venue.faults().nextBarMissing();
        venue.advance(Duration.ofSeconds(3));
        assertThat(stream.untilPing()).isEmpty();
        venue.faults().nextBarTwice();
        quote("3501.00", "3501.50");
        venue.advance(Duration.ofSeconds(55));
        stream.untilPing();
        venue.advance(Duration.ofSeconds(5));

        assertThat(texts(stream.untilPing(), "priceType", "c"))
                .containsExactly("bid 3501.00", "ask 3501.50", "bid 3501.00", "ask 3501.50");
        assertThat(venue.record().bars("GOLD", Resolution.MINUTE)).hasSize(2);
    }

    @Test
    void everyQuoteOfABurstArrivesInOrder() {
        stream.ask("marketData.subscribe", "{'epics':['GOLD']}");
        for (int i = 0; i < 2000; i++) {
            quote("3500." + (10 + i % 90), "3600." + (10 + i % 90));
        }

        List<JsonNode> frames = stream.untilPing();

        assertThat(texts(frames, "bid"))
                .isEqualTo(IntStream.range(0, 2000)
                        .mapToObj(i -> "3500." + (10 + i % 90))
                        .toList());
    }

    @Test
    void twoStreamsOfAnAccountLiveSideBySideUnlessToldOtherwise() {
        stream.ask("marketData.subscribe", "{'epics':['GOLD']}");
        try (StreamClient second = new StreamClient(venue, api)) {
            assertThat(second.ask("marketData.subscribe", "{'epics':['GOLD']}")
                            .path("status")
                            .asText())
                    .isEqualTo("OK");
            quote("3500.00", "3500.50");
            assertThat(second.untilPing()).hasSize(1);
            assertThat(stream.untilPing()).hasSize(1);

            venue.faults().onlyOneStream();
            assertThat(second.ask("marketData.subscribe", "{'epics':['US500']}")
                            .at("/payload/errorCode")
                            .asText())
                    .isEqualTo("error.too-many.requests");
        }
    }

    @Test
    void faultsByChanceHitAboutAsOftenAsTheySay() {
        stream.ask("marketData.subscribe", "{'epics':['GOLD']}");
        venue.faults().seed(3).byChance(StreamFault.QUOTE_WITHOUT_BID, 0.2);
        for (int i = 0; i < 500; i++) {
            quote("3500.00", "3500.50");
        }
        long without = stream.untilPing().stream()
                .filter(frame -> !frame.path("payload").has("bid"))
                .count();

        assertThat(without).isBetween(70L, 130L);
        venue.faults().byChance(StreamFault.CUT, 1);
        quote("3500.00", "3500.50");
        assertThat(stream.ended()).isEqualTo(1006);
    }
}

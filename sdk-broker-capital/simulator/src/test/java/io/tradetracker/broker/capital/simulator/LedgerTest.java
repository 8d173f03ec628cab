package io.tradetracker.broker.capital.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random requests and prices, and a ledger kept by hand from what the venue says it executed. */
class LedgerTest {
    private static final BigDecimal CASH = new BigDecimal("100000.00");

    /** What the ledger knows of a position. */
    private record Lot(Direction direction, BigDecimal size, BigDecimal level) {}

    private record Price(BigDecimal bid, BigDecimal ask) {
        BigDecimal closing(Direction direction) {
            return direction == Direction.BUY ? bid : ask;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void accountIsWhatItsExecutionsMakeOfIt(long seed) {
        Random random = new Random(seed);
        boolean hedging = seed % 2 == 0;
        try (CapitalSimulator venue = CapitalSimulator.builder()
                        .startAt(Instant.parse("2026-03-02T00:00:00Z"))
                        .market(MarketSpec.gold().withFee(null))
                        .account(AccountSpec.standard().withHedging(hedging))
                        .limits(Limits.none())
                        .trailingStops(true)
                        .sessions(Duration.ofDays(9), Duration.ofDays(9))
                        .seed(seed)
                        .start();
                Api api = Api.loggedIn(venue)) {
            Price price = new Price(new BigDecimal("3500.00"), new BigDecimal("3500.50"));
            venue.quote("GOLD", price.bid, price.ask);
            for (int step = 0; step < 250; step++) {
                venue.advance(Duration.ofSeconds(1 + random.nextInt(60)));
                if (random.nextInt(3) == 0) {
                    price = move(price, random);
                    venue.quote("GOLD", price.bid, price.ask);
                } else {
                    request(api, random, price);
                }
                check(venue, api, price, "seed " + seed + ", step " + step);
            }
            assertThat(venue.record().executions()).as("seed " + seed).hasSizeGreaterThan(50);
        }
    }

    private static Price move(Price last, Random random) {
        BigDecimal step = BigDecimal.valueOf(random.nextInt(6001) - 3000L, 2);
        BigDecimal bid = last.bid.add(step).max(new BigDecimal("2500"));
        return new Price(bid, bid.add(BigDecimal.valueOf(random.nextInt(100) + 1L, 2)));
    }

    private static void request(Api api, Random random, Price price) {
        String direction = random.nextBoolean() ? "BUY" : "SELL";
        String size = BigDecimal.valueOf(random.nextInt(2000) + 1L, 2).toPlainString();
        String deal = "{'epic':'GOLD','direction':'" + direction + "','size':" + size;
        switch (random.nextInt(6)) {
            case 0, 1 -> api.post("/positions", deal + bracket(random) + "}");
            case 2 -> api.post("/workingorders", deal + order(random, price) + "}");
            case 3 ->
                any(api, random, "/positions", "/positions", "/position/dealId")
                        .forEach(id -> api.delete("/positions/" + id));
            case 4 ->
                any(api, random, "/positions", "/positions", "/position/dealId")
                        .forEach(id -> api.put(
                                "/positions/" + id, "{" + bracket(random).replaceFirst(",", "") + "}"));
            default ->
                any(api, random, "/workingorders", "/workingOrders", "/workingOrderData/dealId")
                        .forEach(id -> api.delete("/workingorders/" + id));
        }
    }

    private static String bracket(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> ",'stopDistance':" + (10 + random.nextInt(60));
            case 1 -> ",'stopDistance':20,'profitDistance':" + (10 + random.nextInt(60));
            case 2 -> ",'trailingStop':true,'stopDistance':" + (10 + random.nextInt(60));
            default -> "";
        };
    }

    private static String order(Random random, Price price) {
        String level =
                price.bid.add(BigDecimal.valueOf(random.nextInt(101) - 50L)).toPlainString();
        return ",'type':'" + (random.nextBoolean() ? "LIMIT" : "STOP") + "','level':" + level + bracket(random);
    }

    private static List<String> any(Api api, Random random, String path, String list, String id) {
        JsonNode rows = api.get(path).at(list);
        return rows.isEmpty()
                ? List.of()
                : List.of(rows.get(random.nextInt(rows.size())).at(id).asText());
    }

    private static void check(CapitalSimulator venue, Api api, Price price, String when) {
        Map<String, Lot> lots = new LinkedHashMap<>();
        BigDecimal cash = CASH;
        for (Execution execution : venue.record().executions()) {
            cash = cash.add(book(lots, execution, when));
        }
        BigDecimal open = BigDecimal.ZERO;
        for (Lot lot : lots.values()) {
            open = open.add(profit(lot, lot.size, price.closing(lot.direction)));
        }
        JsonNode balance = api.get("/accounts").at("/accounts/0/balance");
        assertThat(balance.path("deposit").decimalValue()).as(when).isEqualByComparingTo(cash);
        assertThat(balance.path("profitLoss").decimalValue()).as(when).isEqualByComparingTo(open);
        assertThat(balance.path("balance").decimalValue()).as(when).isEqualByComparingTo(cash.add(open));
        assertThat(held(api)).as(when).isEqualTo(sizes(lots));
    }

    /** {@return what an execution adds to the cash} */
    private static BigDecimal book(Map<String, Lot> lots, Execution execution, String when) {
        assertThat(execution.size()).as(when).isPositive();
        if (execution.kind() == Execution.Kind.OPENED) {
            Lot lot = new Lot(execution.direction(), execution.size(), execution.level());
            assertThat(lots.put(execution.dealId(), lot)).as(when).isNull();
            return BigDecimal.ZERO;
        }
        Lot lot = lots.remove(execution.dealId());
        assertThat(lot).as(when).isNotNull();
        assertThat(execution.direction()).as(when).isNotEqualTo(lot.direction);
        BigDecimal left = lot.size.subtract(execution.size());
        assertThat(left.signum()).as(when).isEqualTo(execution.kind() == Execution.Kind.CLOSED ? 0 : 1);
        if (left.signum() > 0) {
            putFirst(lots, execution.dealId(), new Lot(lot.direction, left, lot.level));
        }
        return profit(lot, execution.size(), execution.level());
    }

    private static void putFirst(Map<String, Lot> lots, String dealId, Lot lot) {
        Map<String, Lot> others = new LinkedHashMap<>(lots);
        lots.clear();
        lots.put(dealId, lot);
        lots.putAll(others);
    }

    private static BigDecimal profit(Lot lot, BigDecimal size, BigDecimal level) {
        BigDecimal move = level.subtract(lot.level);
        BigDecimal gain = lot.direction == Direction.BUY ? move : move.negate();
        return gain.multiply(size).setScale(2, RoundingMode.HALF_UP);
    }

    private static Map<String, String> held(Api api) {
        Map<String, String> held = new HashMap<>();
        List<String> rows = new ArrayList<>();
        api.get("/positions").at("/positions").forEach(row -> {
            rows.add(row.at("/position/dealId").asText());
            held.put(
                    row.at("/position/dealId").asText(),
                    row.at("/position/size").decimalValue().stripTrailingZeros().toPlainString());
        });
        assertThat(rows).doesNotHaveDuplicates();
        return held;
    }

    private static Map<String, String> sizes(Map<String, Lot> lots) {
        Map<String, String> sizes = new HashMap<>();
        lots.forEach(
                (dealId, lot) -> sizes.put(dealId, lot.size.stripTrailingZeros().toPlainString()));
        return sizes;
    }
}

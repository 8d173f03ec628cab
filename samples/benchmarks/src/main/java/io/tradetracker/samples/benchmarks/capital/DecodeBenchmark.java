package io.tradetracker.samples.benchmarks.capital;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tradetracker.broker.capital.stream.Bar;
import io.tradetracker.broker.capital.stream.StreamDecoder;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reads messages of a stream, as the client does and in two other ways. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecodeBenchmark {
    private static final int MESSAGES = 1_024;

    /** Who reads: the client, the JSON reader alone, or the JSON reader into a tree. */
    @Param({"ours", "tokens", "tree"})
    public String reader = "ours";

    /** What is read. */
    @Param({"quote", "bar"})
    public String message = "quote";

    private final JsonFactory json = new JsonFactory();
    private final JsonMapper mapper = new JsonMapper();
    private final String[] messages = new String[MESSAGES];
    private final Sum sum = new Sum();
    private final StreamDecoder decoder = new StreamDecoder(sum);

    /** Makes messages of many prices and instruments. */
    @Setup
    public void make() {
        String[] epics = {"GOLD", "US500", "EURUSD", "BTCUSD", "OIL_CRUDE"};
        for (int i = 0; i < MESSAGES; i++) {
            double price = 3500 + (i * 37 % 1_000) / 100.0;
            String epic = epics[i % epics.length];
            messages[i] = message.equals("quote")
                    ? String.format(
                            Locale.ROOT,
                            "{\"status\":\"OK\",\"destination\":\"quote\",\"payload\":{\"epic\":\"%s\","
                                    + "\"product\":\"CFD\","
                                    + "\"bid\":%.2f,\"bidQty\":900.0,\"ofr\":%.2f,\"ofrQty\":850.0,\"timestamp\":%d}}",
                            epic,
                            price,
                            price + 0.5,
                            1_789_000_260_123L + i)
                    : String.format(
                            Locale.ROOT,
                            "{\"status\":\"OK\",\"destination\":\"ohlc.event\",\"payload\":{\"resolution\":\"MINUTE\","
                                    + "\"epic\":\"%s\",\"type\":\"classic\",\"priceType\":\"bid\",\"t\":%d,\"o\":%.2f,"
                                    + "\"h\":%.2f,\"l\":%.2f,\"c\":%.2f}}",
                            epic,
                            1_789_000_200_000L + i * 60_000L,
                            price,
                            price + 1,
                            price - 1,
                            price + 0.25);
        }
    }

    /** All messages. */
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public double read() throws IOException {
        for (String each : messages) {
            switch (reader) {
                case "ours" -> decoder.decode(each);
                case "tokens" -> pass(each);
                default -> {
                    var tree = mapper.readTree(each).path("payload");
                    sum.total += tree.path("bid").asDouble() + tree.path("c").asDouble();
                }
            }
        }
        return sum.total;
    }

    private void pass(String text) throws IOException {
        try (JsonParser parser = json.createParser(text)) {
            while (parser.nextToken() != null) {
                sum.total++;
            }
        }
    }

    private static final class Sum implements StreamDecoder.Sink {
        private double total;

        @Override
        public void quote(String epic, long timeMillis, double bid, double ask) {
            total += bid;
        }

        @Override
        public void bar(String epic, Bar bar) {
            total += bar.close();
        }

        @Override
        public void answer(String correlation, @Nullable String errorCode) {
            throw new IllegalStateException("no answer was made");
        }

        @Override
        public void unreadable(String reason) {
            throw new IllegalStateException(reason);
        }
    }
}

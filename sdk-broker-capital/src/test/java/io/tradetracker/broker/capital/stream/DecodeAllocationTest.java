package io.tradetracker.broker.capital.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.tradetracker.testkit.Allocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reading a quote leaves nothing behind but what the JSON reader itself makes. */
final class DecodeAllocationTest {
    private static final int MESSAGES = 1_000;
    private static final long SEED = 7;

    private final JsonFactory json = new JsonFactory();
    private double sum;

    @Test
    void aQuoteAllocatesNoMoreThanTheJsonReaderAlone() {
        List<String> quotes = new ArrayList<>();
        Random random = new Random(SEED);
        for (int i = 0; i < MESSAGES; i++) {
            quotes.add("{\"status\":\"OK\",\"destination\":\"quote\",\"payload\":{\"epic\":\"EPIC" + random.nextInt(5)
                    + "\",\"bid\":3500." + random.nextInt(10, 99) + ",\"ofr\":3501." + random.nextInt(10, 99)
                    + ",\"timestamp\":" + (1_789_000_000_000L + i) + "}}");
        }
        StreamDecoder decoder = new StreamDecoder(new Sum());
        long ours = Allocation.leastBytes(20, () -> quotes.forEach(decoder::decode));
        long reader = Allocation.leastBytes(20, () -> quotes.forEach(this::pass));

        assertThat(sum).as("seed " + SEED).isGreaterThan(0);
        assertThat((ours - reader) / (double) MESSAGES)
                .as("bytes above those of the JSON reader, for each quote")
                .isLessThan(16);
    }

    private void pass(String text) {
        try (JsonParser parser = json.createParser(text)) {
            while (parser.nextToken() != null) {
                sum++;
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private final class Sum implements StreamDecoder.Sink {
        @Override
        public void quote(String epic, long timeMillis, double bid, double ask) {
            sum += bid;
        }

        @Override
        public void bar(String epic, Bar bar) {
            throw new IllegalStateException("no candle was made");
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

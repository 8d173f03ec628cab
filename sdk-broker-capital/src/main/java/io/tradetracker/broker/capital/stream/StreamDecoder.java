package io.tradetracker.broker.capital.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tradetracker.broker.capital.rest.Resolution;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads one message at a time in one pass, whatever the order of its fields. Used by one thread at a time. */
public final class StreamDecoder {
    private static final long LATEST = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

    private final JsonFactory json = new JsonFactory();
    private final Sink sink;

    private @Nullable String status;
    private @Nullable String destination;
    private @Nullable String correlation;
    private @Nullable String errorCode;
    private @Nullable String epic;
    private @Nullable String resolution;
    private @Nullable String type;
    private @Nullable String priceType;
    private double bid;
    private double ask;
    private long time;
    private double open;
    private double high;
    private double low;
    private double close;
    private double volume;

    /** Makes a decoder. */
    public StreamDecoder(Sink sink) {
        this.sink = sink;
    }

    /** Takes what was read. */
    public interface Sink {
        /** A price changed. */
        void quote(String epic, long timeMillis, double bid, double ask);

        /** One side of a candle. */
        void bar(String epic, Bar bar);

        /**
         * A request was answered.
         *
         * @param correlation its name; empty when the service does not say
         * @param errorCode why it was refused; null when it was done
         */
        void answer(String correlation, @Nullable String errorCode);

        /** A message makes no sense. */
        void unreadable(String reason);
    }

    /** Reads a message and tells the sink. */
    public void decode(String message) {
        clear();
        try (JsonParser parser = json.createParser(message)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                sink.unreadable("a message that is no JSON object");
                return;
            }
            readObject(parser);
        } catch (IOException unreadable) {
            sink.unreadable("a message that is no JSON");
            return;
        }
        tell();
    }

    private void clear() {
        status = null;
        destination = null;
        correlation = null;
        errorCode = null;
        epic = null;
        resolution = null;
        type = null;
        priceType = null;
        bid = Double.NaN;
        ask = Double.NaN;
        time = Long.MIN_VALUE;
        open = Double.NaN;
        high = Double.NaN;
        low = Double.NaN;
        close = Double.NaN;
        volume = 0;
    }

    private void readObject(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT && field.equals("payload")) {
                readObject(parser);
            } else if (value.isStructStart()) {
                parser.skipChildren();
            } else if (value == JsonToken.VALUE_STRING) {
                readText(field, parser);
            } else if (value.isNumeric()) {
                readNumber(field, parser);
            }
        }
    }

    private void readText(String field, JsonParser parser) throws IOException {
        switch (field) {
            case "status" -> status = parser.getText();
            case "destination" -> destination = parser.getText();
            case "correlationId" -> correlation = parser.getText();
            case "errorCode" -> errorCode = parser.getText();
            case "epic" -> epic = parser.getText();
            case "resolution" -> resolution = parser.getText();
            case "type" -> type = parser.getText();
            case "priceType" -> priceType = parser.getText();
            default -> {
                // fields that nobody needs, and those that are new
            }
        }
    }

    private void readNumber(String field, JsonParser parser) throws IOException {
        switch (field) {
            case "bid" -> bid = parser.getDoubleValue();
            case "ofr" -> ask = parser.getDoubleValue();
            case "timestamp", "t" -> time = parser.getLongValue();
            case "o" -> open = parser.getDoubleValue();
            case "h" -> high = parser.getDoubleValue();
            case "l" -> low = parser.getDoubleValue();
            case "c" -> close = parser.getDoubleValue();
            case "lastTradedVolume" -> volume = parser.getDoubleValue();
            default -> {
                // fields that nobody needs, and those that are new
            }
        }
    }

    private void tell() {
        String what = destination == null ? "" : destination;
        switch (what) {
            case "quote" -> tellQuote();
            case "ohlc.event" -> tellBar();
            default -> sink.answer(correlation == null ? "" : correlation, refusal());
        }
    }

    private @Nullable String refusal() {
        if (errorCode != null) {
            return errorCode;
        }
        return "ERROR".equals(status) ? "error" : null;
    }

    private void tellQuote() {
        if (epic == null || !isMoment() || !Double.isFinite(bid) || !Double.isFinite(ask)) {
            sink.unreadable("a quote without one of epic, bid, ofr and timestamp");
        } else {
            sink.quote(epic, time, bid, ask);
        }
    }

    private void tellBar() {
        Resolution length = resolution();
        boolean classic = type == null || type.equals("classic");
        boolean sided = "bid".equals(priceType) || "ask".equals(priceType);
        boolean whole = Double.isFinite(open) && Double.isFinite(close) && isRange();
        if (epic == null || length == null || !sided || !isMoment() || !whole) {
            sink.unreadable("a candle without one of epic, resolution, priceType, t, o, h, l and c");
        } else if (classic) {
            sink.bar(epic, new Bar(length, "bid".equals(priceType), time, open, high, low, close, volume));
        }
    }

    private boolean isMoment() {
        return time > 0 && time < LATEST;
    }

    private boolean isRange() {
        return high >= Math.max(open, close) && low <= Math.min(open, close);
    }

    private @Nullable Resolution resolution() {
        if (resolution == null) {
            return null;
        }
        try {
            return Resolution.valueOf(resolution);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }
}

package io.tradetracker.samples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradetracker.core.candles.CandleKey;
import io.tradetracker.core.candles.Coverage;
import io.tradetracker.core.candles.StoredCandles;
import io.tradetracker.core.candles.TimeRange;

/** What is in a store, for people and for programs. */
final class StoredText {
    private StoredText() {}

    static String toText(StoredCandles stored) {
        StringBuilder text = new StringBuilder(stored.key() + ": " + stored.count() + " candles\n");
        stored.coverage()
                .ranges()
                .forEach(range -> text.append("  ").append(range).append('\n'));
        return text.toString();
    }

    static ObjectNode toJson(CandleKey key) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("source", key.source())
                .put("instrument", key.instrument().value())
                .put("timeframe", key.timeframe().toString())
                .put("side", key.side().name());
    }

    static ObjectNode toJson(StoredCandles stored) {
        ObjectNode json = toJson(stored.key()).put("candles", stored.count());
        putCoverage(json, stored.coverage());
        return json;
    }

    static void putCoverage(ObjectNode json, Coverage coverage) {
        ArrayNode ranges = json.putArray("covered");
        coverage.ranges().forEach(range -> put(ranges.addObject(), range));
    }

    static ObjectNode put(ObjectNode json, TimeRange range) {
        return json.put("from", range.from().toString()).put("to", range.to().toString());
    }
}

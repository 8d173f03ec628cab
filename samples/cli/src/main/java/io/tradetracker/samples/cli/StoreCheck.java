package io.tradetracker.samples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.core.candles.CandleGap;
import io.tradetracker.core.candles.CandleGaps;
import io.tradetracker.core.candles.CandleStore;
import io.tradetracker.core.candles.GapKind;
import io.tradetracker.core.candles.StoredCandles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading all candles of one key has shown.
 *
 * @param stored what the store says it has
 * @param gaps where candles are missing
 * @param damage why it cannot be read, null when it can
 */
record StoreCheck(
        StoredCandles stored,
        List<CandleGap> gaps,
        @Nullable String damage) {
    private static final int SHOWN = 10;

    static StoreCheck of(CandleStore store, StoredCandles stored) {
        try {
            return new StoreCheck(stored, CandleGaps.of(store, stored.key()), null);
        } catch (TradeTrackerException failed) {
            return new StoreCheck(stored, List.of(), String.valueOf(failed.getMessage()));
        }
    }

    boolean isGood() {
        return damage == null;
    }

    private List<CandleGap> gaps(GapKind kind) {
        return gaps.stream().filter(gap -> gap.kind() == kind).toList();
    }

    private static long missing(List<CandleGap> gaps) {
        return gaps.stream().mapToLong(CandleGap::missing).sum();
    }

    String toText() {
        StringBuilder text = new StringBuilder(StoredText.toText(stored));
        if (damage != null) {
            return text.append("  ").append(damage).append('\n').toString();
        }
        List<CandleGap> regular = gaps(GapKind.REGULAR);
        List<CandleGap> irregular = gaps(GapKind.IRREGULAR);
        text.append("  every candle can be read\n");
        text.append("  gaps of every week: " + regular.size() + ", " + missing(regular) + " candles missing\n");
        text.append("  other gaps: " + irregular.size() + ", " + missing(irregular) + " candles missing\n");
        irregular.stream()
                .limit(SHOWN)
                .forEach(gap -> text.append("    " + gap.missing() + " missing " + gap.range() + "\n"));
        int more = irregular.size() - SHOWN;
        return text.append(more > 0 ? "    and " + more + " more\n" : "").toString();
    }

    ObjectNode toJson() {
        ObjectNode json = StoredText.toJson(stored).put("good", isGood()).put("damage", damage);
        putGaps(json.putObject("regularGaps"), gaps(GapKind.REGULAR));
        putGaps(json.putObject("irregularGaps"), gaps(GapKind.IRREGULAR));
        return json;
    }

    private static void putGaps(ObjectNode json, List<CandleGap> gaps) {
        json.put("count", gaps.size()).put("missing", missing(gaps));
        ArrayNode first = json.putArray("first");
        gaps.stream()
                .limit(SHOWN)
                .forEach(gap -> StoredText.put(first.addObject(), gap.range()).put("missing", gap.missing()));
    }

    static String toJson(List<StoreCheck> checks) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("good", checks.stream().allMatch(StoreCheck::isGood));
        ArrayNode array = node.putArray("stored");
        checks.forEach(check -> array.add(check.toJson()));
        return JsonText.write(node);
    }
}

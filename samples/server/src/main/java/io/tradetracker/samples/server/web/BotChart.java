package io.tradetracker.samples.server.web;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.charts.Anchor;
import io.tradetracker.charts.ChartBuilder;
import io.tradetracker.charts.ChartSpec;
import io.tradetracker.charts.Layer;
import io.tradetracker.charts.Pane;
import io.tradetracker.charts.TradeMark;
import io.tradetracker.charts.Values;
import io.tradetracker.samples.server.board.BotSnapshot;
import io.tradetracker.samples.server.board.CandleLine;
import io.tradetracker.samples.server.board.FillLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a bot sees and did, as a chart: its closed candles, the indicators of its strategy and its positions. */
final class BotChart {
    private BotChart() {}

    /**
     * {@return a chart that may be added to}
     *
     * @param until the open time of the newest candle that is shown, in milliseconds since 1970 UTC
     */
    static ChartBuilder of(BotSnapshot bot, long until) {
        List<CandleLine> shown =
                bot.candles().stream().filter(each -> each.time() <= until).toList();
        List<FillLine> fills = bot.fills().stream()
                .filter(each ->
                        each.time().toEpochMilli() - bot.profile().market().candleMillis() < until)
                .toList();
        CandleSeries.Builder candles = CandleSeries.builder(
                Instrument.of(bot.profile().market().instrument()),
                Timeframe.parse(bot.profile().market().timeframe()));
        shown.forEach(each -> candles.add(each.time(), each.o(), each.h(), each.l(), each.c(), each.v()));
        ChartBuilder chart = ChartSpec.of(candles.build())
                .title(bot.profile().name())
                .decimals(bot.profile().market().priceDecimals())
                .trades(positions(fills));
        Set<String> names = new LinkedHashSet<>();
        shown.forEach(each -> names.addAll(each.plots().keySet()));
        names.forEach(name -> chart.study(Pane.PRICE, row(name, shown)));
        return chart;
    }

    private static Layer.Study row(String name, List<CandleLine> candles) {
        Values values = Values.of(candles.stream()
                .mapToDouble(each -> each.plots().getOrDefault(name, Double.NaN))
                .toArray());
        return Layer.Study.line(label(name), values);
    }

    /** {@return a name such as {@code sma(CLOSE,10)} as people write it: {@code SMA 10}} */
    private static String label(String name) {
        return name.replace("CLOSE,", "").replaceAll("[(),]+", " ").strip().toUpperCase(Locale.ROOT);
    }

    /** {@return positions from flat to flat, or to the other side, of fills that come newest first} */
    static List<TradeMark> positions(List<FillLine> fills) {
        List<TradeMark> marks = new ArrayList<>();
        OpenPosition held = OpenPosition.NONE;
        for (FillLine fill : fills.reversed()) {
            double change = fill.quantity().doubleValue() * (fill.side().equals("BUY") ? 1 : -1);
            Anchor place = new Anchor(fill.time(), fill.price().doubleValue());
            boolean wasOpenBefore = held.isFlat() && fill.result() != null;
            OpenPosition after = wasOpenBefore ? OpenPosition.NONE : held.plus(change, place);
            if (held.isEndedBy(after)) {
                marks.add(held.mark(place));
            }
            held = after;
        }
        if (!held.isFlat()) {
            marks.add(held.openMark());
        }
        return marks;
    }

    /**
     * A position as it is.
     *
     * @param quantity below zero for a short one
     * @param price the mean of its entries
     * @param since when it was opened
     */
    private record OpenPosition(double quantity, double price, Instant since) {
        private static final double NOTHING = 1e-9;
        static final OpenPosition NONE = new OpenPosition(0, 0, Instant.EPOCH);

        boolean isFlat() {
            return Math.abs(quantity) <= NOTHING;
        }

        boolean isEndedBy(OpenPosition after) {
            return !isFlat() && Math.signum(after.quantity) != Math.signum(quantity);
        }

        OpenPosition plus(double change, Anchor at) {
            double after = quantity + change;
            if (Math.abs(after) <= NOTHING) {
                return NONE;
            }
            if (isFlat() || Math.signum(after) != Math.signum(quantity)) {
                return new OpenPosition(after, at.price(), at.time());
            }
            boolean grows = Math.signum(change) == Math.signum(quantity);
            double mean = grows ? (price * quantity + at.price() * change) / after : price;
            return new OpenPosition(after, mean, since);
        }

        TradeMark mark(Anchor end) {
            return TradeMark.of(quantity > 0, new Anchor(since, price), end);
        }

        TradeMark openMark() {
            return TradeMark.of(quantity > 0, new Anchor(since, price), null);
        }
    }
}

package io.tradetracker.charts.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.charts.Anchor;
import io.tradetracker.charts.ChartException;
import io.tradetracker.charts.ChartSize;
import io.tradetracker.charts.ChartSpec;
import io.tradetracker.charts.ChartType;
import io.tradetracker.charts.Colour;
import io.tradetracker.charts.Drawing;
import io.tradetracker.charts.PriceScale;
import io.tradetracker.charts.Theme;
import io.tradetracker.charts.TradeMark;
import io.tradetracker.charts.encode.Fonts;
import io.tradetracker.charts.render.ChartGeometry;
import io.tradetracker.charts.render.ChartPicture;
import io.tradetracker.json.JsonMappers;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChartRequestTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private static CandleSeries candles(int size) {
        CandleSeries.Builder builder = CandleSeries.builder(Instrument.of("GOLD"), Timeframe.M1);
        for (int i = 0; i < size; i++) {
            double price = 100 + 5 * Math.sin(i / 9.0);
            builder.add(START.toEpochMilli() + 60_000L * i, price, price + 1, price - 1, price, 1 + i % 7);
        }
        return builder.build();
    }

    @Test
    void meansTheSameAsTheBuilder() {
        ChartSpec read = ChartRequest.parse("""
                {"last": 120, "type": "renko(0.5)", "scale": "log", "indicators": ["sma(20)", "rsi"], "volume": "pane",
                 "title": "Gold", "locale": "de", "zone": "Europe/Berlin", "decimals": 2, "theme": "dark",
                 "size": "600x400@2", "quote": {"bid": 99.5, "ask": 100.5}}
                """).chart(candles(300));

        assertThat(read)
                .isEqualTo(ChartSpec.of(candles(300))
                        .last(120)
                        .type(new ChartType.Renko(0.5))
                        .scale(PriceScale.LOG)
                        .volumePane()
                        .indicator("sma(20)")
                        .indicator("rsi")
                        .quote(99.5, 100.5)
                        .title("Gold")
                        .locale(Locale.GERMAN)
                        .zone(ZoneId.of("Europe/Berlin"))
                        .decimals(2)
                        .theme(Theme.DARK)
                        .size(new ChartSize(600, 400, 2))
                        .build());
        assertThat(ChartRequest.parse("{}").chart(candles(300)))
                .isEqualTo(ChartSpec.of(candles(300)).build());
    }

    @Test
    void showsATime() {
        ChartSpec read = ChartRequest.parse("{\"from\":\"2026-03-02T00:10:00Z\",\"to\":\"2026-03-02T00:30:00Z\"}")
                .chart(candles(300));
        assertThat(read.view().size()).isEqualTo(20);
        assertThat(ChartRequest.parse("{\"from\":\"2026-03-02T00:10:00Z\"}")
                        .chart(candles(300))
                        .view()
                        .size())
                .isEqualTo(290);
        assertThat(ChartRequest.parse("{\"to\":\"2026-03-02T00:10:00Z\"}")
                        .chart(candles(0))
                        .view()
                        .size())
                .isZero();
    }

    @Test
    void readsEveryKindOfDrawingAndPositions() {
        ChartSpec read = ChartRequest.parse("""
                {"drawings": [
                  {"kind": "horizontal_line", "price": 101.5, "label": "R1", "colour": "#ff0000"},
                  {"kind": "vertical_line", "time": "2026-03-02T00:10:00Z"},
                  {"kind": "trend_line", "from": {"time": "2026-03-02T00:10:00Z", "price": 100},
                   "to": {"time": "2026-03-02T00:20:00Z", "price": 101}, "extend": true},
                  {"kind": "channel", "from": {"time": "2026-03-02T00:10:00Z", "price": 100},
                   "to": {"time": "2026-03-02T00:20:00Z", "price": 101}, "height": -2},
                  {"kind": "zone", "from": {"time": "2026-03-02T00:10:00Z", "price": 100},
                   "to": {"time": "2026-03-02T00:20:00Z", "price": 101}},
                  {"kind": "fibonacci", "from": {"time": "2026-03-02T00:10:00Z", "price": 100},
                   "to": {"time": "2026-03-02T00:20:00Z", "price": 101}},
                  {"kind": "text", "at": {"time": "2026-03-02T00:10:00Z", "price": 100}, "text": "here"},
                  {"kind": "arrow", "at": {"time": "2026-03-02T00:10:00Z", "price": 100}, "up": true}],
                 "trades": [{"side": "short", "entry": {"time": "2026-03-02T00:10:00Z", "price": 100},
                   "stops": [{"time": "2026-03-02T00:10:00Z", "price": 103}], "label": "open"}],
                 "patterns": ["all"]}
                """).chart(candles(300));

        assertThat(read.panes().getFirst().drawings()).hasSize(8);
        assertThat(read.panes().getFirst().drawings().getFirst())
                .isEqualTo(new Drawing.HorizontalLine(101.5, "R1", Colour.of("#ff0000")));
        assertThat(read.panes().getFirst().layers().toString())
                .contains(new TradeMark(
                                false,
                                new Anchor(START.plusSeconds(600), 100),
                                null,
                                List.of(new Anchor(START.plusSeconds(600), 103)),
                                List.of(),
                                "open")
                        .toString())
                .contains("Formations");
    }

    @Test
    void readsAThemeOfOnesOwn() {
        ChartSpec read = ChartRequest.parse("""
                {"theme": {"name": "paper", "fonts": ["Noto Serif"], "fontSize": 12,
                  "surface": {"background": "#fffdf5", "grid": "#eee", "border": "#cccccc", "label": "#333333",
                              "text": "#000000", "tag": "#333333"},
                  "data": {"rising": "#00aa00", "falling": "#aa0000", "risingVolume": "#00aa0059",
                           "fallingVolume": "#aa000059", "lines": ["#0000ff"]}}}
                """.replace("#eee\"", "#eeeeee\"")).chart(candles(10));

        assertThat(read.theme().name()).isEqualTo("paper");
        assertThat(read.theme().data().lines()).containsExactly(Colour.of("#0000ff"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            [] | chart: Cannot deserialize
            null | chart must be described by a JSON object
            {"lasst": 5} | chart.lasst: Unrecognized field "lasst"
            {"last": 5, "last": 6} | chart: Duplicate field 'last'
            {"last": "5"} | chart.last: Cannot
            {"last": 0} | at least 1 candle, not 0
            {"last": 5, "from": "2026-03-02T00:10:00Z"} | 'last' takes the place of 'from' and 'to'
            {"from": "yesterday"} | chart.from: Cannot
            {"from": "2026-03-03T00:00:00Z", "to": "2026-03-02T00:00:00Z"} | which is before
            {"type": "kagi"} | there is no chart type 'kagi'
            {"type": "renko(x)"} | must have numbers in its brackets
            {"type": "renko(1,2)"} | takes at most 1 numbers
            {"type": "line(1)"} | takes no numbers
            {"type": "point_and_figure(1,2.5)"} | must be a whole number of boxes
            {"type": 7} | chart.type: must be a text
            {"scale": "logg"} | there is no scale 'logg'; there are linear, log and percent
            {"volume": "yes"} | chart.volume: 'yes' must be none, overlay or pane
            {"indicators": ["smaa"]} | there is no indicator 'smaa'
            {"indicators": "sma"} | chart.indicators: Cannot
            {"patterns": ["triple_shoulder"]} | there is no chart pattern 'triple_shoulder'
            {"zone": "Mars"} | chart.zone: there is no time zone 'Mars'
            {"locale": "!"} | chart.locale: '!' must be a language tag
            {"decimals": 99} | decimals 99 must be 0 to 12
            {"theme": "pink"} | there is no theme 'pink'; there are light and dark
            {"theme": {"name": "x"}} | chart.theme.fontSize
            {"size": "huge"} | chart size 'huge' must be desktop, phone, print
            {"size": {"width": 10, "height": 10, "scale": 1}} | must be 120 to 8192 pixels wide
            {"size": "999999x999999"} | must be 120 to 8192 pixels wide
            {"quote": {"bid": 2, "ask": 1}} | bid 2.0 and ask 1.0
            {"quote": {"bid": 2}} | chart.quote.ask
            {"drawings": [{"price": 1}]} | chart.drawings[0]: a drawing needs a kind
            {"drawings": [{"kind": "circle"}]} | zone, fibonacci, text or arrow, not circle
            {"drawings": [null]} | chart.drawings[0]: must be an object, not null
            {"drawings": [{"kind": "zone", "from": HERE}]} | chart.drawings[0]: 'to' is missing
            {"drawings": [{"kind": "text", "at": {"price": 1}, "text": "x"}]} | chart.drawings[0].at: 'time' is missing
            {"drawings": [{"kind": "horizontal_line", "price": 1, "colour": "red"}]} | drawings[0].colour: colour 'red'
            {"drawings": [{"kind": "horizontal_line", "price": "NaN"}]} | drawings[0]: price NaN of a drawing must be
            {"trades": [{"side": "up", "entry": HERE}]} | chart.trades[0].side: 'up' must be long or short
            {"trades": [{"side": "long"}]} | chart.trades[0]: 'entry' is missing
            {"trades": [{"side": "long", "entry": HERE, "stops": [null]}]} | a stop or target is null
            {"title": "x"} trailing | chart: Unrecognized token
            { | chart: Unexpected end-of-input
            """)
    void saysWhatIsWrongAndWhere(String json, String complaint) {
        String whole = json.replace("HERE", "{\"time\":\"2026-03-02T00:10:00Z\",\"price\":1}");
        assertThatThrownBy(() -> ChartRequest.parse(whole).chart(candles(300)))
                .isInstanceOf(ChartException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void takesOnlySoMany() {
        String many = "\"rsi\",".repeat(33);
        assertThatThrownBy(() -> ChartRequest.parse("{\"indicators\":[" + many.substring(0, many.length() - 1) + "]}"))
                .hasMessageContaining("chart.indicators: at most 32 are drawn, but there are 33");
    }

    @Test
    void tellsAPageWhereEverythingIs() throws IOException {
        ChartSpec spec = ChartRequest.parse(
                        "{\"last\":50,\"indicators\":[\"sma(20)\",\"rsi\"],\"size\":\"600x400\",\"title\":\"G\"}")
                .chart(candles(60));
        ChartPicture picture = ChartPicture.of(spec, new Fonts());
        ChartGeometry geometry = picture.geometry();

        JsonNode json =
                JsonMappers.strict().readTree(ChartJson.of(spec, picture).toString());

        assertThat(json.get("version").asInt()).isEqualTo(1);
        assertThat(json.get("instrument").asText()).isEqualTo("GOLD");
        assertThat(json.at("/columns/time")).hasSize(50);
        assertThat(json.at("/columns/close/49").asDouble())
                .isEqualTo(candles(60).close(59));
        assertThat(json.at("/x/first").asDouble()).isEqualTo(geometry.firstX());
        assertThat(json.at("/panes/1/id").asText()).isEqualTo("rsi");
        JsonNode pane = json.at("/panes/0");
        double middle = (pane.get("high").asDouble() + pane.get("low").asDouble()) / 2;
        assertThat(geometry.panes().getFirst().yOf(middle))
                .isCloseTo(pane.get("y").asDouble() + pane.get("height").asDouble() / 2, within(1e-9));
        assertThat(json.at("/panes/0/rows/0/label").asText()).contains("SMA 20");
        assertThat(json.at("/panes/0/rows/0/values/0").isNull())
                .as("the mean of 20 begins with candle 19, the view with 10")
                .isTrue();
        assertThat(json.at("/panes/0/rows/0/values/9").isNumber()).isTrue();
    }
}

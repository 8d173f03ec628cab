package io.tradetracker.charts.render;

import io.tradetracker.charts.ChartSpec;
import io.tradetracker.charts.Colour;
import io.tradetracker.charts.Layer;
import io.tradetracker.charts.axis.NumberText;
import io.tradetracker.charts.candles.Bars;
import java.util.ArrayList;
import java.util.List;

/** Names and newest values of what a pane shows, at its upper left. */
final class Legend {
    private static final double LEFT = 8;

    private final ChartSpec spec;
    private final PaneLayout pane;
    private final NumberText numbers;
    private final Canvas canvas;
    private final List<Placed> placed = new ArrayList<>();

    Legend(ChartSpec spec, PaneLayout pane, NumberText numbers, Canvas canvas) {
        this.spec = spec;
        this.pane = pane;
        this.numbers = numbers;
        this.canvas = canvas;
    }

    private record Part(String text, Colour colour, boolean bold) {}

    private record Placed(Part part, Rect place) {}

    /** Finds room for all parts, so that no other label goes there; they are painted over everything later. */
    void place() {
        double line = Math.ceil(canvas.lettering().height() * 1.25);
        double y = pane.plot().y() + 4 + line / 2;
        double most = pane.plot().y() + pane.plot().height() * 0.5;
        for (List<Part> row : rows()) {
            if (y + line / 2 > most && y > pane.plot().y() + line) {
                break;
            }
            y = place(row, y, line);
        }
    }

    /** Places a row, and what there is no room for in the next. {@return where the next row may begin} */
    private double place(List<Part> row, double top, double line) {
        double y = top;
        double x = LEFT;
        double end = pane.plot().right() - 4;
        Lettering lettering = canvas.lettering();
        double height = lettering.height();
        for (Part part : row) {
            double width = part.bold ? lettering.boldWidth(part.text) : lettering.width(part.text);
            if (x + width > end && x > LEFT) {
                x = LEFT;
                y += line;
            }
            Rect place = new Rect(x - 1, y - height / 2, width + 2, height);
            canvas.labels().take(place);
            placed.add(new Placed(part, place));
            x += width + 8;
        }
        return y + line;
    }

    void paint() {
        Lettering lettering = canvas.lettering();
        Colour plate = canvas.theme().surface().background().opacity(0.7);
        for (Placed each : placed) {
            Rect place = each.place;
            canvas.fill(place.x(), place.y(), place.right(), place.bottom(), plate);
            double x = place.x() + 1;
            double y = place.y() + place.height() / 2;
            if (each.part.bold) {
                lettering.drawBold(canvas.graphics(), each.part.text, x, y, each.part.colour);
            } else {
                lettering.draw(canvas.graphics(), each.part.text, x, y, each.part.colour);
            }
        }
    }

    private List<List<Part>> rows() {
        List<List<Part>> rows = new ArrayList<>();
        if (pane.pane().showsPrices()) {
            rows.add(prices());
        }
        if (pane.pane().layers().stream().anyMatch(each -> each instanceof Layer.Volume volume && !volume.overlay())) {
            rows.add(volume());
        }
        for (StudyRows study : pane.studies()) {
            rows.add(study(study));
        }
        return rows;
    }

    private List<Part> prices() {
        List<Part> parts = new ArrayList<>();
        Colour text = canvas.theme().surface().text();
        Colour label = canvas.theme().surface().label();
        parts.add(new Part(spec.candles().instrument().id().value(), text, true));
        parts.add(new Part(spec.candles().timeframe().toString(), label, false));
        Bars bars = canvas.columns().bars();
        int last = bars.size() - 1;
        if (last < 0) {
            return parts;
        }
        Colour colour = bars.rises(last)
                ? canvas.theme().data().rising()
                : canvas.theme().data().falling();
        double[] prices = {bars.open(last), bars.high(last), bars.low(last), bars.close(last)};
        String[] names = {"O", "H", "L", "C"};
        int decimals = Math.max(0, pane.decimals());
        for (int i = 0; i < prices.length; i++) {
            parts.add(new Part(names[i] + " " + numbers.fixed(prices[i], decimals), colour, false));
        }
        double before = last == 0 ? bars.open(0) : bars.close(last - 1);
        if (before != 0) {
            parts.add(new Part(numbers.percent(100 * (bars.close(last) / before - 1), 2), colour, false));
        }
        return parts;
    }

    private List<Part> volume() {
        Bars bars = canvas.columns().bars();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("Volume", canvas.theme().surface().label(), false));
        if (bars.size() > 0) {
            parts.add(new Part(
                    numbers.compact(bars.volume(bars.size() - 1)),
                    canvas.theme().surface().text(),
                    false));
        }
        return parts;
    }

    private List<Part> study(StudyRows study) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(study.label(), canvas.theme().surface().label(), false));
        for (Row row : study.rows()) {
            double last = row.last();
            if (!Double.isNaN(last)) {
                parts.add(new Part(Tags.text(pane, last, numbers), row.colour(), false));
            }
        }
        return parts;
    }
}

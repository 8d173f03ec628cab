package io.tradetracker.charts.render;

import io.tradetracker.charts.Colour;
import io.tradetracker.charts.Theme;
import io.tradetracker.charts.axis.NumberText;
import io.tradetracker.charts.axis.Tick;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Values in boxes at the axis of a pane. They are moved apart where they would cover each other. For one picture. */
final class Tags {
    private final PaneLayout pane;
    private final Lettering lettering;
    private final List<Tag> tags = new ArrayList<>();

    Tags(PaneLayout pane, Lettering lettering) {
        this.pane = pane;
        this.lettering = lettering;
    }

    /** {@return a value as this pane's tags tell it} */
    static String text(PaneLayout pane, double value, NumberText numbers) {
        if (Double.isNaN(value)) {
            return "";
        }
        return pane.decimals() == -2 ? numbers.compact(value) : pane.axis().text(value, numbers, pane.decimals());
    }

    /** Adds a tag; one whose value is not in view is left out. */
    void add(double value, Colour colour, NumberText numbers) {
        double y = pane.axis().y(value);
        if (y >= pane.plot().y() && y <= pane.plot().bottom()) {
            tags.add(new Tag(y, text(pane, value, numbers), colour));
        }
    }

    /** Draws tags, and between them labels of the axis. */
    void paint(Graphics2D graphics, double dots, Theme theme) {
        double height = Math.ceil(lettering.height() + 2);
        List<Tag> placed = apart(height);
        double x = pane.plot().right();
        for (Tick tick : pane.ticks()) {
            double half = lettering.height() / 2;
            boolean fits = tick.at() - half >= pane.plot().y()
                    && tick.at() + half <= pane.plot().bottom();
            if (fits && placed.stream().noneMatch(tag -> Math.abs(tag.y - tick.at()) < half + height / 2)) {
                lettering.draw(
                        graphics,
                        tick.label(),
                        x + 6,
                        tick.at(),
                        theme.surface().label());
            }
        }
        for (Tag tag : placed) {
            double top = Math.rint((tag.y - height / 2) * dots) / dots;
            double width = Math.max(lettering.width(tag.text) + 10, 12);
            graphics.setColor(Lettering.colour(tag.colour));
            graphics.fill(new Rectangle2D.Double(x + 1, top, width, height));
            lettering.draw(graphics, tag.text, x + 6, top + height / 2, ink(tag.colour));
        }
    }

    /** {@return black or white, whichever is read better on a colour} */
    static Colour ink(Colour ground) {
        double light = 0.299 * ground.red() + 0.587 * ground.green() + 0.114 * ground.blue();
        return new Colour(light > 150 ? 0xff131722 : 0xffffffff);
    }

    private List<Tag> apart(double height) {
        List<Tag> sorted = new ArrayList<>(tags);
        sorted.sort(Comparator.comparingDouble(Tag::y));
        double[] y = new double[sorted.size()];
        double least = pane.plot().y() + height / 2;
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.max(sorted.get(i).y, least);
            least = y[i] + height;
        }
        double most = pane.plot().bottom() - height / 2;
        for (int i = y.length - 1; i >= 0; i--) {
            y[i] = Math.min(y[i], most);
            most = y[i] - height;
        }
        List<Tag> placed = new ArrayList<>();
        for (int i = 0; i < y.length; i++) {
            if (y[i] >= pane.plot().y() + height / 2 - 0.5) {
                placed.add(new Tag(y[i], sorted.get(i).text, sorted.get(i).colour));
            }
        }
        return placed;
    }

    private record Tag(double y, String text, Colour colour) {}
}

package io.tradetracker.charts.encode;

import io.tradetracker.charts.ChartError;
import io.tradetracker.charts.ChartException;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The fonts of this machine. Made once, at start-up: a machine that has none says so then, and not in the middle of a
 * picture. Immutable and safe for use by several threads.
 */
public final class Fonts {
    /** Families that look alike wherever they are installed, best first. */
    private static final List<String> USUAL =
            List.of("DejaVu Sans", "Noto Sans", "Liberation Sans", "Arial", "Helvetica", "Segoe UI");

    private static final int MOST_SIZES = 64;

    private final Map<String, String> installed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<Font, LetterSizes> sizes = new ConcurrentHashMap<>();

    /**
     * Looks which fonts there are.
     *
     * @throws ChartException when there is none; it names the packages to install
     */
    public Fonts() {
        try {
            GraphicsEnvironment machine = GraphicsEnvironment.getLocalGraphicsEnvironment();
            for (String family : machine.getAvailableFontFamilyNames(Locale.ROOT)) {
                installed.put(family, family);
            }
            Font font = new Font(family(List.of()), Font.PLAIN, 11);
            font.getStringBounds("0", new FontRenderContext(null, true, true));
        } catch (RuntimeException | LinkageError | InternalError noFonts) {
            throw missing(noFonts);
        }
        if (installed.isEmpty()) {
            throw missing(new IllegalStateException("no font family is installed"));
        }
    }

    private static ChartException missing(Throwable cause) {
        String text = "this machine has no fonts, so that no chart can be drawn: install one and the library that finds"
                + " it, on Debian and Ubuntu with: apt-get install fontconfig fonts-dejavu-core";
        return new ChartException(ChartError.NO_FONTS, text, cause);
    }

    /**
     * {@return a font for texts of any kind}
     *
     * @param families the first that is installed is taken; the usual ones when none is
     * @param style {@link Font#PLAIN} or {@link Font#BOLD}
     * @param size in pixels
     */
    public Font font(List<String> families, int style, double size) {
        return new Font(family(families), style, 1).deriveFont((float) size);
    }

    /**
     * {@return a font that has all letters of a text: this one when it has, else the first that has, else this one}
     *
     * @param font preferred
     */
    public Font having(Font font, String text) {
        if (font.canDisplayUpTo(text) < 0) {
            return font;
        }
        for (String family : installed.values()) {
            Font other = new Font(family, font.getStyle(), 1);
            if (other.canDisplayUpTo(text) < 0) {
                return other.deriveFont(font.getSize2D());
            }
        }
        return font;
    }

    /** {@return how large the letters of a font are, measured once while there are not very many fonts} */
    public LetterSizes sizes(Font font) {
        LetterSizes known = sizes.get(font);
        if (known != null) {
            return known;
        }
        return sizes.size() < MOST_SIZES ? sizes.computeIfAbsent(font, LetterSizes::new) : new LetterSizes(font);
    }

    private String family(List<String> wanted) {
        for (List<String> families : List.of(wanted, USUAL)) {
            for (String family : families) {
                String found = installed.get(family);
                if (found != null) {
                    return found;
                }
            }
        }
        return Font.SANS_SERIF;
    }
}

package io.tradetracker.samples.server.bot;

import io.tradetracker.api.market.Timeframe;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says a strategy's reason without its formulas: {@code sma(CLOSE,10) crossed below sma(CLOSE,30)} on minutes becomes
 * "The 10-minute average fell below the 30-minute average." What it does not understand it leaves alone.
 */
final class PlainWords {
    private static final String TERM = "([a-z]+\\([A-Z0-9,. ]*\\)|close|[0-9.]+)";
    private static final Pattern SENTENCE =
            Pattern.compile(TERM + " (?:(crossed|came back) )?(above|below|reached) " + TERM);
    private static final Pattern INDICATOR = Pattern.compile("([a-z]+)\\((?:[A-Z]+[0-9]*,\\s*)?([0-9]+)\\)");
    private static final Map<String, String> AVERAGES =
            Map.of("sma", "average", "ema", "exponential average", "wma", "weighted average");

    private final Timeframe timeframe;

    PlainWords(Timeframe timeframe) {
        this.timeframe = timeframe;
    }

    /** {@return the sentence; empty when there is none} */
    String of(String reason) {
        Matcher parts = SENTENCE.matcher(reason);
        if (!parts.matches()) {
            return "";
        }
        String verb = verb(group(parts, 1), group(parts, 2), group(parts, 3));
        return term(group(parts, 1))
                .flatMap(first -> term(group(parts, 4)).map(second -> first + " " + verb + " " + second + "."))
                .map(sentence -> sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1))
                .orElse("");
    }

    private static String verb(String what, String how, String where) {
        if (where.equals("reached")) {
            return where;
        }
        String moved = what.equals("close") ? "closed" : where.equals("above") ? "rose" : "fell";
        return moved + (how.equals("came back") ? " back " : " ") + where;
    }

    private Optional<String> term(String text) {
        Matcher indicator = INDICATOR.matcher(text);
        if (!indicator.matches()) {
            return text.equals("close")
                    ? Optional.of("the price")
                    : Optional.of(text).filter(each -> each.matches("[0-9.]+"));
        }
        String name = group(indicator, 1);
        int length = Integer.parseInt(group(indicator, 2));
        return AVERAGES.containsKey(name)
                ? Optional.of("the " + span(length) + " " + AVERAGES.get(name))
                : Optional.of("the " + name.toUpperCase(Locale.ROOT) + " of " + length + " candles");
    }

    private static String group(Matcher matcher, int number) {
        return Objects.requireNonNullElse(matcher.group(number), "");
    }

    private String span(int candles) {
        long minutes = timeframe.duration().toMinutes() * candles;
        if (minutes == 0) {
            return candles + "-candle";
        }
        long days = timeframe.duration().toDays() * candles;
        long hours = timeframe.duration().toHours() * candles;
        return days > 0 ? days + "-day" : hours > 0 ? hours + "-hour" : minutes + "-minute";
    }
}

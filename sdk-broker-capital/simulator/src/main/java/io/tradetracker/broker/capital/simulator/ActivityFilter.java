package io.tradetracker.broker.capital.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One condition of an activity filter such as {@code type==POSITION;epic!=GOLD,US500}.
 *
 * @param field what is compared
 * @param equal whether it must be one of the values, or none of them
 * @param values to compare with
 */
record ActivityFilter(Function<Activity, String> field, boolean equal, List<String> values)
        implements Predicate<Activity> {

    static Predicate<Activity> parse(String text) {
        return Arrays.stream(text.split(";", -1))
                .map(ActivityFilter::condition)
                .map(condition -> (Predicate<Activity>) condition)
                .reduce(row -> true, Predicate::and);
    }

    private static ActivityFilter condition(String text) {
        int at = Math.max(text.indexOf("=="), text.indexOf("!="));
        if (at <= 0) {
            throw Refusal.badRequest("error.invalid.filter");
        }
        List<String> values = List.of(text.substring(at + 2).split(",", -1));
        return new ActivityFilter(field(text.substring(0, at)), text.charAt(at) == '=', values);
    }

    private static Function<Activity, String> field(String name) {
        return switch (name) {
            case "epic" -> row -> row.market().epic();
            case "source" -> row -> row.kind().source().name();
            case "status" -> row -> row.kind().status().name();
            case "type" -> row -> row.kind().type().name();
            default -> throw Refusal.badRequest("error.invalid.filter");
        };
    }

    @Override
    public boolean test(Activity row) {
        return values.contains(field.apply(row)) == equal;
    }
}

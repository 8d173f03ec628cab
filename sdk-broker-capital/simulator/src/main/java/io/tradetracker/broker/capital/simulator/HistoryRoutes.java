package io.tradetracker.broker.capital.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What happened on an account: activity and cash. */
final class HistoryRoutes {
    private static final int USUAL_SECONDS = 600;
    private static final int MOST_SECONDS = 86_400;

    private final Venue venue;
    private final Times times;

    HistoryRoutes(Venue venue, Times times) {
        this.venue = venue;
        this.times = times;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/history/activity", this::activity),
                Route.of("GET", "/history/transactions", this::transactions));
    }

    private record Window(Instant from, Instant to) {
        boolean contains(Instant time) {
            return !time.isBefore(from) && !time.isAfter(to);
        }
    }

    private Json activity(Call call) {
        return activity(call, venue.now());
    }

    /** {@return the rows that were seen at a moment} */
    Json activity(Call call, Instant seen) {
        Window window = window(call, Duration.ofSeconds(MOST_SECONDS));
        Predicate<Activity> filter = call.has("filter") ? ActivityFilter.parse(call.parameter("filter")) : row -> true;
        boolean detailed = Boolean.parseBoolean(call.parameter("detailed"));
        List<Json> rows = new ArrayList<>();
        for (Activity row : call.account().activities()) {
            boolean wanted = !call.has("dealId") || row.dealId().equals(call.parameter("dealId"));
            boolean visible = !row.visibility().row().isAfter(seen);
            if (wanted && visible && window.contains(row.time()) && filter.test(row)) {
                rows.add(row(row, detailed, seen));
            }
        }
        Collections.reverse(rows);
        return Json.of("activities", rows);
    }

    private Json row(Activity row, boolean detailed, Instant seen) {
        return Json.of("date", times.local(row.time()))
                .with("dateUTC", times.utc(row.time()))
                .with("epic", row.market().epic())
                .with("dealId", row.dealId())
                .with("source", row.kind().source())
                .with("type", row.kind().type())
                .with("status", row.kind().status())
                .with("details", detailed ? details(row, seen) : null);
    }

    private static Json details(Activity row, Instant seen) {
        Activity.Details details = row.details();
        boolean whole = !row.visibility().level().isAfter(seen);
        return Json.of("dealReference", details.reference())
                .with("workingOrderId", details.workingOrderId())
                .with("marketName", row.market().spec().name())
                .with("currency", row.market().spec().currency())
                .with("size", whole ? details.size() : null)
                .with("direction", details.direction())
                .with("level", whole ? details.level() : null)
                .with("stopLevel", details.protection().stop())
                .with("profitLevel", details.protection().profit())
                .with("guaranteedStop", details.protection().guaranteed());
    }

    private Json transactions(Call call) {
        Window window = window(call, null);
        List<Json> rows = new ArrayList<>();
        for (Transaction row : call.account().transactions()) {
            boolean wanted = !call.has("type") || row.type().name().equals(call.parameter("type"));
            if (wanted && window.contains(row.time())) {
                rows.add(transaction(call.account(), row));
            }
        }
        Collections.reverse(rows);
        return Json.of("transactions", rows);
    }

    private Json transaction(Account account, Transaction row) {
        return Json.of("date", times.local(row.time()))
                .with("dateUtc", times.utc(row.time()))
                .with("instrumentName", row.epic())
                .with("transactionType", row.type())
                .with("note", row.note())
                .with("reference", row.reference())
                .with("size", row.amount().toPlainString())
                .with("currency", account.spec().currency())
                .with("status", "PROCESSED");
    }

    /** With one end only, the longest span that is allowed is taken, or all there is. */
    private Window window(Call call, @Nullable Duration longest) {
        Instant now = venue.now();
        if (!call.has("from") && !call.has("to")) {
            int seconds = call.number("lastPeriod", USUAL_SECONDS);
            if (seconds < 0 || seconds > MOST_SECONDS) {
                throw Refusal.badRequest("error.invalid.lastPeriod");
            }
            return new Window(now.minusSeconds(seconds), now);
        }
        Duration span = longest == null ? Duration.between(Instant.EPOCH, now) : longest;
        Instant from = call.has("from")
                ? Times.parse(call.parameter("from"), "from")
                : Times.parse(call.parameter("to"), "to").minus(span);
        Instant to = call.has("to") ? Times.parse(call.parameter("to"), "to") : from.plus(span);
        if (to.isBefore(from) || Duration.between(from, to).compareTo(span) > 0) {
            throw Refusal.badRequest("error.invalid.daterange");
        }
        return new Window(from, to);
    }
}

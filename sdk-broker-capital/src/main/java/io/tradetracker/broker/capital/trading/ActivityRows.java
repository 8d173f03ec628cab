package io.tradetracker.broker.capital.trading;

import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.ActivityKind;
import io.tradetracker.api.broker.ActivitySource;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.BrokerOrderId;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.broker.capital.rest.Activities;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The service's record in our words. Its rows have no names: what never changes of them makes one. */
final class ActivityRows {
    private static final Activities.Details NO_DETAILS = new Activities.Details(null, null, null, null, null);

    private ActivityRows() {}

    /**
     * {@return rows of ours, oldest first}
     *
     * @param rows the newest first, as the service gives them
     */
    static List<Activity> of(List<Activities.Row> rows) {
        Set<String> behindPositions = rows.stream()
                .filter(row -> row.type().equals("POSITION"))
                .map(row -> details(row).workingOrderId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<Activities.Row> ordered = new ArrayList<>(rows.reversed());
        ordered.sort(Comparator.comparing(Activities.Row::time));
        Map<String, Integer> seen = new HashMap<>();
        List<Activity> activities = new ArrayList<>();
        for (Activities.Row row : ordered) {
            String epic = row.epic();
            if (epic != null && !epic.isBlank()) {
                String name = name(row);
                int before = seen.getOrDefault(name, 0);
                seen.put(name, before + 1);
                activities.add(activity(row, before == 0 ? name : name + "/" + before, epic, behindPositions));
            }
        }
        return activities;
    }

    private static String name(Activities.Row row) {
        return row.time() + "/" + row.dealId() + "/" + row.type() + "/" + row.status() + "/" + row.source();
    }

    private static Activity activity(Activities.Row row, String name, String epic, Set<String> behindPositions) {
        Activities.Details details = details(row);
        boolean trade = row.type().equals("POSITION");
        String deal = row.dealId();
        String order = trade ? details.workingOrderId() : isOrder(row) ? deal : null;
        return new Activity(
                name,
                row.time(),
                kind(row, behindPositions),
                source(row),
                InstrumentId.of(epic),
                side(details.direction()),
                known(details.size()),
                known(details.level()),
                deal == null || isOrder(row) ? null : BrokerPositionId.of(deal),
                order == null ? null : BrokerOrderId.of(order),
                null);
    }

    private static boolean isOrder(Activities.Row row) {
        return row.type().equals("WORKING_ORDER");
    }

    private static ActivityKind kind(Activities.Row row, Set<String> behindPositions) {
        if (row.status().contains("REJECT")) {
            return ActivityKind.REFUSED;
        }
        return switch (row.type()) {
            case "POSITION" -> ActivityKind.TRADE;
            case "EDIT_STOP_AND_LIMIT" -> ActivityKind.PROTECTED;
            case "WORKING_ORDER" -> orderKind(row, behindPositions);
            default -> ActivityKind.OTHER;
        };
    }

    /** The service makes an order of its own for each position that is opened at the market: nobody placed it. */
    private static ActivityKind orderKind(Activities.Row row, Set<String> behindPositions) {
        return switch (row.status()) {
            case "ACCEPTED", "CREATED" ->
                row.source().equals("SYSTEM") || behindPositions.contains(String.valueOf(row.dealId()))
                        ? ActivityKind.OTHER
                        : ActivityKind.ORDER_PLACED;
            case "MODIFIED" -> ActivityKind.ORDER_AMENDED;
            case "CANCELLED", "EXPIRED" -> ActivityKind.ORDER_ENDED;
            default -> ActivityKind.OTHER;
        };
    }

    private static ActivitySource source(Activities.Row row) {
        return switch (row.source()) {
            case "USER" -> ActivitySource.USER;
            case "SL" -> ActivitySource.STOP_LOSS;
            case "TP" -> ActivitySource.TAKE_PROFIT;
            case "CLOSE_OUT" -> ActivitySource.CLOSE_OUT;
            case "SYSTEM" ->
                row.type().equals("POSITION") && details(row).workingOrderId() != null
                        ? ActivitySource.ORDER
                        : ActivitySource.BROKER;
            default -> ActivitySource.BROKER;
        };
    }

    private static Activities.Details details(Activities.Row row) {
        return row.details() == null ? NO_DETAILS : row.details();
    }

    private static @Nullable OrderSide side(@Nullable String direction) {
        return direction == null ? null : VenueWords.side(direction);
    }

    /** A row that is bare at first says zero. */
    private static @Nullable BigDecimal known(@Nullable BigDecimal number) {
        return number == null || number.signum() == 0 ? null : number;
    }
}

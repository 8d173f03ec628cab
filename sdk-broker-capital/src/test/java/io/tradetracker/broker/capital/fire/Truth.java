package io.tradetracker.broker.capital.fire;

import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.Position;
import io.tradetracker.broker.capital.simulator.AccountRecord;
import io.tradetracker.broker.capital.simulator.Effect;
import io.tradetracker.broker.capital.simulator.VenueRecord;
import io.tradetracker.broker.capital.simulator.WriteRecord;
import io.tradetracker.core.gateway.GatewaySnapshot;
import io.tradetracker.core.gateway.IntentReport;
import io.tradetracker.core.gateway.IntentStatus;
import io.tradetracker.core.gateway.Settlement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the venue received and did since the thing itself was asked for, against what a gateway says. */
final class Truth {
    private final Cell cell;
    private final VenueRecord record;
    private final List<WriteRecord> writes;

    /** Takes how many requests came before. */
    Truth(Cell cell, VenueRecord record, int before) {
        this.cell = cell;
        this.record = record;
        writes = record.writes().subList(before, record.writes().size());
    }

    /** {@return what the gateway does not know, or what it knows and is not there; empty when both agree} */
    String unknown(GatewaySnapshot snapshot) {
        AccountRecord account = record.accounts().getFirst();
        Set<String> there = new TreeSet<>();
        account.positions().forEach(each -> there.add(text(each)));
        account.orders().forEach(each -> there.add(text(each)));
        Set<String> known = new TreeSet<>();
        snapshot.positions()
                .forEach(each -> known.add((each.owner() == null ? "nobody's " : "") + text(each.position())));
        snapshot.orders().forEach(each -> known.add((each.owner() == null ? "nobody's " : "") + text(each.order())));
        return there.equals(known) ? "" : "the venue has " + there + ", the gateway knows " + known;
    }

    private static String text(AccountRecord.OpenPosition held) {
        return text(held.dealId(), held.direction().name(), held.size())
                + text(held.level())
                + text(held.stop())
                + text(held.profit());
    }

    private static String text(Position held) {
        return text(held.id().value(), held.side().entrySide().name(), held.quantity())
                + text(held.averagePrice())
                + text(held.stopLoss())
                + text(held.takeProfit());
    }

    private static String text(AccountRecord.WaitingOrder order) {
        return text(order.dealId(), order.direction().name(), order.size()) + " " + order.type() + text(order.level());
    }

    private static String text(Order order) {
        BigDecimal limit = order.prices().limitPrice();
        return text(order.id().value(), order.side().name(), order.quantity()) + " " + order.type()
                + text(limit == null ? order.prices().stopPrice() : limit);
    }

    private static String text(String name, String side, BigDecimal size) {
        return name + " " + side + text(size);
    }

    private static String text(@Nullable BigDecimal number) {
        return " " + (number == null ? "-" : number.stripTrailingZeros().toPlainString());
    }

    /** {@return how the case ended, and what is wrong with that} */
    Outcome outcome(Optional<IntentReport> report, String unknown) {
        List<String> problems = new ArrayList<>();
        if (!unknown.isEmpty()) {
            problems.add("UNKNOWN " + cell + ": " + unknown);
        }
        if (writes.size() > 1) {
            problems.add("DUPLICATED " + cell + ": " + writes);
        }
        boolean executed = writes.stream().anyMatch(WriteRecord::isExecuted);
        if (report.isEmpty()) {
            if (!writes.isEmpty()) {
                problems.add("LOST " + cell + ": not on record, but the venue received " + writes);
            }
            return new Outcome("NEVER", problems);
        }
        IntentReport intent = report.get();
        IntentStatus status = intent.status();
        if (status == IntentStatus.WITH_PERSON) {
            problems.add("PERSON " + cell + ": " + intent.reason() + " " + writes);
        } else if (!status.isFinal() || ((status == IntentStatus.EXECUTED) != executed && !mayHaveEnded())) {
            problems.add("LOST " + cell + ": " + intent + ", but the venue did " + writes);
        } else if (executed && status == IntentStatus.EXECUTED) {
            checkNames(intent, problems);
        }
        return new Outcome(status.name(), problems);
    }

    /**
     * A change of what ended before anybody looked is settled by that end, which is on record: there is nothing left.
     */
    private boolean mayHaveEnded() {
        return cell.trouble().movesPrice() && !cell.wish().trades() && cell.wish() != Wish.WAITING;
    }

    /** What was made must be known by its name, since it is closed or cancelled by it. */
    private void checkNames(IntentReport intent, List<String> problems) {
        Settlement settlement = intent.settlement();
        Set<String> opened = effects(Effect.Change.OPENED);
        Set<String> placed = effects(Effect.Change.PLACED);
        if (settlement == null) {
            problems.add("LOST " + cell + ": executed without a settlement: " + intent);
            return;
        }
        Set<String> positions =
                settlement.positions().stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
        Set<String> left = new TreeSet<>(opened);
        left.retainAll(record.accounts().getFirst().positions().stream()
                .map(AccountRecord.OpenPosition::dealId)
                .toList());
        if (cell.wish().trades() && !(opened.containsAll(positions) && positions.containsAll(left))) {
            problems.add("UNKNOWN " + cell + ": opened " + opened + ", on record " + positions + " by " + intent);
        }
        if (cell.wish() == Wish.WAITING && !placed.equals(Set.of(String.valueOf(settlement.order())))) {
            problems.add("UNKNOWN " + cell + ": placed " + placed + ", on record " + settlement.order());
        }
    }

    private Set<String> effects(Effect.Change change) {
        return writes.stream()
                .flatMap(write -> write.effects().stream())
                .filter(effect -> effect.change() == change)
                .map(Effect::dealId)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

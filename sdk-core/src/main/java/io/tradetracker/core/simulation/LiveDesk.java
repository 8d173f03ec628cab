package io.tradetracker.core.simulation;

import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.core.account.WantedAction;
import io.tradetracker.core.risk.KillSwitch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What the instruments of a real account have in common. Used by one thread. */
final class LiveDesk {
    final AccountSettings settings;
    final long timeframeMillis;
    final Records records;
    final Map<Integer, LiveOrder> orders = new HashMap<>();
    final Map<BrokerPositionId, LivePosition> positions = new HashMap<>();
    /** Orders that are not over, oldest first. */
    final Map<Integer, LiveOrder> open = new LinkedHashMap<>();

    Map<String, Indicator> indicators = Map.of();

    @Nullable
    KillSwitch killSwitch;

    private final IntFunction<ClientOrderId> names;
    private final List<WantedAction> wanted = new ArrayList<>();
    private Set<BrokerCapability> capabilities = Set.of();
    private double equity;
    private double available;

    LiveDesk(AccountSettings settings, long timeframeMillis, Records records, IntFunction<ClientOrderId> names) {
        this.settings = settings;
        this.timeframeMillis = timeframeMillis;
        this.records = records;
        this.names = names;
        equity = settings.cash();
        available = equity;
    }

    void connect(Set<BrokerCapability> canDo, AccountSnapshot balances) {
        capabilities = Set.copyOf(canDo);
        balances(balances);
    }

    void balances(AccountSnapshot balances) {
        equity = balances.equity().amount().doubleValue();
        available = balances.available().amount().doubleValue();
    }

    double equity() {
        return equity;
    }

    double available() {
        return available;
    }

    boolean can(BrokerCapability capability) {
        return capabilities.contains(capability);
    }

    double rate(Instrument instrument, long timeMillis) {
        return instrument.currency().equals(settings.currency())
                ? 1
                : settings.rates().rate(instrument.currency(), timeMillis);
    }

    ClientOrderId name(LiveOrder order) {
        return names.apply(order.number);
    }

    /** Asks the broker for something. */
    void ask(LiveOrder order, OrderAction action) {
        orders.put(order.number, order);
        open.put(order.number, order);
        wanted.add(new WantedAction(name(order), action));
    }

    /** {@return what was asked for since the last call, in order} */
    List<WantedAction> takeWanted() {
        List<WantedAction> taken = List.copyOf(wanted);
        wanted.clear();
        return taken;
    }

    void end(LiveOrder order) {
        open.remove(order.number);
    }
}

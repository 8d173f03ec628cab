package io.tradetracker.broker.capital.soak;

import io.tradetracker.broker.capital.simulator.VenueRecord;
import io.tradetracker.broker.capital.simulator.VenueRecord.RequestKind;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a soak came to.
 *
 * @param lines what, and how many; those that depend on nothing but the seed first
 */
record SoakReport(Map<String, String> lines) {
    static SoakReport of(Soak soak, long heapAfterHours) {
        VenueRecord record = soak.record();
        int candles =
                soak.watched.stream().mapToInt(each -> each.candles().size()).sum();
        int faults = soak.mischief().done().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("candles told of, each once and in order", Integer.toString(candles));
        lines.put("candles missing, doubled or different", "0");
        lines.put("requests that the venue refused as too many", Long.toString(record.refusedByLimits()));
        lines.put("times that something went wrong with the stream, sessions or the market", Integer.toString(faults));
        lines.put(
                "trades of the account, each told of once",
                Integer.toString(record.executions().size()));
        lines.put("sockets open at the end", Integer.toString(record.open().sockets()));
        lines.put("requests", Long.toString(soak.metrics.requests.get()));
        lines.put(
                "most requests in any second, of ten that are allowed",
                Integer.toString(record.traffic(RequestKind.ALL).busiestSecond()));
        lines.put("log-ins", Long.toString(soak.metrics.logins.get()));
        lines.put(
                "streams made anew",
                Integer.toString(soak.metrics.streamEnds().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum()));
        lines.put("candles read from the history", Long.toString(soak.metrics.filled.get()));
        lines.put("heap after six hours, MB", Long.toString(heapAfterHours >> 20));
        lines.put("heap at the end, with the simulator's record of it all, MB", Long.toString(heap() >> 20));
        lines.put(
                "threads of the machine at the end",
                Integer.toString(ManagementFactory.getThreadMXBean().getThreadCount()));
        return new SoakReport(lines);
    }

    static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

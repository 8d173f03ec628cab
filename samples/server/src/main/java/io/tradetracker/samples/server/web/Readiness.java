package io.tradetracker.samples.server.web;

import io.tradetracker.samples.server.board.HostedBot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the server has so far. The port opens first, so that people see that it starts. Safe for use by several threads.
 */
public final class Readiness {
    private volatile Stage stage = new Stage(false, "starting", Map::of, Map.of());

    /** Says what is being done now. */
    public void starting(String doing) {
        stage = new Stage(false, doing, Map::of, Map.of());
    }

    /**
     * Everything runs.
     *
     * @param bots those that run now, by id
     * @param checks by name: empty when all is well, else what is wrong
     */
    public void serving(Supplier<Map<String, HostedBot>> bots, Map<String, Supplier<String>> checks) {
        stage = new Stage(true, "serving", bots, new LinkedHashMap<>(checks));
    }

    /** The server ends; nothing new begins. */
    public void stopping() {
        stage = new Stage(false, "stopping", stage.bots, Map.of());
    }

    boolean isServing() {
        return stage.serving;
    }

    String doing() {
        return stage.doing;
    }

    Map<String, HostedBot> bots() {
        return stage.bots.get();
    }

    /** {@return what each part says, by name; {@code ok} when all is well} */
    Map<String, String> report() {
        Map<String, String> report = new LinkedHashMap<>();
        stage.checks.forEach((name, check) -> {
            String fault = check.get();
            report.put(name, fault.isEmpty() ? "ok" : fault);
        });
        return report;
    }

    private record Stage(
            boolean serving,
            String doing,
            Supplier<Map<String, HostedBot>> bots,
            Map<String, Supplier<String>> checks) {}
}

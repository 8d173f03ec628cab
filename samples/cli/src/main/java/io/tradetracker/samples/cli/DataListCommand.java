package io.tradetracker.samples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradetracker.core.candles.CandleStore;
import io.tradetracker.core.candles.StoredCandles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what is in a store. */
@Command(
        name = "list",
        description = "Lists the candles of a store, and the times of which it knows all.",
        footer = {"", "Example:", "  tradetracker data list --store prices"})
@SuppressWarnings("NullAway.Init")
final class DataListCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = "--store", required = true, paramLabel = "DIR", description = "Which store.")
    private Path folder;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        try (CandleStore store = StoreFolder.existing(folder)) {
            List<StoredCandles> all = store.list();
            if (json) {
                out.println(toJson(all));
            } else if (all.isEmpty()) {
                out.println("The store is empty.");
            } else {
                all.forEach(stored -> out.print(StoredText.toText(stored)));
            }
        }
    }

    private static String toJson(List<StoredCandles> all) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode array = node.putArray("stored");
        all.forEach(stored -> array.add(StoredText.toJson(stored)));
        return JsonText.write(node);
    }
}

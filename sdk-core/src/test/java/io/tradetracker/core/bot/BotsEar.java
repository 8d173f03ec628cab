package io.tradetracker.core.bot;

import io.tradetracker.core.lease.Lease;
import java.util.List;

/** Writes down what a process tells of its bots. */
record BotsEar(String process, List<String> heard) implements BotsListener {
    @Override
    public void onTaken(BotSnapshot snapshot, Lease lease) {
        heard.add(process + " took " + snapshot.configuration().id() + " " + lease.epoch());
    }

    @Override
    public void onGivenUp(BotId bot, String reason) {
        heard.add(process + " gave " + bot + " up: " + reason);
    }

    @Override
    public void onFailed(BotId bot, Throwable failure) {
        heard.add(process + " failed with " + bot + ": " + failure.getMessage());
    }

    @Override
    public void onRecordFailed(Throwable failure) {
        heard.add(process + ": " + failure.getMessage());
    }
}

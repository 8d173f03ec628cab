package io.tradetracker.core.bot;

/** Makes snapshots and tells replayed entries apart. */
final class BotSnapshots {
    private BotSnapshots() {}

    static BotSnapshot empty(StoredBot stored) {
        double cash = stored.configuration().settings().cash();
        return new BotSnapshot(
                stored.configuration(),
                stored.state(),
                stored.reason(),
                0,
                null,
                cash,
                cash,
                0,
                Double.NaN,
                0,
                Double.NaN,
                Double.NaN,
                0);
    }

    /** What a bot holds is not known while its record cannot be replayed. */
    static BotSnapshot unknown(BotSnapshot s) {
        return new BotSnapshot(
                s.configuration(),
                s.state(),
                s.reason(),
                s.sequence(),
                s.marketTime(),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                s.fills());
    }

    static BotSnapshot withState(BotSnapshot s, BotState state, String reason) {
        return new BotSnapshot(
                s.configuration(),
                state,
                reason,
                s.sequence(),
                s.marketTime(),
                s.equity(),
                s.cash(),
                s.quantity(),
                s.averagePrice(),
                s.profit(),
                s.stopLoss(),
                s.takeProfit(),
                s.fills());
    }

    static String difference(JournalEntry recorded, JournalEntry now) {
        String what = "its equity";
        if (!recorded.decisions().equals(now.decisions())) {
            what = "its decisions";
        } else if (!recorded.fills().equals(now.fills())) {
            what = "its fills";
        } else if (!recorded.rejections().equals(now.rejections())) {
            what = "what was refused";
        }
        return "Replaying entry " + recorded.sequence() + " ("
                + recorded.input().time() + ") changed " + what
                + ": the strategy's code is not what it was, or it does not decide from its inputs alone. Put the old"
                + " plugin version back, or make a new bot.";
    }
}

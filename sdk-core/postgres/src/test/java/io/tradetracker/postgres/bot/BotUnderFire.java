package io.tradetracker.postgres.bot;

import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.bot.BotId;
import io.tradetracker.core.bot.BotSnapshot;
import io.tradetracker.core.bot.Bots;
import io.tradetracker.core.bot.BotsListener;
import io.tradetracker.core.lease.Lease;
import io.tradetracker.core.lease.LeaseTerms;
import io.tradetracker.database.Database;
import io.tradetracker.database.DatabaseConfig;
import io.tradetracker.postgres.lease.PostgresLeases;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A process that runs one bot until it is killed, or to the end of its candles. Says how far it is. */
final class BotUnderFire {
    static final String REACHED = "reached";
    static final String DONE = "done";
    static final int LEASE_LOST = 3;

    private BotUnderFire() {}

    /** Takes the database's URL and user, the seed, and the entry at which to say so. */
    public static void main(String[] args) throws InterruptedException {
        long seed = Long.parseLong(args[2]);
        long sayAt = Long.parseLong(args[3]);
        SeededSession session = new SeededSession(seed);
        CountDownLatch open = new CountDownLatch(1);
        try (Database database = Database.open(DatabaseConfig.of(args[0], args[1], ""));
                Bots bots = TradeTracker.create()
                        .bots()
                        .journal(new PostgresBotJournal(database))
                        .leases(
                                new PostgresLeases(
                                        database, new LeaseTerms(Duration.ofSeconds(2), Duration.ofMillis(200))),
                                "process " + ProcessHandle.current().pid())
                        .every(Duration.ofMillis(100))
                        .opener((stored, journal) -> session.open(stored, journal, sequence -> {
                            if (sequence == sayAt) {
                                System.out.println(REACHED);
                            }
                        }))
                        .listener(new Ear(open))
                        .build()) {
            bots.start();
            open.await();
            session.play(bots.find(SeededSession.ID).orElseThrow());
        }
        System.out.println(DONE);
        Runtime.getRuntime().halt(0);
    }

    private record Ear(CountDownLatch open) implements BotsListener {
        @Override
        public void onTaken(BotSnapshot snapshot, Lease lease) {
            open.countDown();
        }

        @Override
        public void onFailed(BotId bot, Throwable failure) {
            System.out.println(failure);
        }

        @Override
        public void onGivenUp(BotId bot, String reason) {
            if (reason.contains("lease")) {
                // what the feed says from now on is lost to the bot; the next process begins where the record ends
                Runtime.getRuntime().halt(LEASE_LOST);
            }
        }
    }
}

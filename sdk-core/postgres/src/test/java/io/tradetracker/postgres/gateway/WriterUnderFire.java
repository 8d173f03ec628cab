package io.tradetracker.postgres.gateway;

import io.tradetracker.core.gateway.GatewayFact;
import io.tradetracker.core.gateway.OrderJournal;
import io.tradetracker.core.gateway.TradingAccount;
import io.tradetracker.database.Database;
import io.tradetracker.database.DatabaseConfig;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** A process that adds numbered steps to a record until it is killed, and says which ones were acknowledged. */
final class WriterUnderFire {
    static final TradingAccount ACCOUNT = TradingAccount.of("under-fire", "1");
    private static final Instant TIME = Instant.parse("2026-01-05T10:00:00Z");

    private WriterUnderFire() {}

    /** Takes the database's URL and user, and the epoch. */
    public static void main(String[] args) {
        Database database =
                Database.open(DatabaseConfig.of(args[0], args[1], "").withPoolSize(1));
        OrderJournal journal = new PostgresOrderJournal(database);
        OrderJournal.Writer writer = journal.claim(ACCOUNT, Long.parseLong(args[2]));
        long[] step = new long[1];
        journal.read(ACCOUNT, 0, (sequence, fact) -> step[0] = stepOf(fact));
        while (true) {
            writer.append(facts(++step[0]));
            System.out.println(step[0]);
        }
    }

    /** {@return the facts of a step: one to seven, of some length, each with the number of the step} */
    static List<GatewayFact> facts(long step) {
        return IntStream.rangeClosed(0, (int) (step % 7))
                .<GatewayFact>mapToObj(i ->
                        new GatewayFact.Began(TIME, step + " " + i + " " + "x".repeat((int) (step * 37 % 4_000))))
                .toList();
    }

    static long stepOf(GatewayFact fact) {
        String holder = ((GatewayFact.Began) fact).holder();
        return Long.parseLong(holder.substring(0, holder.indexOf(' ')));
    }
}

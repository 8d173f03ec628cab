package io.tradetracker.postgres.gateway;

/**
 * One case: what is asked for, where the process is killed, what the broker does wrong.
 *
 * @param number tells cases apart; also the account
 * @param what is asked for
 * @param step where the process is killed
 * @param fault what the broker does wrong
 * @param seed of its chances
 */
record Cell(int number, String what, String step, String fault, long seed) {
    String id() {
        return "cell-" + number;
    }

    @Override
    public String toString() {
        return number + ":" + what + ":" + step.replace(' ', '_') + ":" + fault.replace(' ', '_') + ":" + seed;
    }

    static Cell parse(String text) {
        String[] parts = text.split(":", -1);
        return new Cell(
                Integer.parseInt(parts[0]),
                parts[1],
                parts[2].replace('_', ' '),
                parts[3].replace('_', ' '),
                Long.parseLong(parts[4]));
    }
}

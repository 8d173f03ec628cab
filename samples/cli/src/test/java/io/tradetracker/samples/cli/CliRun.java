package io.tradetracker.samples.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * One command, run in this process.
 *
 * @param exit its exit code
 * @param out what it printed
 * @param err what it complained about
 */
record CliRun(int exit, String out, String err) {
    static CliRun of(Object... args) {
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Program.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
        return new CliRun(exit, out.toString(), err.toString());
    }

    /** Splits at blanks, which none of the words may contain. */
    static CliRun line(String line) {
        return of((Object[]) line.strip().split("\\s+"));
    }
}

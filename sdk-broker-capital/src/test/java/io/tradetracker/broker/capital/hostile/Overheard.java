package io.tradetracker.broker.capital.hostile;

import io.tradetracker.broker.capital.connection.CapitalMetrics;
import io.tradetracker.broker.capital.connection.Purpose;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that a program which uses the client can see of it: output, logs, failures, measurements, texts. */
final class Overheard implements CapitalMetrics, AutoCloseable {
    private static final String OURS = "io.tradetracker.broker.capital.";

    private final StringBuffer text = new StringBuffer();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Logger root = Logger.getLogger("");
    private final Level level = root.getLevel();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (!String.valueOf(entry.getLoggerName()).startsWith("mockwebserver3")) {
                text.append(new SimpleFormatter().format(entry));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    Overheard() {
        PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        handler.setLevel(Level.ALL);
        root.setLevel(Level.ALL);
        root.addHandler(handler);
    }

    String text() {
        return text + printed.toString(StandardCharsets.UTF_8);
    }

    void add(Object what) {
        text.append(what).append('\n');
    }

    /** A failure as a log would show it, with all that caused it. */
    void add(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        text.append(trace);
    }

    /** The text of every object of the client that can be reached from one. */
    int addAllOf(Object start) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        ArrayDeque<Object> waiting = new ArrayDeque<>();
        waiting.add(start);
        int texts = 0;
        while (!waiting.isEmpty()) {
            Object next = waiting.poll();
            if (!seen.add(next)) {
                continue;
            }
            switch (next) {
                case Collection<?> many ->
                    many.stream().filter(java.util.Objects::nonNull).forEach(waiting::add);
                case Map<?, ?> map -> waiting.addAll(map.values());
                default -> {
                    if (next.getClass().getName().startsWith(OURS) && !next.equals(this)) {
                        text.append(next).append('\n');
                        texts++;
                        addFields(next, waiting);
                    }
                }
            }
        }
        return texts;
    }

    private static void addFields(Object owner, ArrayDeque<Object> waiting) {
        for (Class<?> type = owner.getClass(); type != Object.class && type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && type.getName().startsWith(OURS)) {
                    field.setAccessible(true);
                    try {
                        Object value = field.get(owner);
                        if (value != null && !(value instanceof CharSequence)) {
                            waiting.add(value);
                        }
                    } catch (IllegalAccessException closed) {
                        throw new IllegalStateException(closed);
                    }
                }
            }
        }
    }

    @Override
    public void waited(Purpose purpose, Duration time) {
        add(purpose);
    }

    @Override
    public void answered(String what, int status, Duration time) {
        add(what + " " + status);
    }

    @Override
    public void streamEnded(String reason) {
        add("stream ended: " + reason);
    }

    @Override
    public void messageLeftOut(String reason) {
        add("left out: " + reason);
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        root.removeHandler(handler);
        root.setLevel(level);
    }
}

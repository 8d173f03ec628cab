package io.tradetracker.samples.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server as its users run it: a process of its own. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("ready: (http://\\S+)");
    private static final Path PLUGINS = Path.of("target", "plugins").toAbsolutePath();

    private final Process process;
    private final String url;

    private ServerProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Starts it and waits until it serves. */
    static ServerProcess start(Path home, int port, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--home", home.toString(), "--port", Integer.toString(port)));
        arguments.addAll(List.of(more));
        Process process = launch(arguments, PLUGINS);
        List<String> said = new ArrayList<>();
        BufferedReader output = process.inputReader();
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                Matcher ready = READY.matcher(line);
                if (ready.find()) {
                    return new ServerProcess(process, ready.group(1));
                }
                said.add(line);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        throw new IllegalStateException("the server ended: " + said);
    }

    /** Starts it without waiting; output and errors come as one. */
    static Process launch(List<String> arguments, Path plugins) {
        ProcessBuilder builder = new ProcessBuilder(command(arguments, plugins)).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("JDBC_") || name.startsWith("TRADETRACKER_"));
        try {
            return builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** {@return the command that starts it} */
    static List<String> command(List<String> arguments, Path plugins) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ServerMain.class.getName(),
                "--plugins",
                plugins.toString()));
        command.addAll(arguments);
        return command;
    }

    String url() {
        return url;
    }

    int port() {
        return Integer.parseInt(url.substring(url.lastIndexOf(':') + 1));
    }

    long pid() {
        return process.pid();
    }

    /** Ends it as Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        await();
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    private void await() {
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.tradetracker.samples.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Reads {@code name=value} pairs. */
final class Assignments {
    private Assignments() {}

    static Map<String, String> parse(List<String> pairs, CommandLine line) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new ParameterException(line, "--set " + pair + " must be name=value, such as fast=10");
            }
            String name = pair.substring(0, equals).strip();
            if (values.put(name, pair.substring(equals + 1).strip()) != null) {
                throw new ParameterException(line, "--set gives " + name + " twice; keep one");
            }
        }
        return values;
    }
}

package io.tradetracker.ta4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.jar.JarFile;
import org.ta4j.core.BarSeries;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.averages.SGMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.Num;

/** Every indicator of ta4j that can be made with plain arguments. */
final class EveryIndicator {
    private static final String PACKAGE = "org/ta4j/core/indicators/";

    private EveryIndicator() {}

    /** How to make one. */
    record Kind(Class<?> type, Function<BarSeries, Indicator<?>> maker) {
        @Override
        public String toString() {
            return type.getSimpleName();
        }
    }

    static List<Kind> all() {
        List<Kind> kinds = new ArrayList<>();
        for (Class<?> type : types()) {
            constructorOf(type).ifPresent(constructor -> kinds.add(new Kind(type, bars -> make(constructor, bars))));
        }
        return kinds;
    }

    static List<Class<?>> types() {
        try {
            Path jar = Path.of(BarSeries.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (JarFile file = new JarFile(jar.toFile())) {
                return file.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.startsWith(PACKAGE) && name.endsWith(".class") && !name.contains("$"))
                        .sorted()
                        .<Class<?>>map(EveryIndicator::load)
                        .filter(EveryIndicator::isIndicator)
                        .toList();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Class<?> load(String entry) {
        try {
            return Class.forName(
                    entry.substring(0, entry.length() - ".class".length()).replace('/', '.'));
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isIndicator(Class<?> type) {
        return Indicator.class.isAssignableFrom(type)
                && Modifier.isPublic(type.getModifiers())
                && !Modifier.isAbstract(type.getModifiers());
    }

    private static Optional<Constructor<?>> constructorOf(Class<?> type) {
        BarSeries trial = new GrowingSeries("trial", Duration.ofMinutes(1));
        return Arrays.stream(type.getConstructors())
                .sorted(Comparator.comparingInt((Constructor<?> c) -> c.getParameterCount())
                        .thenComparing(Constructor::toGenericString))
                .filter(constructor -> canMake(constructor, trial))
                .findFirst();
    }

    private static boolean canMake(Constructor<?> constructor, BarSeries trial) {
        try {
            make(constructor, trial);
            return true;
        } catch (IllegalArgumentException impossible) {
            return false;
        }
    }

    private static Indicator<?> make(Constructor<?> constructor, BarSeries bars) {
        Class<?>[] types = constructor.getParameterTypes();
        Object[] arguments = new Object[types.length];
        // a window, and below it the order of a polynomial
        boolean isDownwards = constructor.getDeclaringClass() == SGMAIndicator.class;
        int numbers = 0;
        for (int i = 0; i < types.length; i++) {
            if (types[i] == int.class || types[i] == Integer.class) {
                arguments[i] =
                        constructor.getDeclaringClass() == SGMAIndicator.class ? 9 - 7 * numbers++ : 5 + 4 * numbers++;
            } else {
                arguments[i] = argument(types[i], bars);
            }
        }
        try {
            return (Indicator<?>) constructor.newInstance(arguments);
        } catch (InvocationTargetException thrown) {
            throw new IllegalArgumentException(constructor + " threw " + thrown.getCause(), thrown);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static Object argument(Class<?> type, BarSeries bars) {
        if (type == BarSeries.class) {
            return bars;
        }
        if (type.isAssignableFrom(ClosePriceIndicator.class) && type != Object.class) {
            return new ClosePriceIndicator(bars);
        }
        if (type == double.class || type == Double.class || type == Number.class) {
            return 0.5;
        }
        if (type == Num.class) {
            return bars.numFactory().numOf(2);
        }
        if (type == boolean.class) {
            return true;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (isIndicator(type)) {
            return constructorOf(type)
                    .map(constructor -> make(constructor, bars))
                    .orElseThrow(() -> new IllegalArgumentException("no " + type));
        }
        throw new IllegalArgumentException("no argument of " + type);
    }
}

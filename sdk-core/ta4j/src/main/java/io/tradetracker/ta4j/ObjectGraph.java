package io.tradetracker.ta4j;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ta4j.core.BarSeries;
import org.ta4j.core.Indicator;
import org.ta4j.core.Rule;
import org.ta4j.core.Strategy;
import org.ta4j.core.num.Num;

/**
 * What an indicator, rule or strategy of ta4j is made of: the fields of ta4j's objects, of the author's own indicators,
 * rules and strategies, of lambdas, and what is in their collections. Series and numbers belong to it and are not
 * looked into; other objects of the author do not.
 */
final class ObjectGraph {
    private static final int MOST = 100_000;
    private static final String TA4J = "org.ta4j.";

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Object> met = new ArrayList<>();

    private ObjectGraph() {}

    /** {@return the object and all that it reaches, the nearer ones first} */
    static List<Object> of(Object root) {
        ObjectGraph graph = new ObjectGraph();
        graph.meet(root);
        for (int next = 0; next < graph.met.size() && next < MOST; next++) {
            graph.open(graph.met.get(next));
        }
        return graph.met;
    }

    private void meet(@Nullable Object object) {
        if (object != null && isMet(object) && seen.add(object)) {
            met.add(object);
        }
    }

    private static boolean isMet(Object object) {
        if (object instanceof Enum) {
            return false;
        }
        Class<?> type = object.getClass();
        return isLeaf(object)
                || object instanceof Indicator
                || object instanceof Rule
                || object instanceof Strategy
                || object instanceof Collection
                || object instanceof Map
                // the values that ta4j caches are in an Object[]
                || (object instanceof Object[] && type != Object[].class)
                || type.isHidden()
                || type.getName().startsWith(TA4J);
    }

    private void open(Object object) {
        if (isLeaf(object)) {
            return;
        }
        switch (object) {
            case Collection<?> elements -> elements.forEach(this::meet);
            case Map<?, ?> map -> map.values().forEach(this::meet);
            case Object[] elements -> Arrays.stream(elements).forEach(this::meet);
            default -> openFields(object);
        }
    }

    private static boolean isLeaf(Object object) {
        return object instanceof BarSeries || object instanceof Num;
    }

    private void openFields(Object object) {
        for (Class<?> type = object.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    meet(valueOf(field, object));
                }
            }
        }
    }

    private static @Nullable Object valueOf(Field field, Object of) {
        try {
            field.setAccessible(true);
            return field.get(of);
        } catch (IllegalAccessException | InaccessibleObjectException | SecurityException closed) {
            return null;
        }
    }
}

package io.tradetracker.api;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what a plugin can see of some classes, one line each, sorted. */
final class ApiDump {
    private ApiDump() {}

    static String of(Collection<Class<?>> types) {
        return types.stream()
                .filter(ApiDump::isVisible)
                .sorted(Comparator.comparing(Class::getName))
                .map(ApiDump::type)
                .collect(Collectors.joining("\n"));
    }

    private static String type(Class<?> type) {
        List<String> lines = new ArrayList<>();
        Stream.of(type.getDeclaredFields())
                .filter(ApiDump::isVisible)
                .map(ApiDump::field)
                .forEach(lines::add);
        Stream.of(type.getDeclaredConstructors())
                .filter(ApiDump::isVisible)
                .map(ApiDump::constructor)
                .forEach(lines::add);
        Stream.of(type.getDeclaredMethods())
                .filter(ApiDump::isVisible)
                .map(ApiDump::method)
                .forEach(lines::add);
        lines.sort(Comparator.naturalOrder());
        return header(type) + "\n"
                + lines.stream().map(line -> "    " + line + "\n").collect(Collectors.joining());
    }

    private static String header(Class<?> type) {
        StringBuilder header = new StringBuilder();
        header.append(modifiers(type.getModifiers() & ~Modifier.INTERFACE))
                .append(type.isSealed() ? "sealed " : "")
                .append(kind(type))
                .append(type.getName())
                .append(typeParameters(type.getTypeParameters()));
        if (type.isRecord()) {
            header.append(Stream.of(type.getRecordComponents())
                    .map(c -> written(c.getGenericType(), c.getAnnotatedType()) + " " + c.getName())
                    .collect(Collectors.joining(", ", "(", ")")));
        }
        header.append(listed(" extends ", superclass(type)));
        header.append(listed(" implements ", type.getGenericInterfaces()));
        header.append(listed(" permits ", type.isSealed() ? type.getPermittedSubclasses() : new Type[0]));
        return header.toString();
    }

    private static Type[] superclass(Class<?> type) {
        Type parent = type.getGenericSuperclass();
        boolean implied = parent == null || parent == Object.class || type.isRecord() || type.isEnum();
        return implied ? new Type[0] : new Type[] {parent};
    }

    private static String kind(Class<?> type) {
        if (type.isAnnotation()) {
            return "annotation ";
        }
        if (type.isRecord()) {
            return "record ";
        }
        return type.isEnum() ? "enum " : type.isInterface() ? "interface " : "class ";
    }

    private static String field(Field field) {
        String kind = field.isEnumConstant() ? "constant " : "field ";
        return kind + modifiers(field.getModifiers()) + written(field.getGenericType(), field.getAnnotatedType()) + " "
                + field.getName();
    }

    private static String constructor(Constructor<?> constructor) {
        return "constructor " + modifiers(constructor.getModifiers()) + parameters(constructor);
    }

    private static String method(Method method) {
        Object preset = method.getDefaultValue();
        return "method "
                + (method.isDefault() ? "default " : "")
                + modifiers(method.getModifiers())
                + typeParameters(method.getTypeParameters())
                + written(method.getGenericReturnType(), method.getAnnotatedReturnType())
                + " "
                + method.getName()
                + parameters(method)
                + (preset == null ? "" : " default \"" + preset + "\"");
    }

    private static String parameters(Executable executable) {
        Type[] types = executable.getGenericParameterTypes();
        AnnotatedType[] annotated = executable.getAnnotatedParameterTypes();
        StringJoiner joined = new StringJoiner(", ", "(", ")");
        for (int i = 0; i < types.length; i++) {
            joined.add(written(types[i], annotated[i]));
        }
        return joined + listed(" throws ", executable.getGenericExceptionTypes());
    }

    private static String written(Type type, AnnotatedType annotated) {
        return (annotated.isAnnotationPresent(Nullable.class) ? "@Nullable " : "") + type.getTypeName();
    }

    private static String typeParameters(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Stream.of(variables)
                        .map(v -> v.getName() + listed(" extends ", v.getBounds()))
                        .collect(Collectors.joining(", ", "<", "> "));
    }

    private static String listed(String prefix, Type[] types) {
        return types.length == 0
                ? ""
                : Arrays.stream(types).map(Type::getTypeName).collect(Collectors.joining(", ", prefix, ""));
    }

    private static String modifiers(int modifiers) {
        String text = Modifier.toString(modifiers & ~(Modifier.TRANSIENT | Modifier.VOLATILE | Modifier.SYNCHRONIZED));
        return text.isEmpty() ? "" : text + " ";
    }

    private static boolean isVisible(Class<?> type) {
        boolean open = Modifier.isPublic(type.getModifiers()) || Modifier.isProtected(type.getModifiers());
        return open && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
    }

    private static boolean isVisible(Member member) {
        boolean open = Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers());
        return open && !member.isSynthetic();
    }
}

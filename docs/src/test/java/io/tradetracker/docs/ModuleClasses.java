package io.tradetracker.docs;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** The main classes of every module, read where the compiler put them and not from jars that repeat others. */
final class ModuleClasses implements LocationProvider {
    @Override
    public Set<Location> get(Class<?> testClass) {
        return Repository.modules().stream()
                .map(module -> module.resolve("target").resolve("classes"))
                .filter(Files::isDirectory)
                .map((Path classes) -> Location.of(classes))
                .collect(Collectors.toSet());
    }
}

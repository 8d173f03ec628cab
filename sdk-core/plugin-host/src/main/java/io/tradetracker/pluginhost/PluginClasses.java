package io.tradetracker.pluginhost;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginManager;

/** The classes and resources of one plugin's jar. */
final class PluginClasses extends PluginClassLoader {
    private final Path jar;

    PluginClasses(PluginManager manager, PluginDescriptor descriptor, Path jar) {
        super(manager, descriptor, new HostGate());
        this.jar = jar;
        addFile(jar.toFile());
    }

    @Override
    protected boolean shouldDelegateToParent(String className) {
        return HostGate.isOfHost(className);
    }

    @Override
    public @Nullable URL getResource(String name) {
        return findResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return findResources(name);
    }

    /** Closes the jar, and the second handle that the JDK's cache holds once the plugin opened a resource's URL. */
    @Override
    public void close() throws IOException {
        super.close();
        URL url = URI.create("jar:" + jar.toUri() + "!/").toURL();
        JarURLConnection cached = (JarURLConnection) url.openConnection();
        cached.setUseCaches(true);
        cached.getJarFile().close();
    }
}

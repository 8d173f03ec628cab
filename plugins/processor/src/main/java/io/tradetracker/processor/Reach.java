package io.tradetracker.processor;

import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import org.jspecify.annotations.Nullable;

/** Whether generated code in a package can name a type. */
final class Reach {
    private Reach() {}

    static boolean isReachable(Element type, String packageName) {
        boolean samePackage = packageOf(type).equals(packageName);
        @Nullable Element element = type;
        while (element != null && !(element instanceof PackageElement)) {
            if (!isVisible(element, samePackage)) {
                return false;
            }
            element = element.getEnclosingElement();
        }
        return true;
    }

    static String packageOf(Element element) {
        @Nullable Element outer = element;
        while (outer != null && !(outer instanceof PackageElement)) {
            outer = outer.getEnclosingElement();
        }
        return outer instanceof PackageElement found ? found.getQualifiedName().toString() : "";
    }

    private static boolean isVisible(Element element, boolean samePackage) {
        boolean isPublic = element.getModifiers().contains(Modifier.PUBLIC);
        return isPublic || (samePackage && !element.getModifiers().contains(Modifier.PRIVATE));
    }
}

package io.tradetracker.processor;

import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** Reports compile errors and remembers whether there was one. */
final class Faults {
    private final Messager messager;
    private int count;

    Faults(Messager messager) {
        this.messager = messager;
    }

    void add(Element where, String message) {
        count++;
        messager.printMessage(Diagnostic.Kind.ERROR, message, where);
    }

    void add(String message) {
        count++;
        messager.printMessage(Diagnostic.Kind.ERROR, message);
    }

    void advise(Element where, String message) {
        messager.printMessage(Diagnostic.Kind.NOTE, message, where);
    }

    int count() {
        return count;
    }
}

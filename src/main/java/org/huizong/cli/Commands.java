package org.huizong.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Gives each command the program it belongs to. */
final class Commands implements IFactory {
    private final Huizong program;

    Commands(Huizong program) {
        this.program = program;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (var constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Huizong.class) {
                return type.cast(constructor.newInstance(program));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}

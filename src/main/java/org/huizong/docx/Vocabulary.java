package org.huizong.docx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The names that a text may use about one subject, and what each says of it.
 *
 * @param <T> what the names are about
 */
public final class Vocabulary<T> {
    private final Map<String, Function<T, Meaning>> fields = new LinkedHashMap<>();
    private final Map<String, Repeat<T, ?>> lists = new LinkedHashMap<>();
    private final Map<String, Refusal> refused = new LinkedHashMap<>();
    private Consumer<T> paragraph = subject -> {};

    /** Gives for a subject the parts of it that are told one by one. */
    private record Repeat<T, E>(Vocabulary<E> of, Function<T, List<E>> all) {
        List<Scope<?>> scopes(T subject, Scope<T> outer) {
            List<E> parts = all.apply(subject);
            return IntStream.range(0, parts.size())
                    .<Scope<?>>mapToObj(i -> new Scope<>(of, parts.get(i), Optional.of(outer), i + 1, parts.size()))
                    .toList();
        }
    }

    /**
     * Why a name that people know from elsewhere says nothing here.
     *
     * @param kind key of the sentence
     */
    public record Refusal(String kind, Map<String, String> arguments) {
        public Refusal {
            arguments = Map.copyOf(arguments);
        }
    }

    /** Asks to be told of each paragraph that begins: who says a thing once in each has to know. */
    public Vocabulary<T> eachParagraph(Consumer<T> begins) {
        paragraph = begins;
        return this;
    }

    void begin(T subject) {
        paragraph.accept(subject);
    }

    /** Adds a field. */
    public Vocabulary<T> field(String name, Function<T, Meaning> says) {
        fields.put(Token.plain(name), says);
        return this;
    }

    /** Adds a list. */
    public <E> Vocabulary<T> list(String name, Vocabulary<E> of, Function<T, List<E>> all) {
        lists.put(Token.plain(name), new Repeat<>(of, all));
        return this;
    }

    /** Adds a name that is wrong here, unless it is known here. */
    public Vocabulary<T> refuse(String name, Refusal why) {
        refused.putIfAbsent(Token.plain(name), why);
        return this;
    }

    boolean hasField(String name) {
        return fields.containsKey(name);
    }

    Optional<Vocabulary<?>> list(String name) {
        return Optional.ofNullable(lists.get(name)).map(Repeat::of);
    }

    Optional<Refusal> refusal(String name) {
        return Optional.ofNullable(refused.get(name));
    }

    /** The names of its fields, for who looks for the one that was meant. */
    public Set<String> fields() {
        return new TreeSet<>(fields.keySet());
    }

    /** The names of its lists. */
    public Set<String> lists() {
        return new TreeSet<>(lists.keySet());
    }

    Optional<Meaning> meaning(String name, T subject) {
        return Optional.ofNullable(fields.get(name)).map(f -> f.apply(subject));
    }

    Optional<List<Scope<?>>> parts(String name, T subject, Scope<T> outer) {
        return Optional.ofNullable(lists.get(name)).map(r -> r.scopes(subject, outer));
    }
}

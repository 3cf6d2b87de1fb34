package org.huizong.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who filled in a return, from its foot, masked.
 *
 * @param form code of the return
 * @param name such as 张*; empty if the foot does not say
 * @param phone such as 139****1037; empty if the foot does not say
 */
public record Filler(String form, String name, String phone) {
    /** Who last filled in that return for that unit, else the unit's latest return of any kind. */
    public static Optional<Filler> of(Map<String, List<Filler>> fillers, String unit, String form) {
        List<Filler> own = fillers.getOrDefault(unit, List.of());
        return own.stream()
                .filter(f -> f.form().equals(form))
                .findFirst()
                .or(() -> own.stream().findFirst());
    }

    /** Name and number. */
    public String show() {
        return (name + ' ' + phone).strip();
    }
}

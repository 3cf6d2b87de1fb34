package org.huizong.written;

import java.util.List;
import java.util.Set;

/**
 * Words by which a subject is called.
 *
 * @param text its last word, folded; it stands beside the number
 * @param before words that must stand before it in the sentence, in order: 社会抚养费 before 决定书
 * @param also words of which one must stand near it: 申请 of 农村低保（申请）
 * @param subject what is called so
 * @param domain the return that must be spoken of for it to be called so: 事故 is one of food only where food is spoken
 *     of; empty if it is called so everywhere
 */
record Term(String text, List<String> before, Set<String> also, Subject subject, String domain) {
    Term {
        before = List.copyOf(before);
        also = Set.copyOf(also);
    }
}

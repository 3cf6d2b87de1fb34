package org.huizong.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away, before anything of it is read, a request that names another host, a change that another page asks for, and a
 * change by somebody who was not let in.
 */
final class SameOriginFilter extends OncePerRequestFilter {
    private static final Set<String> LOOKING = Set.of("GET", "HEAD");

    private final Refusals refusals;

    SameOriginFilter(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getServerPort() != request.getLocalPort()) {
            refusals.answer(response, HttpServletResponse.SC_BAD_REQUEST, "host");
        } else if (LOOKING.contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else if (!isSameOrigin(request)) {
            refusals.answer(response, HttpServletResponse.SC_FORBIDDEN, "origin");
        } else if (!isKnown()) {
            refusals.answer(response, HttpServletResponse.SC_FORBIDDEN, "unknown");
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Browsers name the page that asks; the rare one that does not says at least whether it is of the same site. */
    private static boolean isSameOrigin(HttpServletRequest request) {
        Optional<String> origin = Optional.ofNullable(request.getHeader("Origin"));
        return origin.map(o -> o.equals("http://" + request.getServerName() + ":" + request.getServerPort()))
                .orElseGet(() -> "same-origin".equals(request.getHeader("Sec-Fetch-Site")));
    }

    private static boolean isKnown() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken);
    }
}

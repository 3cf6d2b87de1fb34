package org.huizong.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Exchanges the one-time token of the opened address for a session; a sign-in would stand in its place. */
final class EntryFilter extends OncePerRequestFilter {
    static final String PATH = "/enter";
    static final String ROLE = "OFFICE";

    private final Entrance entrance;
    private final SecurityContextRepository sessions;
    private final Refusals refusals;
    private final String who;

    EntryFilter(Entrance entrance, SecurityContextRepository sessions, Refusals refusals, String who) {
        this.entrance = entrance;
        this.sessions = sessions;
        this.refusals = refusals;
        this.who = who;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = Objects.requireNonNullElse(request.getParameter("token"), "");
        if (entrance.admit(token)) {
            HttpSession old = request.getSession(false);
            if (old != null) {
                old.invalidate();
            }
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new PreAuthenticatedAuthenticationToken(
                    who, "", AuthorityUtils.createAuthorityList("ROLE_" + ROLE)));
            sessions.saveContext(context, request, response);
            response.sendRedirect("/");
        } else if (isIn(SecurityContextHolder.getContext().getAuthentication())) {
            // an address from the browser's history, by somebody who is in already
            response.sendRedirect("/");
        } else {
            refusals.answer(response, HttpServletResponse.SC_FORBIDDEN, "token");
        }
    }

    private static boolean isIn(@Nullable Authentication who) {
        return who instanceof PreAuthenticatedAuthenticationToken;
    }
}

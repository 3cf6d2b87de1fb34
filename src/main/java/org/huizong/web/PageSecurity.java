package org.huizong.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may come in, and what browsers may do with the pages. */
@Configuration
@EnableWebSecurity
class PageSecurity {
    /** The host names of this computer; another one in a request is an attempt to reach it through foreign pages. */
    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost");

    private static final String CONTENT =
            "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";

    private final Refusals refusals = new Refusals();

    @Bean
    SecurityContextRepository sessions() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHostnames(HOSTS::contains);
        firewall.setAllowedHttpMethods(Set.of("GET", "HEAD", "POST"));
        return firewall;
    }

    @Bean
    WebSecurityCustomizer refusing(StrictHttpFirewall firewall) {
        return web -> web.httpFirewall(firewall)
                .requestRejectedHandler((request, response, why) ->
                        refusals.answer(response, HttpServletResponse.SC_BAD_REQUEST, "request"));
    }

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http, SecurityContextRepository sessions, Entrance entrance, OfficeSettings settings) {
        return http.securityContext(c -> c.securityContextRepository(sessions))
                .headers(h -> h.contentSecurityPolicy(p -> p.policyDirectives(CONTENT))
                        // without a referrer, browsers would not name the origin either
                        .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(FrameOptionsConfig::deny)
                        .crossOriginOpenerPolicy(c -> c.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(c -> c.policy(CrossOriginResourcePolicy.SAME_ORIGIN)))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(e -> e.authenticationEntryPoint((request, response, why) ->
                                refusals.answer(response, HttpServletResponse.SC_FORBIDDEN, "unknown"))
                        .accessDeniedHandler((request, response, why) ->
                                refusals.answer(response, HttpServletResponse.SC_FORBIDDEN, "form")))
                .authorizeHttpRequests(a -> a.requestMatchers("/assets/**", EntryFilter.PATH)
                        .permitAll()
                        .anyRequest()
                        .hasRole(EntryFilter.ROLE))
                .addFilterBefore(new SameOriginFilter(refusals), CsrfFilter.class)
                .addFilterAfter(new EntryFilter(entrance, sessions, refusals, settings.who()), SameOriginFilter.class)
                .build();
    }
}

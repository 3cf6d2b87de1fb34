package org.huizong.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/** One page, made whole before a byte of it is sent: what fails halfway is a page that says so. */
final class PageView implements View {
    private final TemplateEngine templates;
    private final String template;
    private final Map<String, Object> parts;
    private final int status;

    PageView(TemplateEngine templates, String template, Map<String, Object> parts, int status) {
        this.templates = templates;
        this.template = template;
        this.parts = parts;
        this.status = status;
    }

    /** The page as text. */
    String text() {
        StringOutput out = new StringOutput();
        templates.render(template + ".jte", parts, out);
        return out.toString();
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        byte[] page = text().getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        if (parts.get("frame") instanceof PageFrame frame) {
            response.setHeader("Content-Language", frame.htmlLang());
        }
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }
}

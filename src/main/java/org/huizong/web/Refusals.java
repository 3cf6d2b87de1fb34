package org.huizong.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;

/** Says to whoever is not let in why, in both languages: nobody knows yet which one he reads. */
final class Refusals {
    private final MessageBundle chinese = new MessageBundle(Lang.ZH, OfficeServer.class);
    private final MessageBundle english = new MessageBundle(Lang.EN, OfficeServer.class);

    /** Answers with a page that says the sentence of that name. */
    void answer(HttpServletResponse response, int status, String name) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        String key = "web.refused." + name;
        String page = "<!DOCTYPE html><html lang=\"zh\"><head><meta charset=\"utf-8\"><title>"
                + chinese.text("web.title") + "</title></head><body><p>" + chinese.text(key) + "</p><p lang=\"en\">"
                + english.text(key) + "</p></body></html>";
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}

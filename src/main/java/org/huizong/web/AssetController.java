package org.huizong.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The few files that pages need besides; no other of the program can be asked for. */
@Controller
final class AssetController {
    private static final String WEBJARS = "/META-INF/resources/webjars/";
    private static final String OWN = "/org/huizong/web/assets/";
    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");
    private static final MediaType STYLE = MediaType.parseMediaType("text/css;charset=UTF-8");

    private record Asset(String place, MediaType type) {}

    private static final Map<String, Asset> ASSETS = Map.of(
            "pico.css", new Asset(WEBJARS + "picocss__pico/2.1.1/css/pico.min.css", STYLE),
            "htmx.js", new Asset(WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js", SCRIPT),
            "sse.js", new Asset(WEBJARS + "htmx-ext-sse/2.2.2/sse.js", SCRIPT),
            "page.css", new Asset(OWN + "page.css", STYLE),
            "page.js", new Asset(OWN + "page.js", SCRIPT),
            "icon.svg", new Asset(OWN + "icon.svg", MediaType.parseMediaType("image/svg+xml")),
            "chevron.svg", new Asset(OWN + "chevron.svg", MediaType.parseMediaType("image/svg+xml")));

    @GetMapping("/assets/{name}")
    ResponseEntity<byte[]> asset(@PathVariable String name) throws IOException {
        Asset asset = ASSETS.get(name);
        if (asset == null) {
            throw new NoSuchPageException("asset");
        }
        try (InputStream in = AssetController.class.getResourceAsStream(asset.place())) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own file " + asset.place());
            }
            return ResponseEntity.ok()
                    .contentType(asset.type())
                    .header("Cache-Control", "private, max-age=3600")
                    .body(in.readAllBytes());
        }
    }
}

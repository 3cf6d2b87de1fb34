package org.huizong.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.huizong.model.Period;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands files over, each by its id and as something to save: no browser opens one as a page of ours. */
@Controller
final class DownloadController {
    private final Runs runs;

    DownloadController(Runs runs) {
        this.runs = runs;
    }

    /** A file that lies in a period's folder. */
    @GetMapping("/files/{period}/{id}")
    void sent(@PathVariable String period, @PathVariable String id, HttpServletResponse response) throws IOException {
        send(FolderFile.of(runs.returns(Periods.of(period)), id), response);
    }

    /** Something that a run left. */
    @GetMapping("/download/{period}/{id}")
    void result(@PathVariable String period, @PathVariable String id, HttpServletResponse response) throws IOException {
        Period wanted = Periods.of(period);
        Downloads downloads = new Downloads(runs.output(wanted));
        if (Downloads.isGroup(id)) {
            head(response, Downloads.zipName(wanted, id));
            downloads.zip(id, response.getOutputStream());
        } else {
            send(downloads.file(id), response);
        }
    }

    private static void send(FolderFile file, HttpServletResponse response) throws IOException {
        send(file.path(), file.name().substring(file.name().lastIndexOf('/') + 1), response);
    }

    /** Hands a file over under a name. */
    static void send(Path file, String name, HttpServletResponse response) throws IOException {
        head(response, name);
        response.setContentLengthLong(Files.size(file));
        Files.copy(file, response.getOutputStream());
    }

    private static void head(HttpServletResponse response, String name) {
        response.setContentType("application/octet-stream");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}

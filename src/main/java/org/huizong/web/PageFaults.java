package org.huizong.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.huizong.office.FaultText;
import org.huizong.store.StoreException;
import org.huizong.wording.MessageBundle;
import org.springframework.beans.TypeMismatchException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Says on a page what could not be done, why, and what to do. */
@ControllerAdvice
final class PageFaults {
    private final Pages pages;
    private final OfficeSettings settings;

    PageFaults(Pages pages, OfficeSettings settings) {
        this.pages = pages;
        this.settings = settings;
    }

    @ExceptionHandler({
        NoSuchPageException.class,
        NoHandlerFoundException.class,
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        ServletRequestBindingException.class,
        TypeMismatchException.class,
        MissingServletRequestPartException.class
    })
    PageView noSuchPage(HttpServletRequest request) {
        return page(request, HttpServletResponse.SC_NOT_FOUND, "web.fault.none");
    }

    @ExceptionHandler(KindRefusalException.class)
    PageView refused(HttpServletRequest request, KindRefusalException why) {
        return page(request, why.status(), why.key(), why.values().toArray());
    }

    @ExceptionHandler({MaxUploadSizeExceededException.class, MultipartException.class})
    PageView tooLarge(HttpServletRequest request) {
        PageFrame frame = pages.fault(request);
        return page(
                request,
                HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                "web.fault.upload",
                Bytes.show(frame, settings.limits().file()),
                Bytes.show(frame, settings.limits().request()));
    }

    /** Nobody is there any more who could be told. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {}

    @ExceptionHandler(Throwable.class)
    PageView failed(HttpServletRequest request, Throwable fault) {
        settings.faults().accept(fault);
        boolean busy = fault instanceof StoreException store && store.kind().equals("locked");
        return page(
                request,
                busy ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                new FaultText(pages.sentences(request)).of(fault));
    }

    private PageView page(HttpServletRequest request, int status, String key, Object... values) {
        MessageBundle words = pages.words(request);
        return page(request, status, List.of(words.text(key, values)));
    }

    private PageView page(HttpServletRequest request, int status, List<String> sentences) {
        return pages.page("fault", pages.fault(request), Map.of("sentences", sentences), status);
    }
}

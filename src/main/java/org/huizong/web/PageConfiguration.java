package org.huizong.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The pages and what shows them. */
@Configuration
@EnableWebMvc
@Import({
    Pages.class,
    RecordActs.class,
    FileDigests.class,
    EditionFigures.class,
    PageFaults.class,
    StartController.class,
    MonthController.class,
    FilesController.class,
    ConsolidateController.class,
    FiguresController.class,
    AssessmentController.class,
    NarrativeController.class,
    VerifyController.class,
    RulesController.class,
    BaselineController.class,
    DownloadController.class,
    TemplatesController.class,
    ReturnController.class,
    RecordController.class,
    AssetController.class
})
class PageConfiguration implements WebMvcConfigurer {
    private final Activity activity;

    PageConfiguration(Activity activity) {
        this.activity = activity;
    }

    @Bean
    TemplateEngine templates() {
        return TemplateEngine.createPrecompiled(ContentType.Html);
    }

    @Bean
    StandardServletMultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver();
    }

    /** Without a charset of its own, events would be sent in ISO-8859-1. */
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.withStringConverter(new StringHttpMessageConverter(StandardCharsets.UTF_8));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                activity.note();
                return true;
            }
        });
    }
}

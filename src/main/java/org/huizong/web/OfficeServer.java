package org.huizong.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.SessionTrackingMode;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.session.StandardManager;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.http.Rfc6265CookieProcessor;
import org.huizong.disk.DiskException;
import org.huizong.disk.LockFile;
import org.huizong.disk.TempFolder;
import org.huizong.store.Store;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/** The office's page while it is open: a server that nobody reaches but from this computer. */
public final class OfficeServer implements AutoCloseable {
    /** Nobody else's words belong on the terminal. Held, or what is set would be forgotten. */
    private static final Logger QUIET = Logger.getLogger("org.apache");

    private static final String LOCAL = "127.0.0.1";
    private static final int MINUTES_OF_A_SESSION = 12 * 60;
    private static final Duration WATCH = Duration.ofSeconds(30);

    private final OfficeSettings settings;
    private final TempFolder temp;
    private final ScheduledExecutorService later;
    private final StoreKeeper keeper;
    private final Activity activity;
    private final Runs runs;
    private final Entrance entrance;
    private final SentReports reports = new SentReports();
    private final Tomcat tomcat = new Tomcat();

    private OfficeServer(OfficeSettings settings, LockFile lock, TempFolder temp) {
        this.settings = settings;
        this.temp = temp;
        this.later = Executors.newSingleThreadScheduledExecutor(work -> daemon("page-later", work));
        this.keeper = new StoreKeeper(settings.data(), settings.limits().storeIdle(), later);
        this.activity = new Activity(settings.clock());
        this.runs = new Runs(settings, keeper, activity);
        this.entrance = new Entrance(settings.data(), lock);
    }

    private void start() throws IOException, LifecycleException {
        QUIET.setUseParentHandlers(false);
        Path base = TempFolder.folder("page");
        tomcat.setBaseDir(base.toString()); // first: all else makes one in the folder we are in
        Connector connector = connector(settings);
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", base.toString());
        context.setParentClassLoader(OfficeServer.class.getClassLoader());
        context.setIgnoreAnnotations(true);
        context.setRequestCharacterEncoding("UTF-8"); // what people type, which browsers send without a charset
        sessions(context);
        context.addServletContainerInitializer((types, servlets) -> pages(servlets), Set.of());
        tomcat.start();
        if (!context.getState().isAvailable()) {
            throw new IllegalStateException("the pages could not be made ready");
        }
        entrance.open("http://" + LOCAL + ":" + connector.getLocalPort());
    }

    /**
     * Opens the page of a data folder.
     *
     * @return empty if it is open already: {@link #entrance} says where
     * @throws PortTakenException if another program listens there
     * @throws DiskException if there is no room
     */
    public static Optional<OfficeServer> open(OfficeSettings settings) {
        Optional<LockFile> lock = Entrance.take(settings.data());
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        OfficeServer server = new OfficeServer(settings, lock.get(), temp(settings, lock.get()));
        boolean isOpen = false;
        try {
            server.start();
            isOpen = true;
            return Optional.of(server);
        } catch (IOException e) {
            throw new DiskException(settings.data(), e);
        } catch (LifecycleException e) {
            throw isPortTaken(e) ? new PortTakenException(settings.port(), e) : new IllegalStateException(e);
        } finally {
            if (!isOpen) {
                server.abandon();
            }
        }
    }

    private static TempFolder temp(OfficeSettings settings, LockFile lock) {
        try {
            return Store.temp(settings.data());
        } catch (IOException e) {
            release(lock);
            throw new DiskException(settings.data(), e);
        }
    }

    private static boolean isPortTaken(Throwable fault) {
        return Stream.iterate(fault, c -> c != null, Throwable::getCause).anyMatch(c -> c instanceof BindException);
    }

    /** Lets go of all that a page has taken that could not be opened. */
    private void abandon() {
        try {
            close();
        } catch (RuntimeException e) {
            // the fault that kept the page from opening is the one to be told
        }
    }

    private static void release(LockFile lock) {
        try {
            lock.close();
        } catch (IOException e) {
            // the fault that kept the page from opening is the one to be told
        }
    }

    /** Where the page that is open on a data folder can be entered once; empty if none is. */
    public static Optional<String> entrance(Path data) {
        return Entrance.read(data);
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private static Connector connector(OfficeSettings settings) {
        Connector connector = new Connector();
        connector.setPort(settings.port());
        connector.setProperty("address", LOCAL);
        connector.setThrowOnFailure(true);
        connector.setURIEncoding("UTF-8");
        connector.setXpoweredBy(false);
        connector.setMaxPartCount(settings.limits().parts());
        connector.setMaxParameterCount(settings.limits().parts());
        connector.setProperty(
                "connectionTimeout", String.valueOf(settings.limits().slow().toMillis()));
        connector.setProperty("maxThreads", "32");
        connector.setProperty("minSpareThreads", "2");
        return connector;
    }

    /** A cookie with a name of its own: two pages on one computer would take each other's. */
    private static void sessions(Context context) {
        context.setSessionCookieName("huizong-"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()));
        context.setSessionCookiePath("/");
        context.setUseHttpOnly(true);
        context.setSessionTimeout(MINUTES_OF_A_SESSION);
        var cookies = new Rfc6265CookieProcessor();
        cookies.setSameSiteCookies("strict");
        context.setCookieProcessor(cookies);
        var manager = new StandardManager();
        manager.setPathname(null);
        context.setManager(manager);
    }

    private void pages(ServletContext servlets) throws ServletException {
        servlets.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
        var beans = new AnnotationConfigWebApplicationContext();
        beans.setServletContext(servlets);
        beans.register(PageSecurity.class, PageConfiguration.class);
        beans.addBeanFactoryPostProcessor(factory -> {
            factory.registerSingleton("settings", settings);
            factory.registerSingleton("keeper", keeper);
            factory.registerSingleton("activity", activity);
            factory.registerSingleton("runs", runs);
            factory.registerSingleton("entrance", entrance);
            factory.registerSingleton("reports", reports);
        });
        try {
            beans.refresh();
        } catch (RuntimeException e) {
            throw new ServletException(e);
        }
        FilterRegistration.Dynamic security =
                servlets.addFilter("security", beans.getBean("springSecurityFilterChain", Filter.class));
        security.setAsyncSupported(true);
        security.addMappingForUrlPatterns(null, false, "/*");
        ServletRegistration.Dynamic pages = servlets.addServlet("pages", new DispatcherServlet(beans));
        pages.setLoadOnStartup(1);
        pages.setAsyncSupported(true);
        pages.setMultipartConfig(new MultipartConfigElement(
                System.getProperty("java.io.tmpdir"),
                settings.limits().file(),
                settings.limits().request(),
                0));
        pages.addMapping("/");
    }

    /** The address of the page, without a token. */
    public String address() {
        return entrance.address();
    }

    /** The address that leads in, once. */
    public String door() {
        return entrance.door();
    }

    /** Waits until it is asked to end, or nobody has wanted anything for hours. */
    public void await() throws InterruptedException {
        while (!activity.hasEnded(WATCH)) {
            if (!runs.isBusy() && activity.isIdle(settings.limits().idle())) {
                return;
            }
        }
    }

    @Override
    public void close() {
        entrance.close();
        runs.close();
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("the page cannot be closed", e);
        } finally {
            later.shutdownNow();
            keeper.close();
            reports.close();
            release(temp);
        }
    }

    private static void release(TempFolder temp) {
        try {
            temp.close();
        } catch (IOException e) {
            // the next start sweeps
        }
    }
}

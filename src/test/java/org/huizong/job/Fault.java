package org.huizong.job;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.huizong.intake.Intake;
import org.huizong.model.Reading;
import org.huizong.model.SourceFile;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.support.GenericApplicationContext;

/** Breaks one step of the job in the middle of its work. */
enum Fault {
    /** When a chunk of files is on record and the next is being read. */
    READ_RETURNS("readReturns", "returnReader") {
        @Override
        Object around(Object part, Runnable fault) {
            AtomicInteger read = new AtomicInteger();
            return reader(part, (reader, file) -> {
                if (read.incrementAndGet() > 55) {
                    fault.run();
                }
                return reader.process(file);
            });
        }
    },
    /** When the files that were put off are read. */
    READ_ALONE("readAlone", "returnReader") {
        private final Map<SourceFile, Boolean> putOff = new ConcurrentHashMap<>();

        @Override
        Object around(Object part, Runnable fault) {
            return reader(part, (reader, file) -> {
                if (!file.name().startsWith("石桥村")) {
                    return reader.process(file);
                }
                if (putOff.put(file, true) != null) {
                    fault.run();
                }
                return Intake.refused(file, Intake.NO_MEMORY, Map.of());
            });
        }
    },
    /** When the registers that others point to are checked and not yet committed. */
    CHECK_REGISTERS("checkRegisters", "registerChecks"),
    /** When a chunk of filings is on record, and the verdicts of the next written and not yet committed. */
    CHECK_SUBMISSIONS("checkSubmissions", "verdictWriter") {
        @Override
        @SuppressWarnings("unchecked")
        Object around(Object part, Runnable fault) {
            AtomicInteger chunks = new AtomicInteger();
            return (ItemWriter<Object>) chunk -> {
                ((ItemWriter<Object>) part).write((Chunk<Object>) chunk);
                if (chunks.incrementAndGet() == 2) {
                    fault.run();
                }
            };
        }
    },
    /** When all is checked across and not yet committed. */
    CHECK_ACROSS("checkAcross", "acrossChecks"),
    /** When it is known what the period comes to. */
    CONSOLIDATE("consolidate", "consolidating"),
    /** When nothing is written yet. */
    PUBLISH("publish", "publishing") {
        @Override
        Object around(Object part, Runnable fault) {
            return (Tasklet) (contribution, context) -> {
                fault.run();
                return ((Tasklet) part).execute(contribution, context);
            };
        }
    };

    private final String step;
    private final String bean;

    Fault(String step, String bean) {
        this.step = step;
        this.bean = bean;
    }

    /** The step that it breaks. */
    String step() {
        return step;
    }

    /** What a part of the job becomes that breaks; a piece of work breaks at its end. */
    Object around(Object part, Runnable fault) {
        return (Tasklet) (contribution, context) -> {
            var status = ((Tasklet) part).execute(contribution, context);
            fault.run();
            return status;
        };
    }

    private interface Reader {
        Reading read(ItemProcessor<SourceFile, Reading> reader, SourceFile file) throws Exception;
    }

    @SuppressWarnings("unchecked")
    private static ItemProcessor<SourceFile, Reading> reader(Object part, Reader reader) {
        return file -> reader.read((ItemProcessor<SourceFile, Reading>) part, file);
    }

    /** Puts it into a job that is about to run. */
    Consumer<GenericApplicationContext> doing(Runnable fault) {
        return replacing(bean, part -> around(part, fault));
    }

    /** Has the disk not give one file. */
    static Consumer<GenericApplicationContext> inReading(String file, Exception fault) {
        return replacing(
                "returnReader",
                part -> reader(part, (reader, f) -> {
                    if (f.name().equals(file)) {
                        throw fault;
                    }
                    return reader.process(f);
                }));
    }

    /** Breaks the run when its publication is in place. */
    static Consumer<GenericApplicationContext> afterPublishing(Runnable fault) {
        return replacing("publishing", part -> (Tasklet) (contribution, context) -> {
            var status = ((Tasklet) part).execute(contribution, context);
            fault.run();
            return status;
        });
    }

    /** Has the memory never suffice for one file. */
    static Consumer<GenericApplicationContext> lackingMemoryFor(String file, List<String> read) {
        return replacing(
                "returnReader",
                part -> reader(part, (reader, f) -> {
                    synchronized (read) {
                        read.add(f.name());
                    }
                    return f.name().equals(file) ? Intake.refused(f, Intake.NO_MEMORY, Map.of()) : reader.process(f);
                }));
    }

    private interface Replacement {
        Object of(Object part);
    }

    private static Consumer<GenericApplicationContext> replacing(String bean, Replacement replacement) {
        return context -> context.registerBean(BeanPostProcessor.class, () -> new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object part, String name) {
                return name.equals("scopedTarget." + bean) ? replacement.of(part) : part;
            }
        });
    }
}

package org.huizong.job;

import java.util.List;
import org.huizong.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Spring Batch's repository says ran. */
final class Repository {
    private final JdbcClient db;

    Repository(Store store) {
        this.db = JdbcClient.create(store.dataSource());
    }

    /** How many instances there are. */
    int instances() {
        return db.sql("SELECT COUNT(*) FROM BATCH_JOB_INSTANCE")
                .query(Integer.class)
                .single();
    }

    /** The status of each execution, in their order. */
    List<String> executions() {
        return db.sql("SELECT STATUS FROM BATCH_JOB_EXECUTION ORDER BY JOB_EXECUTION_ID")
                .query(String.class)
                .list();
    }

    /** What became of each step each time it ran, in their order. */
    List<String> steps() {
        return db.sql("SELECT STEP_NAME || ' ' || STATUS FROM BATCH_STEP_EXECUTION ORDER BY STEP_EXECUTION_ID")
                .query(String.class)
                .list();
    }

    /** How many things a step was handed over in all its executions. */
    List<Integer> read(String step) {
        return db.sql("""
                        SELECT READ_COUNT FROM BATCH_STEP_EXECUTION WHERE STEP_NAME = :step
                        ORDER BY STEP_EXECUTION_ID""").param("step", step).query(Integer.class).list();
    }
}

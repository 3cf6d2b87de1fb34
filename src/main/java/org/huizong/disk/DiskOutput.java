package org.huizong.disk;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a file, and says which it was if the disk does not take it. */
public final class DiskOutput extends FilterOutputStream {
    private final Path place;

    private DiskOutput(Path place, OutputStream out) {
        super(out);
        this.place = place;
    }

    /** Begins a file, in place of any that is there. */
    public static OutputStream to(Path place) {
        return to(place, place);
    }

    /** Begins a file that will get another place, which is what people are told. */
    public static OutputStream to(Path file, Path place) {
        try {
            return new DiskOutput(place, Files.newOutputStream(file));
        } catch (IOException e) {
            throw new DiskException(place, e);
        }
    }

    @Override
    public void write(int b) {
        try {
            out.write(b);
        } catch (IOException e) {
            throw new DiskException(place, e);
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            throw new DiskException(place, e);
        }
    }

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new DiskException(place, e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new DiskException(place, e);
        }
    }
}

package org.huizong.spreadsheet.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Where the bytes of a zip are.
 *
 * @param file what is read, or what the content was taken out of
 * @param content the zip if it is held in memory; empty if it is the file itself
 */
public record ZipSource(Path file, Optional<byte[]> content) {
    /** Bytes of all that is said about the entries: 2,000 of them need a fifth. */
    private static final long MAX_DIRECTORY = 4L << 20;

    /** How large the zip is. */
    long size() throws IOException {
        return content.isPresent() ? content.get().length : Files.size(file);
    }

    /** Its bytes, from the first. */
    public InputStream stream() throws IOException {
        return content.isPresent() ? new ByteArrayInputStream(content.get()) : Files.newInputStream(file);
    }

    /**
     * Opens the zip.
     *
     * @throws IOException if it is none, or the disk does not give it
     * @throws Beyond if it says more about its entries than is read, whatever it says about how much that is
     */
    public ZipFile open() throws IOException {
        DirectoryChannel channel = new DirectoryChannel(
                content.isPresent() ? new SeekableInMemoryByteChannel(content.get()) : Files.newByteChannel(file));
        try {
            ZipFile zip = ZipFile.builder().setSeekableByteChannel(channel).get();
            channel.isOpening = false;
            return zip;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Ends the opening of a zip whose directory is too long: the zip reader has an object for each of its entries. */
    private static final class DirectoryChannel implements SeekableByteChannel {
        private final SeekableByteChannel zip;
        private boolean isOpening = true;
        private long read;

        DirectoryChannel(SeekableByteChannel zip) {
            this.zip = zip;
        }

        @Override
        public int read(ByteBuffer to) throws IOException {
            int n = zip.read(to);
            read += Math.max(n, 0);
            if (isOpening && read > MAX_DIRECTORY) {
                throw Beyond.limit("file.entries", ZipGuard.MAX_ENTRIES);
            }
            return n;
        }

        @Override
        public long position() throws IOException {
            return zip.position();
        }

        @Override
        public SeekableByteChannel position(long to) throws IOException {
            zip.position(to);
            return this;
        }

        @Override
        public long size() throws IOException {
            return zip.size();
        }

        @Override
        public int write(ByteBuffer from) {
            throw new UnsupportedOperationException("a zip that was sent is not written to");
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new UnsupportedOperationException("a zip that was sent is not written to");
        }

        @Override
        public boolean isOpen() {
            return zip.isOpen();
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}

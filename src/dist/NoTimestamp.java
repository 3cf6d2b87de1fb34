import java.io.IOException;
import java.io.RandomAccessFile;

/** Takes the time of linking out of a Windows program, and the sum over its bytes, which nobody asks of a program. */
final class NoTimestamp {
    /** Where a program's header says at which place its own part begins; and what stands how far behind that. */
    private static final int HEADER_AT = 0x3C;

    private static final int TIME = 8;
    private static final int CHECKSUM = 0x58;

    private NoTimestamp() {}

    public static void main(String[] args) throws IOException {
        try (RandomAccessFile program = new RandomAccessFile(args[0], "rw")) {
            program.seek(HEADER_AT);
            int header = Integer.reverseBytes(program.readInt());
            for (int at : new int[] {TIME, CHECKSUM}) {
                program.seek(header + at);
                program.writeInt(0);
            }
        }
    }
}

package org.huizong.spreadsheet.read;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Opens an encrypted .xlsx that asks for no password: Excel encrypts a workbook that is only protected against changes
 * with a password of its own, and opens it without asking.
 */
final class Decryption {
    /** Rounds of hashing; Excel takes 100,000. */
    private static final int MAX_ROUNDS = 1_000_000;

    private Decryption() {}

    /**
     * The zip that is encrypted; empty if somebody has given it a password.
     *
     * @throws Beyond if it is too large to be held
     */
    static Optional<byte[]> open(POIFSFileSystem files) throws IOException {
        try {
            EncryptionInfo info = new EncryptionInfo(files);
            Decryptor decryptor = info.getDecryptor();
            if (info.getVerifier().getSpinCount() > MAX_ROUNDS
                    || !decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
                return Optional.empty();
            }
            try (InputStream in = decryptor.getDataStream(files)) {
                byte[] zip = in.readNBytes((int) Guard.MAX_OLD + 1);
                if (zip.length > Guard.MAX_OLD) {
                    throw new Beyond(Unfit.tooLarge("", Guard.MAX_OLD));
                }
                return Optional.of(zip);
            }
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}

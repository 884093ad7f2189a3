package org.obolus.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes one server the owner of a data folder; the system releases it when the server dies, however it dies. */
final class FolderLock {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock take(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new Held(file);
        }
        return new FolderLock(channel);
    }

    void release() throws IOException {
        channel.close();
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ownedByThisProcess) {
            return null;
        }
    }

    /** Another running server owns the folder. */
    static final class Held extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        Held(Path file) {
            super("Another Obolus server is running on " + file.getParent()
                    + ". Stop it, or name another folder with OBOLUS_DATA.");
        }
    }
}

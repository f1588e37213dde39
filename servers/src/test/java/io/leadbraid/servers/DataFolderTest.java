package io.leadbraid.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path path;

    @Test
    void aFolderOpensOnceAtATime() {
        try (DataFolder first = DataFolder.open(path)) {
            assertThatThrownBy(() -> DataFolder.open(path))
                    .isInstanceOf(DataFolderInUseException.class)
                    .hasMessageContaining(first.path().toString());
        }

        DataFolder.open(path).close();
    }

    @Test
    void aNewFolderIsClosedToOtherUsers() throws Exception {
        try (DataFolder folder = DataFolder.open(path.resolve("deep/new"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aPortIsKept() {
        int port;
        try (DataFolder folder = DataFolder.open(path)) {
            port = folder.ports().claim("kafka", 0);
        }

        try (DataFolder folder = DataFolder.open(path)) {
            assertThat(folder.ports().claim("kafka", 0)).isEqualTo(port);
        }
    }

    @Test
    void twoServersNeverShareAPort() {
        try (DataFolder folder = DataFolder.open(path)) {
            int port = folder.ports().claim("kafka", 0);

            assertThat(folder.ports().claim("kafka", 0)).isNotEqualTo(port);
        }
    }

    @Test
    void anUnreadablePortFileIsWrittenAnew() throws Exception {
        Files.writeString(path.resolve("kafka.port"), "many");

        try (DataFolder folder = DataFolder.open(path)) {
            int port = folder.ports().claim("kafka", 0);

            assertThat(path.resolve("kafka.port")).hasContent(Integer.toString(port));
        }
    }

    @Test
    void aWantedPortThatIsTakenIsRefusedInWords() throws Exception {
        try (ServerSocket somebodyElse = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                DataFolder folder = DataFolder.open(path)) {
            int taken = somebodyElse.getLocalPort();

            assertThatThrownBy(() -> folder.ports().claim("kafka", taken))
                    .isInstanceOf(ServerFailedException.class)
                    .hasMessageContaining(Integer.toString(taken));
        }
    }

    @Test
    void deletingOnePartLeavesTheOthers() throws Exception {
        try (DataFolder folder = DataFolder.open(path)) {
            Files.writeString(folder.folder("kafka").resolve("record"), "1");
            Files.writeString(folder.folder("streams").resolve("state"), "1");

            folder.delete("kafka");

            assertThat(path.resolve("kafka")).doesNotExist();
            assertThat(path.resolve("streams/state")).exists();
        }
    }
}

package io.leadbraid.servers;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;

/** The random passwords of one data folder, kept in a file that only its owner can read. */
record Credentials(Login superuser, Login owner, Login app) {
    private static final String FILE = "credentials.properties";
    private static final String SUPERUSER = "postgres";

    /** Reads the credentials of the folder, after writing new ones where there are none. */
    static Credentials keptIn(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                write(folder, file);
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep database credentials in " + folder, e);
        }
    }

    private static void write(Path folder, Path file) throws IOException {
        Properties properties = new Properties();
        for (String username : List.of(SUPERUSER, DatabaseSetup.OWNER, DatabaseSetup.APP)) {
            properties.setProperty(username, Login.random(username).password());
        }
        StringWriter text = new StringWriter();
        properties.store(text, null);
        Path unfinished = secretFile(folder, text.toString());
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A new file with this content that nobody else can read at any moment. */
    static Path secretFile(Path folder, String content) throws IOException {
        Path file = Files.createTempFile(
                folder,
                ".secret",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content);
        return file;
    }

    private static Credentials read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new Credentials(
                login(properties, SUPERUSER),
                login(properties, DatabaseSetup.OWNER),
                login(properties, DatabaseSetup.APP));
    }

    private static Login login(Properties properties, String username) {
        return new Login(username, properties.getProperty(username, ""));
    }
}

package dev.atelier.local;

import static dev.atelier.local.ErrorMessages.assertSays;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServerProcessTest {

    @Test
    void aServerThatEndsInsteadIsAnErrorWithItsLastWords() {
        LocalServerException error =
                assertThrows(LocalServerException.class, () -> start("echo starting; echo no licence >&2; exit 3"));
        assertSays(error, "Sample did not start", "starting\nno licence");
    }

    @Test
    void aProgramThatIsNotThereIsAnErrorThatNamesIt() {
        RuntimeException error = assertThrows(
                RuntimeException.class,
                () -> ServerProcess.start("Sample", List.of("/no/such/program"), "ready", "TERM"));
        assertSays(error, "/no/such/program");
    }

    @Test
    void aServerIsStoppedByItsSignal() {
        ServerProcess server = start("trap 'exit 0' USR1; echo ready; while :; do sleep 0.05; done", "USR1");
        ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
        assertTrue(process.isAlive());
        server.close();
        assertFalse(process.isAlive());
    }

    @Test
    void aServerThatDoesNotHeedItsSignalIsKilled() {
        ServerProcess server = start("trap '' TERM; echo ready; while :; do sleep 0.05; done");
        ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
        server.close();
        assertFalse(process.isAlive());
    }

    @Test
    void aServerThatIsKilledEndsAtOnceWithWhatItHasStarted() {
        ServerProcess server = start("sleep 60 & trap '' TERM; echo ready; wait");
        ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
        List<ProcessHandle> children = process.children().toList();
        assertFalse(children.isEmpty());
        server.kill();
        assertFalse(process.isAlive());
        assertFalse(children.stream().anyMatch(ProcessHandle::isAlive));
    }

    @Test
    void stoppingItTwiceDoesNothing() {
        ServerProcess server = start("echo ready; exec sleep 60");
        server.close();
        server.close();
    }

    @Test
    void aServerThatTalksALotIsNotHeldUp() {
        ServerProcess server = start("i=0; while [ $i -lt 20000 ]; do echo line $i of much output; i=$((i + 1)); done;"
                + " echo ready; exec sleep 60");
        server.close();
    }

    private static ServerProcess start(String script) {
        return start(script, "TERM");
    }

    private static ServerProcess start(String script, String stopSignal) {
        return ServerProcess.start("Sample", List.of("sh", "-c", script), "ready", stopSignal);
    }
}

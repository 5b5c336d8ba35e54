"""A small editor: it speaks the language server protocol with the real YAML language server."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import IO, Any

__all__ = ["Editor", "editor"]

PATIENCE = 120
"""Seconds after which a server that no longer answers is given up."""


class Editor:
    """One session with a language server, over its standard input and output."""

    def __init__(self, into: IO[bytes], out: IO[bytes], folder: Path) -> None:
        self._into = into
        self._out = out
        self._last = 0
        self._diagnostics: dict[str, list[dict[str, Any]]] = {}
        self._folder = folder
        capabilities = {"textDocument": {"hover": {"contentFormat": ["plaintext"]}, "publishDiagnostics": {}}}
        root = folder.as_uri()
        self._ask("initialize", {"processId": None, "rootUri": root, "capabilities": capabilities})
        self._tell("initialized", {})
        options = {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}
        self._tell("workspace/didChangeConfiguration", {"settings": {"yaml": options}})

    def open(self, name: str, text: str) -> list[dict[str, Any]]:
        """Open a document; what the server underlines in it."""
        uri = (self._folder / name).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        while uri not in self._diagnostics:
            self._receive()
        return self._diagnostics[uri]

    def completions(self, name: str, line: int, character: int) -> list[str]:
        """What the server offers at a place, counted from 0."""
        found = self._ask("textDocument/completion", self._at(name, line, character))
        items = found["items"] if isinstance(found, dict) else found
        return [item["label"] for item in items]

    def hover(self, name: str, line: int, character: int) -> str:
        """What the server shows at a place, counted from 0."""
        found = self._ask("textDocument/hover", self._at(name, line, character))
        return str(found["contents"]["value"]) if found else ""

    def _at(self, name: str, line: int, character: int) -> dict[str, object]:
        uri = (self._folder / name).as_uri()
        return {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}

    def _ask(self, method: str, params: object) -> Any:
        self._last += 1
        number = self._last
        self._send({"id": number, "method": method, "params": params})
        while True:
            answer = self._receive()
            if answer.get("id") == number and "method" not in answer:
                assert "error" not in answer, answer
                return answer["result"]

    def _tell(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, object]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._into.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._into.flush()

    def _receive(self) -> dict[str, Any]:
        length = 0
        while line := self._out.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        assert length, "the language server has gone away"
        message: dict[str, Any] = json.loads(self._out.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            params = message["params"]
            self._diagnostics[params["uri"]] = params["diagnostics"]
        elif "method" in message and "id" in message:
            wanted = message["params"].get("items", []) if isinstance(message.get("params"), dict) else []
            self._send({"id": message["id"], "result": [None for _ in wanted] or None})
        return message


@contextmanager
def editor(command: list[str], folder: Path) -> Iterator[Editor]:
    """An editor whose documents lie in a folder; the server ends with it."""
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    watchdog = Timer(PATIENCE, server.kill)
    watchdog.start()
    try:
        assert server.stdin
        assert server.stdout
        yield Editor(server.stdin, server.stdout, folder)
    finally:
        watchdog.cancel()
        server.kill()
        server.communicate()

# SPDX-License-Identifier: GPL-3.0-or-later
"""A real window of Joinery, driven as a person with a keyboard, a mouse and a screen reader would (AT-SPI, xdotool).

Needs a screen, a session bus and an accessibility bus: tests/run.sh brings them."""
import os
import signal
import subprocess
import time
import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

warnings.simplefilter("ignore")
PATIENCE = 30  # seconds that a machine under load may take for what takes milliseconds


class Window:
    def __init__(self, *command, home):
        environment = {**os.environ, "HOME": home, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb",
                       "XDG_CONFIG_HOME": f"{home}/config", "XDG_DATA_HOME": f"{home}/data", "XDG_CACHE_HOME": f"{home}/cache"}
        self.process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        self.wait(self._visible, "a window on the screen")
        self.root = self.wait(self._application, "the application on the accessibility bus")

    def _visible(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid), "."], capture_output=True)
        return found.stdout.split()

    def _application(self):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_process_id() == self.process.pid and child.get_child_count() > 0:
                return child
        return None

    def wait(self, probe, what, patience=PATIENCE):
        """The first true answer of `probe`; what is missing is named."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise AssertionError(f"joinery ended with {self.process.returncode} while waiting for {what}")
            while GLib.MainContext.default().iteration(False):
                pass
            try:
                answer = probe()
                if answer:
                    return answer
            except GLib.Error:
                pass  # the widget went away while it was looked at
            time.sleep(0.05)
        raise AssertionError(f"waited {patience} s for {what}")

    def nodes(self, root=None, deep=("table", "tree table", "tree")):
        """All controls, without looking into large tables."""
        stack = [root or self.root]
        while stack:
            node = stack.pop()
            yield node
            try:
                if node.get_role_name() not in deep or node.get_child_count() < 400:
                    stack.extend(filter(None, (node.get_child_at_index(i) for i in reversed(range(min(node.get_child_count(), 400))))))
            except GLib.Error:
                continue

    def showing(self, node):
        return node.get_state_set().contains(Atspi.StateType.SHOWING)

    def all(self, role, name=""):
        found = []
        for node in self.nodes():
            try:
                if node.get_role_name() == role and name in (node.get_name() or "") and self.showing(node):
                    found.append(node)
            except GLib.Error:
                continue
        return found

    def find(self, role, name="", patience=PATIENCE):
        return self.wait(lambda: self.all(role, name), f"{role} '{name}'", patience)[-1]

    def gone(self, role, name):
        self.wait(lambda: not self.all(role, name), f"{role} '{name}' to go")

    def texts(self):
        return [node.get_name() for node in self.nodes() if node.get_name()]

    def click(self, node, double=False):
        box = node.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
        x, y = box.x + box.width // 2, box.y + box.height // 2
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", *(["--repeat", "2", "--delay", "60"] if double else []), "1"], check=True)
        self.settle()

    def press(self, role, name):
        """The button of that name, once it can be pressed."""
        def ready():
            found = [node for node in self.all(role, name) if node.get_state_set().contains(Atspi.StateType.SENSITIVE)]
            return found[-1] if found else None
        self.click(self.wait(ready, f"{role} '{name}' to be enabled"))

    def key(self, *keys):
        subprocess.run(["xdotool", "key", "--delay", "30", *keys], check=True)
        self.settle()

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "8", text], check=True)
        self.settle()

    def settle(self, seconds=0.25):
        time.sleep(seconds)
        while GLib.MainContext.default().iteration(False):
            pass

    def command(self, words):
        """Runs an action by the command palette."""
        self.key("ctrl+shift+p")
        self.type(words)
        self.settle(0.4)
        self.key("Return")

    def go_to(self, words):
        self.key("ctrl+p")
        self.type(words)
        self.settle(0.6)
        self.key("Return")

    def table(self, name, rows=1):
        def ready():
            for node in self.all("table", name) + self.all("tree table", name):
                table = node.get_table_iface()
                if table and table.get_n_rows() >= rows:
                    return node
            return None
        return self.wait(ready, f"table '{name}' with {rows} rows")

    def cell(self, table, row, column):
        return table.get_table_iface().get_accessible_at(row, column)

    def unnamed(self):
        """Controls that a screen reader could not announce."""
        roles = {"push button", "toggle button", "check box", "radio button", "combo box", "text", "spin button", "slider",
                 "menu item", "page tab", "table", "tree table", "list"}
        return [node.get_role_name() for node in self.nodes() if node.get_role_name() in roles and not node.get_name() and self.showing(node)]

    def resident_megabytes(self):
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS"))

    def screenshot(self, path):
        subprocess.run(["import", "-window", "root", path], check=True)

    def quit(self):
        self.key("ctrl+q")
        try:
            return self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError("joinery did not quit") from None

    def kill(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()

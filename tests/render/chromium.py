"""Drives a headless Chromium over the DevTools protocol: a pipe, JSON messages ended by a zero byte, no other library.

    with Chromium() as browser:
        page = browser.open("file:///tmp/brief.html", width=390, height=844, dark=True)
        page.value("document.title")
        page.screenshot("phone.png")
"""

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

NAMES = ("chromium", "chromium-browser", "google-chrome")


def found():
    """The path of the browser, or None."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


class Chromium:
    def __enter__(self):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        read_end, their_write = os.pipe()
        their_read, write_end = os.pipe()
        arguments = [found(), "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars",
                     "--disable-extensions", "--remote-debugging-pipe", f"--user-data-dir={self.profile.name}",
                     "about:blank"]

        def connect():  # the protocol wants its ends as descriptors 3 and 4
            ends = os.dup(their_read), os.dup(their_write)
            os.dup2(ends[0], 3)
            os.dup2(ends[1], 4)

        self.process = subprocess.Popen(arguments, preexec_fn=connect, close_fds=False, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)
        os.close(their_read)
        os.close(their_write)
        self.input, self.output = write_end, read_end
        self.rest, self.last, self.events = b"", 0, []
        return self

    def __exit__(self, *_):
        try:
            self.call("Browser.close")
        except (OSError, TimeoutError):
            self.process.kill()
        self.process.wait(timeout=30)
        os.close(self.input)
        os.close(self.output)
        self.profile.cleanup()

    def message(self, deadline):
        while b"\0" not in self.rest:
            ready, _, _ = select.select([self.output], [], [], max(0, deadline - time.monotonic()))
            if not ready:
                raise TimeoutError("the browser did not answer in time")
            got = os.read(self.output, 1 << 16)
            if not got:
                raise OSError("the browser has gone")
            self.rest += got
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, session=None, seconds=60, **parameters):
        self.last += 1
        request = {"id": self.last, "method": method, "params": parameters}
        if session:
            request["sessionId"] = session
        os.write(self.input, json.dumps(request).encode() + b"\0")
        deadline = time.monotonic() + seconds
        while True:
            message = self.message(deadline)
            if message.get("id") == self.last:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']['message']}")
                return message["result"]
            self.events.append(message)

    def open(self, url, **view):
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        return Page(self, session, url, **view)


class Page:
    """One tab. `complaints` are console messages, exceptions and blocked loads; `requests` every URL asked for."""

    def __init__(self, browser, session, url, width=1280, height=900, dark=False, script=True, scale=1):
        self.browser, self.session = browser, session
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale,
                  mobile=width < 600)
        self.call("Emulation.setEmulatedMedia",
                  features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        self.call("Emulation.setScriptExecutionDisabled", value=not script)
        self.call("Page.navigate", url=url)
        self.wait(lambda: self.happened("Page.loadEventFired"))

    def call(self, method, **parameters):
        return self.browser.call(method, session=self.session, **parameters)

    def wait(self, done, seconds=60):
        deadline = time.monotonic() + seconds
        while not done():
            self.browser.events.append(self.browser.message(deadline))

    def happened(self, method):
        return [event["params"] for event in self.browser.events
                if event.get("method") == method and event.get("sessionId") == self.session]

    def value(self, expression):
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"].get("exception", {}).get("description", str(result)))
        return result["result"].get("value")

    def press(self, key):
        codes = {"Escape": 27, "Tab": 9, "Enter": 13, "ArrowLeft": 37, "ArrowRight": 39}
        text = {"text": "\r"} if key == "Enter" else {}
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=codes[key],
                      **(text if kind == "keyDown" else {}))

    def point_at(self, selector, click=False):
        """Moves the mouse onto the middle of the first element that the selector finds, as a person would."""
        x, y = self.value(f"""(() => {{
            const element = document.querySelector({json.dumps(selector)});
            element.scrollIntoView({{block: "center", behavior: "instant"}});
            const box = element.getClientRects()[0];
            return [box.x + box.width / 2, box.y + box.height / 2];
        }})()""")
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        if click:
            for kind in ("mousePressed", "mouseReleased"):
                self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def click(self, selector):
        self.point_at(selector, click=True)

    def screenshot(self, path, whole=False):
        data = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    @property
    def complaints(self):
        console = [str(event["args"]) for event in self.happened("Runtime.consoleAPICalled")]
        thrown = [str(event["exceptionDetails"]) for event in self.happened("Runtime.exceptionThrown")]
        logged = [event["entry"]["text"] for event in self.happened("Log.entryAdded")]
        return console + thrown + logged

    @property
    def requests(self):
        return [event["request"]["url"] for event in self.happened("Network.requestWillBeSent")]

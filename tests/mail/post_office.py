"""A post office on loopback: Postfix, OpenDKIM and Dovecot as Debian ships them, with files of their own in one temporary folder.

Nothing can leave it: whatever is not for a reader of the laboratory is refused, and every port is one of 127.0.0.1 that was free.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

READERS = "readers.example"
PASSWORD = "quay"  # noqa: S105 - of mailboxes that live for a minute
SELECTOR = "lab"
PROGRAMS = ("postfix", "opendkim", "opendkim-genkey", "dovecot")
_PATH = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))
_PATIENCE = 30

_MAIN_CF = """\
compatibility_level = 3.6
queue_directory = {folder}/spool
data_directory = {folder}/data
maillog_file = {folder}/postfix.log
maillog_file_prefixes = {folder}
myhostname = lab.example
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
alias_maps =
local_recipient_maps =
smtpd_relay_restrictions = permit_mynetworks, reject
virtual_mailbox_domains = {readers}
virtual_transport = lmtp:inet:127.0.0.1:{lmtp}
default_transport = error:nothing leaves this laboratory
relay_transport = error:nothing leaves this laboratory
smtpd_milters = inet:127.0.0.1:{milter}
milter_default_action = tempfail
"""

_MASTER_CF = """\
127.0.0.1:{smtp} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""

_OPENDKIM_CONF = """\
Mode s
Socket inet:{milter}@127.0.0.1
Domain {domains}
Selector {selector}
KeyFile {folder}/keys/{selector}.private
RequireSafeKeys no
InternalHosts 127.0.0.1
Canonicalization relaxed/relaxed
SignHeaders *,+list-unsubscribe,+list-unsubscribe-post
OversignHeaders From,List-Unsubscribe,List-Unsubscribe-Post
UserID opendkim
Syslog no
"""

_DOVECOT_CONF = """\
protocols = imap lmtp
listen = 127.0.0.1
base_dir = {folder}/dovecot
state_dir = {folder}/dovecot-state
log_path = {folder}/dovecot.log
ssl = no
disable_plaintext_auth = no
default_internal_user = dovecot
default_login_user = dovenull
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:{folder}/mail/%u
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid=nobody gid=nogroup home={folder}/mail/%u allow_all_users=yes
}}
service imap-login {{
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {lmtp}
  }}
}}
"""


@dataclass(frozen=True, slots=True)
class PostOffice:
    """Where to send to, where to fetch from, and what a name server would say of the signing key."""

    smtp: int
    imap: int
    key: bytes
    folder: Path

    def dns(self, _name: bytes, timeout: float = 5) -> bytes:
        """The one TXT record there is."""
        assert timeout
        return self.key

    @property
    def logs(self) -> str:
        """What the servers said, for a test that fails."""
        return "\n".join(path.read_text(errors="replace") for path in sorted(self.folder.glob("*.log")))


def lacking() -> str:
    """Why no post office can be opened here; "" if it can."""
    missing = [program for program in PROGRAMS if not shutil.which(program, path=_PATH)]
    if missing:
        return f"the mail laboratory lacks {', '.join(missing)}; on Debian: postfix opendkim opendkim-tools dovecot-imapd dovecot-lmtpd"
    return "" if os.geteuid() == 0 else "the mail laboratory must be started by root: Postfix and Dovecot start in no other way"


@contextmanager
def open_post_office(*domains: str) -> Iterator[PostOffice]:
    """Started, and ended again with its folder; messages from ``domains`` are signed."""
    folder = Path(tempfile.mkdtemp(prefix="briefing-lab-"))
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        smtp, imap, lmtp, milter = free_ports(4)
        values = {"folder": folder, "smtp": smtp, "imap": imap, "lmtp": lmtp, "milter": milter, "readers": READERS}
        values |= {"selector": SELECTOR, "domains": ",".join(domains), "password": PASSWORD}
        _furnish(folder, values)
        office = PostOffice(smtp, imap, _key(folder, domains[0]), folder)
        stack.enter_context(_running("opendkim", "-f", "-x", str(folder / "opendkim.conf"), log=folder / "opendkim.log"))
        stack.enter_context(_running("dovecot", "-F", "-c", str(folder / "dovecot.conf"), log=folder / "dovecot-start.log"))
        stack.enter_context(_postfix(folder))
        for port in (milter, lmtp, imap, smtp):
            _wait_for(port, office)
        yield office


def _furnish(folder: Path, values: dict[str, object]) -> None:
    """Folders with the owners that each server asks for, and the settings."""
    folder.chmod(0o755)
    for name, owner in (("spool", "root"), ("data", "postfix"), ("mail", "nobody"), ("keys", "opendkim"), ("config", "root")):
        (folder / name).mkdir()
        shutil.chown(folder / name, owner)
    (folder / "config" / "main.cf").write_text(_MAIN_CF.format(**values))
    (folder / "config" / "master.cf").write_text(_MASTER_CF.format(**values))
    (folder / "opendkim.conf").write_text(_OPENDKIM_CONF.format(**values))
    (folder / "dovecot.conf").write_text(_DOVECOT_CONF.format(**values))


def _key(folder: Path, domain: str) -> bytes:
    """Make the signing key; what its TXT record holds."""
    _run("opendkim-genkey", "-D", str(folder / "keys"), "-d", domain, "-s", SELECTOR, "-b", "2048")
    shutil.chown(folder / "keys" / f"{SELECTOR}.private", "opendkim")
    record = (folder / "keys" / f"{SELECTOR}.txt").read_text()
    return "".join(record.split('"')[1::2]).encode()


@contextmanager
def _running(program: str, *arguments: str, log: Path) -> Iterator[None]:
    """A server in the foreground of a process of its own."""
    with log.open("wb") as said:
        process = subprocess.Popen([_found(program), *arguments], stdout=said, stderr=said)
        try:
            yield
        finally:
            process.terminate()
            process.wait(_PATIENCE)


@contextmanager
def _postfix(folder: Path) -> Iterator[None]:
    """Postfix starts itself in the background, and is ended by its own command, for this folder's instance alone."""
    _run("postfix", "-c", str(folder / "config"), "start")
    try:
        yield
    finally:
        _run("postfix", "-c", str(folder / "config"), "stop")


def _run(program: str, *arguments: str) -> None:
    done = subprocess.run([_found(program), *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{program}: {done.stdout}{done.stderr}"


def _found(program: str) -> str:
    found = shutil.which(program, path=_PATH)
    assert found, f"{program} is gone"
    return found


def free_ports(count: int) -> tuple[int, ...]:
    """Ports of loopback that nobody listens at; all are held until the last is found, so that no two are the same."""
    with ExitStack() as stack:
        sockets = [stack.enter_context(closing(socket.socket())) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return tuple(one.getsockname()[1] for one in sockets)


def _wait_for(port: int, office: PostOffice) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        with closing(socket.socket()) as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"nobody answers at port {port}\n{office.logs}")

"""Make dist/kzterm-VERSION.tar.gz: kzterm with all it needs, for a server without a network.

Unpacked, it is a folder with a launcher and `lib/`, which any Python 3.11 or newer runs. Everything in `lib/` is pure
Python except the YAML parser's optional extension, taken for every Python below that has one; others do without.
"""

import compileall
import py_compile
import shutil
import subprocess
import sys
import tarfile
import tempfile
from importlib.metadata import distributions
from pathlib import Path

from kzterm import __version__

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "dist" / f"kzterm-{__version__}"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


def pip(*arguments: str | Path) -> None:
    """Run this Python's pip; raises when it fails."""
    subprocess.run([sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments], check=True)


def install(lib: Path) -> None:
    """kzterm and what it needs, into one folder."""
    with tempfile.TemporaryDirectory() as wheels:
        pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", wheels, ROOT)
        pip("install", "--no-compile", "--target", lib, *Path(wheels).glob("*.whl"))
    shutil.rmtree(lib / "bin", ignore_errors=True)


def add_extensions(lib: Path) -> None:
    """The YAML extension for other Pythons on this kind of machine; without it they parse more slowly."""
    release = next(iter(distributions(name="PyYAML", path=[str(lib)]))).version
    for python in PYTHONS:
        with tempfile.TemporaryDirectory() as wheel:
            options = ("--no-deps", "--no-compile", "--only-binary=:all:", "--python-version", python)
            try:
                pip("install", *options, "--target", wheel, f"PyYAML=={release}")
            except subprocess.CalledProcessError:
                sys.stderr.write(f"bundle: no YAML extension for Python {python}; it will parse more slowly\n")
                continue
            for extension in Path(wheel).glob("yaml/_yaml*.so"):
                shutil.copy2(extension, lib / "yaml")


def refuse_foreign(lib: Path) -> None:
    """Nothing else may be compiled: it would not run on another Python."""
    found = [path for path in lib.rglob("*") if path.suffix in {".so", ".pyd", ".dylib"} and path.parent.name != "yaml"]
    if found:
        sys.exit(f"bundle: compiled for one Python only: {', '.join(path.name for path in found)}")


def pack() -> Path:
    """The folder as a .tar.gz beside it, owned by nobody in particular."""

    def anonymous(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = ""
        return member

    archive = FOLDER.with_name(f"{FOLDER.name}.tar.gz")
    with tarfile.open(archive, "w:gz") as tar:
        tar.add(FOLDER, FOLDER.name, filter=anonymous)
    return archive


def main() -> None:
    """Build the folder and its archive."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    lib = FOLDER / "lib"
    install(lib)
    add_extensions(lib)
    refuse_foreign(lib)
    for name in ("README.md", "LICENSE", "CHANGELOG.md"):
        shutil.copy(ROOT / name, FOLDER)
    shutil.copy(ROOT / "tools" / "kzterm.sh", FOLDER / "kzterm")
    # Never checked against the source, so that a copy with new file times is as fast.
    unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH
    if not compileall.compile_dir(lib, quiet=1, invalidation_mode=unchecked, stripdir=lib):
        sys.exit("bundle: could not compile everything")
    archive = pack()
    print(f"{archive.relative_to(ROOT)}  {archive.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

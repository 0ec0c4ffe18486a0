"""Computes the root of a log again from its entry bundles, with nothing but hashlib and the definition in RFC 6962 §2.1.

    python3 recompute.py <log URL>
"""

import base64
import hashlib
import sys
import urllib.request


def get(path):
    with urllib.request.urlopen(f"{sys.argv[1]}/{path}", timeout=30) as response:
        return response.read()


def tree_hash(leaves):
    if not leaves:
        return hashlib.sha256().digest()
    if len(leaves) == 1:
        return leaves[0]
    middle = 1 << ((len(leaves) - 1).bit_length() - 1)
    return hashlib.sha256(b"\x01" + tree_hash(leaves[:middle]) + tree_hash(leaves[middle:])).digest()


def bundle_path(index, width):
    groups = []
    while True:
        groups.append(index % 1000)
        index //= 1000
        if index == 0:
            break
    name = "/".join([f"x{group:03}" for group in groups[:0:-1]] + [f"{groups[0]:03}"])
    return f"tile/entries/{name}" + ("" if width == 256 else f".p/{width}")


def leaves_of(size):
    for first in range(0, size, 256):
        width = min(256, size - first)
        bundle, at = get(bundle_path(first // 256, width)), 0
        for _ in range(width):
            end = at + 2 + int.from_bytes(bundle[at : at + 2], "big")
            assert end <= len(bundle), "a bundle ends inside an entry"
            yield hashlib.sha256(b"\x00" + bundle[at + 2 : end]).digest()
            at = end
        assert at == len(bundle), "a bundle has bytes behind its last entry"


origin, size, root = get("checkpoint").decode().split("\n")[:3]
computed = base64.b64encode(tree_hash(list(leaves_of(int(size))))).decode()
if computed != root:
    sys.exit(f"the entries hash to {computed}, the checkpoint of {origin} says {root}")
print("ok", size, root)

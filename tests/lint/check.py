#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check.py ROOT [RULE...]: what the compiler does not see. Prints `file:line: sentence [rule]`, exit 1 where it found any."""
import sys
from pathlib import Path

import rules_includes
import rules_text
from source import Finding, Project

RULES = [rules_includes.includes, rules_includes.circles, rules_text.sizes, rules_text.licence, rules_text.layers,
         rules_text.leftovers, rules_text.visits, rules_text.places]
# May only become smaller.
MOST_EXCEPTIONS = 0


def read_exceptions(text: str):
    """Lines `rule path: reason`."""
    found = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            head, _, reason = line.partition(":")
            rule, path = head.split()
            if not reason.strip():
                raise SystemExit(f"exceptions.txt: {head} needs a reason")
            found[(rule, path)] = reason.strip()
    return found


def run(root, names=(), exceptions=None):
    project = Project(root)
    known = {rule.__name__: rule for rule in RULES}
    exceptions = exceptions or {}
    findings = []
    for name in names or known:
        used = set()
        for finding in known[name](project):
            if (name, finding.path) in exceptions:
                used.add((name, finding.path))
            else:
                findings.append(finding)
        for entry in sorted(key for key in exceptions if key[0] == name and key not in used):
            findings.append(Finding(name, "tests/lint/exceptions.txt", 1, f"{entry[1]} needs no exception any more"))
    return findings


def main():
    here = Path(__file__).parent
    exceptions = read_exceptions((here / "exceptions.txt").read_text(encoding="utf-8"))
    findings = run(sys.argv[1], sys.argv[2:], exceptions)
    if len(exceptions) > MOST_EXCEPTIONS:
        findings.append(Finding("exceptions", "tests/lint/exceptions.txt", 1, "the list may only become smaller"))
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())

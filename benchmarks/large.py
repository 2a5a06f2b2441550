"""A briefing as large as one likes, for measuring: a chain of scenes of about 2 kB, each with a figure and an event.

python benchmarks/large.py FOLDER [--scenes 10000]
"""

import argparse
from pathlib import Path

HEAD = """\
format: 1
id: large
title: {en: A large briefing, th: รายงานขนาดใหญ่}
as_of: 2021-06-30
languages: [en, th]
start: scene-0
analyst: malee
primary: gazette
sources:
  gazette: {lang: th, title: {en: The river gazette, th: ข่าวแม่น้ำ}, first_paragraph: 0, last_paragraph: 99999}
"""

ACTORS = """\
malee:
  kind: person
  name: {en: Malee, th: มาลี}
  who:
    en: |
      A teacher who writes about the river.[^1]
    th: |
      ครูผู้เขียนเรื่องแม่น้ำ[^1]
"""

EN = "The boats of pier {n} carry rice, salt and letters between the two banks, whatever the season and the water."
TH = "เรือของท่าที่ {n} บรรทุกข้าว เกลือ และจดหมายข้ามไปมาระหว่างสองฝั่ง ไม่ว่าฤดูใดและน้ำจะมากน้อยเพียงใด"

SCENE = """\
title: {{en: Pier {n}, th: ท่าเรือที่ {n}}}
look: {{en: A rope lies coiled and dry., th: เชือกขดหนึ่งแห้งอยู่บนพื้น}}
body:
  - en: |
      [[malee]] counted [[boats-{n}|{n} boats]] before [[halt-{n}|the halt]].[^{n}] {en} {en}[^{n}]
    th: |
      [[malee]] นับเรือได้ [[boats-{n}|{n} ลำ]] ก่อน[[halt-{n}|หยุดเดินเรือ]][^{n}] {th} {th}[^{n}]
  - en: |
      {en} {en}[^{n}]
    th: |
      {th} {th}[^{n}]
actors: [malee]
figures:
  boats-{n}:
    value: {n}
    comparator: exactly
    unit: {{en: boats, th: ลำ}}
    of: {{en: boats at pier {n}, th: เรือที่ท่า {n}}}
    cite: {{para: {n}, anchor: "{n}"}}
events:
  halt-{n}:
    date: 2021-06
    text:
      en: |
        The boats of pier {n} stop.
      th: |
        เรือของท่าที่ {n} หยุด
    cite: {{para: {n}, anchor: "{n}"}}
exits:
"""

EXIT = "  {direction}:\n    to: scene-{to}\n    say: {{en: along the river, th: เลียบแม่น้ำ}}\n"


def write_large(folder: Path, scenes: int) -> None:
    """Fill a folder that need not exist."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "briefing.yaml").write_text(HEAD, "utf-8")
    (folder / "actors.yaml").write_text(ACTORS, "utf-8")
    for n in range(scenes):
        ways = [EXIT.format(direction="e", to=n + 1)] if n + 1 < scenes else []
        ways += [EXIT.format(direction="w", to=n - 1)] if n else []
        text = SCENE.format(n=n, en=EN.format(n=n), th=TH.format(n=n)) + "".join(ways)
        (folder / f"scene-{n}.yaml").write_text(text, "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description="Write a large briefing.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scenes", type=int, default=10_000)
    options = parser.parse_args()
    write_large(options.folder, options.scenes)


if __name__ == "__main__":
    main()
